import { addDays, dayOf, type Instant, type LocalDate } from '#language/time.ts';
import { workingDaysBefore } from '#language/working-days.ts';
import type { Notice, NoticeKind } from '#schemas/notices.ts';

/*
 * When a notice is one to send a message about, and by which name it is sent once (docs/meaning.md MESSAGE-2 and MESSAGE-3).
 */

/** So many working days before a day people hear that something is due on it. */
const workingDaysAhead = 3;
/** What was due longer ago is on their first page, and no longer in a message: a record that is old when messages begin floods nobody. */
const daysAfter = 14;
/** What came to wait is sent while the record of it is so new: the same, and a service that was down for some days leaves nothing out. */
const daysOfNews = 7;

export type Moment = 'before' | 'now' | 'after';

const momentsOf: Readonly<Record<NoticeKind, readonly Moment[]>> = {
  'return-to-submit': ['before', 'after'],
  'return-to-change': ['now', 'after'],
  'return-to-confirm': ['now', 'after'],
  'outcome-wanted': ['now'],
  'gate-waits': ['now'],
  'review-overdue': ['after'],
  'action-overdue': ['after'],
  'claim-to-validate': ['now'],
  'query-to-answer': ['now'],
  'saving-lost': ['now'],
  'month-to-close': ['before', 'after'],
  'report-published': ['now'],
  'returns-overdue': ['after'],
  'reviews-red': ['now'],
};

/** A notice with when it came to be, as far as that is known: when its review was last recorded. */
export interface Known {
  readonly notice: Notice;
  readonly recordedAt: Instant;
  /** Apart from what the notice says: what makes another of it, as a return that was submitted again. */
  readonly since?: Instant | undefined;
}

const isAfter = (dueOn: LocalDate, today: LocalDate): boolean => dueOn < today && today <= addDays(dueOn, daysAfter);

const isAt: Readonly<Record<Moment, (known: Known, today: LocalDate) => boolean>> = {
  before: ({ notice: { dueOn } }, today) =>
    dueOn !== undefined && today <= dueOn && workingDaysBefore(dueOn, workingDaysAhead) <= today,
  now: ({ notice: { dueOn }, recordedAt }, today) =>
    (dueOn === undefined || today <= dueOn) &&
    dayOf(recordedAt) <= today &&
    today <= addDays(dayOf(recordedAt), daysOfNews),
  after: ({ notice: { dueOn } }, today) => dueOn !== undefined && isAfter(dueOn, today),
};

/** What a notice is known by, at whatever moment. */
export const nameOfNotice = ({ notice, since }: Known): string => {
  const { kind, programmeId, reviewId, entry, month, revision, year, pounds, dueOn } = notice;
  const of = [entry?.kind, entry?.id, month, revision, year, pounds, dueOn, since];
  // Another count of reviews is another notice; returns that come in one by one are not.
  const counted = kind === 'reviews-red' ? [notice.count] : [];
  return [kind, programmeId, reviewId ?? '', ...[...of, ...counted].map((one) => one ?? '')].join('/');
};

/** A notice that a message is sent about today. */
export interface Sendable {
  readonly moment: Moment;
  readonly notice: Notice;
}

/** The notice with its moment where it is one to send on a day; undefined where it is not, not yet or not any more. */
export const sendableOn = (known: Known, today: LocalDate): Sendable | undefined => {
  const moment = momentsOf[known.notice.kind].find((one) => isAt[one](known, today));
  return moment === undefined ? undefined : { moment, notice: known.notice };
};
