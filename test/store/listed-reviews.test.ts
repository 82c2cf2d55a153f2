import { type AttributeValue, PutItemCommand, type QueryCommand } from '@aws-sdk/client-dynamodb';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { readListed, readReviewHeads } from '#store/positions/position-pages.ts';
import { type Item, UnreadableItem } from '#store/table/items.ts';
import { reviewHeadsOf } from '#store/table/keys.ts';
import { programme, review } from '../support/records.ts';
import { people, startTestTracker, type TestTracker } from '../support/tracker.ts';

const programmeRef = { organisation: 'council', programme: 'tomorrow' };
const params = { programmeId: 'tomorrow' };
const headers = { 'if-none-match': '*', 'effective-at': '2026-01-02' };
const manyServices = Array.from({ length: 40 }, (_, n) => `Service ${n} of the council's ${n * 37}`);
let tracker: TestTracker;

beforeAll(async () => {
  tracker = await startTestTracker();
  const settings = { ...programme, services: manyServices };
  await tracker.must('putProgramme', {
    as: people.office,
    params,
    body: settings,
    headers: { ...headers, 'effective-at': '2026-01-01' },
  });
  const open = (reviewId: string, body: unknown) =>
    tracker.must('putReview', { params: { ...params, reviewId }, body, headers });
  await open('property', review);
  await open('with-many-services', { ...review, services: manyServices });
});
afterAll(() => tracker.stop());

const table = () => ({ client: tracker.client, name: tracker.tableName });
const headOf = async (id: string): Promise<Item> => {
  const head = (await tracker.stored(reviewHeadsOf(programmeRef).pk)).find((one) => one.sk?.S === id);
  if (head === undefined) throw new Error(`there is no head of ${id}`);
  return head;
};
/** What is answered while a head stands in the table otherwise than it was written. */
const answeredWith = async (otherwise: (head: Item) => Item) => {
  const head = await headOf('property');
  const put = (item: Item) => tracker.client.send(new PutItemCommand({ TableName: tracker.tableName, Item: item }));
  await put(otherwise(head));
  try {
    return await tracker.ask('listReviews', { params });
  } finally {
    await put(head);
  }
};

it('a list asks for what it shows of the reviews, and for nothing else of their heads', async () => {
  const read: Item[] = [];
  const client = new Proxy(tracker.client, {
    get: (of, name) =>
      name === 'send'
        ? async (command: QueryCommand) => {
            const answer = await of.send(command);
            read.push(...(answer.Items ?? []));
            return answer;
          }
        : Reflect.get(of, name),
  });
  for await (const _ of readListed({ ...table(), client }, programmeRef, {}));
  expect(read.map((item) => Object.keys(item).sort())).toEqual([
    ['listed', 'reviewVersion', 'sk'],
    ['listed', 'reviewVersion', 'sk'],
  ]);
});

it('what a list shows of a review is what its head says of it, also where it is long', async () => {
  const listed = new Map<string, unknown>();
  for await (const page of readListed(table(), programmeRef, {}))
    for (const one of page) {
      const { version, listed: shown } = one.read();
      listed.set(one.review, { ...shown, version });
    }
  for await (const page of readReviewHeads(table(), programmeRef))
    for (const { review: id, head } of page) {
      if (head instanceof UnreadableItem) throw head;
      const { title, services, tier, lifecycle, stage, sros } = head.listed;
      const version = head.reviewVersion;
      expect(listed.get(id)).toMatchObject({ title, services, tier, lifecycle, stage, sros, version });
    }
  expect(listed.size).toBe(2);
  expect((await tracker.must('listReviews', { params })).body.items[1].services).toEqual(manyServices);
});

const listedAs = (listed: AttributeValue) => (head: Item) => ({ ...head, listed });

it.each([
  ['is no JSON', listedAs({ S: '{"broken":' })],
  ['lacks a field', listedAs({ S: '{"title":"Property"}' })],
  ['is no gzip', listedAs({ B: Buffer.from('neither') })],
  ['is missing', ({ listed: _, ...without }: Item) => without],
])('a head of which what lists show %s is a fault, and never a shorter list', async (_how, otherwise) => {
  expect(await answeredWith(otherwise)).toMatchObject({ status: 500, body: { code: 'fault' } });
  expect((await tracker.must('listReviews', { params })).body.items).toHaveLength(2);
});
