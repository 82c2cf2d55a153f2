import { afterAll, beforeAll, expect, it } from 'vitest';
import { personKey } from '#store/table/keys.ts';
import { bodyTextOf } from '../support/chain.ts';
import { programme, review } from '../support/records.ts';
import { people, startTestTracker, type TestTracker } from '../support/tracker.ts';

let tracker: TestTracker;
const params = { programmeId: 'tomorrow', reviewId: 'property' };
const subject = 'robin-stone';
const led = (name: string) => ({ ...review, sros: [{ subject, name }] });

const storedPerson = async () => {
  const { pk, sk } = personKey('council', subject);
  const [item] = (await tracker.stored(pk)).filter((one) => one.sk?.S === sk);
  return item === undefined ? undefined : JSON.parse(bodyTextOf(item));
};

beforeAll(async () => {
  tracker = await startTestTracker();
  const headers = { 'if-none-match': '*' };
  await tracker.must('putProgramme', {
    as: people.office,
    params,
    body: programme,
    headers: { ...headers, 'effective-at': '2026-01-01' },
  });
  await tracker.must('putReview', { params, body: led('Robin Stone'), headers });
});
afterAll(() => tracker.stop());

it('a person is one item outside every chain, with each name, since when it holds and who recorded it', async () => {
  const { subject: whose, names } = await storedPerson();
  expect(whose).toBe(subject);
  expect(names).toEqual([{ from: expect.any(String), name: 'Robin Stone', by: people.team.subject }]);
});

it('a name in a review never changes a known one, of whichever role its sender is, and the answer says whose name stays', async () => {
  const before = await storedPerson();
  for (const as of [people.team, people.office]) {
    const { version } = (await tracker.must('getReview', { params })).body;
    const headers = { 'if-match': `"${version}"` };
    const body = { ...led('Mickey Mouse (resigned)'), title: `As ${as.subject} says` };
    const put = await tracker.must('putReview', { as, params, body, headers });
    expect(put.body).toMatchObject({ record: { sros: [{ subject, name: 'Robin Stone' }] }, namesKept: [subject] });
  }
  const body = { corrects: 2, effectiveAt: '2026-01-10', record: led('Mickey Mouse'), reason: 'A slip' };
  const headers = { 'idempotency-key': 'mickey' };
  for (const _ of ['first', 'again']) {
    const corrected = await tracker.must('correctReview', { params, body, headers });
    expect(corrected.body.namesKept).toEqual([subject]);
    expect(corrected.text).not.toContain('Mickey');
  }
  expect(await storedPerson()).toEqual(before);
  const list = await tracker.must('listReviews', { params });
  expect(list.body.items[0].sros).toEqual([{ subject, name: 'Robin Stone' }]);
});

it('a name that stays is not written again', async () => {
  const before = await storedPerson();
  const version = (await tracker.must('getReview', { params })).body.version;
  const body = { ...led('Robin Stone'), title: 'Another title' };
  await tracker.must('putReview', { params, body, headers: { 'if-match': `"${version}"` } });
  expect(await storedPerson()).toEqual(before);
});
