import { describe, expect, it } from 'vitest';
import { published, publishedBankHolidays } from '#language/bank-holidays.ts';
import { addWorkingDays, bankHolidays, bankHolidaysByLaw, easterSunday, isWorkingDay } from '#language/working-days.ts';

describe('the working days of England', () => {
  // https://www.gov.uk/bank-holidays
  it.each([
    [2020, '2020-01-01 2020-04-10 2020-04-13 2020-05-08 2020-05-25 2020-08-31 2020-12-25 2020-12-28'],
    [2021, '2021-01-01 2021-04-02 2021-04-05 2021-05-03 2021-05-31 2021-08-30 2021-12-27 2021-12-28'],
    [
      2022,
      '2022-01-03 2022-04-15 2022-04-18 2022-05-02 2022-06-02 2022-06-03 2022-08-29 2022-09-19 2022-12-26 2022-12-27',
    ],
    [2023, '2023-01-02 2023-04-07 2023-04-10 2023-05-01 2023-05-08 2023-05-29 2023-08-28 2023-12-25 2023-12-26'],
    [2025, '2025-01-01 2025-04-18 2025-04-21 2025-05-05 2025-05-26 2025-08-25 2025-12-25 2025-12-26'],
    [2026, '2026-01-01 2026-04-03 2026-04-06 2026-05-04 2026-05-25 2026-08-31 2026-12-25 2026-12-28'],
  ])('leave out the bank holidays of %d as they were published', (year, published) => {
    expect(bankHolidays(year).toSorted().join(' ')).toBe(published);
  });

  const years = Array.from({ length: published.lastYear - published.firstYear + 1 }, (_, n) => published.firstYear + n);
  it.each(years)('are published of %d as the law and its proclamations have them', (year) => {
    expect(bankHolidays(year).toSorted()).toEqual(bankHolidaysByLaw(year).toSorted());
  });

  it('are published of whole years, each day once, and worked out by law beyond them', () => {
    expect(publishedBankHolidays.size).toBe(years.flatMap(bankHolidays).length);
    expect(bankHolidays(2011)).toContain('2011-04-29');
    expect(bankHolidays(2029).toSorted()).toEqual([
      ...[
        '2029-01-01',
        '2029-03-30',
        '2029-04-02',
        '2029-05-07',
        '2029-05-28',
        '2029-08-27',
        '2029-12-25',
        '2029-12-26',
      ],
    ]);
  });

  it.each([
    [1961, '1961-04-02'],
    [2000, '2000-04-23'],
    [2038, '2038-04-25'],
    [2199, '2199-04-14'],
  ])('know Easter of %d', (year, sunday) => expect(easterSunday(year)).toBe(sunday));

  it.each([
    ['five after a Friday are the next Friday', '2026-07-03', 5, '2026-07-10'],
    ['five after Thursday before Easter leave out four days', '2026-04-02', 5, '2026-04-13'],
    ['five over Christmas and New Year', '2026-12-23', 5, '2027-01-04'],
    ['none are the day itself', '2026-07-04', 0, '2026-07-04'],
  ])('%s', (_title, from, days, to) => expect(addWorkingDays(from, days)).toBe(to));

  it('are neither weekends nor bank holidays', () => {
    expect(['2026-07-03', '2026-07-04', '2026-07-05', '2026-08-31'].map(isWorkingDay)).toEqual([
      true,
      false,
      false,
      false,
    ]);
  });
});
