import { describe, expect, it } from 'vitest';
import { changedLines } from '#registers/ledger-period/rules.ts';
import { firstDayOfPeriod, LedgerPeriodId, periodOf } from '#schemas/ledger.ts';
import { made, put } from './put-entry.ts';

describe('A period of a financial year', () => {
  it.each([
    ['2025-26-p01', '2025/26', 1, '2025-04-01'],
    ['2025-26-p10', '2025/26', 10, '2026-01-01'],
    ['2025-26-p12', '2025/26', 12, '2026-03-01'],
    ['2025-26-p13', '2025/26', 13, '2026-04-01'],
    ['2099-00-p16', '2099/00', 16, '2100-04-01'],
  ])('%s is of %s, number %i, and begins on %s', (id, year, period, begins) => {
    expect(LedgerPeriodId.parse(id)).toBe(id);
    expect(periodOf(id)).toEqual({ year, period });
    expect(firstDayOfPeriod(periodOf(id))).toBe(begins);
  });

  it.each(['2025-26-p00', '2025-26-p17', '2025-27-p01', '2025/26-p01', '2025-26-p1'])('%s is none', (id) => {
    expect(LedgerPeriodId.safeParse(id).success).toBe(false);
  });
});

const budgetLines = {
  one: { title: 'Property', year: '2014/15', code: 'PRO-1' },
  two: { title: 'Libraries', year: '2014/15', code: 'LIB-1' },
};
const given = { review: null, id: '2014-15-p01', budgetLines };
const [property, libraries] = [
  { code: 'PRO-1', actual: 7, saved: 2 },
  { code: 'LIB-1', actual: 5 },
];

describe('Another sending of a period (SAVINGS-32)', () => {
  const before = { lines: [property, libraries] };

  it('changes what it says otherwise, adds and leaves out, in whatever order and case its codes are', () => {
    expect(changedLines(before, { lines: [libraries, { ...property, code: 'pro-1' }] })).toEqual([]);
    expect(changedLines(before, { lines: [{ ...property, saved: 3 }] })).toEqual([
      { code: 'PRO-1', before: { actual: 7, saved: 2 }, after: { actual: 7, saved: 3 } },
      { code: 'LIB-1', before: { actual: 5 }, after: null },
    ]);
    expect(changedLines({ lines: [property] }, before)).toEqual([
      { code: 'LIB-1', before: null, after: { actual: 5 } },
    ]);
  });

  it('keeps what the last one changed until another changes something', () => {
    const first = made('ledger-period', before, given);
    expect(first.facts).toEqual({ year: '2014/15', period: 1 });
    const corrected = made('ledger-period', { lines: [property] }, { ...given, before: first });
    expect(corrected.facts).toMatchObject({ corrected: { count: 1, by: 'tina-team' } });
    const noted = made('ledger-period', { lines: [property], note: 'Final' }, { ...given, before: corrected });
    expect(noted.facts).toEqual(corrected.facts);
  });

  it('says nothing of a code that is of a line that was struck out', () => {
    expect(put('ledger-period', before, { ...given, budgetLines: { one: budgetLines.one } }).kind).toBe('refused');
  });
});
