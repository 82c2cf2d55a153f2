import { amountOf } from '#domain/report/figures/amounts.ts';
import { ledgerRule } from '#domain/report/figures/ledger-in-savings.ts';
import { byTitle, figuresOfRecords, reviewItself } from '#domain/report/figures/of-records.ts';
import { addTotals } from '#domain/totals.ts';
import type { FinancialYear } from '#language/time.ts';
import type { WhyNone } from '#schemas/in-figures.ts';
import type { LedgerOfYear } from '#schemas/ledger-in-report.ts';
import type { ReportContent } from '#schemas/report.ts';
import { withholdsLine } from './beside-ledger.ts';
import { keysOfLine } from './by-objective.ts';
import { carriedOverIn } from './mtfp-roll-over.ts';
import { movedLines, statesSavings } from './report.ts';

/*
 * What savings lines give to the lists and tables of the report besides the years (docs/meaning.md REPORT-27).
 */

type Years = ReportContent['savings'];
type Sum = NonNullable<Years['byObjective']>['objectives'][number]['sum'];

const coverage = {
  id: 'MONEY-3',
  sentence: 'No total is without its coverage: of how many reviews savings are stated, and of how many they are not.',
};
const objectives = {
  id: 'SAVINGS-29',
  sentence:
    'What lines plan is added up by objective, by directorate and by both, by low ends; what states no objective is a row of its own.',
};
const carried = {
  id: 'SAVINGS-28',
  sentence:
    'What carries over is what the MTFP before held for years before the one in use begins, less what finance has validated.',
};

const ofSum = (name: string, title: string, { pounds, lines, withoutFigure }: Sum) => [
  { name: `${name}.planned`, title: `Planned, ${title}`, value: pounds, unit: 'pounds' as const, rule: objectives },
  { name: `${name}.lines`, title: `Savings lines, ${title}`, value: lines, rule: objectives },
  {
    name: `${name}.without-figure`,
    title: `Savings lines without a figure, ${title}`,
    value: withoutFigure,
    rule: objectives,
  },
];

const yearInName = (year: FinancialYear): string => year.replace('/', '-');

const byObjectiveAsked = ({ byObjective }: Years) =>
  byObjective === undefined
    ? []
    : [
        ...(['objectives', 'directorates'] as const).flatMap((table) =>
          byObjective[table].flatMap(({ year, key, name, sum }) =>
            ofSum(`${yearInName(year)}.${table}.${key}`, `${year}: ${name}`, sum),
          ),
        ),
        ...byObjective.cells.rows.flatMap(({ year, keys: [objective, directorate], sum, ...named }) =>
          ofSum(
            `${yearInName(year)}.cells.${objective}.${directorate}`,
            `${year}: ${named.objective}, ${named.directorate}`,
            sum,
          ),
        ),
      ];

const stated = (years: Years['years']) =>
  years.flatMap(({ year, linesStated }) =>
    linesStated === undefined
      ? []
      : (['claimed', 'validated'] as const).map((name) => ({
          name: `${yearInName(year)}.lines-${name}`,
          title: `Savings ${year}: lines of which something is ${name}`,
          value: linesStated[name],
        })),
  );

const withheldFromLedger = ({ year, withheld }: LedgerOfYear) =>
  withheld === undefined
    ? []
    : [
        {
          name: `${yearInName(year)}.ledger-withheld`,
          title: `Savings ${year}, in the ledger: Claimed, of lines that are withheld`,
          value: withheld.pounds,
          unit: 'pounds' as const,
          rule: ledgerRule,
        },
      ];

const linesListed = figuresOfRecords({
  part: 'savings',
  register: 'saving',
  whose: 'in-results',
  rule: {
    id: 'SAVINGS-4',
    sentence: 'Where nothing is claimed, or validated, of a year, reports say so: of how many lines it is.',
  },
  ofReview: ({ position }) => position.savings.lines,
  named: byTitle,
  figures: {
    lines: { title: 'Savings lines', value: (part) => part.coverage.lines, gives: () => true, rule: coverage },
    slipped: {
      title: 'Years of savings out of which a slipped milestone takes something',
      value: ({ moved }) => moved.total,
      gives: (line, { review }) => (review === null ? 0 : movedLines(review, line, true).length),
      rule: {
        id: 'SAVINGS-23',
        sentence:
          'A slip gives an estimate of the pounds that leave each year of a line that is tied to the milestone.',
      },
    },
    'carried-over': {
      title: 'Years of lines that carry over from the MTFP before',
      value: ({ mtfp }) => mtfp?.carriedOver.total,
      gives: (line, { setting }) => carriedOverIn(line, setting.programme).length,
      rule: carried,
    },
    'not-delivered': {
      title: 'What the MTFP before held and was not delivered',
      unit: 'pounds',
      value: ({ mtfp }) => mtfp?.notDelivered,
      gives: (line, { setting }) => amountOf(addTotals(carriedOverIn(line, setting.programme))),
      rule: carried,
    },
  },
  tables: [
    {
      asked: ({ ledger = [] }) => ledger.flatMap(withheldFromLedger),
      gives: ({ years, ...line }) =>
        Object.fromEntries(
          years.flatMap(({ year, claimed }) =>
            claimed === null || !withholdsLine(line) ? [] : [[`${yearInName(year)}.ledger-withheld`, claimed]],
          ),
        ),
    },
    {
      asked: ({ years }) => stated(years),
      gives: ({ years }) =>
        Object.fromEntries(
          years.flatMap(({ year, claimed, validated }) => [
            [`${yearInName(year)}.lines-claimed`, claimed !== null],
            [`${yearInName(year)}.lines-validated`, validated !== null],
          ]),
        ),
    },
    {
      asked: byObjectiveAsked,
      gives: (line, { review, setting: { programme } }) => {
        if (review === null || (programme.objectives ?? []).length === 0) return {};
        const { objective, directorate } = keysOfLine(line, review.position);
        return Object.fromEntries(
          line.years.flatMap(({ year, plan }) =>
            [`objectives.${objective}`, `directorates.${directorate}`, `cells.${objective}.${directorate}`].flatMap(
              (place): [string, number | boolean | WhyNone][] => [
                [`${yearInName(year)}.${place}.planned`, plan ?? 'not-stated'],
                [`${yearInName(year)}.${place}.lines`, true],
                [`${yearInName(year)}.${place}.without-figure`, plan === null],
              ],
            ),
          ),
        );
      },
    },
  ],
});

const ofCountedReviews = figuresOfRecords({
  ...reviewItself,
  part: 'savings',
  whose: 'counted',
  unit: 'reviews',
  rule: coverage,
  figures: {
    'reviews-stated': {
      title: 'Reviews of which savings are stated',
      value: (part) => part.coverage.reviews.numerator,
      gives: statesSavings,
    },
    'reviews-not-stated': {
      title: 'Reviews of which savings are not stated',
      value: (part) => part.coverage.notStated.total,
      gives: (review) => !statesSavings(review),
    },
  },
});

const ofReviewsInResults = figuresOfRecords({
  ...reviewItself,
  part: 'savings',
  whose: 'in-results',
  rule: {
    id: 'SAVINGS-20',
    sentence: 'A line and its substitutes count as one: each pair is shown, by year.',
  },
  figures: {
    substitutions: {
      title: 'Substitutions of savings lines, by year',
      value: ({ substitutions }) => substitutions?.total,
      gives: ({ position }) => position.savings.substitutions.length,
    },
  },
});

/** What lists of the report say of savings lines besides. */
export const savingsListedInFigures = [linesListed, ofCountedReviews, ofReviewsInResults];
