import { reviewKey } from '#domain/report/in-order.ts';
import type { ReportSetting } from '#domain/report/report-setting.ts';
import { type ReviewInReport, type SubjectOfRow, subjectOf } from '#domain/report/review-in-report.ts';
import { Rows } from '#domain/report/rows.ts';
import type { FinancialYear } from '#language/time.ts';
import type { Listed } from '#schemas/row-lists.ts';
import type { BudgetLinesPart, BudgetLinesSection } from './record.ts';
import { variancesShown } from './variance.ts';

type Row = BudgetLinesPart['rows']['rows'][number];
type Year = BudgetLinesPart['years'][number];
const figures = ['budget', 'variance', 'adjustment', 'revised', 'movement'] as const;

type Driver = NonNullable<BudgetLinesPart['drivers']>['rows'][number];
const withoutPlaces = ({ total, rows }: Listed<Driver & { readonly n: number }>) => ({
  total,
  rows: rows.map(({ n: _, ...row }) => row),
});

const noSum = { pounds: null, stated: 0 };
const noneOf = (year: FinancialYear): Year => ({
  ...{ year, lines: 0, budget: noSum, variance: noSum, adjustment: noSum, revised: noSum, movement: noSum },
});

const withLine = (sums: Year, row: Row): Year => {
  const added = figures.map((name) => {
    const value = row[name];
    const { pounds, stated } = sums[name];
    return [name, value === null ? sums[name] : { pounds: (pounds ?? 0) + value, stated: stated + 1 }] as const;
  });
  return { ...sums, lines: sums.lines + 1, ...Object.fromEntries(added) };
};

const rowOf = (subject: SubjectOfRow, line: BudgetLinesSection[number]): Row => ({
  ...subject,
  budgetLine: line.id,
  budgetLineTitle: line.title,
  kind: line.kind,
  year: line.year,
  budget: line.budget ?? null,
  variance: line.variance ?? null,
  adjustment: line.adjustment?.pounds ?? null,
  adjustmentReason: line.adjustment?.reason ?? null,
  lastReported: line.lastReported ?? null,
  ...variancesShown(line),
});

/** Budget lines of the programme and of the reviews whose results stand, by year; totals that papers print are shown and not added. */
export const budgetLinesPart = ({ programme, programmeWide }: ReportSetting) => {
  const rows = new Rows<Row>((one) => [one.year, -Math.abs(one.revised ?? 0), reviewKey(one), one.budgetLine]);
  const drivers = new Rows<Driver & { readonly n: number }>((one) => [one.year, reviewKey(one), one.budgetLine, one.n]);
  const years = new Map<FinancialYear, Year>();
  const take = (subject: SubjectOfRow, lines: BudgetLinesSection): void => {
    for (const line of lines) {
      const row = rowOf(subject, line);
      rows.add(row);
      const about = { ...subject, budgetLine: line.id, budgetLineTitle: line.title, year: line.year };
      for (const [n, { driver, words = null, percent }] of (line.drivers ?? []).entries())
        drivers.add({ ...about, n, driver, words, percent });
      if (line.kind === 'line') years.set(line.year, withLine(years.get(line.year) ?? noneOf(line.year), row));
    }
  };
  take({ review: null, title: programme.name }, programmeWide.budgetLines);
  return {
    add: (review: ReviewInReport): void => {
      if (review.inResults) take(subjectOf(review), review.position.budgetLines);
    },
    close: (): BudgetLinesPart => ({
      ...(drivers.total === 0 ? {} : { drivers: withoutPlaces(drivers.listed()) }),
      years: [...years.values()].sort((a, b) => (a.year < b.year ? -1 : 1)),
      rows: rows.listed(),
    }),
  };
};
