import { type AttributeValue, PutItemCommand, type QueryCommand } from '@aws-sdk/client-dynamodb';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { readCards, readListed } from '#store/positions/cards.ts';
import { type Item, UnreadableItem } from '#store/table/items.ts';
import { cardsOf } from '#store/table/keys.ts';
import { programme, review } from '../support/records.ts';
import { people, startTestTracker, type TestTracker } from '../support/tracker.ts';

const programmeRef = { organisation: 'council', programme: 'tomorrow' };
const params = { programmeId: 'tomorrow' };
const head = { 'if-none-match': '*', 'effective-at': '2026-01-02' };
const manyServices = Array.from({ length: 40 }, (_, n) => `Service ${n} of the council's ${n * 37}`);
let tracker: TestTracker;

beforeAll(async () => {
  tracker = await startTestTracker();
  const settings = { ...programme, services: manyServices };
  await tracker.must('putProgramme', {
    as: people.office,
    params,
    body: settings,
    headers: { ...head, 'effective-at': '2026-01-01' },
  });
  const open = (reviewId: string, body: unknown) =>
    tracker.must('putReview', { params: { ...params, reviewId }, body, headers: head });
  await open('property', review);
  await open('with-many-services', { ...review, services: manyServices });
});
afterAll(() => tracker.stop());

const table = () => ({ client: tracker.client, name: tracker.tableName });
const cardOf = async (id: string): Promise<Item> => {
  const card = (await tracker.stored(cardsOf(programmeRef).pk)).find((one) => one.sk?.S === id);
  if (card === undefined) throw new Error(`there is no card of ${id}`);
  return card;
};
/** What is answered while a card stands in the table otherwise than it was written. */
const answeredWith = async (otherwise: (card: Item) => Item) => {
  const card = await cardOf('property');
  const put = (item: Item) => tracker.client.send(new PutItemCommand({ TableName: tracker.tableName, Item: item }));
  await put(otherwise(card));
  try {
    return await tracker.ask('listReviews', { params });
  } finally {
    await put(card);
  }
};

it('a list asks for what it shows of the reviews, and for nothing else of their cards', async () => {
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

it('what a list shows of a review is what its card says of it, also where it is long', async () => {
  const listed = new Map<string, unknown>();
  for await (const page of readListed(table(), programmeRef, {}))
    for (const one of page) listed.set(one.review, one.listed());
  for await (const page of readCards(table(), programmeRef))
    for (const { review: id, card } of page) {
      if (card instanceof UnreadableItem) throw card;
      const { title, services, tier, lifecycle, stage, sros } = card.position.review;
      const version = card.reviewVersion;
      expect(listed.get(id)).toMatchObject({ title, services, tier, lifecycle, stage, sros, version });
    }
  expect(listed.size).toBe(2);
  expect((await cardOf('with-many-services')).listed?.B).toBeDefined();
  expect((await tracker.must('listReviews', { params })).body.items[1].services).toEqual(manyServices);
});

const listedAs = (listed: AttributeValue) => (card: Item) => ({ ...card, listed });

it.each([
  ['is no JSON', listedAs({ S: '{"broken":' })],
  ['lacks a field', listedAs({ S: '{"title":"Property"}' })],
  ['is packed wrongly', listedAs({ B: Buffer.from('neither') })],
  ['is missing', ({ listed: _, ...without }: Item) => without],
])('a card of which what lists show %s is a fault, and never a shorter list', async (_how, otherwise) => {
  expect(await answeredWith(otherwise)).toMatchObject({ status: 500, body: { code: 'fault' } });
  expect((await tracker.must('listReviews', { params })).body.items).toHaveLength(2);
});
