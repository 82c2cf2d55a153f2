import { afterAll, beforeAll, expect, it } from 'vitest';
import { readReviewPages } from '#store/positions/position-pages.ts';
import type { Table } from '#store/table/client.ts';
import { growTo } from '../../bench/grow-programme.ts';
import { programme, review } from '../support/records.ts';
import { people, startTestTracker, type TestTracker } from '../support/tracker.ts';

const programmeRef = { organisation: 'council', programme: 'tomorrow' };
let tracker: TestTracker;
let table: Table;

beforeAll(async () => {
  tracker = await startTestTracker();
  table = { client: tracker.client, name: tracker.tableName };
  const params = { programmeId: 'tomorrow', reviewId: 'first' };
  const headers = { 'if-none-match': '*', 'effective-at': '2026-01-01' };
  await tracker.must('putProgramme', { as: people.office, params, body: programme, headers });
  await tracker.must('putReview', { params, body: review, headers: { ...headers, 'effective-at': '2026-01-02' } });
  await growTo(tracker, programmeRef, 25, programmeRef);
});
afterAll(() => tracker.stop());

it('a roll-up that asks for the next page while it works on this one reads every review once and in order', async () => {
  const namesRead = async (readAhead: boolean): Promise<string[]> => {
    const names: string[] = [];
    for await (const page of readReviewPages(table, programmeRef, { itemsAPage: 4, readAhead }))
      names.push(...page.reviews.map((one) => one.review));
    return names;
  };
  const names = await namesRead(true);
  expect(names).toHaveLength(25);
  expect(names).toEqual(names.toSorted());
  expect(names).toEqual(await namesRead(false));
});

it('a page that could not be read ahead is a fault of the roll-up, and never a shorter report', async () => {
  let pages = 0;
  const failing = new Proxy(tracker.client, {
    get: (client, name) =>
      name === 'send'
        ? (command: Parameters<typeof client.send>[0]) => {
            pages += 1;
            return pages === 3 ? Promise.reject(new Error('the store is away')) : client.send(command);
          }
        : Reflect.get(client, name),
  });
  const read = async (): Promise<number> => {
    let reviews = 0;
    for await (const page of readReviewPages({ ...table, client: failing }, programmeRef, {
      itemsAPage: 4,
      readAhead: true,
    }))
      reviews += page.reviews.length;
    return reviews;
  };
  await expect(read()).rejects.toThrow('the store is away');
});
