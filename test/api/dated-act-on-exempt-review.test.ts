import { afterAll, beforeAll, expect, it } from 'vitest';
import { holdsMark } from '#language/withheld-text.ts';
import { chainOf, eventsIn } from '../support/chain.ts';
import { create, params, startWithOneReview } from '../support/one-review.ts';
import { review } from '../support/records.ts';
import type { TestTracker } from '../support/tracker.ts';

/*
 * An act with a date of its own decides on the review as it was then, and writes what was written: the marks of what is exempt
 * are for those who show it, and are stored nowhere (docs/meaning.md EXEMPT-1).
 */

let tracker: TestTracker;
const its = { ...params, reviewId: 'depots' };
const from = (day: string) => ({ 'effective-at': day });
const secret = 'Sale of the old depot';

beforeAll(async () => {
  tracker = await startWithOneReview('of-what-is-recorded');
  await tracker.must('putReview', {
    params: its,
    body: { ...review, title: 'Depots', services: [secret], exempt: { ground: 3, fields: ['services'] } },
    headers: { ...create, ...from('2026-01-05') },
  });
});
afterAll(() => tracker.stop());

it('a stage move from a day keeps the words of an exempt review as they were written', async () => {
  const { headers } = await tracker.must('getReview', { params: its });
  await tracker.must('moveStage', {
    params: its,
    body: { to: 'service-baseline' },
    headers: { 'if-match': headers.etag ?? '', ...from('2026-01-12') },
  });
  const [opened, moved] = await eventsIn(tracker, chainOf('tomorrow', 'depots'));
  expect(moved?.changed).toEqual(['moves', 'stage', 'stageSince']);
  expect(moved?.after.record).toEqual(opened?.after.record);
  expect(holdsMark(JSON.stringify(moved))).toBe(false);
});
