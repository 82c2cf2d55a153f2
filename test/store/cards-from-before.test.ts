import { PutItemCommand } from '@aws-sdk/client-dynamodb';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { readCards } from '#store/positions/cards.ts';
import { jsonBody } from '#store/table/body.ts';
import { type Item, UnreadableItem } from '#store/table/items.ts';
import { cardKey } from '#store/table/keys.ts';
import { programme, review, risk } from '../support/records.ts';
import { people, startTestTracker, type TestTracker } from '../support/tracker.ts';

/* Cards once held all of a position in their body: a record that was begun then goes on. */

let tracker: TestTracker;
const create = { 'if-none-match': '*' };
const programmeRef = { organisation: 'council', programme: 'tomorrow' };
const params = { programmeId: 'tomorrow', reviewId: 'property' };

const storedCard = async (): Promise<Item | undefined> => {
  const { pk, sk } = cardKey(programmeRef, 'property');
  return (await tracker.stored(pk)).find((item) => item.sk?.S === sk);
};
const store = (item: Item) => tracker.client.send(new PutItemCommand({ TableName: tracker.tableName, Item: item }));

/** The card as it was stored then. */
const asBefore = async (): Promise<Item> => {
  const { listed: _, ...rest } = (await storedCard()) ?? {};
  for await (const [page] of readCards({ client: tracker.client, name: tracker.tableName }, programmeRef)) {
    if (page === undefined || page.card instanceof UnreadableItem) throw new Error('there is no card to read');
    const { position: sections, headSequence, headDigest, reviewVersion, ...others } = page.card;
    return { ...rest, body: jsonBody({ ...others, sections }) };
  }
  throw new Error('there is no card');
};

beforeAll(async () => {
  tracker = await startTestTracker();
  await tracker.must('putProgramme', { as: people.office, params, body: programme, headers: create });
  await tracker.must('putReview', { params, body: review, headers: create });
});
afterAll(() => tracker.stop());

it('a review whose card is from before is listed, found by its stage, changed, and has the newer card from then on', async () => {
  const listed = (await tracker.must('listReviews', { params })).body;
  const first = listed.items[0];
  await store(await asBefore());
  expect((await storedCard())?.listed).toBeUndefined();
  expect((await tracker.must('listReviews', { params })).body).toEqual(listed);
  expect((await tracker.must('listReviews', { params, query: `stage=${first.stage}` })).body.items).toEqual([first]);
  await tracker.must('putRisk', { params: { ...params, entryId: 'late' }, body: risk, headers: create });
  expect((await storedCard())?.listed).toBeDefined();
  expect((await tracker.must('listReviews', { params })).body).toEqual(listed);
});

it('a newer card that has lost what lists show is a fault, and never a review less', async () => {
  const { listed: _, ...lost } = (await storedCard()) ?? {};
  await store(lost);
  expect((await tracker.ask('listReviews', { params })).status).toBe(500);
});
