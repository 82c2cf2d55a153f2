import { afterAll, beforeAll, expect, it } from 'vitest';
import { create, params, refused, startWithOneReview } from '../support/one-review.ts';
import { records, review } from '../support/records.ts';
import { people, type TestTracker } from '../support/tracker.ts';

/*
 * A gate is judged as at the instant from which an act on it holds, and by the case that was decided last (docs/meaning.md REVIEW-22).
 */

let tracker: TestTracker;
const its = { ...params, reviewId: 'depots' };
const from = (day: string) => ({ 'effective-at': day });
const fullCase = (version: string) => ({
  ...(records['business-case'] as object),
  type: 'full',
  caseVersion: version,
  on: '2026-01-10',
});

beforeAll(async () => {
  tracker = await startWithOneReview('of-what-is-recorded');
  await tracker.must('putReview', {
    params: its,
    body: {
      ...review,
      title: 'Depots',
      openedAt: { stage: 'full-business-case', source: 'Cabinet, 5 January 2026' },
      equalityImpact: { status: 'complete' },
      consultation: { status: 'complete' },
    },
    headers: { ...create, ...from('2026-01-05') },
  });
  await tracker.must('putMilestone', {
    params: { ...its, entryId: 'go-live' },
    body: { title: 'Go live', type: 'delivery', baseline: '2027-01-01' },
    headers: { ...create, ...from('2026-01-10') },
  });
  for (const version of ['1', '2'])
    await tracker.must('putBusinessCase', {
      params: { ...its, entryId: `full-${version}` },
      body: fullCase(version),
      headers: { ...create, ...from('2026-01-12') },
    });
});
afterAll(() => tracker.stop());

const outcome = (version: string, day: string, body: object) =>
  tracker.must('recordOutcome', {
    as: people.sro,
    params: { ...its, entryId: `full-${version}` },
    body: { body: 'Cabinet', on: day, ...body },
    headers: from(day),
  });
const ofReview = async () => ({ 'if-match': (await tracker.must('getReview', { params: its })).headers.etag ?? '' });
const move = async (day: string) =>
  ({ params: its, body: { to: 'decision' }, headers: { ...(await ofReview()), ...from(day) } }) as const;
const openOn = async (day: string) =>
  (await tracker.must('getReviewGate', { params: its, query: `asAt=${day}` })).body.open;

it('an approval opens the gate to a move from its day on, and to none before', async () => {
  await outcome('1', '2026-03-02', { outcome: 'approved' });
  const early = await refused(tracker, 'moveStage', await move('2026-02-01'));
  expect(early).toMatchObject({ status: 409, body: { code: 'stage.gate-not-met' } });
  expect(await openOn('2026-02-01')).toBe(false);
  expect(await openOn('2026-03-03')).toBe(true);
});

it('a version that was rejected later shuts the gate that an earlier one opened, and a move dated before that still passes', async () => {
  await outcome('2', '2026-04-02', { outcome: 'rejected', reason: 'Costs have doubled' });
  const late = await refused(tracker, 'moveStage', await move('2026-04-03'));
  expect(late).toMatchObject({ status: 409, body: { code: 'stage.gate-not-met' } });
  expect(await openOn('2026-04-03')).toBe(false);
  const between = await tracker.ask('moveStage', await move('2026-03-03'));
  expect(between).toMatchObject({ status: 200, body: { facts: { stage: 'decision' } } });
});
