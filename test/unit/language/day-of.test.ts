import { expect, it } from 'vitest';
import { addDays, dayOf } from '#language/time.ts';

/* The day of an instant, where it is found without asking the platform's time zone data and where it is not. */

const inLondon = new Intl.DateTimeFormat('en-CA', { timeZone: 'Europe/London', dateStyle: 'short' });

it('is that of the clock of London late on a day of UTC too, in every year that a date can have', () => {
  const days = Array.from({ length: 8_400 }, (_, n) => addDays('1900-01-01', n * 13));
  const late = days.flatMap((day) => [`${day}T21:59:59.999Z`, `${day}T22:00:00.000Z`, `${day}T23:30:00.000Z`]);
  expect(late.filter((at) => dayOf(at) !== inLondon.format(new Date(at)))).toEqual([]);
});

it('is that of a clock two hours ahead in a summer of the war', () => {
  expect(dayOf('1941-06-30T21:59:59.999Z')).toBe('1941-06-30');
  expect(dayOf('1941-06-30T22:00:00.000Z')).toBe('1941-07-01');
});
