import type * as z from 'zod';
import { dateInWords } from '#language/in-words.ts';
import { team } from '#registers/declaration.ts';
import type { NoticeKind } from '#schemas/notices.ts';
import { Me, type MyReview } from '#schemas/person.ts';
import { isForPractice } from '#schemas/practice.ts';
import { bulletList, heading2, insetText, link, linkColumns, paragraph, tag, taskList } from '../design/blocks.ts';
import { type Html, html } from '../html.ts';
import { noticeInWords } from '../messages/notice-words.ts';
import { askWorkOfAssurance, workOfAssurance } from './assurance/work-of-assurance.ts';
import { askQueries, openQueries } from './finance/queries.ts';
import { askWorkOfFinance, claimsToValidate, workOfFinance } from './finance/work-of-finance.ts';
import { monthsToClose, workOfOffice } from './month-end/work-of-office.ts';
import { messagesOfMinePath, programmePath, reviewPath, yourWorkPath } from './paths.ts';
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
import { returnsWaiting, returnsWithOthers, type Waiting } from './your-returns.ts';

const ofRegisters: ReadonlySet<NoticeKind> = new Set(['review-overdue', 'action-overdue']);

/** What else of a review waits; what has no day of its own comes first. */
const waitsOf = (review: MyReview, { today, viewer }: At): readonly Waiting[] =>
  review.waits.map((notice) => {
    const { text, to } = noticeInWords(notice, today);
    const { dueOn } = notice;
    // What is gone through in a register is recorded by the team, whoever leads the review.
    const by = ofRegisters.has(notice.kind) && !may(viewer, team) ? html`<br>The transformation team records this` : '';
    return dueOn === undefined
      ? { dueOn: '', task: { text, to, status: tag('Waits', 'blue') } }
      : { dueOn, task: { text, to, hint: html`Due ${dateInWords(dueOn)}${by}`, status: dueTag(dueOn, today) } };
  });

/** Everything of a review that waits for whoever looks. */
const tasksOf = (review: MyReview, at: At): readonly Waiting[] => [
  ...returnsWaiting(review, at),
  ...waitsOf(review, at),
];

const asWords = { sro: 'You are an SRO of', deputy: 'You act for the SRO of', lead: 'You lead' } as const;

/** A list for each part that they have in reviews: what repeats is said once. */
const reviewsByPart = (reviews: readonly MyReview[]): Html =>
  html`${[...Map.groupBy(reviews, (review) => review.as)].map(
    ([as, those]) =>
      html`${paragraph(`${asWords[as]}:`)}${linkColumns(those.map(({ programmeId, reviewId, title }) => link(reviewPath(programmeId, reviewId), title)))}`,
  )}`;

/** Their reviews, under the name of each programme where there are several. */
const reviewsShown = (reviews: readonly MyReview[], nameOf: (programme: string) => string): Html => {
  const programmes = [...Map.groupBy(reviews, ({ programmeId }) => programmeId)];
  return programmes.length === 1
    ? reviewsByPart(reviews)
    : html`${programmes.map(([id, those]) => html`<h3 class="govuk-heading-s">${nameOf(id)}</h3>${reviewsByPart(those)}`)}`;
};

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
    ? paragraph('Nothing of your reviews waits for you.')
    : taskList(
        'waiting',
        waiting.map(({ task }) => task),
      )
}
${returnsWithOthers(me.reviews, at)}`
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
    ...askWorkOfAssurance(withoutPractice(programmes?.items ?? []), at),
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
${workOfAssurance(shown, more, at)}
${programmes !== null && workOfOffice(shown, at)}
${answersForReviews(at, me) && html`${heading2(`Your reviews (${me.reviews.length})`)}${me.reviews.length === 0 ? paragraph('No review names you as its SRO or its lead.') : reviewsShown(me.reviews, (id) => all.find((one) => one.id === id)?.name ?? id)}`}
${(shown.length > 0 || !may(at.viewer, ['programme-office'])) && workOfProgrammes(programmes, shown, at)}
${workOfPractice(inPractice, practised, more, at)}
${paragraph(link(messagesOfMinePath, 'Choose how you get messages about what waits for you'))}`,
    };
  },
});
