import { counted, dateInWords, monthInWords, pounds } from '#language/in-words.ts';
import type { LocalDate } from '#language/time.ts';
import type { Notice, NoticeKind } from '#schemas/notices.ts';
import {
  answerQueryPath,
  confirmReturnPath,
  entryPath,
  monthEndPath,
  newEntryPath,
  programmePath,
  type RegisterAt,
  reportPath,
  reviewPath,
  reviewsPath,
  stagePath,
  toValidatePath,
  validatePath,
} from '../pages/paths.ts';

/*
 * What a notice says, on the first page and in messages, and where it leads (docs/meaning.md MESSAGE-5). Nothing in it is withheld from
 * anybody: a title that is, is left out.
 */

interface NoticeWords {
  readonly text: string;
  readonly to: string;
  /** When it is, or was, due. */
  readonly when?: string;
}

const noun: Readonly<Record<string, string>> = { risk: 'risk', issue: 'issue', recommendation: 'recommendation' };

const ofReview = ({ title }: Notice): string => (title === null ? 'a review' : title);
const called = (what: string, { entry }: Notice): string =>
  entry?.title === undefined || entry.title === null ? `a ${what}` : `the ${what} “${entry.title}”`;
const month = (notice: Notice): string => (notice.month === undefined ? '' : `${monthInWords(notice.month)} `);
const figure = ({ pounds: value, year }: Notice): string =>
  `${pounds(value ?? 0)}${year === undefined ? '' : ` of ${year}`}`;

const texts: Readonly<Record<NoticeKind, (notice: Notice) => string>> = {
  'return-to-submit': (notice) => `Submit the ${month(notice)}return of ${ofReview(notice)}`,
  'return-to-change': (notice) => `Change the ${month(notice)}return of ${ofReview(notice)}: its SRO sent it back`,
  'return-to-confirm': (notice) => `Confirm the ${month(notice)}return of ${ofReview(notice)}`,
  'outcome-wanted': (notice) => `Record the outcome of ${called('business case', notice)} of ${ofReview(notice)}`,
  'gate-waits': (notice) => `See what the gate of ${ofReview(notice)} asks: the work of its stage is complete`,
  'review-overdue': (notice) => `Review ${called('risk', notice)} of ${ofReview(notice)}`,
  'action-overdue': (notice) =>
    `See to an action of ${called(noun[notice.entry?.kind ?? ''] ?? 'record', notice)} of ${ofReview(notice)}`,
  'claim-to-validate': (notice) => `Validate ${figure(notice)} that ${ofReview(notice)} claims to have saved`,
  'query-to-answer': (notice) =>
    `Answer what finance asks about ${notice.year ?? 'a year'} of ${called('savings line', notice)} of ${ofReview(notice)}`,
  'saving-lost': (notice) => `${ofReview(notice)} will not save ${figure(notice)} as planned`,
  'month-to-close': (notice) => `Close ${month(notice)}of ${notice.title ?? 'a programme'}`,
  'report-published': (notice) =>
    `Read the ${month(notice)}report of ${notice.title ?? 'a programme'}${(notice.revision ?? 1) > 1 ? `, revision ${notice.revision}` : ''}`,
  'returns-overdue': (notice) =>
    `${counted(notice.count ?? 0, `${month(notice)}return`)} of ${notice.title ?? 'a programme'} not confirmed yet`,
  'reviews-red': (notice) =>
    `${counted(notice.count ?? 0, 'review')} of ${notice.title ?? 'a programme'} rated red by SRO or assurance`,
};

const placeOf = ({ programmeId, reviewId }: Notice): RegisterAt => ({ programme: programmeId, review: reviewId });

const pathOf = (notice: Notice): string => {
  const { kind, programmeId, reviewId, entry, year } = notice;
  const at = placeOf(notice);
  const review = reviewId === undefined ? programmePath(programmeId) : reviewPath(programmeId, reviewId);
  const ofEntry = entry === undefined ? review : entryPath(at, entry.register, entry.id);
  const ofMonth = notice.month ?? '';
  return {
    'return-to-submit': () => `${newEntryPath(at, 'returns')}?month=${ofMonth}`,
    'return-to-change': () => `${entryPath(at, 'returns', ofMonth)}/_change`,
    'return-to-confirm': () => confirmReturnPath(at, ofMonth),
    'outcome-wanted': () => ofEntry,
    'gate-waits': () => (reviewId === undefined ? review : stagePath(programmeId, reviewId)),
    'review-overdue': () => ofEntry,
    'action-overdue': () => ofEntry,
    'claim-to-validate': () =>
      entry === undefined || year === undefined ? toValidatePath(programmeId) : validatePath(at, entry.id, year),
    'query-to-answer': () =>
      entry === undefined || year === undefined ? ofEntry : answerQueryPath(at, entry.id, year),
    'saving-lost': () => ofEntry,
    'month-to-close': () => monthEndPath(programmeId, notice.month),
    'report-published': () => reportPath(programmeId, ofMonth),
    'returns-overdue': () => monthEndPath(programmeId, notice.month),
    'reviews-red': () => `${reviewsPath(programmeId)}?rating=red`,
  }[kind]();
};

const whenOf = ({ dueOn }: Notice, today: LocalDate): string | undefined =>
  dueOn === undefined ? undefined : `${dueOn < today ? 'was due' : 'due'} ${dateInWords(dueOn)}`;

export const noticeInWords = (notice: Notice, today: LocalDate): NoticeWords => {
  const when = whenOf(notice, today);
  return { text: texts[notice.kind](notice), to: pathOf(notice), ...(when === undefined ? {} : { when }) };
};
