import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { build } from 'esbuild';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { handlerOptions } from '../../scripts/bundle.ts';
import { aRun } from '../support/a-run.ts';
import { startTestTracker, type TestTracker } from '../support/tracker.ts';

/*
 * The store's own code as it is deployed: bundled and minified with the handlers' options, then run. What a bundle leaves out
 * or renames (the classes of the client's errors, for one) is missed here and not on AWS.
 */

const root = resolve(import.meta.dirname, '../..');
const entry = `
export { tableClient } from '#store/table/client.ts';
export { HeadsFixedElsewhere, ReportHeads } from '#store/reports/report-heads.ts';
export { noteRun, readRun } from '#store/reports/runs.ts';
export { commit, putNew } from '#store/table/transaction.ts';
`;
type Store = typeof import('#store/table/client.ts') &
  typeof import('#store/reports/report-heads.ts') &
  typeof import('#store/reports/runs.ts') &
  typeof import('#store/table/transaction.ts');

const programmeRef = { organisation: 'council', programme: 'tomorrow' };
let tracker: TestTracker;
let folder: string;
let store: Store;
let table: ReturnType<Store['tableClient']>;

beforeAll(async () => {
  tracker = await startTestTracker();
  folder = await mkdtemp(join(tmpdir(), 'as-deployed-'));
  const outfile = join(folder, 'store.cjs');
  await build({ ...handlerOptions, stdin: { contents: entry, resolveDir: root, loader: 'ts' }, outfile, write: true });
  store = await import(pathToFileURL(outfile).href);
  table = store.tableClient({ name: tracker.tableName, endpoint: tracker.endpoint });
});
afterAll(async () => {
  table.client.destroy();
  await tracker.stop();
  await rm(folder, { recursive: true });
});

it('a second delivery notes its progress on a run that has published, and changes nothing', async () => {
  const published = { ...aRun, state: 'published', reviewsDone: 400, reviewsTotal: 400, report: '/there' } as const;
  await store.noteRun(table, programmeRef, published);
  await store.noteRun(table, programmeRef, { ...aRun, state: 'running', reviewsDone: 100 });
  expect(await store.readRun(table, programmeRef, aRun.id)).toEqual(published);
});

it('two runs that fix the same heads: the second is told that the first was there', async () => {
  const open = () => store.ReportHeads.open(table, programmeRef, { month: '2026-01', revision: 1, attempt: 1 });
  const [first, second] = await Promise.all([open(), open()]);
  const page = { reviews: [], isLast: true };
  await first.ofPage(page);
  await expect(second.ofPage(page)).rejects.toThrow(store.HeadsFixedElsewhere);
});

it('a transaction whose condition does not hold says which, with the item that is there', async () => {
  const item = { pk: { S: 'ORG#council' }, sk: { S: 'NOTE#once' }, said: { S: 'first' } };
  const put = (given: typeof item) => store.commit(table, [{ name: 'item', item: store.putNew(table, given) }]);
  expect(await put(item)).toEqual({ kind: 'committed' });
  expect(await put({ ...item, said: { S: 'second' } })).toEqual({ kind: 'failed', failed: new Map([['item', item]]) });
});
