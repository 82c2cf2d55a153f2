import { afterAll, beforeAll, expect, it } from 'vitest';
import { isBusy } from '#functions/http/store-errors.ts';
import { noteRun, readRun } from '#store/reports/runs.ts';
import { type Table, tableClient } from '#store/table/client.ts';
import { readItems } from '#store/table/items.ts';
import { putItemUnless } from '#store/table/put-item.ts';
import { commit, putNew, putOver } from '#store/table/transaction.ts';
import { aRun } from '../support/a-run.ts';
import type { FaultKind } from '../support/fault-kinds.ts';
import { type FaultDraw, type FaultProxy, startFaultProxy } from '../support/fault-proxy.ts';
import { startTestTracker, type TestTracker } from '../support/tracker.ts';

/* What DynamoDB says and the embedded engine never does. */

let tracker: TestTracker;
let proxy: FaultProxy;
let table: Table;
beforeAll(async () => {
  tracker = await startTestTracker();
  proxy = await startFaultProxy(Number(new URL(tracker.endpoint).port));
  table = tableClient({ name: tracker.tableName, endpoint: proxy.endpoint });
});
afterAll(async () => {
  table.client.destroy();
  await proxy.stop();
  await tracker.stop();
});

const item = (name: string) => ({ pk: { S: 'ORG#council' }, sk: { S: `NOTE#${name}` } });
const intentOf = (name: string) => ({ name: 'item' as const, item: putNew(table, item(name)) });
const thrownBy = (work: Promise<unknown>): Promise<unknown> =>
  work.then(
    () => undefined,
    (error: unknown) => error,
  );
/** Every call meets the fault, so many times; then none. */
const meetAlways = (kind: FaultKind, times: number): void => {
  let left = times;
  const draw = (): FaultDraw => {
    left -= 1;
    return { kind: left >= 0 ? kind : undefined, staleIndex: false, which: 0, late: 0 };
  };
  proxy.inject({ next: () => ({ done: false, value: draw() }) });
};

it('a single write that meets a transaction on its item is tried again, with its condition and without', async () => {
  proxy.meet(['conflict', 'conflict']);
  await noteRun(table, { organisation: 'council', programme: 'tomorrow' }, aRun);
  expect(await readRun(table, { organisation: 'council', programme: 'tomorrow' }, aRun.id)).toEqual(aRun);
  proxy.meet(['conflict']);
  expect(await putItemUnless(table, item('single'), 'pk')).toBe(true);
  expect(await putItemUnless(table, item('single'), 'pk')).toBe(false);
});

it('a single write that meets transactions five times is busy, not a fault', async () => {
  proxy.meet(Array.from({ length: 5 }, () => 'conflict' as const));
  const error = await thrownBy(putItemUnless(table, item('never'), 'pk'));
  expect(isBusy(error)).toBe(true);
});

it('a transaction that is cancelled for what stays is a fault at the first try, not busy', async () => {
  proxy.meet(['refused']);
  const before = proxy.calls();
  const error = await thrownBy(commit(table, [intentOf('large')]));
  expect(error).toMatchObject({ name: 'TransactionCanceledException' });
  expect(isBusy(error)).toBe(false);
  expect(proxy.calls() - before).toBe(1);
});

it('a transaction that the store still works on is waited for, and says what became of it', async () => {
  // The client itself tries three times.
  proxy.meet(Array.from({ length: 4 }, () => 'in-progress' as const));
  expect(await commit(table, [intentOf('slow')])).toEqual({ kind: 'committed' });
}, 20_000);

it('a batch of which nothing is read for some seconds is read in the end', {
  timeout: 30_000,
  tags: ['long'],
}, async () => {
  await commit(table, [
    { name: 'item', item: putOver(table, item('first')) },
    { name: 'item', item: putOver(table, item('second')) },
  ]);
  meetAlways('unprocessed', 6);
  const keys = ['first', 'second'].map((name) => ({ pk: 'ORG#council', sk: `NOTE#${name}` }));
  expect(await readItems(table, keys)).toHaveLength(2);
  meetAlways('unprocessed', 100);
  expect(isBusy(await thrownBy(readItems(table, keys)))).toBe(true);
  proxy.inject(undefined);
});
