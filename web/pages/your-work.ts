import { dateInWords, monthInWords } from '#language/in-words.ts';
import { dayOf, type LocalDate } from '#language/time.ts';
import { Me, type MyReview } from '#schemas/person.ts';
import { bulletList, heading2, insetText, link, paragraph, type Task, tag, taskList } from '../design/blocks.ts';
import { type Html, html } from '../html.ts';
import { askWorkOfFinance, thenAskWorkOfFinance, workOfFinance } from './finance/work-of-finance.ts';
import { askWorkOfOffice, workOfOffice } from './month-end/work-of-office.ts';
import {
  confirmReturnPath,
  entryPath,
  programmePath,
  programmesPath,
  registerPath,
  reviewPath,
  yourWorkPath,
} from './paths.ts';
import { asking } from './question.ts';
import { type At, may, type Screen, screen } from './screen.ts';

const dueTag = (dueOn: LocalDate, today: LocalDate): Html =>
  dueOn < today ? tag('Late', 'red') : dueOn === today ? tag('Due today', 'orange') : tag('Due', 'blue');

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

/** The first page: what waits for whoever looks, by date, one link each. */
export const yourWork: Screen = screen({
  path: yourWorkPath,
  asks: (at) => ({ me: asking('/me', Me), ...askWorkOfFinance(at), ...askWorkOfOffice(at) }),
  thenAsks: thenAskWorkOfFinance,
  show: (answers, at, more) => {
    const { me } = answers;
    const waiting = me.reviews
      .flatMap((review) => returnsOf(review, at))
      .toSorted((one, other) => (one.dueOn < other.dueOn ? -1 : 1));
    const programmes = [...new Set(me.reviews.map(({ programmeId }) => programmeId))];
    return {
      title: 'Your work',
      crumbs: [],
      body: html`${me.actsFor.length > 0 && insetText(`You act for ${me.actsFor.map(({ name, until }) => `${name} until ${dateInWords(until)}`).join(', ')}.`)}
${heading2('What waits for you')}
${
  waiting.length === 0
    ? paragraph('No return of your reviews waits for you.')
    : taskList(
        'waiting',
        waiting.map(({ task }) => task),
      )
}
${workOfFinance(answers, more, at)}
${workOfOffice(answers)}
${heading2(`Your reviews (${me.reviews.length})`)}
${me.reviews.length === 0 ? paragraph('No review names you as its SRO or its lead. ', link(programmesPath, 'See all programmes')) : bulletList(me.reviews.map(reviewLine))}
${programmes.length > 0 && html`${heading2('Their programmes')}${bulletList(programmes.map((id) => link(programmePath(id), id)))}`}`,
    };
  },
});
