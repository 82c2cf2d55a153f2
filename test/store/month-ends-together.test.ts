// @module-tag long
import { afterAll, beforeAll, expect, it, vi } from 'vitest';
import { type Engine, startEngine } from '#local/engine.ts';
import { type FaultDraw, type FaultProxy, startFaultProxy } from '../support/fault-proxy.ts';
import { programme, review, risk } from '../support/records.ts';
import { people, startTestTracker, type TestTracker } from '../support/tracker.ts';

/* What a roll-up asks of reviews that have moved on since the month's end: a page at a time, not a review at a time. */

const params = { programmeId: 'tomorrow' };
const reviews = 40;
let engine: Engine;
let proxy: FaultProxy;
let tracker: TestTracker;

const from = (day: string) => ({ 'if-none-match': '*', 'effective-at': day });
const recordReview = async (n: number): Promise<void> => {
  const reviewId = `review-${String(n).padStart(2, '0')}`;
  await tracker.must('putReview', { params: { ...params, reviewId }, body: review, headers: from('2026-01-05') });
  for (const [entryId, day] of [
    ['one', '2026-01-06'],
    ['two', '2026-02-06'],
  ] as const)
    await tracker.must('putRisk', { params: { ...params, reviewId, entryId }, body: risk, headers: from(day) });
};

beforeAll(async () => {
  engine = await startEngine({});
  proxy = await startFaultProxy(Number(new URL(engine.endpoint).port));
  // The tracker of the test takes a given endpoint for the engine's own.
  vi.stubEnv('DYNAMODB_ENDPOINT', proxy.endpoint);
  tracker = await startTestTracker();
  await tracker.must('putProgramme', { as: people.office, params, body: programme, headers: from('2025-12-01') });
  for (let n = 0; n < reviews; n += 1) await recordReview(n);
}, 60_000);
afterAll(async () => {
  await tracker.stop();
  await proxy.stop();
  await engine.stop();
});

const report = () => tracker.must('getReport', { as: people.board, params: { ...params, month: '2026-01' } });

it('forty reviews that were changed after the month are reported in fewer calls than there are reviews', async () => {
  const before = proxy.calls();
  await tracker.must('runReport', { as: people.office, params, body: { month: '2026-01' } });
  await tracker.settled();
  expect(tracker.failures).toEqual([]);
  expect(proxy.calls() - before).toBeLessThan(reviews);
  const { content } = (await report()).body;
  expect(content.lines).toBe(reviews);
});

it('rebuilt while each answer is slow, their histories are read several at once, and come to the same digest', async () => {
  const slow: FaultDraw = { kind: 'slow', staleIndex: false, which: 0, late: 0 };
  const { body } = await tracker.must('rebuildReport', {
    as: people.assurance,
    params: { ...params, month: '2026-01' },
    body: { knowledge: 'then' },
  });
  proxy.inject({ next: () => ({ done: false, value: slow }) });
  const started = performance.now();
  await tracker.settled();
  proxy.inject(undefined);
  // One after the other the histories alone would take 50 ms each.
  expect(performance.now() - started).toBeLessThan(50 * reviews);
  const run = await tracker.must('getReportRun', { as: people.assurance, params: { ...params, runId: body.id } });
  expect(run.body.rebuilt).toMatchObject({ same: true });
});
