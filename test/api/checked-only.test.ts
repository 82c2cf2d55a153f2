import { afterAll, beforeAll, expect, it } from 'vitest';
import { create } from '../support/one-of-each.ts';
import { programme, review, risk } from '../support/records.ts';
import { people, startTestTracker, type TestTracker } from '../support/tracker.ts';

/* A list of entries is judged by the rules before it is recorded, and nothing of it is (docs/meaning.md WRITE-45). */

const park = { programmeId: 'parks', reviewId: 'wood' };
let tracker: TestTracker;
const send = (operation: 'recordRisks' | 'changeRisks', entries: readonly object[], key: string, more: object = {}) =>
  tracker.ask(operation, { params: park, body: { entries, ...more }, headers: { 'idempotency-key': key } });
const check = (operation: 'recordRisks' | 'changeRisks', entries: readonly object[], key: string) =>
  send(operation, entries, key, { checkOnly: true });
const events = async () =>
  (await tracker.must('getReviewHistory', { as: people.assurance, params: park })).body.items.length;
const beyond = { ...risk, current: { likelihood: 6, impact: 2 } };

beforeAll(async () => {
  tracker = await startTestTracker();
  await tracker.must('putProgramme', { as: people.office, params: park, body: programme, headers: create });
  await tracker.must('putReview', { params: park, body: review, headers: create });
  expect((await send('recordRisks', [{ id: 'late', record: risk }], 'first')).status).toBe(200);
}, 60_000);
afterAll(() => tracker.stop());

it('What would be taken is answered as if it were, and leaves neither entry nor event', async () => {
  const before = await events();
  const added = [{ id: 'dear', record: risk }];
  expect(await check('recordRisks', added, 'a')).toMatchObject({
    ...{ status: 200, body: { entries: [{ id: 'dear', version: 1 }] } },
  });
  const changed = [{ id: 'late', version: 1, record: { ...risk, owner: 'Estates' } }];
  expect(await check('changeRisks', changed, 'b')).toMatchObject({
    ...{ status: 200, body: { entries: [{ id: 'late', version: 2 }] } },
  });
  expect(await events()).toBe(before);
  expect((await tracker.ask('getRisk', { params: { ...park, entryId: 'dear' } })).status).toBe(404);
  // Under the same key it is recorded after that.
  expect((await send('recordRisks', added, 'c')).status).toBe(200);
  expect((await check('recordRisks', [{ id: 'dearer', record: risk }], 'a')).status).toBe(200);
  expect(await events()).toBe(before + 1);
});

it('What would be refused is refused alike', async () => {
  const added = [{ id: 'deep', record: beyond }];
  const changed = [{ id: 'late', version: 1, record: beyond }];
  for (const [operation, entries] of [
    ['recordRisks', added],
    ['changeRisks', changed],
  ] as const) {
    const checked = await check(operation, entries, `${operation}-checked`);
    const refused = await send(operation, entries, `${operation}-sent`);
    expect(checked).toMatchObject({ status: 422 });
    expect({ ...checked.body, instance: '' }).toEqual({ ...refused.body, instance: '' });
  }
  expect((await check('changeRisks', [{ id: 'late', version: 9, record: risk }], 'd')).status).toBe(412);
});
