import type * as z from 'zod';
import { dateInWords, monthInWords } from '#language/in-words.ts';
import { dayOf, type LocalDate, type ReportMonth } from '#language/time.ts';
import { Me, type MyReview } from '#schemas/person.ts';
import { isForPractice } from '#schemas/practice.ts';
import { bulletList, details, heading2, insetText, link, paragraph, type Task, taskList } from '../design/blocks.ts';
import { type Html, html } from '../html.ts';
import { askQueries, openQueries } from './finance/queries.ts';
import { askWorkOfFinance, claimsToValidate, workOfFinance } from './finance/work-of-finance.ts';
import { monthsToClose, workOfOffice } from './month-end/work-of-office.ts';
import {
  confirmReturnPath,
  entryPath,
  programmePath,
  type RegisterAt,
  registerPath,
  reviewPath,
  yourWorkPath,
} from './paths.ts';
import { asking } from './question.ts';
import { type At, may, type Screen, screen } from './screen.ts';
import {
  askProgrammes,
  dueTag,
  type ProgrammeAtWork,
  programmesAtWork,
  thenAskProgrammes,
  workOfProgrammes,
} from './work-of-programmes.ts';

interface Waiting {
  readonly dueOn: LocalDate;
  readonly task: Task;
}

/** A return that somebody else has to submit or to confirm first. */
interface Awaited {
  readonly month: ReportMonth;
  readonly review: MyReview;
}

type Owed = MyReview['returnsOwed'][number];

const hintOf = ({ dueOn, sentBack }: Owed): Html =>
  html`Due ${dateInWords(dueOn)}${sentBack !== undefined && html`<br>Sent back by ${sentBack.byName} on ${dateInWords(dayOf(sentBack.at))}: ${sentBack.comment}`}`;

/** What whoever looks can do about a return: an SRO confirms what is submitted, the team submits and changes. */
const stepOf = ({ state }: Owed, { viewer }: At): 'Confirm' | 'Change' | 'Submit' | undefined => {
  if (state === 'unconfirmed') return may(viewer, ['sro']) ? 'Confirm' : undefined;
  if (!may(viewer, ['transformation-team'])) return undefined;
  return state === 'sent-back' ? 'Change' : 'Submit';
};

const addressOf = (step: 'Confirm' | 'Change' | 'Submit', at: RegisterAt, month: ReportMonth): string =>
  step === 'Confirm'
    ? confirmReturnPath(at, month)
    : step === 'Change'
      ? `${entryPath(at, 'returns', month)}/_change`
      : registerPath(at, 'returns');

/** The returns that a review owes, as tasks. */
const tasksOf = (review: MyReview, at: At): readonly Waiting[] =>
  review.returnsOwed.flatMap((owed) => {
    const step = stepOf(owed, at);
    if (step === undefined) return [];
    const { month, dueOn } = owed;
    const task = {
      text: `${step} the ${monthInWords(month)} return of ${review.title}`,
      to: addressOf(step, { programme: review.programmeId, review: review.reviewId }, month),
      hint: hintOf(owed),
      status: dueTag(dueOn, at.today),
    };
    return [{ dueOn, task }];
  });

const awaitedOf = (review: MyReview, at: At): readonly Awaited[] =>
  review.returnsOwed.flatMap((owed) => (stepOf(owed, at) === undefined ? [{ month: owed.month, review }] : []));

const namedOfAMonth = 5;

