// @module-tag long
import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, expect, it, vi } from 'vitest';
import { addMonths, type ReportMonth } from '#language/time.ts';
import { rollUpMilliseconds } from '#local/tracker-functions.ts';
import { risk } from '../support/records.ts';
import { startTrackerInProcesses, type TrackerInProcesses } from '../support/tracker-in-processes.ts';
import { deliver, messageOf, pull, readRun } from './monthly-programme.ts';
import { office, once, openingOf, openProgramme } from './openings.ts';
import { amount, counted, timeLimitMilliseconds } from './running.ts';

/*
 * Many reviews, each with a history over several months of which the first is reported: cut off by its time over and over, and with all the time
 * that it has on AWS, the same report is published; and made again from the histories alone, event by event, it is that report.
 */

vi.setConfig({ testTimeout: timeLimitMilliseconds, hookTimeout: timeLimitMilliseconds });
let tracker: TrackerInProcesses;
beforeAll(async () => {
  tracker = await startTrackerInProcesses(2);
});
afterAll(() => tracker.stop());

const programmeId = 'histories';
const month: ReportMonth = '2026-01';
const reported = { organisation: 'council', programme: programmeId, month };
const message = messageOf('council', month, programmeId);
const reviews = amount(60, 2_000, 4);
const months = amount(4, 5, 3);
const risksOfMonth = amount(3, 4, 1);
/** The roll-up leaves ten seconds of its time to say that it failed. */
const keptBack = 10_000;

const recordReview = async (reviewId: string, slot: number): Promise<void> => {
  const patience = { ...once, attempts: 10 };
  const client = tracker.client(slot);
  const opened = await client.settle('putReview', openingOf(programmeId, reviewId, randomUUID()), patience);
  expect(opened.status).toBe(201);
  for (let n = 0; n < months; n += 1)
    for (let one = 1; one <= risksOfMonth; one += 1) {
      const on = `${addMonths(month, n)}-${String(one + 4).padStart(2, '0')}`;
      const put = await client.settle(
        'putRisk',
        {
          params: { programmeId, reviewId, entryId: `risk-${n}-${one}` },
          body: risk,
          headers: { 'if-none-match': '*', 'effective-at': on, 'idempotency-key': randomUUID() },
        },
        patience,
      );
      expect(put.status).toBe(201);
    }
};

const recordAll = async (): Promise<void> => {
  await openProgramme(tracker.client(0), programmeId, month);
  let next = 0;
  const record = async (slot: number): Promise<void> => {
    while (next < reviews) {
      next += 1;
      await recordReview(`review-${String(next).padStart(5, '0')}`, slot);
    }
  };
  await Promise.all(Array.from({ length: 8 }, (_, slot) => record(slot)));
};

/** What the report says, and what it was made from: its digest has salts of its own. */
const said = async (): Promise<string | undefined> => {
  const told = await pull(tracker.client(1), reported);
  return told === undefined ? undefined : JSON.stringify([told.body.content, told.body.publication.headsRoot]);
};

/**
 * Delivers with twice the time of the try before, until none of it fails; answers how often it was cut off. Until then there is nothing of
 * the report to be seen, or, where the time was over just after it was published, the whole of it.
 */
const cutOffUntilPublished = async (wanted: string | undefined): Promise<number> => {
  for (let cutOff = 0, milliseconds = 1; ; cutOff += 1, milliseconds *= 2) {
    const failed = await deliver(tracker, 0, [message], keptBack + milliseconds);
    if (failed.size === 0) return cutOff;
    expect([undefined, wanted]).toContain(await said());
  }
};

it('reviews with histories are reported the same whether the roll-up is cut off by its time or not, and from their histories alone', async (context) => {
  await recordAll();
  const before = await tracker.engine.keep();
  const started = performance.now();
  expect((await deliver(tracker, 0, [message], rollUpMilliseconds)).size).toBe(0);
  const rolledUp = performance.now() - started;
  const wanted = await said();
  expect(wanted).toBeDefined();
  const { content } = (await pull(tracker.client(1), reported))?.body ?? {};
  // Of the month and no later one.
  expect(content).toMatchObject({ lines: reviews, risks: { open: reviews * risksOfMonth } });

  await tracker.engine.putBack(before);
  expect(await said()).toBeUndefined();
  const cutOff = await cutOffUntilPublished(wanted);
  expect(cutOff).toBeGreaterThan(0);
  expect(await said()).toBe(wanted);
  expect(await readRun(tracker.client(1), reported)).toEqual({ state: 'published', reviewsDone: reviews });

  const run = 'from-histories';
  const again = { kind: 'rebuild-month', ...reported, revision: 1, run, knowledge: 'then' };
  const read = performance.now();
  expect((await deliver(tracker, 0, [JSON.stringify(again)], rollUpMilliseconds)).size).toBe(0);
  const rebuilt = performance.now() - read;
  const made = await tracker.client(1).must('getReportRun', { params: { programmeId, runId: run }, as: office });
  expect(made.body).toMatchObject({ state: 'rebuilt', reviewsDone: reviews, rebuilt: { same: true, differences: [] } });
  counted(context, {
    reviews,
    'events of reviews': reviews * (1 + months * risksOfMonth),
    'cut off': cutOff,
    'ms to roll up': Math.round(rolledUp),
    'ms from histories': Math.round(rebuilt),
  });
});
