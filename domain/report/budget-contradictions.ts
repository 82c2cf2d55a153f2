import { poundsInWords } from '#language/in-words.ts';
import type { BudgetLinesSection } from '#registers/budget-line/record.ts';
import { movementOf, revisedOf, variancesShown } from '#registers/budget-line/variance.ts';
import { sumOfShares } from '#registers/stated-measure/stated-values.ts';
import type { Found, ReportRule } from './report-rule.ts';

type Line = BudgetLinesSection[number];

const found = (id: string, because: string, stated: number, worked: number): Found => ({
  register: 'budget-line',
  id,
  because,
  evidence: [
    { what: 'Printed', value: poundsInWords(stated) },
    { what: 'Worked out', value: poundsInWords(worked) },
  ],
  pounds: Math.abs(stated - worked),
});

const printedOtherwise = (lines: BudgetLinesSection): Found[] =>
  lines.flatMap((line) => {
    const checked = [
      { what: 'revised variance', stated: line.revised, worked: revisedOf(line) },
      { what: 'movement', stated: line.movement, worked: movementOf(line) },
    ];
    return checked.flatMap(({ what, stated, worked }) =>
      stated === undefined || worked === null || stated === worked
        ? []
        : [
            found(
              line.id,
              `The ${what} of "${line.title}" in ${line.year} is printed as ${poundsInWords(stated)}; its parts come to ${poundsInWords(worked)}.`,
              stated,
              worked,
            ),
          ],
    );
  });

/** What the lines of a total come to, where each of them is there and states it. */
const sumOf = (
  lines: readonly (Line | undefined)[],
  figure: (line: Line) => number | null | undefined,
): number | null =>
  lines.reduce<number | null>((sum, line) => {
    const value = line === undefined ? null : (figure(line) ?? null);
    return sum === null || value === null ? null : sum + value;
  }, 0);

const totalsOtherwise = (lines: BudgetLinesSection): Found[] =>
  lines.flatMap((total) => {
    if (total.kind !== 'total' || total.of.length === 0) return [];
    const parts = total.of.map((id) => lines.find((one) => one.id === id));
    const checked = [
      { what: 'budget', stated: total.budget ?? null, worked: sumOf(parts, (one) => one.budget) },
      { what: 'variance', stated: total.variance ?? null, worked: sumOf(parts, (one) => one.variance) },
      {
        what: 'revised variance',
        stated: variancesShown(total).revised,
        worked: sumOf(parts, (one) => variancesShown(one).revised),
      },
    ];
    return checked.flatMap(({ what, stated, worked }) =>
      stated === null || worked === null || stated === worked
        ? []
        : [
            found(
              total.id,
              `The ${what} of the total "${total.title}" in ${total.year} is printed as ${poundsInWords(stated)}; its ${total.of.length} lines come to ${poundsInWords(worked)}.`,
              stated,
              worked,
            ),
          ],
    );
  });

// In the precision in which they are printed.
const driversOtherwise = (lines: BudgetLinesSection): Found[] =>
  lines.flatMap(({ id, title, year, drivers = [] }) => {
    const { size, within } = sumOfShares(drivers.map(({ percent }) => percent));
    if (drivers.length === 0 || Math.abs(size - 100_000) <= within) return [];
    return [
      {
        register: 'budget-line',
        id,
        because: `The shares of what drives the cost of "${title}" in ${year} make ${size / 1000}%, not 100%.`,
        evidence: drivers.map(({ driver, words, percent }) => ({ what: words ?? driver, value: `${percent}%` })),
      },
    ];
  });

const ofBoth = (judge: (lines: BudgetLinesSection) => Found[]): Pick<ReportRule, 'ofReview' | 'ofProgramme'> => ({
  ofReview: ({ inResults, position }) => (inResults ? judge(position.budgetLines) : []),
  ofProgramme: ({ budgetLines }) => judge(budgetLines),
});

export const budgetContradictions: readonly ReportRule[] = [
  {
    id: 'CON-17',
    kind: 'contradiction',
    since: 'rules-2',
    sentence: 'A revised variance or a movement of a budget line is printed that its parts do not come to.',
    ...ofBoth(printedOtherwise),
  },
  {
    id: 'CON-18',
    kind: 'contradiction',
    since: 'rules-2',
    sentence: 'A total of budget lines is printed that its lines do not come to.',
    ...ofBoth(totalsOtherwise),
  },
  {
    id: 'CON-21',
    kind: 'contradiction',
    since: 'rules-2',
    sentence: "The shares of what drives a budget line's cost do not make 100.",
    ...ofBoth(driversOtherwise),
  },
];
