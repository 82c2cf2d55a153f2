import { expect, it } from 'vitest';
import { callInOf, noticeNeededBy } from '#registers/decision/decision-dates.ts';
import { keyBecause, keyTestOf } from '#registers/decision/key-test.ts';
import { Decision } from '#registers/decision/record.ts';
import type { Figure } from '#schemas/figures.ts';

const million = 1_000_000;

it.each<[string, Figure | undefined, Decision['divisions'], 'key' | 'not-key' | 'not-known']>([
  ['just over the threshold', { kind: 'amount', pounds: million + 1 }, 'one-or-none', 'key'],
  ['at the threshold', { kind: 'amount', pounds: million }, 'one-or-none', 'not-key'],
  ['over what the threshold is', { kind: 'over', pounds: million }, undefined, 'key'],
  ['a range above it', { kind: 'range', low: million + 1, high: 2 * million }, undefined, 'key'],
  ['a range around it', { kind: 'range', low: 1, high: 2 * million }, 'one-or-none', 'not-known'],
  ['part known, below it', { kind: 'part-known', pounds: 1, covers: 'the first year' }, 'one-or-none', 'not-known'],
  ['to be confirmed', { kind: 'to-be-confirmed', reason: 'tenders' }, 'one-or-none', 'not-known'],
  ['not stated', undefined, undefined, 'not-known'],
  ['below it, of divisions not stated', { kind: 'amount', pounds: 1 }, undefined, 'not-known'],
  ['below it, in two divisions', { kind: 'amount', pounds: 1 }, 'two-or-more', 'key'],
  ['without a value, in all divisions', undefined, 'all', 'key'],
])('a decision of a value %s', (_what, value, divisions, test) => {
  expect(keyTestOf({ value, divisions }, million)).toBe(test);
  expect(keyBecause({ value, divisions }, million).length > 0).toBe(test === 'key');
});

it.each([
  [{ kind: 'date', date: '2015-09-19' }, undefined, '2015-08-21'],
  [{ kind: 'by', date: '2015-09-19' }, undefined, '2015-08-21'],
  [{ kind: 'month', month: '2015-09' }, undefined, '2015-08-03'],
  [{ kind: 'date', date: '2015-09-19' }, 'general-exception', '2015-09-13'],
  [{ kind: 'date', date: '2015-09-19' }, 'special-urgency', null],
  [{ kind: 'words', words: 'autumn' }, undefined, null],
] as const)('notice of a key decision due %j, urgency %s, is needed by %s', (dueOn, urgency, by) =>
  expect(noticeNeededBy(dueOn, urgency)).toBe(by),
);

it('a decision that was called in has no day from which it can be implemented', () => {
  const published = { publishedOn: '2014-04-14' };
  const step = { purpose: 'call-in' as const };
  expect(callInOf({ ...published, route: [step] }).earliestImplementationOn).toBe('2014-04-24');
  expect(callInOf({ ...published, route: [{ ...step, actual: '2014-04-22' }] })).toEqual({
    callInEndsOn: '2014-04-23',
    earliestImplementationOn: null,
  });
});

const decision = { title: 'Award', body: 'Cabinet', kind: 'key-decision' };
it.each([
  ['a reason of a decision that is due', { reason: 'No case' }, 'reason'],
  ['a day on which a decision that is due was refused', { settledOn: '2014-04-01' }, 'settledOn'],
])('refuses %s', (_what, more, field) => {
  const parsed = Decision.safeParse({ ...decision, ...more });
  expect(parsed.error?.issues.map(({ path }) => path)).toEqual([[field]]);
  expect(Decision.safeParse({ ...decision, ...more, status: 'withdrawn' }).success).toBe(true);
});

it('asks why a duty is not required', () => {
  const consultation = { status: 'not-required' };
  expect(Decision.safeParse({ ...decision, consultation }).success).toBe(false);
  expect(Decision.safeParse({ ...decision, consultation: { ...consultation, words: 'Internal' } }).success).toBe(true);
});
