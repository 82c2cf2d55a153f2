import { afterAll, beforeAll, expect, it } from 'vitest';
import { params, recorded, refused, startWithOneReview, stopWithWholeChain } from '../support/one-review.ts';
import type { TestTracker } from '../support/tracker.ts';

let tracker: TestTracker;
beforeAll(async () => {
  tracker = await startWithOneReview();
});
afterAll(() => stopWithWholeChain(tracker));

const ofReview = async () => ({ 'if-match': (await tracker.must('getReview', { params })).headers.etag ?? '' });
const reason = 'The board says so';
const change = async (body: object, headers: object = {}) =>
  recorded(tracker, 'changeLifecycle', { body: { reason, ...body }, headers: { ...(await ofReview()), ...headers } });

it('changeLifecycle pauses a review with a reason, from the day that is given', async () => {
  const { told, event } = await change({ kind: 'pause' }, { 'effective-at': '2026-01-20' });
  expect(told).toMatchObject({
    status: 200,
    body: {
      version: 2,
      record: { lifecycle: 'paused', lifecycleReason: reason },
      facts: {
        lifecycles: [{ lifecycle: 'active' }, { lifecycle: 'paused', at: '2026-01-20T00:00:00.000Z', by: 'paused' }],
      },
    },
  });
  expect(event).toMatchObject({ type: 'paused', reason });
});

it('changeLifecycle answers 409 where the act is not taken from there, and names those that are', async () => {
  const answer = await refused(tracker, 'changeLifecycle', {
    body: { kind: 'approve', reason },
    headers: await ofReview(),
  });
  expect(answer).toMatchObject({
    status: 409,
    body: { code: 'lifecycle.not-from-here', facts: { lifecycle: 'paused' } },
  });
  expect(answer.body.detail).toContain('"restart"');
});

it('changeLifecycle merges into a review of the programme alone', async () => {
  const headers = await ofReview();
  const answer = await refused(tracker, 'changeLifecycle', {
    body: { kind: 'merge', into: ['parks'], reason },
    headers,
  });
  expect(answer).toMatchObject({
    status: 422,
    body: { code: 'content.breaks-rule', faults: [{ pointer: '/into/0' }] },
  });
});

it('changeLifecycle asks for a reason, and for the version that it judges', async () => {
  const headers = await ofReview();
  expect(await refused(tracker, 'changeLifecycle', { body: { kind: 'stop' }, headers })).toMatchObject({ status: 400 });
  expect(await refused(tracker, 'changeLifecycle', { body: { kind: 'stop', reason } })).toMatchObject({ status: 428 });
});

it('changeLifecycle keeps the tier of before beside the new one', async () => {
  const { told, event } = await change({ kind: 're-tier', tier: '3' });
  expect(event.type).toBe('re-tiered');
  expect(told.body.facts.places).toHaveLength(2);
});
