import { randomUUID } from 'node:crypto';
import * as z from 'zod';
import type { ReportMonth } from '#language/time.ts';
import { ask, type Settled } from '../support/patient-client.ts';
import type { Person } from '../support/request-event.ts';
import type { TrackerInProcesses } from '../support/tracker-in-processes.ts';
import { openingOf, openProgramme } from './answer-lost.ts';
import { linksFindings } from './history-checker.ts';
import { deliver, messageOf } from './monthly-programme.ts';
import { readChain } from './stored-chains.ts';

export interface TimedOutResult {
  readonly reviews: number;
  readonly deliveries: number;
  /** Writes of a roll-up that nothing interrupts. */
  readonly writes: number;
  /** Deliveries that were out of time before they were done: after how many writes, and how many reviews they said were done. */
  readonly outOfTime: readonly { readonly afterWrites: number; readonly reviewsDone: number }[];
  readonly losses: readonly string[];
}

const organisation = 'council';
const programmeId = 'large';
const month: ReportMonth = '2026-01';
const office: Person = { roles: ['programme-office'], subject: 'office', organisation };
const patience = { attempts: 10, pauseMilliseconds: 50 };
const atOnce = 8;
/** Of the writes that the whole roll-up takes, after so many of which a delivery is out of time. */
const timeLimits = [0.5, 0.25, 0.4];

const tellReviews = async (tracker: TrackerInProcesses, reviews: number): Promise<void> => {
  await openProgramme(tracker, programmeId, month);
  let next = 0;
  const recordChange = async (slot: number): Promise<void> => {
    while (next < reviews) {
      next += 1;
      const request = openingOf(programmeId, `review-${String(next).padStart(5, '0')}`, randomUUID());
      const told = await ask(tracker.pool, slot, request, patience);
      if (told.status !== 201) throw new Error(`a review was not opened: ${told.text}`);
    }
  };
  await Promise.all(Array.from({ length: atOnce }, (_, slot) => recordChange(slot)));
};

const Lines = z.object({ lines: z.array(z.unknown()), next: z.string().nullable() });
const Report = z.object({
  content: z.unknown(),
  publication: z.object({ contentDigest: z.string(), headsRoot: z.string() }),
});

/** All that a report says, to the last byte; when it was published is the publication's own. Undefined: there is none. */
const readWhole = async (tracker: TrackerInProcesses): Promise<string | undefined> => {
  const params = { programmeId, month };
  const told = await ask(tracker.pool, 1, { operation: 'getReport', params, as: office }, patience);
  if (told.status === 404) return undefined;
  if (told.status !== 200) throw new Error(`the report was answered ${told.status}: ${told.text}`);
  const { content, publication } = Report.parse(told.json);
  const lines: unknown[] = [];
  let cursor: string | null = null;
  do {
    const query = new URLSearchParams(cursor === null ? {} : { cursor }).toString();
    const page: Settled = await ask(
      tracker.pool,
      1,
      { operation: 'getReportLines', params, as: office, query },
      patience,
    );
    if (page.status !== 200) throw new Error(`the lines were answered ${page.status}: ${page.text}`);
    const read = Lines.parse(page.json);
    lines.push(...read.lines);
    cursor = read.next;
  } while (cursor !== null);
  const { contentDigest, headsRoot } = publication;
  return JSON.stringify({ content, lines, contentDigest, headsRoot });
};

const Run = z.object({ state: z.string(), reviewsDone: z.int() });

const readRun = async (tracker: TrackerInProcesses) => {
  const params = { programmeId, runId: `${month}-r1` };
  const told = await ask(tracker.pool, 1, { operation: 'getReportRun', params, as: office }, patience);
  return told.status === 200 ? Run.parse(told.json) : { state: `${told.status}`, reviewsDone: 0 };
};

/**
 * Makes a report of many reviews without interruption, puts the table back to what it was before, and makes the report
 * again by a function that is out of time part way, over and over: killed at its limit, its message delivered again.
 */
export const runOutOfTime = async (tracker: TrackerInProcesses, reviews: number): Promise<TimedOutResult> => {
  const losses: string[] = [];
  const outOfTime: { afterWrites: number; reviewsDone: number }[] = [];
  await tellReviews(tracker, reviews);
  const before = await tracker.engine.keep();
  let writes = 0;
  tracker.proxy.onCommitted(() => {
    writes += 1;
    return true;
  });
  const message = [messageOf(organisation, month, programmeId)];
  await deliver(tracker, 0, message);
  tracker.proxy.onCommitted(undefined);
  const wanted = await readWhole(tracker);
  if (wanted === undefined) losses.push('no report was made without interruption');
  await tracker.engine.putBack(before);
  if ((await readWhole(tracker)) !== undefined) losses.push('the table was not put back');

  let deliveries = 0;
  for (const share of timeLimits) {
    const limit = Math.max(1, Math.floor(writes * share));
    let done = 0;
    let killed = false;
    tracker.proxy.onCommitted(() => {
      done += 1;
      if (done === limit) {
        killed = true;
        tracker.pool.kill(0);
      }
      return true;
    });
    await deliver(tracker, 0, message);
    deliveries += 1;
    tracker.proxy.onCommitted(undefined);
    const run = await readRun(tracker);
    if (!killed) losses.push(`delivery ${deliveries} was not out of time`);
    else outOfTime.push({ afterWrites: limit, reviewsDone: run.reviewsDone });
    const seen = await readWhole(tracker);
    if (seen !== undefined && seen !== wanted) losses.push(`half a report was visible after delivery ${deliveries}`);
  }
  for (const time of ['redelivered', 'redelivered once more']) {
    const failed = await deliver(tracker, 0, message);
    deliveries += 1;
    if (failed.size > 0) losses.push(`${time}, the roll-up failed`);
    if ((await readWhole(tracker)) !== wanted)
      losses.push(`${time}, the report is not the one made without interruption`);
  }
  const run = await readRun(tracker);
  if (run.state !== 'published' || run.reviewsDone !== reviews)
    losses.push(`the run is said to be ${run.state} with ${run.reviewsDone} of ${reviews} reviews`);
  const { chain } = await readChain(tracker.table, { organisation, programme: programmeId, review: null });
  const published = chain.events.filter((event) => event.recordRef.kind === 'publication').length;
  if (published !== 1) losses.push(`the report was published ${published} times`);
  losses.push(...linksFindings(chain).map((finding) => finding.words));
  return { reviews, deliveries, writes, outOfTime, losses };
};
