// @module-tag long
import { DeleteItemCommand } from '@aws-sdk/client-dynamodb';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { type Engine, startEngine } from '#local/engine.ts';
import { itemKey } from '#store/table/items.ts';
import { linesKey } from '#store/table/keys.ts';
import { type CapacityMeter, startCapacityMeter } from '../../bench/capacity/capacity-meter.ts';
import { growTo } from '../../bench/grow-programme.ts';
import { outturnOfPhase1 } from '../../examples/facing-the-challenge/scenario.ts';
import { tellSample } from '../support/play-scenario.ts';
import { people, startTestTracker, type TestTracker } from '../support/tracker.ts';

const programmeRef = { organisation: 'council', programme: 'facing-the-challenge' };
const month = '2014-04';
const params = { programmeId: programmeRef.programme, month };

let engine: Engine;
let meter: CapacityMeter;
let tracker: TestTracker;

beforeAll(async () => {
  engine = await startEngine({});
  meter = await startCapacityMeter(engine.endpoint);
  process.env.DYNAMODB_ENDPOINT = meter.endpoint;
  tracker = await startTestTracker();
  await tellSample(tracker, outturnOfPhase1);
  await growTo(tracker, programmeRef, 450, programmeRef);
  await tracker.must('reviseReport', { as: people.office, params, body: { reason: 'More reviews' } });
  await tracker.settled();
}, 120_000);
afterAll(async () => {
  await tracker.stop();
  await meter.stop();
  await engine.stop();
  delete process.env.DYNAMODB_ENDPOINT;
});

const pullAsCsv = () => tracker.ask('getReport', { params, headers: { accept: 'text/csv' } });

it('a month of 450 reviews is pulled as one CSV in a few reads, not in one for each hundred reviews', async () => {
  const { answer: told, calls } = await meter.charged(pullAsCsv);
  const lines = calls.filter(({ partitions, action }) => partitions[0]?.startsWith('PUBLISHED#') && action === 'Query');
  expect(calls.filter(({ action }) => action === 'GetItem').length).toBeLessThan(5);
  expect(lines.length).toBeLessThanOrEqual(4);
  expect(told.text.split('\r\n').length).toBeGreaterThan(450);
});

it('a chunk of lines that is not there is a fault, never a shorter file', async () => {
  const { pk, sk } = linesKey(programmeRef, month, 2, 0);
  const chunks = (await tracker.stored(pk)).filter((item) => item.sk?.S?.startsWith(sk.slice(0, -6)));
  const third = chunks[2]?.sk?.S ?? '';
  await tracker.client.send(new DeleteItemCommand({ TableName: tracker.tableName, Key: itemKey({ pk, sk: third }) }));
  expect((await pullAsCsv()).status).toBe(500);
});
