import { afterAll, beforeAll, expect, it } from 'vitest';
import { noteRun, readRun } from '#store/reports/runs.ts';
import { aRun } from '../support/a-run.ts';
import { startTestTracker, type TestTracker } from '../support/tracker.ts';

let tracker: TestTracker;
beforeAll(async () => {
  tracker = await startTestTracker();
});
afterAll(() => tracker.stop());

const programmeRef = { organisation: 'council', programme: 'tomorrow' };
it('a run that has published stays published, whatever a run beside it says later', async () => {
  const table = { client: tracker.client, name: tracker.tableName };
  await noteRun(table, programmeRef, { ...aRun, state: 'running', reviewsDone: 2 });
  expect(await readRun(table, programmeRef, aRun.id)).toMatchObject({ state: 'running', reviewsDone: 2 });
  const published = { ...aRun, state: 'published', reviewsDone: 4, reviewsTotal: 4, report: '/there' } as const;
  await noteRun(table, programmeRef, published);
  await noteRun(table, programmeRef, { ...aRun, state: 'running', reviewsDone: 3 });
  await noteRun(table, programmeRef, { ...aRun, state: 'failed', problem: 'The run failed' });
  expect(await readRun(table, programmeRef, aRun.id)).toEqual(published);
});
