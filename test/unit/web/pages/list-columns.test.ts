import { describe, expect, it } from 'vitest';
import { BusinessCase } from '#registers/business-case/record.ts';
import { fieldsOf } from '#registers/fields.ts';
import { Saving } from '#registers/saving/record.ts';
import { listColumns } from '#web/pages/registers/list-columns.ts';
import { byId } from '#web/pages/registers/shown-value.ts';

const columns = listColumns(
  fieldsOf(Saving).filter(({ name }) => ['years', 'firmness'].includes(name)),
  '2026-11-28',
);
const cells = (years: readonly object[]) =>
  columns.map(({ cell }) => String(cell({ firmness: 'business-case', years }, byId) ?? ''));

describe('of a list of years a list shows', () => {
  it('the first figures of the current financial year, under a head that says which', () => {
    expect(columns.map(({ head, numeric }) => [head, numeric])).toEqual([
      ['Firmness', false],
      ['Plan 2026/27', true],
      ['Forecast 2026/27', true],
      ['Claimed 2026/27', true],
    ]);
    expect(
      cells([
        { year: '2025/26', plan: 900_000 },
        { year: '2026/27', plan: { kind: 'about', pounds: 400_000 }, claimedActual: 120_000 },
      ]),
    ).toEqual(['Business case', 'about £400,000', '', '£120,000']);
  });

  it('that there are other years alone, where it has none of the current one', () => {
    expect(cells([{ year: '2027/28', plan: 900_000 }])).toEqual(['Business case', 'Other years', '', '']);
    expect(cells([])).toEqual(['Business case', '', '', '']);
  });
});

it('What has no years is shown as it is, and sorted by', () => {
  const [title] = listColumns(fieldsOf(BusinessCase).slice(0, 1), '2026-11-28');
  expect(title?.field?.name).toBe(fieldsOf(BusinessCase)[0]?.name);
});
