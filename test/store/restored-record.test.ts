// @module-tag long
import { type AttributeValue, DeleteItemCommand, PutItemCommand } from '@aws-sdk/client-dynamodb';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { copyAsRestored, everyItem } from '#cli/table-copy.ts';
import { putSettingsBack, settingsFound } from '#cli/table-settings.ts';
import { type Proof, verifyTable } from '#cli/verify-table.ts';
import { jsonBody } from '#store/table/body.ts';
import type { Table } from '#store/table/client.ts';
import { number, text } from '#store/table/items.ts';
import { dueKey, eventsOf, type Key, partKey, recordKey, reviewHeadKey, summaryKey } from '#store/table/keys.ts';
import { outturnOfPhase1 } from '../../examples/facing-the-challenge/scenario.ts';
import { bodyTextOf } from '../support/chain.ts';
import { tellSample } from '../support/play-scenario.ts';
import { startTestTracker, type TestTracker } from '../support/tracker.ts';

type Item = Record<string, AttributeValue>;

const kent = { organisation: 'council', programme: 'facing-the-challenge' };
const property = { ...kent, review: 'property' };

let tracker: TestTracker;
let source: Table;
let restored: Table;
let items: readonly Item[] = [];

const allOf = async (table: Table): Promise<readonly Item[]> => {
  const all: Item[] = [];
  for await (const page of everyItem(table)) all.push(...page);
  return all.sort((a, b) => (`${a.pk?.S}|${a.sk?.S}` < `${b.pk?.S}|${b.sk?.S}` ? -1 : 1));
};

beforeAll(async () => {
  tracker = await startTestTracker();
  await tellSample(tracker, outturnOfPhase1);
  source = { client: tracker.client, name: tracker.tableName };
  restored = { client: tracker.client, name: 'restored' };
  await copyAsRestored(source, restored);
  items = await allOf(restored);
}, 120_000);
afterAll(() => tracker.stop());

it('a restored table holds every item as it was, and proves the same record: 10 reviews, 7 reports, no fault', async () => {
  expect(items).toEqual(await allOf(source));
  const proofs = await verifyTable(restored);
  expect(proofs).toEqual(await verifyTable(source));
  expect(proofs).toEqual([
    { programmeRef: kent, reviews: 10, counted: 10, events: expect.any(Number), reports: 7, faults: [] },
  ]);
});

it('a restored table comes back without its stream, its time to live and its protection, and gets them back', async () => {
  const states = async () => (await settingsFound(restored)).map(({ what, state }) => [what.split(',')[0], state]);
  expect(await states()).toContainEqual(['the stream of changes', 'missing']);
  expect(await states()).toContainEqual(['time to live', 'missing']);
  expect(await states()).toContainEqual(['deletion protection', 'missing']);
  await putSettingsBack(restored);
  expect((await states()).filter(([, state]) => state === 'missing')).toEqual([]);
  for (const { command } of await settingsFound(restored)) expect(command).toContain('--table-name restored');
});

const stored = (key: Key): Item => {
  const item = items.find((one) => one.pk?.S === key.pk && one.sk?.S === key.sk);
  if (item === undefined) throw new Error(`nothing is stored at ${key.pk} ${key.sk}`);
  return item;
};
const edited = (item: Item, from: string, to: string): Item => {
  const body = bodyTextOf(item);
  if (!body.includes(from)) throw new Error(`the body of ${item.sk?.S} does not hold ${from}`);
  return { ...item, body: jsonBody(JSON.parse(body.replace(from, to))) };
};
const eventsOfProperty = (): readonly Item[] => {
  const { pk, begins } = eventsOf(property);
  const sequenceOf = (item: Item): number => JSON.parse(bodyTextOf(item)).sequence;
  return items
    .filter((item) => item.pk?.S === pk && item.sk?.S?.startsWith(begins))
    .sort((a, b) => sequenceOf(a) - sequenceOf(b));
};
const lastEvent = (): Item => eventsOfProperty().at(-1) ?? {};

/** What the restored table is found to be with some items changed and others gone; they are put back after. */
const proofWith = async (changed: readonly Item[], gone: readonly Item[] = []): Promise<Proof['faults']> => {
  const put = (item: Item) => restored.client.send(new PutItemCommand({ TableName: restored.name, Item: item }));
  for (const item of changed) await put(item);
  for (const { pk, sk } of gone)
    if (pk !== undefined && sk !== undefined)
      await restored.client.send(new DeleteItemCommand({ TableName: restored.name, Key: { pk, sk } }));
  const proofs = await verifyTable(restored);
  for (const { pk, sk } of [...changed, ...gone])
    if (pk?.S !== undefined && sk?.S !== undefined) await put(stored({ pk: pk.S, sk: sk.S }));
  return proofs.flatMap(({ faults }) => faults);
};

describe('a restored table that lost something is found out', () => {
  const cases: readonly (readonly [string, () => Promise<Proof['faults']>, string])[] = [
    [
      'a position that says otherwise than the history',
      () => proofWith([edited(stored(partKey(kent, 'property', 'review')), 'Property Review', 'Property Revue')]),
      'the position of property says otherwise of its review',
    ],
    [
      'a review that is not what was last told',
      () => proofWith([edited(stored(recordKey(property, 'review', 'property')), 'Property Review', 'Property Revue')]),
      'review property of property is not what its history says',
    ],
    [
      'a review whose version was set back',
      () => proofWith([{ ...stored(recordKey(property, 'review', 'property')), version: number(99) }]),
      'at version 99',
    ],
    ['a chain whose last event is gone', () => proofWith([], [lastEvent()]), 'is broken'],
    [
      'an event that was rewritten',
      () => proofWith([edited(eventsOfProperty()[0] ?? {}, 'Property Review', 'Property Revue')]),
      'is broken',
    ],
    [
      'a head that is not that of the last event',
      () => proofWith([{ ...stored(reviewHeadKey(kent, 'property')), headDigest: text('0'.repeat(64)) }]),
      'is broken',
    ],
    [
      'a published report that was changed',
      () => proofWith([edited(stored(summaryKey(kent, '2014-03', 1)), '"lines":10', '"lines":11')]),
      'is broken',
    ],
    [
      'a large report of which what is shown first was changed',
      () => proofWith([edited(stored(summaryKey(kent, '2014-04', 1)), '"lines":10', '"lines":11')]),
      'the summary of the report of 2014-04 says otherwise than the whole of it',
    ],
    [
      'a programme that no longer says which month is due',
      () => proofWith([], [stored(dueKey(kent))]),
      'the item that says which month is due next is missing',
    ],
    ['a published report that is gone', () => proofWith([], [stored(summaryKey(kent, '2014-04', 1))]), 'is broken'],
  ];

  it.each(cases)('%s', async (_what, faults, said) => {
    expect((await faults()).join('; ')).toContain(said);
  });
});
