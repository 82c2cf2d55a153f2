import { counted, monthInWords } from '#language/in-words.ts';
import { ReportComparison } from '#schemas/report-comparison.ts';
import { bulletList, link } from '../../design/blocks.ts';
import { type Html, html } from '../../html.ts';
import { section } from '../../report/layout.ts';
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
import { moneyOfTwoYears, whatDiffers } from './what-differs.ts';

const path = `${programmesPath}/{programmeId}/reports/compare`;

const comparisonWithin = (given: ReportComparison, programme: string): Html => html`<div class="board-report">
${section(
  'headline',
  'In short',
  html`<div class="headline">${given.inShort.map((sentence) => html`<p>${sentence}</p>`)}</div>`,
  given.between !== null &&
    html`<p>${link(spanPath(programme, given.between), 'What happened between the two')}: who came and went, decisions and outcomes.</p>`,
)}
${section('figures', 'The main figures of both', moneyOfTwoYears(given.figures), monthTables([given.figures.before, given.figures.after]))}
${whatDiffers(given)}
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
