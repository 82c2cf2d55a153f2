import { afterAll, beforeAll, expect, it } from 'vitest';
import { noteRun, readRun } from '#store/reports/runs.ts';
import { startTestTracker, type TestTracker } from '../support/tracker.ts';

let tracker: TestTracker;
beforeAll(async () => {
  tracker = await startTestTracker();
});
afterAll(() => tracker.stop());

const programmeRef = { organisation: 'council', programme: 'tomorrow' };
const run = {
  id: '2026-01-r1',
  programme: 'tomorrow',
  month: '2026-01',
  revision: 1,
  kind: 'publish',
  reason: null,
  early: false,
  requestedAt: '2026-02-06T06:00:00.000Z',
  state: 'waiting',
  reviewsDone: 0,
  reviewsTotal: null,
  report: null,
  problem: null,
  rebuilt: null,
} as const;

it('a run that has published stays published, whatever a run beside it says later', async () => {
  const table = { client: tracker.client, name: tracker.tableName };
  await noteRun(table, programmeRef, { ...run, state: 'running', reviewsDone: 2 });
  expect(await readRun(table, programmeRef, run.id)).toMatchObject({ state: 'running', reviewsDone: 2 });
  const published = { ...run, state: 'published', reviewsDone: 4, reviewsTotal: 4, report: '/there' } as const;
  await noteRun(table, programmeRef, published);
  await noteRun(table, programmeRef, { ...run, state: 'running', reviewsDone: 3 });
  await noteRun(table, programmeRef, { ...run, state: 'failed', problem: 'The run failed' });
  expect(await readRun(table, programmeRef, run.id)).toEqual(published);
});
