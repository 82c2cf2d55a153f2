import { describe, expect, it } from 'vitest';
import { ownedRows } from '#web/mapping/mapped-plan.ts';
import { moneyTotals } from '#web/mapping/money-totals.ts';
import type { ReadCell } from '#web/workbook/sheet.ts';
import { mappedTable, sheetOf } from '../../../support/mapped-table.ts';

/* What is read of a column of money, held against the totals that the sheet has itself: docs/meaning.md WRITE-43. */

const totalsOf = (...rows: readonly (readonly ReadCell[])[]) => {
  const mapped = mappedTable(
    'savings',
    sheetOf('Savings', [['Ref', 'Service', 'Description', 'Saving 26/27 £k', 'Forecast 26/27 £k'], ...rows]),
    (mapping) => ({
      ...mapping,
      words: [{ field: 'years.2026/27.plan', word: 'TBC', means: 'TBC: the sheet says so' }],
    }),
  );
  return moneyTotals(mapped, ownedRows(mapped).rows);
};
const line = (n: number, plan: ReadCell, forecast: ReadCell = null): readonly ReadCell[] => [
  ...[`T${n}`, 'Property', `Idea ${n}`],
  ...[plan, forecast],
];
const total = (plan: ReadCell, forecast: ReadCell = null, words = 'Total'): readonly ReadCell[] => [
  ...[words, null, null],
  ...[plan, forecast],
];

describe('A column of money', () => {
  it('comes to what its rows say, in pounds, and agrees with the total of the sheet or not', () => {
    expect(totalsOf(line(1, 75.5, 70), line(2, 'c. 40', 40), line(3, 'TBC'), total(115.5, 115))).toEqual([
      {
        ...{ label: '2026/27: Plan', head: 'Saving 26/27 £k', withoutAmount: 1 },
        read: { low: 115_500, high: 115_500 },
        inSheet: { low: 115_500, high: 115_500, rows: [5] },
      },
      {
        ...{ label: '2026/27: Forecast', head: 'Forecast 26/27 £k', withoutAmount: 0 },
        read: { low: 110_000, high: 110_000 },
        inSheet: { low: 115_000, high: 115_000, rows: [5] },
      },
    ]);
  });

  it('comes to a range where a row says one', () => {
    expect(totalsOf(line(1, '100-150'), line(2, 20), total(145))[0]).toMatchObject({
      read: { low: 120_000, high: 170_000 },
      inSheet: { low: 145_000, high: 145_000 },
    });
  });

  it('is held against the grand total, else the last total, else all of them together', () => {
    const [one, two] = [line(1, 10), line(2, 20)];
    expect(totalsOf(one, total(10), two, total(20), total(31, null, 'Grand total'))[0]?.inSheet).toMatchObject({
      ...{ low: 31_000, rows: [6] },
    });
    expect(totalsOf(one, total(10), two, total(20), total(30))[0]?.inSheet).toMatchObject({ low: 30_000, rows: [6] });
    expect(totalsOf(one, total(10), two, total(20))[0]?.inSheet).toMatchObject({ low: 30_000, rows: [3, 5] });
  });

  it('is held against all of them together where it is nearer to that, although a row is missing', () => {
    const inSheet = totalsOf(line(1, 10), total(15), line(2, 20), total(20))[0]?.inSheet;
    expect(inSheet).toEqual({ low: 35_000, high: 35_000, rows: [3, 5] });
  });

  it('has nothing to be held against where the sheet has no total', () => {
    expect(totalsOf(line(1, 10))[0]).not.toHaveProperty('inSheet');
  });
});
