import { counted, dateInWords, listed, poundsInWords, shareInWords } from '#language/in-words.ts';
import { labelOf } from '#schemas/choices.ts';
import type { ReportContent } from '#schemas/report.ts';
import { type Html, html } from '#web/html.ts';
import { share } from '#web/report/fact.ts';
import { asAt, conflictLines, figureWords, sourceLine } from '#web/report/figure.ts';
import { firstOf, none, subject, table } from '#web/report/layout.ts';
import type { RegisterPage } from '#web/report/register-page.ts';
import { type Wording, wordingOf } from '#web/report/wording.ts';
import { Measure, type StatedFigure } from '../stated-position/record.ts';
import { byObjectiveFacts, byObjectiveTables } from './page-by-objective.ts';
import { savingsChart } from './page-chart.ts';
import { factsOfStated, factsOfYear } from './page-facts.ts';
import { ledgerFacts, ledgerTables } from './page-ledger.ts';
import { factsOfMtfp, mtfpRollOver } from './page-mtfp.ts';
import { claimedTwiceTable, substitutionsTable } from './page-shared.ts';
import { statesChart } from './page-states-chart.ts';
import { builtUp, statedByYear } from './page-tables.ts';

const period = (stated: StatedFigure): string =>
  [stated.year, stated.periodYears === null ? null : `over ${counted(stated.periodYears, 'year')}`]
    .filter((part) => part !== null)
    .join(', ') || 'not stated';

const follows = (stated: StatedFigure, wording: Wording): Html | null =>
  stated.follows === null
    ? null
    : html`<span class="${stated.follows.agrees ? 'under' : 'conflict'}"><strong>${
        stated.follows.agrees ? wording.follows : wording.doesNotFollow
      }</strong> ${stated.follows.sentence}</span>`;

/** The source of all stated figures, said once, where there are several and it is the same. */
const commonSource = (stated: readonly StatedFigure[]): string | null => {
  const [first, ...rest] = stated.map(({ figure }) => figure);
  if (first?.source === undefined || rest.length === 0) return null;
  return rest.every((one) => one.source === first.source && one.asAt === first.asAt)
    ? `All from: ${first.source}${asAt(first)}.`
    : null;
};

const statedTable = (stated: readonly StatedFigure[], wording: Wording): Html => {
  const common = commonSource(stated);
  const rows = table({
    caption: 'Stated figures, with their sources and conflicts',
    columns: [{ head: 'What' }, { head: 'For' }, { head: 'Figure' }, ...(common === null ? [{ head: 'Source' }] : [])],
    rows: stated.map((one) => [
      html`${one.title}<span class="under">${labelOf(Measure, one.measure)}${one.scope !== undefined && html`, of ${one.scope}`}${one.mtfp !== undefined && html`, ${one.mtfp.name}`}</span>`,
      period(one),
      html`<strong>${figureWords(one.figure)}</strong>${conflictLines(one.figure)}${follows(one, wording)}${one.words !== null && html`<span class="under">${one.words}</span>`}`,
      ...(common === null ? [sourceLine(one.figure)] : []),
    ]),
    none: 'No figure is stated for the whole programme.',
  });
  return html`${rows}${common !== null && html`<p class="aside">${common}</p>`}`;
};

/** What leaves a year with a milestone: since `rules-2` an estimate, before it the whole plan of the year. */
const leavesInWords = ({ pounds, estimate, year }: ReportContent['savings']['moved']['rows'][number]): string => {
  const inPounds = (given: number | null): string => (given === null ? 'not stated' : poundsInWords(given));
  return estimate === undefined
    ? `${inPounds(pounds)} (${year})`
    : `an estimated ${inPounds(estimate.pounds)} of ${inPounds(pounds)} (${year}; ${estimate.months} of ${counted(estimate.of, 'month')})`;
};

/** The savings: what is required and stated next to what the programme's own lines add up to, never merged. */
export const savingsPage: RegisterPage<ReportContent['savings']> = {
  section: { id: 'savings', title: 'Savings' },
  body: (s, content, wording = wordingOf(content)) => [
    html`<p class="coverage"><strong>Coverage.</strong> ${s.coverage.sentence} Reviews with a savings figure: ${shareInWords(s.coverage.reviews)}; ${counted(s.coverage.lines, 'savings line')}.${
      s.coverage.notStated.rows.length > 0 &&
      html` Savings not stated for ${listed(s.coverage.notStated.rows.map((one) => one.title))}.${firstOf(s.coverage.notStated)}`
    }</p>`,
    s.years.length === 0 ? none('No savings are recorded for any year.') : savingsChart(s.years),
    html`<h3>Stated by the programme</h3>`,
    statedByYear(s.years, wording),
    statedTable(s.stated, wording),
    s.mtfp === undefined ? null : mtfpRollOver(s.mtfp),
    html`<h3>Built up from savings lines</h3>`,
    statesChart(s.years),
    builtUp(s.years, wording),
    table({
      caption: 'Savings that move with a milestone',
      columns: [
        { head: 'Review' },
        { head: 'Saving' },
        { head: 'Milestone' },
        { head: 'Moved' },
        { head: 'Leaves the year', figures: true },
      ],
      rows: s.moved.rows.map((one) => [
        subject(one),
        one.saving,
        one.milestone,
        `${dateInWords(one.from)} to ${dateInWords(one.to)}`,
        leavesInWords(one),
      ]),
      none: 'No saving moved with a milestone.',
      total: s.moved.total,
    }),
    s.claimedTwice === undefined || s.claimedTwice.total === 0 ? null : claimedTwiceTable(s.claimedTwice),
    s.substitutions === undefined || s.substitutions.total === 0 ? null : substitutionsTable(s.substitutions),
    ...ledgerTables(s.ledger),
    ...byObjectiveTables(s.byObjective),
  ],
  facts: (savings) => [
    ...savings.years.flatMap(factsOfYear),
    ...savings.stated.flatMap(factsOfStated),
    ...(savings.mtfp === undefined ? [] : factsOfMtfp(savings.mtfp)),
    ...ledgerFacts(savings.ledger),
    ...byObjectiveFacts(savings.byObjective),
    {
      ...share('Savings', 'Reviews with a savings figure', savings.coverage.reviews),
      coverage: savings.coverage.sentence,
    },
  ],
};
