// @module-tag long
import { randomUUID } from 'node:crypto';
import { PutItemCommand } from '@aws-sdk/client-dynamodb';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { gzippedBody, jsonBody } from '#store/table/body.ts';
import type { Item } from '#store/table/items.ts';
import { type Key, summaryKey, wholeKey } from '#store/table/keys.ts';
import { growTo } from '../../bench/grow-programme.ts';
import { bodyTextOf } from '../support/chain.ts';
import { create } from '../support/one-of-each.ts';
import { programme, review } from '../support/records.ts';
import { type Person, people, startTestTracker, type TestTracker, type Told } from '../support/tracker.ts';

/*
 * A published report is handed on as it was written (ADR 0025). Its month has more missing returns than its summary has
 * room for, and a review whose title is exempt.
 */

const programmeRef = { organisation: 'council', programme: 'tomorrow' };
const params = { programmeId: 'tomorrow', month: '2026-01', revision: '1' };

let tracker: TestTracker;
let asPublished: Item;
/** Every row of it, in one piece. */
let whole: Item;
const stored = async ({ pk, sk }: Key): Promise<Item> => {
  const found = (await tracker.stored(pk)).find((item) => item.sk?.S === sk);
  if (found === undefined) throw new Error(`${sk} is not there: ${tracker.failures.join('; ')}`);
  return found;
};
const store = (Item: Item) => tracker.client.send(new PutItemCommand({ TableName: tracker.tableName, Item }));

beforeAll(async () => {
  tracker = await startTestTracker();
  const headers = { ...create, 'effective-at': '2026-01-02' };
  await tracker.must('putProgramme', { as: people.office, params, body: programme, headers });
  for (const [reviewId, body] of [
    ['open', { ...review, services: ['Café “Élan”, \\ and "others"'], sros: [] }],
    ['secret', { ...review, title: 'Quiet Wood', sros: [], exempt: { fields: ['title'], ground: 3 } }],
  ] as const)
    await tracker.must('putReview', { params: { ...params, reviewId }, body, headers });
  await growTo(tracker, programmeRef, 120, programmeRef);
  await tracker.must('runReport', { as: people.office, params, body: { month: params.month } });
  await tracker.settled();
  asPublished = await stored(summaryKey(programmeRef, params.month, 1));
  whole = await stored(wholeKey(programmeRef, params.month, 1, 0));
}, 60_000);
afterAll(async () => {
  vi.useRealTimers();
  await tracker.stop();
});

const formats = ['application/json', 'text/html', 'text/csv'] as const;
const today = new Date().toISOString().slice(0, 'yyyy-mm-dd'.length);
const everyQuery = ['', 'rows=all', 'view=public', `asAt=${today}`] as const;

/** Pulls by every operation, in every format, as each of these people, with each of these queries. */
const pulls = async (
  asked: { readonly by?: readonly Person[]; readonly queries?: readonly string[]; readonly headers?: object } = {},
): Promise<readonly Told[]> => {
  const recorded: Told[] = [];
  for (const as of asked.by ?? [people.board])
    for (const accept of formats)
      for (const query of asked.queries ?? [''])
        for (const operation of ['getReport', 'getReportRevision', 'getReportLines'])
          if (operation !== 'getReportLines' || (accept !== 'text/html' && query !== 'rows=all'))
            recorded.push(await tracker.ask(operation, { as, params, query, headers: { accept, ...asked.headers } }));
  return recorded;
};
const statuses = (recorded: readonly Told[]): readonly number[] => [...new Set(recorded.map(({ status }) => status))];

/** What is answered while another item stands in the place of the published one. */
const whenStored = async (item: Item, asked?: Parameters<typeof pulls>[0]): Promise<readonly Told[]> => {
  await store(item);
  const recorded = await pulls(asked);
  await store(asPublished);
  return recorded;
};
const without = ({ validatedAs: _, ...item }: Item): Item => item;
/** It goes through its schema, and nothing was made of it before. */
const neverSeen = (item: Item): Item => ({ ...without(item), note: { S: randomUUID() } });

