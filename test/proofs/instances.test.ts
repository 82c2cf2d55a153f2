// @module-tag long
import * as fc from 'fast-check';
import { afterAll, beforeAll, expect, it, vi } from 'vitest';
import { startTrackerInProcesses, type TrackerInProcesses } from '../support/tracker-in-processes.ts';
import { linksFindings } from './history/history-checker.ts';
import { readChains, recountFaults } from './history/read-chains.ts';
import {
  type Answered,
  askedOf,
  asksForReports,
  openRecord,
  type Requested,
  requestNames,
  stateOf,
  workOff,
} from './requests-at-once.ts';
import { amount, counted, holds, timeLimitMilliseconds } from './running.ts';

/*
 * Two instances of the functions over one table: while one of them is between two of its calls to the store, the other does
 * the whole of another request. Both are answered, and everything stands, as though one had come after the other.
 */

vi.setConfig({ testTimeout: timeLimitMilliseconds, hookTimeout: timeLimitMilliseconds });
let tracker: TrackerInProcesses;
beforeAll(async () => {
  tracker = await startTrackerInProcesses(2);
});
afterAll(() => tracker.stop());

let records = 0;
/** A record of its own; with a month reported where that may be asked for again. */
const openAnother = async (pair: Pair): Promise<string> => {
  records += 1;
  const organisation = `council-${records}`;
  await openRecord(tracker, organisation, pair.some(asksForReports));
  return organisation;
};
const ask = async (slot: number, organisation: string, requested: Requested): Promise<Answered> => {
  const [operation, asked] = askedOf(requested, organisation);
  const { status, body } = await tracker.client(slot).ask(operation as 'putReview', asked);
  return { status, code: body?.code };
};

type Pair = readonly [Requested, Requested];
interface Ended {
  readonly answers: readonly Answered[];
  readonly state: unknown;
}
const ended = async (organisation: string, answers: readonly Answered[]): Promise<Ended> => {
  await workOff(tracker);
  const chains = await readChains(tracker.client(0), 'tomorrow', organisation);
  expect(chains.flatMap(linksFindings)).toEqual([]);
  return { answers, state: await stateOf(tracker.client(0), organisation, chains) };
};

const oneAfterTheOther = async (pair: Pair): Promise<Ended> => {
  const organisation = await openAnother(pair);
  return ended(organisation, [await ask(0, organisation, pair[0]), await ask(1, organisation, pair[1])]);
};
const theOtherWay = async ([first, other]: Pair): Promise<Ended> => {
  const { answers, state } = await oneAfterTheOther([other, first]);
  return { answers: answers.toReversed(), state };
};

/** The other is done while the first is held before one of its calls; after the first, where that has fewer. */
const oneWithinTheOther = async (pair: Pair, heldAt: HeldAt) => {
  const organisation = await openAnother(pair);
  let calls = 0;
  let within: Promise<Answered> | undefined;
  tracker.proxy.onCall(async (target) => {
    calls += 1;
    if (heldAt !== calls && (heldAt !== 'commit' || target !== 'TransactWriteItems')) return;
    tracker.proxy.onCall(undefined);
    within = ask(1, organisation, pair[1]);
    await within;
  });
  const answer = await ask(0, organisation, pair[0]);
  tracker.proxy.onCall(undefined);
  const isWithin = within !== undefined;
  return { isWithin, ...(await ended(organisation, [answer, await (within ?? ask(1, organisation, pair[1]))])) };
};

type Drawn = readonly [Requested['name'], Requested['name'], 'other' | 'same key'];
const requested = fc.constantFrom(...requestNames);
const pair = fc.oneof(
  { weight: 6, arbitrary: fc.tuple(requested, requested).map(([first, other]) => [first, other, 'other'] as const) },
  { weight: 1, arbitrary: requested.map((name) => [name, name, 'same key'] as const) },
);

/** Before which of its calls the first is held. */
type HeldAt = 'commit' | 2 | 3 | 4;
const heldAt = fc.constantFrom<HeldAt[]>('commit', 'commit', 'commit', 2, 3, 4);
const equals = (one: unknown, other: unknown): boolean => JSON.stringify(one) === JSON.stringify(other);

/** Where two that were decided apart once both stood, or one was lost: the first is held before it commits, or earlier. */
const found: readonly [Drawn, HeldAt][] = [
  [['take a directorate out', 'take a directorate', 'other'], 'commit'],
  [['take a directorate', 'take a directorate out', 'other'], 'commit'],
  [['record an issue', 'close the programme', 'other'], 'commit'],
  [['revise the report', 'revise the report', 'other'], 'commit'],
  [['revise the report', 'revise the report', 'same key'], 3],
  [['approve the case', 'change the case', 'other'], 'commit'],
  [['name another SRO', 'enter a person', 'other'], 'commit'],
  [['record an issue', 'record an issue', 'same key'], 'commit'],
];

it('of two requests at once through two instances nothing is lost or done twice, and one of two that conflict is refused', async (context) => {
  let [met, conflicts, rounds] = [0, 0, 0];
  const property = fc.asyncProperty(pair, heldAt, async ([one, two, key], at) => {
    const first: Requested = { name: one, by: 'A', key: 'first' };
    const both: Pair = [first, key === 'same key' ? first : { name: two, by: 'B', key: 'other' }];
    const { isWithin, answers, state } = await oneWithinTheOther(both, at);
    rounds += 1;
    if (isWithin) met += 1;
    if (answers.some(({ status }) => status === 409 || status === 412)) conflicts += 1;
    const came = { answers, state };
    if (!equals(came, await theOtherWay(both))) expect(came).toEqual(await oneAfterTheOther(both));
  });
  await holds(property, amount(14, 1_500, found.length + 1), found);
  expect(await recountFaults(tracker.table)).toEqual([]);
  counted(context, { pairs: rounds, 'one within the other': met, refused: conflicts });
  expect(met).toBeGreaterThan(amount(6, 800));
  expect(conflicts).toBeGreaterThan(0);
});
