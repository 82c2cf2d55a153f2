import { monthInWords, withFullStop } from './in-words.ts';
import type { ReportMonth } from './time.ts';

/** What a report says of the months before it that were not reported, and from where it goes on: no sentence where there are none. */
export const monthsNotReportedInWords = (
  all: readonly { readonly month: ReportMonth; readonly reason: string | null }[],
  previous: { readonly month: ReportMonth } | null,
): readonly string[] =>
  all.length === 0
    ? []
    : [
        ...all.map(({ month, reason }) =>
          withFullStop(`No report of ${monthInWords(month)} was published${reason === null ? '' : `: ${reason}`}`),
        ),
        previous === null
          ? 'This report is the first.'
          : `This report goes on from that of ${monthInWords(previous.month)}.`,
      ];
