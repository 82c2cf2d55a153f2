import { type AttributeValue, PutItemCommand } from '@aws-sdk/client-dynamodb';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { foldReview } from '#functions/scheduled/review-at-month-end.ts';
import { Programme } from '#schemas/programme.ts';
import { monthAsked, positionAtEnd, readMonthEnds } from '#store/positions/position-at-month-end.ts';
import { readReviewPages } from '#store/positions/position-pages.ts';
import type { StoredPosition } from '#store/positions/stored-position.ts';
import { type Key, partKey, recordKey, reviewHeadKey } from '#store/table/keys.ts';
import { positionShape, recordShape } from '#store/table/shape.ts';
import { bodyTextOf } from '../support/chain.ts';
import { programme, review, risk } from '../support/records.ts';
import { people, startTestTracker, type TestTracker } from '../support/tracker.ts';

/* A release was rolled back: what a later one stored is in the table, with fields that this one does not know. */

type Item = Record<string, AttributeValue>;

let tracker: TestTracker;
const programmeRef = { organisation: 'council', programme: 'tomorrow' };
const params = { programmeId: 'tomorrow', reviewId: 'property', entryId: 'late' };
const chainRef = { ...programmeRef, review: 'property' };
const from = (day: string) => ({ 'if-none-match': '*', 'effective-at': day });

const storedAt = async ({ pk, sk }: Key): Promise<Item> => {
  const item = (await tracker.stored(pk)).find((one) => one.sk?.S === sk);
  if (item === undefined) throw new Error(`nothing is stored at ${pk} ${sk}`);
  return item;
};
const put = (item: Item) => tracker.client.send(new PutItemCommand({ TableName: tracker.tableName, Item: item }));
const inShape = (item: Item, shape: number): Item => ({ ...item, shape: { N: String(shape) } });
const storedPosition = async (): Promise<StoredPosition> => {
  const table = { client: tracker.client, name: tracker.tableName };
  for await (const { reviews } of readReviewPages(table, programmeRef))
    for (const { stored } of reviews) if (stored !== 'changing' && 'head' in stored) return stored;
  throw new Error('there is no position');
};

beforeAll(async () => {
  tracker = await startTestTracker();
  await tracker.must('putProgramme', { as: people.office, params, body: programme, headers: from('2026-01-01') });
  await tracker.must('putReview', { params, body: review, headers: from('2026-01-02') });
  await tracker.must('putRisk', { params, body: risk, headers: from('2026-01-03') });
});
afterAll(() => tracker.stop());

describe('a record that a later release wrote', () => {
  const key = recordKey(chainRef, 'risk', 'late');
  let asWritten: Item;
  beforeAll(async () => {
    asWritten = await storedAt(key);
    const body = JSON.parse(bodyTextOf(asWritten));
    await put({ ...inShape(asWritten, recordShape + 1), body: { S: JSON.stringify({ ...body, owners: ['new'] }) } });
  });

  it('is read and listed by the fields that are known', async () => {
    const read = (await tracker.must('getRisk', { params })).body;
    expect(read).toMatchObject({ version: 1, record: { title: risk.title } });
    expect((await tracker.must('listRisks', { params })).body.items).toHaveLength(1);
  });

  it('is not changed, and the answer says why in one sentence', async () => {
    const changed = await tracker.ask('putRisk', { params, body: risk, headers: { 'if-match': '"1"' } });
    expect(changed).toMatchObject({
      status: 409,
      body: {
        code: 'record.newer-shape',
        detail:
          'A later release of the tracker wrote this record, and this one does not know all of it: it can be read, and changed once the later release runs again.',
      },
    });
    const other = { ...params, entryId: 'other' };
    await tracker.must('putRisk', { params: other, body: risk, headers: from('2026-01-04') });
    await put(asWritten);
    await tracker.must('putRisk', { params, body: { ...risk, category: 'Legal' }, headers: { 'if-match': '"1"' } });
  });
});

it('a review with a part of a register that only a later release knows is changed, and the part stays', async () => {
  const key = reviewHeadKey(programmeRef, 'property');
  const head = await storedAt(key);
  const body = JSON.parse(bodyTextOf(head));
  await put({ ...head, body: { S: JSON.stringify({ ...body, parts: { ...body.parts, benefits: 2 } }) } });
  await tracker.must('putRisk', {
    params: { ...params, entryId: 'with-benefits' },
    body: risk,
    headers: { 'if-none-match': '*' },
  });
  expect(JSON.parse(bodyTextOf(await storedAt(key))).parts).toMatchObject({ benefits: 2 });
  expect((await tracker.must('listReviews', { params })).body.items).toHaveLength(1);
});

describe('a part of a position of another shape', () => {
  it.each([positionShape - 1, positionShape + 1])(
    'such as %i is not reported from: history is folded',
    async (shape) => {
      const settings = Programme.parse(programme);
      const asked = monthAsked('2026-01', [1]);
      const table = { client: tracker.client, name: tracker.tableName };
      const key = partKey(programmeRef, 'property', 'review');
      const part = await storedAt(key);
      const atEnd = async () => {
        const stored = await storedPosition();
        const monthEnds = await readMonthEnds(table, programmeRef, new Map([['property', stored]]), asked);
        return positionAtEnd(programmeRef, 'property', stored, asked, monthEnds);
      };
      const { head } = await storedPosition();
      const folded = await foldReview({ table }, programmeRef, asked, settings, ['property', head.sequence, '']);
      expect((await atEnd())?.position.review).toEqual(folded?.position.review);
      await put(inShape(part, shape));
      expect(await atEnd()).toBeUndefined();
      await put(part);
    },
  );

  it('is made anew by the next change of its register', async () => {
    const key = partKey(programmeRef, 'property', 'risks');
    await put(
      inShape({ ...(await storedAt(key)), body: { S: bodyTextOf(await storedAt(key)).replace(risk.title, 'Old') } }, 0),
    );
    await tracker.must('putRisk', {
      params: { ...params, entryId: 'third' },
      body: risk,
      headers: { 'if-none-match': '*' },
    });
    const part = await storedAt(key);
    expect(part.shape).toEqual({ N: String(positionShape) });
    expect(bodyTextOf(part)).not.toContain('"Old"');
  });
});