describe('a published report', () => {
  it('is answered the same to the last byte as it was written and through its schema', async () => {
    // A cursor holds the instant of its call.
    vi.useFakeTimers({ toFake: ['Date'], now: Date.now() });
    const asked = { by: [people.board, people.office], queries: everyQuery };
    const handedOn = await pulls(asked);
    expect(statuses(handedOn)).toEqual([200]);
    expect(handedOn.filter(({ text }) => text.includes('Quiet Wood')).length).toBeGreaterThan(0);
    expect(handedOn.filter(({ text }) => /[\uFDD0-\uFDD2]/.test(text))).toEqual([]);
    await store(without(whole));
    expect(await whenStored(neverSeen(asPublished), asked)).toEqual(handedOn);
    await store(whole);
    expect(await pulls(asked)).toEqual(handedOn);
    vi.useRealTimers();
  });

  it('is made into the same page by getReport for all who see the same of it, and into another for who sees more', async () => {
    const page = (as: Person, query = '', month = params.month) =>
      tracker.ask('getReport', { as, params: { ...params, month }, query, headers: { accept: 'text/html' } });
    const first = await page(people.board);
    const [again, latest, publicView, fullView] = [
      await page(people.board),
      await page(people.board, '', 'latest'),
      await page(people.office, 'view=public'),
      await page(people.office),
    ];
    expect(again).toEqual(first);
    expect([latest.text, publicView.text]).toEqual([first.text, first.text]);
    expect([first.status, fullView.status]).toEqual([200, 200]);
    expect([first.text.includes('Quiet Wood'), fullView.text.includes('Quiet Wood')]).toEqual([false, true]);
  });

  it('is answered by getReport also where it nearly fills the 6 MB that a function may answer', async () => {
    const { content, ...report } = JSON.parse(bodyTextOf(asPublished));
    const sentence = 'What nobody has room for. '.repeat(185_000);
    const large = { ...report, content: { ...content, flow: { ...content.flow, sentence } } };
    await store({ ...neverSeen(asPublished), body: gzippedBody(large) });
    const told = await tracker.ask('getReport', { as: people.office, params });
    await store(asPublished);
    expect(told.status).toBe(200);
    expect(told.body.content.flow.sentence).toBe(sentence);
  });

  const otherBody = (item: Item): Item => ({
    ...item,
    body: gzippedBody(JSON.parse(bodyTextOf(item).replace('"withheldRecords":1', '"withheldRecords":0'))),
  });
  it.each<[string, (item: Item) => Item]>([
    ['the text', otherBody],
    ['the instant of its publication', (item) => ({ ...item, publishedAt: { S: '2026-02-01T00:00:00.000Z' } })],
    ['the digest of its content', (item) => ({ ...item, contentDigest: { S: '0'.repeat(64) } })],
    ['the day of its public view', (item) => ({ ...item, publicOn: { S: '2151-01-01' } })],
    ['that it has a public view', ({ publicOn: _, ...item }) => item],
    ['how many rows it has room for', ({ rowsAtMost: _, ...item }) => item],
  ])('of which %s is other than was published is a fault, whatever is asked of it', async (_, changed) => {
    await pulls();
    const other = changed(asPublished);
    expect(other).not.toEqual(asPublished);
    expect(statuses(await whenStored(other))).toEqual([500]);
    expect(statuses(await whenStored(other, { headers: { 'if-none-match': '*' } }))).toEqual([500]);
    expect(statuses(await pulls())).toEqual([200]);
  });

  it('of which every row is other than was published is a fault, but not where the first of them are asked for', async () => {
    await store({ ...whole, body: jsonBody({}) });
    const recorded = await whenStored(neverSeen(asPublished), { queries: ['rows=all'] });
    const summary = await tracker.ask('getReport', { as: people.board, params });
    await store(whole);
    expect([statuses(recorded), summary.status]).toEqual([[500], 200]);
  });

  it.each<[string, (item: Item) => Item]>([
    ['says nothing of its schema', without],
    ['was let through by a schema of another shape', (item) => ({ ...item, validatedAs: { S: '0:elsewhere' } })],
  ])('that %s goes through it again, and is a fault where it does not fit', async (_, older) => {
    expect(statuses(await whenStored(older(asPublished)))).toEqual([200]);
    const broken = gzippedBody(
      JSON.parse(bodyTextOf(asPublished).replace('"withheldRecords":1', '"withheldRecords":"one"')),
    );
    expect(statuses(await whenStored(older({ ...asPublished, body: broken })))).toEqual([500]);
  });
});
