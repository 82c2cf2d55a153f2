// @module-tag long
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Engine, startEngine } from '#local/engine.ts';
import { partKey, programmeKey, recordKey, reviewHeadKey, reviewHeadsOf, summariesOf } from '#store/table/keys.ts';
import {
  budgets,
  figureOf,
  flat,
  growthOf,
  mostBesidesPositions,
  mostBytesOfASummary,
  rollUpReads,
} from '../../bench/capacity/budgets.ts';
import { type CapacityMeter, type Charged, startCapacityMeter } from '../../bench/capacity/capacity-meter.ts';
import { kentIn } from '../../bench/capacity/questions-of-kent.ts';
import { sizes, type Taken } from '../../bench/capacity/taken.ts';
import { measureUses } from '../../bench/capacity/uses.ts';
import { outturnOfPhase1 } from '../../examples/facing-the-challenge/scenario.ts';
import { tellSample } from '../support/play-scenario.ts';
import { startTestTracker, type TestTracker } from '../support/tracker.ts';

/*
 * What each use costs in capacity units, as the engine charges them by AWS's rules. bench/capacity says what is asked, of
 * which records, and what it may take; `npm run bench -- --counts` asks the same of the bundles.
 */

const organisation = 'council';
const kent = kentIn(organisation);
const property = { ...kent, review: 'property' };

let engine: Engine;
let meter: CapacityMeter;
let tracker: TestTracker;
let taken: Taken;

beforeAll(async () => {
  engine = await startEngine({});
  meter = await startCapacityMeter(engine.endpoint);
  // The tracker of the test takes a given endpoint for the engine's own.
  process.env.DYNAMODB_ENDPOINT = meter.endpoint;
  tracker = await startTestTracker();
  await tellSample(tracker, outturnOfPhase1);
  const { ask, settled, client, tableName } = tracker;
  taken = await measureUses({ ask, settled, organisation, meter, table: { client, tableName } });
}, 240_000);
afterAll(async () => {
  await tracker.stop();
  await meter.stop();
  await engine.stop();
});

describe('what a use costs, in a programme of so many reviews', () => {
  it.each(budgets)('$use, of $size: at most $most $measure', (budget) => {
    expect(figureOf(taken, budget)).toBeLessThanOrEqual(budget.most);
  });
});

const whatItReads = ({ calls }: Charged) =>
  calls.filter(({ readUnits }) => readUnits > 0).map(({ partitions, readUnits }) => [partitions, readUnits] as const);

it('one entry is one call for three items, at a unit for each 4 KB: the settings, the head that says there is the review, and the entry', () => {
  const items = [programmeKey(kent).pk, reviewHeadKey(kent, 'property').pk, recordKey(property, 'option', 'any').pk];
  const [[partitions, units] = [[], 0], ...others] = whatItReads(taken.of('get one entry', 65));
  expect([partitions.toSorted(), units, others]).toEqual([items.toSorted(), items.length, []]);
});

it("a board's pull is one read, of the report's own item, at a unit for each 4 KB of it", () => {
  for (const size of sizes) {
    const units = Math.ceil(taken.bytes('summary', size) / 4096);
    expect(whatItReads(taken.of("a board's pull of it as JSON", size))).toEqual([[[summariesOf(kent).pk], units]]);
  }
});

it('a board that knows the report already is answered without a body', () => {
  expect(taken.notModifiedBytes).toBe(0);
});

it.each(sizes)(
  'a page of history among %i reviews reads its whole chain and what is published, at a unit for each 4 KB, the settings, the head of the review, who changed it, and the heads of each month after whose end something on it was told: in a record told long after, of every one',
  (size) => {
    const units = (bytes: number) => Math.ceil(bytes / 4096);
    const { months, historyBytes } = taken;
    expect(months).toBeGreaterThan(0);
    expect(taken.of('a page of 20 of the history of a review', size).readUnits).toBe(
      units(historyBytes) + units(taken.bytes('publications', size)) + 3 + months,
    );
  },
);

it.each(sizes)(
  `the roll-up of %i reviews reads a unit for each 4 KB of their positions, and ${mostBesidesPositions} besides`,
  (size) => {
    const positions = [reviewHeadsOf(kent).pk, partKey(kent, '', '').pk];
    const { ofPositions, mostOfPositions, besides } = rollUpReads(taken, size, positions);
    expect(ofPositions).toBeGreaterThan(0);
    expect(ofPositions).toBeLessThanOrEqual(mostOfPositions);
    expect(besides).toBeLessThanOrEqual(mostBesidesPositions);
  },
);

it('a summary has no more bytes among 1,000 reviews than two read units, and its whole stands beside it', () => {
  for (const size of sizes) expect(taken.bytes('summary', size)).toBeLessThanOrEqual(mostBytesOfASummary);
});

it.each(flat)('to $use costs the same among $from reviews and among 1,000', (one) => {
  expect(growthOf(taken, one)).toBe(0);
});
