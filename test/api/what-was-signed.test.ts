import { afterAll, beforeAll, expect, it } from 'vitest';
import { nothingStored } from '../support/chain.ts';
import { create, entry, property, tellOneOfEach } from '../support/one-of-each.ts';
import { records } from '../support/records.ts';
import { people, startTestTracker, type TestTracker } from '../support/tracker.ts';

/*
 * What is signed stays as it was signed, or loses the mark (docs/meaning.md CASE-20, MONTH-20, TIME-21, TIME-22).
 */

let tracker: TestTracker;
const outline = entry('outline');
const signed = records['business-case'] as object;

beforeAll(async () => {
  tracker = await startTestTracker();
  await tellOneOfEach(tracker);
});
afterAll(() => tracker.stop());

const correctionOf = async (id: string, params: Record<string, string>, record: object) => {
  const kind = id === 'correctReturn' ? 'return' : 'business-case';
  const { body } = await tracker.must('getReviewHistory', { params, query: `kind=${kind}&id=${params.entryId}` });
  const effectiveAt = new Date().toISOString();
  return { params, body: { corrects: body.items[0].sequence, effectiveAt, record, reason: 'Mistyped' } };
};

it('an approved case takes neither another content nor a correction, and is open again once the approval is superseded', async () => {
  const approval = { outcome: 'approved', body: 'Cabinet', on: '2026-01-25' };
  await tracker.must('recordOutcome', { as: people.sro, params: outline, body: approval });
  const dearer = { ...signed, title: 'Another thing altogether' };
  const put = { params: outline, body: dearer, headers: { 'if-match': '"2"' } };
  const refused = await nothingStored(tracker, () => tracker.ask('putBusinessCase', put));
  expect(refused).toMatchObject({ status: 409, body: { code: 'case.approved' } });
  expect(refused.body.detail).toContain('record a new version as a case of its own');
  const correction = await correctionOf('correctBusinessCase', outline, dearer);
  expect(await nothingStored(tracker, () => tracker.ask('correctBusinessCase', correction))).toMatchObject({
    status: 409,
    body: { code: 'case.approved' },
  });
  const returned = { outcome: 'returned', body: 'Cabinet', on: '2026-01-26', reason: 'Costs have moved' };
  await tracker.must('recordOutcome', { as: people.sro, params: outline, body: returned });
  expect((await tracker.ask('putBusinessCase', { ...put, headers: { 'if-match': '"3"' } })).status).toBe(200);
});

it('a confirmed return that is corrected is unconfirmed again, and says what was confirmed before', async () => {
  const params = entry('2026-01');
  await tracker.must('putReturn', { params, body: { narrative: 'As the SRO read it' }, headers: create });
  const { body: confirmed } = await tracker.must('confirmReturn', { as: people.sro, params, body: {} });
  const { body } = await tracker.must(
    'correctReturn',
    await correctionOf('correctReturn', params, { narrative: 'Words that the SRO never saw' }),
  );
  expect(body.facts).toMatchObject({
    confirmed: null,
    confirmedBefore: { by: 'sam-sro', at: confirmed.facts.confirmed.at, ofVersion: 1 },
  });
});

it('what has happened is not dated after the day from which it is recorded', async () => {
  const milestone = { title: 'Go live', type: 'delivery', baseline: '2062-04-20' };
  const params = entry('go-live');
  const told = await nothingStored(tracker, () =>
    tracker.ask('putMilestone', { params, body: { ...milestone, actual: '2062-04-20' }, headers: create }),
  );
  expect(told).toMatchObject({ status: 422, body: { faults: [{ pointer: '/actual' }] } });
  expect(told.body.detail).toContain('DATE-01');
  expect((await tracker.ask('putMilestone', { params, body: milestone, headers: create })).status).toBe(201);
});

it.each(['getReview', 'listProgrammes', 'listReports', 'getReportLines'])(
  'a question of %s for a day to come is refused',
  async (operation) => {
    const params = { ...property, month: '2026-01', revision: '1' };
    const told = await tracker.ask(operation, { params, query: 'asAt=2199-01-01' });
    expect(told).toMatchObject({ status: 400, body: { faults: [{ in: 'query', pointer: '/asAt' }] } });
  },
);
