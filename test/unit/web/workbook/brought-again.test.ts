import { describe, expect, it } from 'vitest';
import { placeOfFault } from '#web/workbook/place.ts';
import { planOf } from '#web/workbook/plan.ts';
import type { ReadCell } from '#web/workbook/sheet.ts';
import { examplePlace } from '../../../support/example-place.ts';
import { sheetOf } from '../../../support/mapped-table.ts';

/* The same file brought once more, after what it says was recorded (docs/meaning.md WRITE-38). */

/** What a workbook would change that said one text when it was made and now has another in the same cell. */
const broughtAgain = (path: string, now: object, head: string, was: string, put: ReadCell) => {
  const sheet = (name: string, cell: ReadCell) =>
    sheetOf(name, [
      ['Id', head],
      ['first', cell],
    ]);
  const { faults, changed, unchanged } = planOf(examplePlace(path, now), [
    sheet('Sheet', put),
    sheet('As it was', was),
  ]);
  return {
    faults: faults.map((one) => `${placeOfFault(one)} ${one.message}`),
    changed: changed.map(({ cells }) => cells),
    unchanged,
  };
};
const inYear = (year: object) => ({ years: [{ year: '2026/27', ...year }] });

describe('What is recorded by now, in the words of whoever put it, is no clash and no change', () => {
  it.each<[string, string, object, string, string, ReadCell]>([
    ['an amount', 'savings', inYear({ forecast: 1_200_000 }), '2026/27: Forecast', '2100000', '£1.2m'],
    [
      'about an amount',
      'savings',
      inYear({ forecast: { kind: 'about', pounds: 500_000 } }),
      '2026/27: Forecast',
      '2100000',
      'c. 500k',
    ],
    [
      'to be confirmed',
      'savings',
      inYear({ forecast: { kind: 'to-be-confirmed', reason: 'tender out' } }),
      '2026/27: Forecast',
      '2100000',
      'TBC: tender out',
    ],
    ['a day', 'risks', { lastReviewedOn: '2026-10-31' }, 'Last reviewed on', '2025-10-13', '31/10/26'],
    ['a word of a list', 'risks', { treatment: 'treat' }, 'Treatment', 'Tolerate', 'treat'],
    ['yes or no', 'milestones', { missed: true }, 'Missed', 'No', 'y'],
  ])('%s', (_, path, now, head, was, put) => {
    expect(broughtAgain(path, now, head, was, put)).toEqual({ faults: [], changed: [], unchanged: 1 });
  });
});

it('What a spreadsheet only writes otherwise than when the workbook was made leaves what others changed since', () => {
  const now = { lastReviewedOn: '2026-01-05' };
  expect(broughtAgain('risks', now, 'Last reviewed on', '2025-10-13', '13/10/2025')).toEqual({
    ...{ faults: [], changed: [], unchanged: 1 },
  });
});

it('What nobody put, where somebody else recorded another amount, still is a clash', () => {
  const { faults, changed } = broughtAgain(
    ...(['savings', inYear({ forecast: 1_200_000 }), '2026/27: Forecast', '2100000', '£1.3m'] as const),
  );
  expect(faults).toEqual([
    'cell B2 (“2026/27: Forecast” of “Fewer buildings”) was “£2,100,000” when the workbook was made, is “£1,200,000” by now, and you put “£1.3m”. Put there what is right by now, or download the workbook again',
  ]);
  expect(changed).toHaveLength(1);
  expect(
    broughtAgain('risks', { lastReviewedOn: '2026-01-05' }, 'Last reviewed on', '2025-10-13', { day: '2026-02-01' })
      .faults,
  ).toEqual([
    expect.stringContaining(
      'was “13 October 2025” when the workbook was made, is “5 January 2026” by now, and you put “1 February 2026”',
    ),
  ]);
  expect(broughtAgain('risks', {}, 'Last reviewed on', '2026-01-10', '31/02/2026').faults).toEqual([
    'cell B2 (“Last reviewed on” of “Savings are late”) must be a real date, like 31 March 2026 or 31/3/2026',
  ]);
});

it('A word that is written otherwise is a change', () => {
  expect(broughtAgain('risks', { cause: 'The lease' }, 'Cause', 'The lease', 'the lease').changed).toHaveLength(1);
});
