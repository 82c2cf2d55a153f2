import * as z from 'zod';
import { counted, dateInWords } from '#language/in-words.ts';
import { LocalDate } from '#language/time.ts';
import { registers } from '#registers/all.ts';
import { team } from '#registers/declaration.ts';
import { ReviewSummary } from '#schemas/operations/answer-parts.ts';
import { Programme } from '#schemas/programme.ts';
import { ratingInWords } from '#schemas/rating-names.ts';
import { heading2, link, paragraph, tag } from '../design/blocks.ts';
import { dataTable } from '../design/tables.ts';
import { html } from '../html.ts';
import { apiChainPath, bookPath, entryPath, programmePath, programmesPath, reviewPath, reviewsPath } from './paths.ts';
import { asking } from './question.ts';
import { capital, Entry, entryTitle } from './registers/register-at.ts';
import { isInTrouble, isUnderWay, worseOf } from './reviews/in-trouble.ts';
import { may, type Screen, screen } from './screen.ts';

/*
 * A portfolio of a programme: what of it is in trouble, and what is late (docs/meaning.md LIST-11).
 */

const ProgrammeOfPortfolio = z.object({
  record: z.object({ name: z.string(), portfolios: Programme.shape.portfolios }),
});
const Reviews = z.object({ items: z.array(ReviewSummary), next: z.string().nullable() });
type ReviewItem = z.infer<typeof ReviewSummary>;

const OfReview = z.object({ id: z.string(), title: z.string() }).nullable();
const Milestones = z.object({
  items: z.array(z.object({ review: OfReview, dueOn: LocalDate.nullable(), entry: Entry })),
  next: z.string().nullable(),
});
const Actions = z.object({
  items: z.array(
    z.object({
      review: OfReview,
      dueOn: LocalDate.nullable(),
      kind: z.string(),
      entry: z.object({ id: z.string() }),
      what: z.string(),
    }),
  ),
  next: z.string().nullable(),
});

/** Something that was to be done by a day that is past. */
interface Late {
  readonly review: { readonly id: string; readonly title: string };
  readonly dueOn: LocalDate | null;
  readonly what: string;
  readonly title: string;
  readonly to: string;
}

const registerOf = (kind: string) => {
  const register = registers.find((one) => one.kind === kind);
  if (register === undefined) throw new Error(`there is no register ${kind}`);
  return register;
};

const lateOf = (
  programme: string,
  reviews: readonly ReviewItem[],
  milestones: z.infer<typeof Milestones>,
  actions: z.infer<typeof Actions>,
): readonly Late[] => {
  const isHere = (review: z.infer<typeof OfReview>): review is Late['review'] =>
    review !== null && reviews.some(({ id }) => id === review.id);
  const milestone = registerOf('milestone');
  return [
    ...milestones.items.flatMap(({ review, dueOn, entry }) =>
      isHere(review)
        ? [
            {
              review,
              dueOn,
              what: 'Milestone',
              title: entryTitle(milestone, entry),
              to: entryPath({ programme, review: review.id }, milestone.path, entry.id),
            },
          ]
        : [],
    ),
    ...actions.items.flatMap(({ review, dueOn, kind, entry, what }) =>
      isHere(review)
        ? [
            {
              review,
              dueOn,
              what: `Action of ${kind === 'issue' ? 'an' : 'a'} ${registerOf(kind).noun}`,
              title: what,
              to: entryPath({ programme, review: review.id }, registerOf(kind).path, entry.id),
            },
          ]
        : [],
    ),
  ].toSorted((one, other) => ((one.dueOn ?? '') < (other.dueOn ?? '') ? -1 : 1));
};

const saidBy = ({ ratings }: ReviewItem): string =>
  [
    ...(ratings?.sro ? [`SRO: ${ratingInWords(ratings.sro.rating)}, ${dateInWords(ratings.sro.on)}`] : []),
    ...(ratings?.assurance
      ? [`assurance: ${ratingInWords(ratings.assurance.rating)}, ${dateInWords(ratings.assurance.on)}`]
      : []),
  ].join('; ');

export const portfolioHome: Screen = screen({
  path: `${programmesPath}/{programmeId}/portfolios/{portfolio}`,
  asks: ({ params: { programmeId = '', portfolio = '' } }) => {
    const api = apiChainPath({ programme: programmeId });
    const overdue = { overdue: 'true', limit: '200' };
    return {
      programme: asking(api, ProgrammeOfPortfolio),
      reviews: asking(`${api}/reviews`, Reviews, { portfolio, sort: 'worst', limit: '200' }),
      milestones: asking(`${api}/across/milestones`, Milestones, overdue),
      actions: asking(`${api}/across/actions`, Actions, overdue),
    };
  },
  show: ({ programme, reviews, milestones, actions }, { params: { programmeId = '', portfolio = '' }, viewer }) => {
    const { name, portfolios } = programme.record;
    const counting = reviews.items.filter(isUnderWay);
    const late = lateOf(programmeId, counting, milestones, actions);
    const red = counting.filter(isInTrouble);
    const notRated = counting.filter((review) => worseOf(review) === undefined).length;
    const isPart = milestones.next !== null || actions.next !== null || reviews.next !== null;
    return {
      title: capital(portfolios.find(({ id }) => id === portfolio)?.name ?? portfolio),
      caption: name,
      crumbs: [
        { text: 'Programmes', to: programmesPath },
        { text: name, to: programmePath(programmeId) },
      ],
      body: html`${paragraph(link(`${reviewsPath(programmeId)}?portfolio=${encodeURIComponent(portfolio)}`, counted(reviews.items.length, 'review')), `, of which ${counting.length} are active or paused${notRated > 0 && `, ${notRated} of them not rated by anybody`}.`)}
${may(viewer, team) && paragraph(link(bookPath({ programme: programmeId, portfolio }), 'Its reviews as one workbook, out and back'))}
${heading2('What is in trouble')}
${dataTable({
  caption: 'Reviews rated Red or Amber/Red by the worse of SRO and assurance',
  captionHidden: true,
  stacked: true,
  columns: [{ head: 'Review' }, { head: 'Rated' }, { head: 'By whom, and as at' }, { head: 'SRO' }],
  rows: red.map((review) => [
    link(reviewPath(programmeId, review.id), review.title),
    tag(ratingInWords(worseOf(review) ?? 'not-rated'), worseOf(review) === 'red' ? 'red' : 'orange'),
    saidBy(review),
    review.sros.map((one) => one.name).join(', ') || 'No SRO',
  ]),
  none: 'No review that counts is rated Red or Amber/Red.',
})}
${heading2('What is late')}
${isPart && paragraph('There is more than is listed here: look at the lists over all reviews as well.')}
${dataTable({
  caption: 'Milestones and actions whose day is past',
  captionHidden: true,
  stacked: true,
  columns: [{ head: 'What' }, { head: 'Kind' }, { head: 'Was due', short: true }, { head: 'Review' }],
  rows: late.map(({ review, dueOn, what, title, to }) => [
    link(to, title),
    what,
    dueOn === null ? 'Not stated' : dateInWords(dueOn),
    link(reviewPath(programmeId, review.id), review.title),
  ]),
  none: 'No milestone and no action of these reviews is late.',
})}`,
    };
  },
});
