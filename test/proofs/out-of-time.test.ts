// @module-tag long
import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, expect, it, vi } from 'vitest';
import type { ReportMonth } from '#language/time.ts';
import type { Told } from '../support/client.ts';
import { startTrackerInProcesses, type TrackerInProcesses } from '../support/tracker-in-processes.ts';
import { linksFindings } from './history/history-checker.ts';
import { readChain, recountFaults } from './history/read-chains.ts';
import { deliver, deliverWhile, messageOf, pull, readRun } from './monthly-programme.ts';
import { office, once, openingOf, openProgramme } from './openings.ts';
import { amount, counted, timeLimitMilliseconds } from './running.ts';

vi.setConfig({ testTimeout: timeLimitMilliseconds, hookTimeout: timeLimitMilliseconds });
let tracker: TrackerInProcesses;
beforeAll(async () => {
  tracker = await startTrackerInProcesses(amount(2, 4));
});
afterAll(() => tracker.stop());

const programmeId = 'large';
const month: ReportMonth = '2026-01';
const large = { organisation: 'council', programme: programmeId, month };
const message = messageOf('council', month, programmeId);
const reviews = amount(120, 5_000, 60);
const atOnce = 8;
/** Of the writes that the whole roll-up takes, after so many of which a delivery is out of time. */
const timeLimits = [0.5, 0.25, 0.4];

const recordReviews = async (): Promise<void> => {
  await openProgramme(tracker.client(0), programmeId, month);
  let next = 0;
  const record = async (slot: number): Promise<void> => {
    while (next < reviews) {
      next += 1;
      const opening = openingOf(programmeId, `review-${String(next).padStart(5, '0')}`, randomUUID());
      await tracker.client(slot).settle('putReview', opening, { ...once, attempts: 10 });
    }
  };
  await Promise.all(Array.from({ length: atOnce }, (_, slot) => record(slot)));
};

/**
 * All that a report says, to the last byte; when it was published, and its digest, which has salts of its own, are the
 * publication's. Undefined: there is none.
 */
const readWhole = async (): Promise<string | undefined> => {
  const client = tracker.client(1);
  const report = await pull(client, large);
  if (report === undefined) return undefined;
  const lines: unknown[] = [];
  for (let query: string | undefined = ''; query !== undefined; ) {
    const page: Told = await client.must('getReportLines', { params: { programmeId, month }, as: office, query });
    lines.push(...page.body.lines);
    query = page.body.next === null ? undefined : `cursor=${page.body.next}`;
  }
  const { content, publication } = report.body;
  return JSON.stringify({ content, lines, root: publication.headsRoot });
};

/*
 * A report of many reviews is made without interruption, the table is put back to what it was before, and the report is
 * made again by a function that is out of time part way, over and over: killed at its limit, its message delivered again.
 */
it('a roll-up that is out of time part way, three times, is done when delivered again, byte for byte the same', async (context) => {
  await recordReviews();
  const before = await tracker.engine.keep();
  const writes = await deliverWhile(tracker, message, () => true);
  const wanted = await readWhole();
  expect(wanted).toContain('review-00001');
  await tracker.engine.putBack(before);
  expect(await readWhole()).toBeUndefined();

  const done: number[] = [];
  for (const share of timeLimits) {
    const limit = Math.max(1, Math.floor(writes * share));
    let killed = false;
    await deliverWhile(tracker, message, (now) => {
      if (now === limit) {
        killed = true;
        tracker.pool.kill(0);
      }
      return true;
    });
    expect(killed).toBe(true);
    done.push((await readRun(tracker.client(1), large)).reviewsDone);
    // Nothing is to be seen of half a report.
    expect([undefined, wanted]).toContain(await readWhole());
  }
  for (const _ of ['delivered again', 'and once more']) {
    expect((await deliver(tracker, 0, [message])).size).toBe(0);
    expect(await readWhole()).toBe(wanted);
  }
  expect(await readRun(tracker.client(1), large)).toEqual({ state: 'published', reviewsDone: reviews });
  const chain = await readChain(tracker.client(0), { programme: programmeId });
  expect(chain.events.filter((event) => event.recordRef.kind === 'publication')).toHaveLength(1);
  expect(linksFindings(chain)).toEqual([]);
  expect(await recountFaults(tracker.table)).toEqual([]);
  const partWay = done.filter((one) => one > 0 && one < reviews).length;
  counted(context, { reviews, 'writes of a roll-up': writes, 'out of time': timeLimits.length, 'part way': partWay });
  // A page of reviews is done at once, so few reviews are done or not done together.
  expect(partWay).toBeGreaterThanOrEqual(amount(0, 1));
});
