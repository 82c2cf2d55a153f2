import { afterAll, beforeAll, expect, it } from 'vitest';
import { nothingStored } from '../support/chain.ts';
import { create, of, openReview, startWithProgramme } from '../support/one-programme.ts';
import { review } from '../support/records.ts';
import { people, type TestTracker } from '../support/tracker.ts';

// Checkpoints are assurance, as ratings are: PEOPLE-21 of docs/meaning.md holds of both, in whatever order.

let tracker: TestTracker;
beforeAll(async () => {
  tracker = await startWithProgramme();
});
afterAll(() => tracker.stop());

const xena = { subject: 'xena-both', roles: ['sro', 'assurance'] as const };
const person = { subject: xena.subject, name: 'Xena Both' };
const checkpoint = {
  title: 'Deep dive',
  kind: 'deep-dive',
  status: 'done',
  doneOn: { kind: 'month', month: '2026-01' },
};

const etagOf = async (id: string, params: object): Promise<string> =>
  (await tracker.must(id, { params: { ...params } })).headers.etag ?? '';
const change = async (reviewId: string, over: object) => ({
  params: of(reviewId),
  body: { ...review, title: reviewId, ...over },
  headers: { 'if-match': await etagOf('getReview', of(reviewId)) },
});

it('putAssuranceCheckpoint and its strike-out are refused to whoever answers for the review', async () => {
  await openReview(tracker, 'own', { sros: [person] });
  const params = of('own', 'deep-dive');
  const mine = { as: xena, params, body: checkpoint, headers: create };
  const own = { status: 403, body: { code: 'checkpoint.own-review' } };
  expect(await nothingStored(tracker, () => tracker.ask('putAssuranceCheckpoint', mine))).toMatchObject(own);
  await tracker.must('putAssuranceCheckpoint', { ...mine, as: people.assurance });
  const strike = {
    as: xena,
    params,
    body: { reason: 'I do not like it', undo: false },
    headers: { 'if-match': await etagOf('getAssuranceCheckpoint', params) },
  };
  expect(await nothingStored(tracker, () => tracker.ask('strikeOutAssuranceCheckpoint', strike))).toMatchObject(own);
});

it('who recorded a checkpoint that was done is not named as an SRO, until it is struck out; then it is not put back', async () => {
  await openReview(tracker, 'seen', {});
  const params = of('seen', 'deep-dive');
  await tracker.must('putAssuranceCheckpoint', { as: xena, params, body: checkpoint, headers: create });
  const naming = await change('seen', { sros: [person] });
  const told = await nothingStored(tracker, () => tracker.ask('putReview', naming));
  expect(told).toMatchObject({ status: 409, body: { code: 'review.own-assurance' } });
  expect(told.body.detail).toContain('have assurance strike that checkpoint out first');
  const strike = async (undo: boolean) => ({
    as: people.assurance,
    params,
    body: { reason: 'She becomes its SRO', undo },
    headers: { 'if-match': await etagOf('getAssuranceCheckpoint', params) },
  });
  await tracker.must('strikeOutAssuranceCheckpoint', await strike(false));
  expect((await tracker.ask('putReview', naming)).status).toBe(200);
  expect(await tracker.ask('strikeOutAssuranceCheckpoint', await strike(true))).toMatchObject({
    status: 403,
    body: { code: 'checkpoint.own-review' },
  });
});

it('who only planned a checkpoint may be named', async () => {
  await openReview(tracker, 'planned', {});
  const body = { title: 'Deep dive', kind: 'deep-dive' };
  await tracker.must('putAssuranceCheckpoint', { as: xena, params: of('planned', 'later'), body, headers: create });
  expect((await tracker.ask('putReview', await change('planned', { sros: [person] }))).status).toBe(200);
});
