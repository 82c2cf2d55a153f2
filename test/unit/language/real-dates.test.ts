import { expect, it } from 'vitest';
import { Instant, LocalDate } from '#language/time.ts';

const two = (value: number): string => String(value).padStart(2, '0');

it('Every day of 1900 to 2199 exists as the calendar of the language has it, and no other does', () => {
  const astray: string[] = [];
  for (let year = 1900; year < 2200; year += 1)
    for (let month = 0; month <= 13; month += 1)
      for (const day of [0, 1, 28, 29, 30, 31, 32]) {
        const text = `${year}-${two(month)}-${two(day)}`;
        const date = new Date(`${text}T00:00:00.000Z`);
        const exists = !Number.isNaN(date.getTime()) && date.toISOString().startsWith(text);
        if (LocalDate.safeParse(text).success !== exists) astray.push(text);
      }
  expect(astray).toEqual([]);
});

it.each([
  ['2014-04-30T00:00:00.000Z', true],
  ['2014-04-30T23:59:59.999Z', true],
  ['2014-04-30T24:00:00.000Z', false],
  ['2014-04-30T25:00:00.000Z', false],
  ['2014-04-30T23:60:00.000Z', false],
  ['2014-04-30T23:59:60.000Z', false],
  ['2014-04-31T12:00:00.000Z', false],
  ['2015-02-29T12:00:00.000Z', false],
  ['2016-02-29T12:00:00.000Z', true],
  ['2014-04-30T12:00:00Z', false],
])('The instant %s exists: %s', (text, exists) => {
  expect(Instant.safeParse(text).success).toBe(exists);
});
