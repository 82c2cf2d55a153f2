import { describe, expect, it } from 'vitest';
import { monthsOf, spanInWords, spanName, spansAmong } from '#language/financial-spans.ts';

const year = monthsOf({ from: '2025-04', to: '2026-03' });

describe('the spans that a council reports by', () => {
  it.each([
    ['2025-04', '2026-03', 'Year 2025/26'],
    ['2025-04', '2025-09', 'First half of 2025/26'],
    ['2025-10', '2026-03', 'Second half of 2025/26'],
    ['2026-01', '2026-03', 'Quarter 4 of 2025/26'],
    ['1999-04', '1999-06', 'Quarter 1 of 1999/00'],
    ['2025-05', '2025-07', null],
    ['2025-04', '2027-03', null],
    ['2025-10', '2025-10', null],
  ])('from %s to %s are called %s', (from, to, name) => {
    expect(spanName({ from, to })).toBe(name);
  });

  it('are the parts of a year of which every month is there, the latest year first', () => {
    expect(spansAmong(year).map(({ kind }) => kind)).toEqual([
      'year',
      ...['half', 'half'],
      ...['quarter', 'quarter', 'quarter', 'quarter'],
    ]);
    expect(spansAmong([...year.slice(0, 7), '2024-04', '2024-05', '2024-06']).map(({ name }) => name)).toEqual([
      'First half of 2025/26',
      'Quarter 1 of 2025/26',
      'Quarter 2 of 2025/26',
      'Quarter 1 of 2024/25',
    ]);
    expect(spansAmong([])).toEqual([]);
  });

  it('are said with their months', () => {
    expect(spanInWords({ from: '2025-04', to: '2025-06' })).toBe('Quarter 1 of 2025/26 (April 2025 to June 2025)');
    expect(spanInWords({ from: '2025-05', to: '2025-10' })).toBe('May 2025 to October 2025');
    expect(spanInWords({ from: '2025-05', to: '2025-05' })).toBe('May 2025');
  });
});
