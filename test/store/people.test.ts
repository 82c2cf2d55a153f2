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
  await tracker.must('putProgramme', { as: people.office, params, body: programme, headers });
  await tracker.must('putReview', { params, body: led('Robin Stone'), headers });
});
afterAll(() => tracker.stop());

it('a person is one item outside every chain, with each name and since when it holds; the last one is shown', async () => {
  await tracker.must('putReview', { params, body: led('Robin Hill'), headers: { 'if-match': '"1"' } });
  const { subject: whose, names } = await storedPerson();
  expect(whose).toBe(subject);
  expect(names.map(({ name }: { name: string }) => name)).toEqual(['Robin Stone', 'Robin Hill']);
  expect(names[0].from < names[1].from).toBe(true);
  const shown = (await tracker.must('getReview', { params })).body.record.sros;
  expect(shown).toEqual([{ subject, name: 'Robin Hill' }]);
});

it('a name that stays is not written again', async () => {
  const before = await storedPerson();
  const version = (await tracker.must('getReview', { params })).body.version;
  const body = { ...led('Robin Hill'), title: 'Another title' };
  await tracker.must('putReview', { params, body, headers: { 'if-match': `"${version}"` } });
  expect(await storedPerson()).toEqual(before);
});
