import { afterAll, beforeAll, expect, it } from 'vitest';
import { from, of, tomorrow } from '../support/one-programme.ts';
import { programme, review } from '../support/records.ts';
import { people, startTestTracker, type TestTracker } from '../support/tracker.ts';

let tracker: TestTracker;
beforeAll(async () => {
  tracker = await startTestTracker();
});
afterAll(() => tracker.stop());

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
