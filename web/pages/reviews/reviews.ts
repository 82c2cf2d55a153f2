import * as z from 'zod';
import { dateInWords } from '#language/in-words.ts';
import { team } from '#registers/declaration.ts';
import { ReviewSummary } from '#schemas/operations/answer-parts.ts';
import { Programme } from '#schemas/programme.ts';
import { RatingName, ratingInWords } from '#schemas/rating-names.ts';
import { lifecycleNames, tierNames } from '#schemas/review.ts';
import { stageNotStated, stagesOf } from '#schemas/stages.ts';
import { buttonLink, link, paragraph, tag } from '../../design/blocks.ts';
import { dataTable } from '../../design/tables.ts';
import { html, type Printable } from '../../html.ts';
import { type Filter, filtersOfList, listAddress, pagesOfList, type SortedBy, sortedBy, sortIn } from '../arranging.ts';
import { programmePath, programmesPath, reviewPath, reviewsPath } from '../paths.ts';
import { asking } from '../question.ts';
import { type At, may, type Screen, screen } from '../screen.ts';
import { ratingTag } from './ratings.ts';

const Reviews = z.object({ items: z.array(ReviewSummary), next: z.string().nullable() });
type ReviewItem = z.infer<typeof ReviewSummary>;

/** What the page reads of the programme: its name, and by which stages its reviews go. */
const ProgrammeOfReviews = z.object({
  id: z.string(),
  record: z.object({
    name: z.string(),
    stageModel: Programme.shape.stageModel,
    portfolios: Programme.shape.portfolios,
  }),
});
type ProgrammeOfReviews = z.infer<typeof ProgrammeOfReviews>;

const optionsOf = (names: Readonly<Record<string, string>>) =>
  Object.entries(names).map(([value, label]) => ({ value, label }));

const filtersOf = ({ record: { stageModel, portfolios } }: ProgrammeOfReviews): readonly Filter[] => [
  { name: 'sro', label: 'Whose', options: [{ value: 'me', label: 'Mine' }] },
  {
    name: 'rating',
    label: 'Rated',
    options: [
      ...RatingName.options.toReversed().map((value) => ({ value, label: ratingInWords(value) })),
      { value: 'not-rated', label: ratingInWords('not-rated') },
    ],
  },
  {
    name: 'stage',
    label: 'Stage',
    options: [
      ...stagesOf(stageModel).map(({ id, name }) => ({ value: id, label: name })),
      { value: stageNotStated.id, label: stageNotStated.name },
    ],
  },
  { name: 'tier', label: 'Tier', options: optionsOf(tierNames) },
  { name: 'lifecycle', label: 'Lifecycle', options: optionsOf(lifecycleNames) },
  ...(portfolios.length === 0
    ? []
    : [
        {
          name: 'portfolio',
          label: 'Portfolio',
          options: portfolios.map(({ id, name }) => ({ value: id, label: name })),
        },
      ]),
];

/** Of the address what the API takes, under the same names. */
const askedOf = ({ query }: At): Readonly<Record<string, string | undefined>> =>
  Object.fromEntries(['sro', 'rating', 'stage', 'tier', 'lifecycle', 'portfolio'].map((name) => [name, query[name]]));

const byDefault: SortedBy = { sort: 'worst', order: 'ascending' };

const rated = (given: NonNullable<ReviewItem['ratings']>['sro'] | undefined): Printable =>
  given
    ? html`${ratingTag(given.rating)}<br><span class="govuk-body-s tracker-short">${dateInWords(given.on)}</span>`
    : ratingInWords('not-rated');

const row = (programme: string) => (review: ReviewItem) => [
  html`${link(reviewPath(programme, review.id), review.title)}${review.struckOut && html` ${tag('Struck out', 'grey')}`}`,
  rated(review.ratings?.sro),
  rated(review.ratings?.assurance),
  review.stageName,
  lifecycleNames[review.lifecycle],
  tierNames[review.tier],
  review.sros.length === 0 ? 'No SRO' : review.sros.map(({ name }) => name).join(', '),
];

/** The reviews of a programme: filtered and sorted by what the address says, the worst rated first unless it says otherwise. */
export const reviews: Screen = screen({
  path: `${programmesPath}/{programmeId}/reviews`,
  asks: (at) => {
    const { programmeId = '' } = at.params;
    const api = `/programmes/${encodeURIComponent(programmeId)}`;
    const query = { ...askedOf(at), ...sortedBy(at, byDefault), limit: '50', cursor: at.query.cursor };
    return { programme: asking(api, ProgrammeOfReviews), reviews: asking(`${api}/reviews`, Reviews, query) };
  },
  show: ({ programme, reviews: { items, next } }, at) => {
    const now = sortedBy(at, byDefault);
    const sorted = (head: string, name: string) => ({ head, sort: sortIn(at, name, now) });
    const filters = filtersOf(programme);
    return {
      title: 'Reviews',
      caption: programme.record.name,
      crumbs: [
        { text: 'Programmes', to: programmesPath },
        { text: programme.record.name, to: programmePath(programme.id) },
      ],
      body: html`${may(at.viewer, team) && buttonLink(`${reviewsPath(programme.id)}/_new`, 'Open a review')}
${filtersOfList(at, filters)}
${
  items.length > 1 &&
  (now.sort === 'worst'
    ? paragraph('The worst rated by SRO or assurance first, of the reviews that count in the total; then the others.')
    : paragraph(link(listAddress(at, { sort: undefined, order: undefined }), 'Show the worst first')))
}
${dataTable({
  caption: 'Reviews',
  captionHidden: true,
  columns: [
    sorted('Review', 'title'),
    { head: 'SRO’s rating' },
    { head: 'Assurance' },
    sorted('Stage', 'stage'),
    sorted('Lifecycle', 'lifecycle'),
    sorted('Tier', 'tier'),
    { head: 'SRO' },
  ],
  rows: items.map(row(programme.id)),
  none: 'There is no such review.',
})}
${pagesOfList(at, next)}`,
    };
  },
});
