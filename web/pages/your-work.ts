import type * as z from 'zod';
import { dateInWords, monthInWords } from '#language/in-words.ts';
import { dayOf, type LocalDate } from '#language/time.ts';
import { Me, type MyReview } from '#schemas/person.ts';
import { bulletList, heading2, insetText, link, paragraph, type Task, taskList } from '../design/blocks.ts';
import { type Html, html } from '../html.ts';
import { askWorkOfFinance, workOfFinance } from './finance/work-of-finance.ts';
import { workOfOffice } from './month-end/work-of-office.ts';
import { confirmReturnPath, entryPath, registerPath, reviewPath, yourWorkPath } from './paths.ts';
import { asking } from './question.ts';
import { type At, may, type Screen, screen } from './screen.ts';
import { askProgrammes, dueTag, programmesAtWork, thenAskProgrammes, workOfProgrammes } from './work-of-programmes.ts';

interface Waiting {
  readonly dueOn: LocalDate;
  readonly task: Task;
}

/** The returns that a review owes: an SRO confirms what is submitted, the team submits what is missing. */
const returnsOf = (review: MyReview, { viewer, today }: At): readonly Waiting[] => {
  const at = { programme: review.programmeId, review: review.reviewId };
  return review.returnsOwed.map(({ month, dueOn, state, sentBack }) => {
    const confirm = state === 'unconfirmed' && may(viewer, ['sro']);
    const change = state === 'sent-back' && may(viewer, ['transformation-team']);
    const verb = confirm ? 'Confirm' : change ? 'Change' : state === 'missing' ? 'Submit' : 'Wait for';
    return {
      dueOn,
      task: {
        text: `${verb} the ${monthInWords(month)} return of ${review.title}`,
        to: confirm
          ? confirmReturnPath(at, month)
          : change
            ? `${entryPath(at, 'returns', month)}/_change`
            : registerPath(at, 'returns'),
        hint: html`Due ${dateInWords(dueOn)}${sentBack !== undefined && html`<br>Sent back by ${sentBack.byName} on ${dateInWords(dayOf(sentBack.at))}: ${sentBack.comment}`}`,
        status: dueTag(dueOn, today),
      },
    };
  });
};

const asWords = { sro: 'You are an SRO', deputy: 'You act for its SRO', lead: 'You lead it' } as const;

const reviewLine = ({ programmeId, reviewId, title, as }: MyReview): Html =>
  html`${link(reviewPath(programmeId, reviewId), title)}: ${asWords[as]}`;

/** Those of whom reviews are asked: they read that nothing waits too, and that no review names them. */
const answersForReviews = ({ viewer }: At, { reviews }: z.output<typeof Me>): boolean =>
  reviews.length > 0 || may(viewer, ['sro', 'transformation-team']);

const workOfReviews = (me: z.output<typeof Me>, at: At): Html | false => {
  const waiting = me.reviews
    .flatMap((review) => returnsOf(review, at))
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
}`
  );
};

/** The first page: what waits for whoever looks, by date, one link each; then their reviews, and the programmes with what is due. */
export const yourWork: Screen = screen({
  path: yourWorkPath,
  asks: () => ({ me: asking('/me', Me), programmes: askProgrammes() }),
  thenAsks: ({ programmes }, at) => ({
    ...thenAskProgrammes(programmes),
    ...askWorkOfFinance(programmes?.items ?? [], at),
  }),
  show: ({ me, programmes }, at, more) => {
    const shown = programmesAtWork(programmes, more, at);
    return {
      title: 'Your work',
      crumbs: [],
      body: html`${me.actsFor.length > 0 && insetText(`You act for ${me.actsFor.map(({ name, until }) => `${name} until ${dateInWords(until)}`).join(', ')}.`)}
${workOfReviews(me, at)}
${workOfFinance(shown, more, at)}
${programmes !== null && workOfOffice(shown, at)}
${answersForReviews(at, me) && html`${heading2(`Your reviews (${me.reviews.length})`)}${me.reviews.length === 0 ? paragraph('No review names you as its SRO or its lead.') : bulletList(me.reviews.map(reviewLine))}`}
${(shown.length > 0 || !may(at.viewer, ['programme-office'])) && workOfProgrammes(programmes, shown, at)}`,
    };
  },
});
