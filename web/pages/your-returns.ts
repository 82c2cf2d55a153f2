import { dateInWords, monthInWords } from '#language/in-words.ts';
import { dayOf, type LocalDate, type ReportMonth } from '#language/time.ts';
import { stepOfReturn } from '#schemas/notices.ts';
import type { MyReview } from '#schemas/person.ts';
import { bulletList, details, link, type Task } from '../design/blocks.ts';
import { type Html, html } from '../html.ts';
import { noticeInWords } from '../messages/notice-words.ts';
import { reviewPath } from './paths.ts';
import { type At, may } from './screen.ts';
import { dueTag } from './work-of-programmes.ts';

/*
 * The returns of somebody's reviews on their first page.
 */

export interface Waiting {
  /** Empty where there is none. */
  readonly dueOn: LocalDate | '';
  readonly task: Task;
}

type Owed = MyReview['returnsOwed'][number];

/** Whether whoever looks can do something about a return: an SRO confirms what is submitted, the team submits and changes. */
const isWith = ({ state }: Owed, { viewer }: At): boolean => may(viewer, [stepOfReturn(state).role]);

const wordsOf = ({ programmeId, reviewId, title }: MyReview, { month, dueOn, state }: Owed, { today }: At) =>
  noticeInWords({ kind: stepOfReturn(state).kind, programmeId, reviewId, title, month, dueOn }, today);

/** Later months that wait as well, a link each in one line: a review that has long not reported takes no more room. */
const laterInWords = (review: MyReview, later: readonly Owed[], at: At): Html | false =>
  later.length > 0 &&
  html`<br>Then ${later.map((owed, n) => {
    const { text, to } = wordsOf(review, owed, at);
    const month = monthInWords(owed.month);
    const [before = '', after = ''] = text.split(month);
    return html`${n > 0 && ', '}<a class="govuk-link tracker-above" href="${to}"><span class="govuk-visually-hidden">${before}</span>${month}<span class="govuk-visually-hidden">${after}</span></a>`;
  })}`;

const taskOf = (review: MyReview, owed: Owed, later: readonly Owed[], at: At): Waiting => {
  const { dueOn, sentBack } = owed;
  const back =
    sentBack !== undefined &&
    html`<br>Sent back by ${sentBack.byName} on ${dateInWords(dayOf(sentBack.at))}: ${sentBack.comment}`;
  const hint = html`Due ${dateInWords(dueOn)}${back}${laterInWords(review, later, at)}`;
  return { dueOn, task: { ...wordsOf(review, owed, at), hint, status: dueTag(dueOn, at.today) } };
};

/**
 * The returns of a review that wait for whoever looks, as tasks: the oldest month to submit, and the oldest to confirm, each with the
 * later ones, and each that was sent back with what was said of it.
 */
export const returnsWaiting = (review: MyReview, at: At): readonly Waiting[] => {
  const mine = review.returnsOwed.filter((owed) => isWith(owed, at));
  const groups = Map.groupBy(mine, ({ state, sentBack, month }) =>
    sentBack === undefined ? stepOfReturn(state).kind : month,
  );
  return [...groups.values()].flatMap(([oldest, ...later]) =>
    oldest === undefined ? [] : [taskOf(review, oldest, later, at)],
  );
};

/** A return that somebody else has to submit or to confirm first. */
interface Awaited {
  readonly month: ReportMonth;
  readonly review: MyReview;
}

const namedOfAMonth = 5;

/** Of each month the reviews whose return is with somebody else, the latest month first: nothing to be done about here. */
export const returnsWithOthers = (reviews: readonly MyReview[], at: At): Html | false => {
  const awaited: readonly Awaited[] = reviews.flatMap((review) =>
    review.returnsOwed.flatMap((owed) => (isWith(owed, at) ? [] : [{ month: owed.month, review }])),
  );
  const months = [...new Set(awaited.map(({ month }) => month))].toSorted().toReversed();
  const lines = months.map((month) => {
    const those = awaited.flatMap((one) => (one.month === month ? [one.review] : []));
    const more = those.length - namedOfAMonth;
    return html`${monthInWords(month)}: ${those
      .slice(0, namedOfAMonth)
      .map(
        ({ programmeId, reviewId, title }, n) =>
          html`${n > 0 && ', '}${link(reviewPath(programmeId, reviewId), title)}`,
      )}${more > 0 && `, and ${more} more`}`;
  });
  return (
    awaited.length > 0 && details(`Returns of your reviews that are with others (${awaited.length})`, bulletList(lines))
  );
};
