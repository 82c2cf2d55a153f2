import type { ComparedPart, ReportComparison } from '#schemas/report-comparison.ts';
import { paragraph } from '../../design/blocks.ts';
import { type Html, html } from '../../html.ts';
import { section, table } from '../../report/layout.ts';

type Differences = Pick<ReportComparison, 'reviews' | 'parts' | 'notCompared'>;

const differing = ({ what, before, after }: ComparedPart['figures'][number]): Html =>
  html`<p class="small">${what}: ${after}${before !== null && html`, was ${before}`}</p>`;

type Changed = Pick<ComparedPart['rows']['rows'][number], 'change' | 'fields'>;
const changeInWords = ({ change, fields }: Changed): Html =>
  change === 'changed'
    ? html`${fields.length === 0 ? 'Changed' : fields.map(differing)}`
    : html`<strong>${change === 'new' ? 'New' : 'Gone'}</strong>`;

const partOf = ({ title, figures, rows }: ComparedPart): Html => html`<h3>${title}</h3>
${
  figures.length > 0 &&
  table({
    caption: `${title}: figures`,
    columns: [{ head: 'Figure' }, { head: 'Before' }, { head: 'After' }],
    rows: figures.map(({ what, before, after }) => [what, before ?? '', after]),
    none: '',
  })
}${
  rows.rows.length > 0 &&
  table({
    caption: `${title}: row by row`,
    columns: [{ head: 'Row' }, { head: 'List' }, { head: 'What differs' }],
    rows: rows.rows.map((one) => [one.row, one.list, changeInWords(one)]),
    none: '',
    total: rows.total,
  })
}`;

const reviewsOf = ({ reviews }: Differences): Html =>
  reviews === null
    ? paragraph('There are too many reviews to compare one by one.')
    : table({
        caption: 'Reviews that are otherwise, new or gone',
        columns: [{ head: 'Review' }, { head: 'What differs' }],
        rows: reviews.rows.map((one) => [one.title, changeInWords(one)]),
        none: 'No review is otherwise.',
        total: reviews.total,
      });

type OfYear = { readonly money: { readonly year: string } | null };

/** That the money on the two sides is of two financial years; null where it is of one, or of one side nothing is said. */
export const moneyOfTwoYears = ({ before, after }: { readonly before: OfYear; readonly after: OfYear }): Html | null =>
  before.money === null || after.money === null || before.money.year === after.money.year
    ? null
    : html`<p class="note">The savings of the first are those of ${before.money.year}, of the second those of ${after.money.year}: the one is no earlier figure of the other. How each year differs is said below, under its own name.</p>`;

const whyNot = {
  'left-out': 'left out by the programme’s settings',
  'not-made': 'could not be made',
  'only-in-one': 'only one of the two has it',
} as const;

/** All that differs, review by review and part by part, and what is not compared. */
export const whatDiffers = (
  given: Differences,
): Html => html`${section('reviews', 'Review by review', reviewsOf(given))}
${section(
  'parts',
  'Part by part',
  given.parts.length === 0 ? html`<p class="none">No figure differs.</p>` : given.parts.map(partOf),
  given.notCompared.length > 0 &&
    html`<p class="note">Not compared: ${given.notCompared.map(({ part, why }, n) => `${n > 0 ? '; ' : ''}${part} (${whyNot[why]})`).join('')}.</p>`,
)}`;
