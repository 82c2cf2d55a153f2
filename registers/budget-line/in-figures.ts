import { byTitle, figuresOfRecords } from '#domain/report/figures/of-records.ts';
import type { BudgetLinesPart, BudgetLinesSection } from './record.ts';
import { variancesShown } from './variance.ts';

type Line = BudgetLinesSection[number];

const amounts = [
  ['budget', 'Budget'],
  ['variance', 'Variance'],
  ['adjustment', 'Adjustment'],
  ['revised', 'Revised variance'],
  ['movement', 'Movement'],
] as const;

const groupOf = (year: string): string => year.replace('/', '-');

const amountsOf = (line: Line) => ({
  budget: line.budget ?? null,
  variance: line.variance ?? null,
  adjustment: line.adjustment?.pounds ?? null,
  ...variancesShown(line),
});

const ofYear = (row: BudgetLinesPart['years'][number]) => [
  {
    name: `${groupOf(row.year)}.lines`,
    title: `Budget lines ${row.year}`,
    value: row.lines,
  },
  ...amounts.map(([name, title]) => ({
    name: `${groupOf(row.year)}.${name}`,
    title: `Budget lines ${row.year}: ${title}`,
    value: row[name].pounds,
    unit: 'pounds' as const,
  })),
];

/** Totals that papers print are shown and not added. */
const given = (line: Line): Readonly<Record<string, number>> => {
  if (line.kind !== 'line') return {};
  const of = amountsOf(line);
  return {
    [`${groupOf(line.year)}.lines`]: 1,
    ...Object.fromEntries(
      amounts.flatMap(([name]) => {
        const pounds = of[name];
        return pounds === null ? [] : [[`${groupOf(line.year)}.${name}`, pounds]];
      }),
    ),
  };
};

export const budgetLinesInFigures = [
  figuresOfRecords({
    part: 'budgetLines',
    register: 'budget-line',
    whose: 'in-results',
    rule: {
      id: 'MEASURE-6',
      sentence: 'Totals that are printed are shown and never added; a sum is of the lines that state the figure.',
    },
    ofReview: ({ position }) => position.budgetLines,
    ofProgramme: (wide) => wide.budgetLines,
    named: byTitle,
    figures: {
      listed: { title: 'Budget lines, totals included', value: ({ rows }) => rows.total, gives: () => true },
      drivers: {
        title: 'What drives the cost of budget lines',
        value: ({ drivers }) => drivers?.total,
        gives: ({ drivers = [] }) => drivers.length,
        rule: { id: 'MEASURE-8', sentence: 'A budget line says what drives its cost, each by its share.' },
      },
    },
    tables: [{ asked: ({ years }) => years.flatMap(ofYear), gives: given }],
  }),
];
