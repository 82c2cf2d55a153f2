import { afterAll, beforeAll, expect, it } from 'vitest';
import { from, of, tomorrow } from '../support/one-programme.ts';
import { published, rebuiltRun } from '../support/published-month.ts';
import { programme, review } from '../support/records.ts';
import { people, startTestTracker, type TestTracker, type Told } from '../support/tracker.ts';

const property = of('property');
let tracker: TestTracker;
beforeAll(async () => {
  tracker = await startTestTracker();
});
afterAll(() => tracker.stop());

/*
 * The stages were changed while there were no reviews, and then a review was recorded with effect from before that: of that time it is at
 * a stage of today's.
 */

it('getReviewGate of a time before the stage model was changed judges by the stages that the review has', async () => {
  const put = (body: object, headers: Record<string, string>) =>
    tracker.must('putProgramme', { as: people.office, params: tomorrow, body, headers });
  await put(programme, from('2025-12-01'));
  await put(
    { ...programme, stageModel: { kind: 'commissioning-cycle' } },
    { 'if-match': '"1"', 'effective-at': '2026-02-01' },
  );
  await tracker.must('putReview', { params: of('property'), body: review, headers: from('2026-01-10') });
  const gate = await tracker.ask('getReviewGate', { params: of('property'), query: 'asAt=2026-01-20' });
  expect(gate).toMatchObject({ status: 200, body: { stage: 'analyse', next: 'plan', open: false } });
});

it.each([
  ['getReview', '', (body: Told['body']) => body.computed],
  ['listReviews', '', (body: Told['body']) => body.items[0]],
  ['listReviews', '&stage=analyse', (body: Told['body']) => body.items[0]],
] as const)('%s of that time names the stage%s', async (id, filter, of) => {
  const told = await tracker.must(id, { params: property, query: `asAt=2026-01-20${filter}` });
  expect(of(told.body)).toMatchObject({ stageName: 'Analyse' });
});

it('runReport of that month counts the review under its stage, by name, among the stages in order', async () => {
  const { counts, moves } = await published(tracker, tomorrow.programmeId, '2026-01');
  expect(counts.stage.map(({ name }: { name: string }) => name)).toEqual(['Analyse', 'Plan', 'Do', 'Review', 'Closed']);
  expect(counts.stage[0]).toMatchObject({ key: 'analyse', share: { numerator: 1 } });
  expect(moves.total).toBe(0);
  expect((await rebuiltRun(tracker, tomorrow.programmeId, '2026-01')).rebuilt.same).toBe(true);
});