/** Of each month the reviews whose return is with somebody else, the latest month first: nothing to be done about here. */
const awaitedInWords = (awaited: readonly Awaited[]): Html | false => {
  const months = [...new Set(awaited.map(({ month }) => month))].toSorted().toReversed();
  const lines = months.map((month) => {
    const reviews = awaited.flatMap((one) => (one.month === month ? [one.review] : []));
    const more = reviews.length - namedOfAMonth;
    return html`${monthInWords(month)}: ${reviews
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

const asWords = { sro: 'You are an SRO', deputy: 'You act for its SRO', lead: 'You lead it' } as const;

const reviewLine = ({ programmeId, reviewId, title, as }: MyReview): Html =>
  html`${link(reviewPath(programmeId, reviewId), title)}: ${asWords[as]}`;

/** Those of whom reviews are asked: they read that nothing waits too, and that no review names them. */
const answersForReviews = ({ viewer }: At, { reviews }: z.output<typeof Me>): boolean =>
  reviews.length > 0 || may(viewer, ['sro', 'transformation-team']);

const workOfReviews = (me: z.output<typeof Me>, at: At): Html | false => {
  const waiting = me.reviews
    .flatMap((review) => tasksOf(review, at))
    .toSorted((one, other) => (one.dueOn < other.dueOn ? -1 : 1));
  return (
    answersForReviews(at, me) &&
    html`${heading2('What waits for you')}
${
  waiting.length === 0
    ? paragraph('No return of your reviews waits for you.')
    : taskList(
        'waiting',
        waiting.map(({ task }) => task),
      )
}
${awaitedInWords(me.reviews.flatMap((review) => awaitedOf(review, at)))}`
  );
};

/** What is only practised, apart from everything that counts; nothing where there is no such programme. */
const workOfPractice = (
  reviews: readonly MyReview[],
  programmes: readonly ProgrammeAtWork[],
  more: object | undefined,
  at: At,
): Html | false => {
  const tasks = [
    ...reviews.flatMap((review) => tasksOf(review, at)).map(({ task }) => task),
    ...claimsToValidate(programmes, more, at),
    ...monthsToClose(programmes, at),
  ];
  return (
    (programmes.length > 0 || reviews.length > 0) &&
    html`${heading2('For practice')}${bulletList(programmes.map(({ id, name }) => link(programmePath(id), name)))}${tasks.length > 0 && taskList('practice', tasks)}`
  );
};

/** Where somebody answers for claims: the programmes of the reviews that name them. */
const programmesOfMine = ({ reviews }: z.output<typeof Me>, { viewer }: At): readonly string[] =>
  may(viewer, ['sro', 'transformation-team']) ? [...new Set(reviews.map(({ programmeId }) => programmeId))] : [];

const withoutPractice = <T extends { readonly id: string }>(all: readonly T[]): readonly T[] =>
  all.filter(({ id }) => !isForPractice(id));

/** The first page: what waits for whoever looks, by date, one link each; then their reviews, and the programmes with what is due. */
export const yourWork: Screen = screen({
  path: yourWorkPath,
  asks: () => ({ me: asking('/me', Me), programmes: askProgrammes() }),
  thenAsks: ({ me, programmes }, at) => ({
    ...askQueries(programmesOfMine(me, at), withoutPractice(programmes?.items ?? []), at),
    ...thenAskProgrammes(programmes),
    ...askWorkOfFinance(programmes?.items ?? [], at),
  }),
  show: ({ me: given, programmes }, at, more) => {
    const all = programmesAtWork(programmes, more, at);
    const shown = withoutPractice(all);
    const practised = all.filter(({ id }) => isForPractice(id));
    const inPractice = given.reviews.filter(({ programmeId }) => isForPractice(programmeId));
    const me = { ...given, reviews: given.reviews.filter(({ programmeId }) => !isForPractice(programmeId)) };
    return {
      title: 'Your work',
      crumbs: [],
      body: html`${me.actsFor.length > 0 && insetText(`You act for ${me.actsFor.map(({ name, until }) => `${name} until ${dateInWords(until)}`).join(', ')}.`)}
${workOfReviews(me, at)}
${openQueries(programmesOfMine(me, at), shown, more)}
${workOfFinance(shown, more, at)}
${programmes !== null && workOfOffice(shown, at)}
${answersForReviews(at, me) && html`${heading2(`Your reviews (${me.reviews.length})`)}${me.reviews.length === 0 ? paragraph('No review names you as its SRO or its lead.') : bulletList(me.reviews.map(reviewLine))}`}
${(shown.length > 0 || !may(at.viewer, ['programme-office'])) && workOfProgrammes(programmes, shown, at)}
${workOfPractice(inPractice, practised, more, at)}`,
    };
  },
});
