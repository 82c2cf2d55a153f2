import { expect, it } from 'vitest';
import { GivenInstant, KnownAt } from '#language/time.ts';

it.each([
  ['2014-04-30T22:59:59Z', '2014-04-30T22:59:59.000Z'],
  ['2014-04-30T22:59:59.5Z', '2014-04-30T22:59:59.500Z'],
  ['2014-04-30T22:59:59.999Z', '2014-04-30T22:59:59.999Z'],
])('%s in a question is the instant %s', (given, instant) => {
  expect(GivenInstant.parse(given)).toBe(instant);
  expect(KnownAt.parse(given)).toBe(instant);
});
