import { afterAll, beforeAll, expect, it } from 'vitest';
import { published, rebuiltRun } from '../support/published-month.ts';
import { programme, review } from '../support/records.ts';
import { people, startTestTracker, type TestTracker } from '../support/tracker.ts';

/* Settings that change in February: January's report goes by those in force at its end, February's by the new ones. */

let tracker: TestTracker;
const params = { programmeId: 'tomorrow' };
const of = (reviewId: string) => ({ ...params, reviewId });
const from = (day: string) => ({ 'if-none-match': '*', 'effective-at': day });
const reported = (month: string) => published(tracker, params.programmeId, month);
const changed = async (patch: object, day: string, of = params) => {
  const { version } = (await tracker.must('getProgramme', { as: people.office, params: of })).body;
  return tracker.ask('patchProgramme', {
    as: people.office,
    params: of,
    body: patch,
    headers: { 'if-match': `"${version}"`, 'effective-at': day },
  });
};
const changeSettings = async (patch: object, day: string) =>
  expect(await changed(patch, day)).toMatchObject({ status: 200 });
const mustBeTheSameAgain = async (month: string) =>
  expect((await rebuiltRun(tracker, params.programmeId, month)).rebuilt).toMatchObject({ same: true, differences: [] });

beforeAll(async () => {
  tracker = await startTestTracker();
  await tracker.must('putProgramme', { as: people.office, params, body: programme, headers: from('2026-01-01') });
  for (const id of ['going', 'held'])
    await tracker.must('putReview', { params: of(id), body: { ...review, title: id }, headers: from('2026-01-02') });
  await tracker.must('changeLifecycle', {
    params: of('held'),
    body: { kind: 'pause', reason: 'Waits for the strategy' },
    headers: { 'if-match': '"1"', 'effective-at': '2026-01-20' },
  });
});
afterAll(() => tracker.stop());

it('whether paused reviews count is as the settings say at the end of the month, and at the instant that is asked for', async () => {
  const january = await reported('2026-01');
  await changeSettings({ pausedCounts: false }, '2026-02-10');
  const february = await reported('2026-02');
  expect([january, february].map(({ counts }) => counts.counted)).toEqual([2, 1]);
  expect(february.flow).toMatchObject({ opening: 2, restatedBy: -1, closing: 1, reconciles: true });
  await mustBeTheSameAgain('2026-01');
  await mustBeTheSameAgain('2026-02');
  const counted = async (query = '') =>
    (await tracker.must('getReview', { params: of('held'), query })).body.computed.counted;
  expect([await counted('asAt=2026-01-31'), await counted()]).toEqual([true, false]);
});

it('a rule that is accepted as known is of no review that is not there, and is so in the reports of months from its date', async () => {
  const accepted = { as: 'accepted', rule: 'GAP-02', until: '2026-12-31', reason: 'End dates come with the plan' };
  const refused = await changed({ findings: [{ ...accepted, reviews: ['going', 'nowhere'] }] }, '2026-03-10');
  expect(refused).toMatchObject({
    status: 422,
    body: { code: 'content.breaks-rule', faults: [{ pointer: '/findings/0/reviews/1' }] },
  });
  await changeSettings({ findings: [{ ...accepted, reviews: ['going'] }] }, '2026-03-10');
  const march = await reported('2026-03');
  expect(march.setAside).toMatchObject({ findings: 1, rows: [{ rule: 'GAP-02', reviews: ['going'], count: 1 }] });
  await mustBeTheSameAgain('2026-02');
  await mustBeTheSameAgain('2026-03');
});

const staged = { programmeId: 'staged' };
const named = (...ids: string[]) => ({ kind: 'own', stages: ids.map((id) => ({ id, name: id.toUpperCase() })) });

it('a stage goes from the model once it is said where its reviews go: they are there from that date, with no gate judged', async () => {
  const body = { ...programme, stageModel: named('look', 'weigh', 'act') };
  await tracker.must('putProgramme', { as: people.office, params: staged, body, headers: from('2026-01-01') });
  const opened = { ...review, openedAt: { stage: 'weigh', source: 'The plan' } };
  for (const [id, record] of [
    ['property', opened],
    ['legal', review],
  ] as const)
    await tracker.must('putReview', {
      params: { ...staged, reviewId: id },
      body: { ...record, title: id },
      headers: from('2026-01-02'),
    });
  const january = await published(tracker, staged.programmeId, '2026-01');

  const change = { stageModel: named('look', 'decide', 'act') };
  const refused = await changed(change, '2026-02-10', staged);
  expect(refused).toMatchObject({ status: 422, body: { faults: [{ pointer: '/stagesMoved' }] } });
  expect(refused.body.detail).toContain('for the model has it no longer: property (PRG-01)');
  const moved = await changed({ ...change, stagesMoved: [{ from: 'weigh', to: 'decide' }] }, '2026-02-10', staged);
  expect(moved).toMatchObject({ status: 200, body: { record: { stagesMoved: [{ from: 'weigh', to: 'decide' }] } } });

  const property = { ...staged, reviewId: 'property' };
  const read = async (query = '') => (await tracker.must('getReview', { params: property, query })).body;
  expect(await read()).toMatchObject({
    facts: { stage: 'decide', moves: [] },
    computed: { stageName: 'DECIDE', nextStage: 'act', stageBeforeModelChanged: 'weigh' },
  });
  const then = await read('asAt=2026-02-09');
  expect(then).toMatchObject({ facts: { stage: 'weigh' }, computed: { stageName: 'WEIGH' } });
  expect(then.computed).not.toHaveProperty('stageBeforeModelChanged');
  const listed = async (query: string) =>
    (await tracker.must('listReviews', { params: staged, query })).body.items.map(
      ({ id, stage }: { id: string; stage: string }) => `${id} ${stage}`,
    );
  expect(await listed('stage=decide')).toEqual(['property decide']);
  expect(await listed('stage=weigh&asAt=2026-02-09')).toEqual(['property weigh']);
  expect((await tracker.must('getReviewGate', { params: property })).body).toMatchObject({
    stage: 'decide',
    next: 'act',
  });

  const february = await published(tracker, staged.programmeId, '2026-02');
  const counts = (content: typeof february) =>
    content.counts.stage.map(({ key, share }: { key: string; share: { numerator: number } }) => [key, share.numerator]);
  expect(counts(january)).toEqual([
    ['look', 1],
    ['weigh', 1],
    ['act', 0],
  ]);
  expect(counts(february)).toEqual([
    ['look', 1],
    ['decide', 1],
    ['act', 0],
  ]);
  expect(february).toMatchObject({ flow: { reconciles: true }, moves: { total: 0 }, movedByModel: { total: 1 } });
  for (const month of ['2026-01', '2026-02'])
    expect((await rebuiltRun(tracker, staged.programmeId, month, 'now')).rebuilt).toMatchObject({ same: true });
});

it('a review at a stage that went is put, and moves on, from where it is now', async () => {
  const params = { ...staged, reviewId: 'property' };
  const opened = { ...review, title: 'Renamed', openedAt: { stage: 'weigh', source: 'The plan' } };
  const put = await tracker.must('putReview', { params, body: opened, headers: { 'if-match': '"1"' } });
  expect(put.body.facts.stage).toBe('decide');
  const moved = await tracker.must('moveStage', { params, body: { to: 'act' }, headers: { 'if-match': '"2"' } });
  expect(moved.body.facts).toMatchObject({ stage: 'act', moves: [{ from: 'decide', to: 'act' }] });
  expect(moved.body.computed).not.toHaveProperty('stageBeforeModelChanged');
});
