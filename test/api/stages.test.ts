import { afterAll, beforeAll, expect, it } from 'vitest';
import {
  params,
  recorded,
  refused as refusedOf,
  startWithOneReview,
  stopWithWholeChain,
} from '../support/one-review.ts';
import { type Asked, type Person, people, type TestTracker } from '../support/tracker.ts';

let tracker: TestTracker;
beforeAll(async () => {
  tracker = await startWithOneReview();
});
afterAll(() => stopWithWholeChain(tracker));

/** The version of the review, as its reader knows it. */
const ofReview = async (): Promise<Record<string, string>> => ({
  'if-match': (await tracker.must('getReview', { params })).headers.etag ?? '',
});
const told = (operationId: string, asked: Asked) => recorded(tracker, operationId, asked);
const refused = (operationId: string, asked: Asked) => refusedOf(tracker, operationId, asked);
const move = async (to: string, reason?: string, as: Person = people.team) =>
  told('moveStage', { as, body: { to, ...(reason === undefined ? {} : { reason }) }, headers: await ofReview() });

it('moveStage moves a review to its next stage where the gate is met', async () => {
  const { told: answer, event } = await move('service-baseline');
  expect(answer).toMatchObject({
    status: 200,
    headers: { etag: '"review:tomorrow/property:2"' },
    body: {
      version: 2,
      facts: {
        stage: 'service-baseline',
        moves: [{ from: 'identified', to: 'service-baseline', direction: 'forward', by: 'tara-team', waived: [] }],
      },
      record: { sros: [{ name: 'Sam Sro' }], lead: { name: 'Lena Lead' } },
    },
  });
  expect(event).toMatchObject({ type: 'stage-moved', version: 2, by: 'tara-team' });
  expect(event.changed).toEqual(['moves', 'stage', 'stageSince']);
  expect(JSON.stringify(event)).not.toMatch(/Sam Sro|Lena Lead/);
});

it('moveStage answers 409 where the gate is not met, and names each criterion in the way', async () => {
  const answer = await refused('moveStage', { body: { to: 'options-appraisal' }, headers: await ofReview() });
  expect(answer).toMatchObject({
    status: 409,
    body: {
      code: 'stage.gate-not-met',
      facts: {
        criteria: [{ id: 'GATE-11', state: 'not-met', because: 'Nothing is recorded of gross expenditure.' }],
      },
    },
  });
  expect(answer.body.detail).toContain('Nothing is recorded of gross expenditure.');
});

it.each([
  ['a stage that does not exist', { to: 'no-such-stage' }, 409, 'stage.unknown'],
  ['two stages at once', { to: 'full-business-case' }, 409, 'stage.not-next'],
  ['the stage that it is at', { to: 'service-baseline' }, 409, 'stage.already-there'],
  ['back without a reason', { to: 'identified' }, 422, 'content.breaks-rule'],
])('moveStage refuses %s', async (_, body, status, code) => {
  const answer = await refused('moveStage', { body, headers: await ofReview() });
  expect(answer).toMatchObject({ status, body: { code } });
});

it('moveStage names the stages there are where the one asked for is none of them', async () => {
  const answer = await tracker.ask('moveStage', { params, body: { to: 'nowhere' }, headers: await ofReview() });
  expect(answer.body.detail).toContain('options-appraisal');
  expect(answer.body.facts.stages).toHaveLength(8);
});

it.each([
  ['a stale version', people.team, { 'if-match': '"1"' }, 412, 'version.stale'],
  ['no version', people.team, {}, 428, 'version.missing'],
  ["somebody else's SRO", people.otherSro, { 'if-match': '"2"' }, 403, 'review.not-the-sro'],
])('moveStage refuses %s', async (_, as, headers, status, code) => {
  const answer = await refused('moveStage', { as, body: { to: 'identified', reason: 'Wrong' }, headers });
  expect(answer).toMatchObject({ status, body: { code } });
});

it("waiveCriterion lets the review's own SRO alone waive what is not met, with a reason, for one move", async () => {
  const waiver = { criterion: 'GATE-11', reason: 'The ledger is being mended' };
  const headers = await ofReview();
  expect(await refused('waiveCriterion', { as: people.otherSro, body: waiver, headers })).toMatchObject({
    status: 403,
    body: { code: 'review.not-the-sro' },
  });
  expect(
    await refused('waiveCriterion', { as: people.sro, body: { ...waiver, criterion: 'GATE-99' }, headers }),
  ).toMatchObject({ status: 409, body: { code: 'criterion.unknown' } });
  expect(
    await refused('waiveCriterion', { as: people.sro, body: { ...waiver, criterion: 'GATE-12' }, headers }),
  ).toMatchObject({ status: 409, body: { code: 'criterion.met' } });
  const { event } = await told('waiveCriterion', { as: people.sro, body: waiver, headers });
  expect(event).toMatchObject({ type: 'criterion-waived', reason: waiver.reason, changed: ['waivers'] });
  const gate = await tracker.must('getReviewGate', { params });
  expect(gate.body).toMatchObject({
    open: true,
    criteria: expect.arrayContaining([
      {
        id: 'GATE-11',
        state: 'waived',
        sentence: expect.any(String),
        because: expect.stringContaining('The ledger'),
      },
    ]),
  });
  const { told: moved } = await move('options-appraisal', undefined, people.sro);
  expect(moved.body.facts).toMatchObject({
    stage: 'options-appraisal',
    waivers: [],
    moves: [{}, { waived: [{ criterion: 'GATE-11', reason: waiver.reason, by: 'sam-sro' }] }],
  });
});

it('moveStage goes back with a reason, and the waiver of the move before does not come back', async () => {
  const { told: answer, event } = await move('service-baseline', 'The baseline was wrong');
  expect(event.reason).toBe('The baseline was wrong');
  expect(answer.body.facts.moves.at(-1)).toMatchObject({ direction: 'back', reason: 'The baseline was wrong' });
  const again = await refused('moveStage', { body: { to: 'options-appraisal' }, headers: await ofReview() });
  expect(again).toMatchObject({ status: 409, body: { code: 'stage.gate-not-met' } });
});

it('recordStageWork says how far the work of the stage is, and a move begins it anew', async () => {
  expect(await refused('recordStageWork', { body: { state: 'complete' }, headers: await ofReview() })).toMatchObject({
    status: 400,
    body: { faults: [{ pointer: '/on', message: 'must say when the work was complete' }] },
  });
  const { told: answer, event } = await told('recordStageWork', {
    body: { state: 'complete', on: '2026-01-05' },
    headers: await ofReview(),
  });
  expect(event).toMatchObject({ type: 'stage-work-recorded', changed: ['stageWork'] });
  expect(answer.body.facts).toMatchObject({
    stage: 'service-baseline',
    stageWork: { state: 'complete', on: '2026-01-05' },
  });
  const { told: moved } = await move('identified', 'To begin again');
  expect(moved.body.facts.stageWork).toBeNull();
});
