import type { Notice, NoticeKind } from '#schemas/notices.ts';
import { isForPractice } from '#schemas/practice.ts';

/*
 * What a channel of the council's Teams or Slack hears of (docs/meaning.md MESSAGE-12): what is so of a programme as a whole. Nobody is asked to
 * do anything there, and no review is named.
 */

const kinds: ReadonlySet<NoticeKind> = new Set([
  'report-published',
  'month-to-close',
  'returns-overdue',
  'reviews-red',
]);

/** Which programmes a channel is for; all where none is named. */
export interface ChannelFor {
  readonly id: string;
  readonly programmes?: readonly string[] | undefined;
}

/** The channels that a notice is for, by their ids. */
export const channelsFor = ({ kind, programmeId }: Notice, channels: readonly ChannelFor[]): readonly string[] =>
  kinds.has(kind) && !isForPractice(programmeId)
    ? channels.flatMap(({ id, programmes }) =>
        programmes === undefined || programmes.includes(programmeId) ? [id] : [],
      )
    : [];
