import { counted, monthInWords } from '#language/in-words.ts';
import { type ComparedPart, ReportComparison } from '#schemas/report-comparison.ts';
import { bulletList, link, paragraph } from '../../design/blocks.ts';
import { type Html, html } from '../../html.ts';
import { section, table } from '../../report/layout.ts';
import { monthTables } from '../../span/months.ts';
import {
  apiChainPath,
  comparePath,
  programmePath,
  programmesPath,
  reportPath,
  reportsPath,
  spanPath,
} from '../paths.ts';
import { asking, orNothing } from '../question.ts';
import { type Screen, screen } from '../screen.ts';
import { monthsAsked, monthsOf } from './report-at.ts';

const path = `${programmesPath}/{programmeId}/reports/compare`;

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

const reviewsOf = ({ reviews }: ReportComparison): Html =>
  reviews === null
    ? paragraph('There are too many reviews to compare one by one.')
    : table({
        caption: 'Reviews that are otherwise, new or gone',
        columns: [{ head: 'Review' }, { head: 'What differs' }],
        rows: reviews.rows.map((one) => [one.title, changeInWords(one)]),
        none: 'No review is otherwise.',
        total: reviews.total,
      });

const whyNot = {
  'left-out': 'left out by the programme’s settings',
  'not-made': 'could not be made',
  'only-in-one': 'only one of the two has it',
} as const;

const comparisonWithin = (given: ReportComparison, programme: string): Html => html`<div class="board-report">
${section(
  'headline',
  'In short',
  html`<div class="headline">${given.inShort.map((sentence) => html`<p>${sentence}</p>`)}</div>`,
  given.between !== null &&
    html`<p>${link(spanPath(programme, given.between), 'What happened between the two')}: who came and went, decisions and outcomes.</p>`,
)}
${section('figures', 'The main figures of both', monthTables([given.figures.before, given.figures.after]))}
${section('reviews', 'Review by review', reviewsOf(given))}
${section(
  'parts',
  'Part by part',
  given.parts.length === 0 ? html`<p class="none">No figure differs.</p>` : given.parts.map(partOf),
  given.notCompared.length > 0 &&
    html`<p class="note">Not compared: ${given.notCompared.map(({ part, why }, n) => `${n > 0 ? '; ' : ''}${part} (${whyNot[why]})`).join('')}.</p>`,
)}
</div>`;

/** All that differs between two published reports, and the other months that the later one can be compared with. */
export const compare: Screen = screen({
  path,
  asks: ({ params: { programmeId = '' }, query: { from, to, fromRevision, toRevision } }) => ({
    comparison: asking(`${apiChainPath({ programme: programmeId })}/reports/compare`, ReportComparison, {
      ...{ from, to, fromRevision, toRevision },
    }),
    months: orNothing(monthsAsked(programmeId)),
  }),
  show: ({ comparison, months }, { params: { programmeId = '' } }) => {
    const { before, after, programme } = comparison;
    const others = monthsOf(months ?? { items: [] }).filter(
      ({ month }) => month !== after.month && month !== before.month,
    );
    return {
      title: `${monthInWords(before.month)} and ${monthInWords(after.month)} compared`,
      caption: programme.name,
      crumbs: [
        { text: 'Programmes', to: programmesPath },
        { text: programme.name, to: programmePath(programmeId) },
        { text: 'Reports', to: reportsPath(programmeId) },
        { text: monthInWords(after.month), to: reportPath(programmeId, after.month) },
      ],
      body: html`${comparisonWithin(comparison, programmeId)}
${
  others.length > 0 &&
  html`<h2 class="govuk-heading-m">Compare ${monthInWords(after.month)} with another month</h2>
<p class="govuk-body">${counted(others.length, 'other month is', 'other months are')} published.</p>
${bulletList(others.map(({ month }) => link(comparePath(programmeId, month, after.month), monthInWords(month))))}`
}`,
    };
  },
});
