import { describe, expect, it } from 'vitest';
import { yearsNamedIn } from '#web/mapping/mapped-fields.ts';
import { mappedTable, sheetOf } from '../../../support/mapped-table.ts';

/* Which financial year a column is of, as heads say it: docs/meaning.md WRITE-42. */

describe('A head names the years', () => {
  const rows: readonly (readonly [head: string, years: readonly string[]])[] = [
    ['Saving 25/26 £k', ['2025/26']],
    ['2025-26', ['2025/26']],
    ['2026/27 (£000)', ['2026/27']],
    ['Plan 2026 / 2027', ['2026/27']],
    ['FY25/26 plan', ['2025/26']],
    ['FY2025–26', ['2025/26']],
    ['2019/20', ['2019/20']],
    ['Total 2025/26 and 26/27', ['2025/26', '2026/27']],
    // Some mean the year that begins in 2026, and some the one that ends then.
    ['FY26', []],
    ['As at 31/03/26', []],
    ['25/26/27', []],
    ['Ages 18-19', []],
    ['Weeks 11-12', []],
    ['Ratio 30/40', []],
  ];
  it.each(rows)('%s: %j', (head, years) => {
    expect(yearsNamedIn([head])).toEqual(years);
  });
});

describe('Columns of years', () => {
  const fieldsOf = (...heads: readonly string[]) =>
    mappedTable(
      'savings',
      sheetOf('Savings', [
        ['Ref', 'Service', 'Description', ...heads],
        ['T1', 'Property', 'x', 1, 2],
      ]),
    );

  it('are those that the heads name, the year before, this one and the two that follow, as the workbook has them', () => {
    const plans = fieldsOf('Saving 23/24 £k').mappedFields.filter(({ key }) => key.endsWith('.plan'));
    expect(plans.map(({ column }) => column.label)).toEqual(
      ['2023/24', '2025/26', '2026/27', '2027/28', '2028/29'].map((year) => `${year}: Plan`),
    );
  });

  it('are guessed by the year and the words of their heads', () => {
    expect(fieldsOf('Saving 25/26 £k', 'Forecast 25/26 £k').mapping.columns).toEqual(
      expect.arrayContaining([
        { field: 'years.2025/26.plan', head: 'Saving 25/26 £k' },
        { field: 'years.2025/26.forecast', head: 'Forecast 25/26 £k' },
      ]),
    );
  });
});
