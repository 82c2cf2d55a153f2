// @module-tag long
import { afterAll, beforeAll, expect, it, vi } from 'vitest';
import { fileTypes } from '#schemas/operations.ts';
import type { ReportContent } from '#schemas/report.ts';
import { linesPerChunk } from '#store/reports/report-lines.ts';
import { bytesHandedOn, mostHandedOn } from '../../support/large-records.ts';
import { startTrackerInProcesses, type TrackerInProcesses } from '../../support/tracker-in-processes.ts';
import { failedOf, invokeRollUp } from '../monthly-programme.ts';
import { office, openProgramme } from '../openings.ts';
import { amount, counted, isProved, sum, timeLimitMilliseconds } from '../running.ts';
import {
  eventsOfReview,
  forEachReview,
  forecastOf,
  inFebruary,
  inMarch,
  throughJanuary,
} from './reviews-with-history.ts';

/*
 * A month of as many reviews as anybody could have, each with a history of its own and changed after the month's end: reported from what is kept of month
 * ends, then, when that says no more of the month, from histories, and rebuilt from history alone. Each within a small part of the time that a
 * roll-up has. `npm run prove -- --long --only size` is of 10,000 and prints its seconds, calls and memory (docs/adr/0100).
 */

vi.setConfig({ testTimeout: timeLimitMilliseconds, hookTimeout: timeLimitMilliseconds });
const reviews = amount(400, 10_000, 20);
const programmeId = 'large';
const month = '2026-01';
const params = { programmeId, month };
/** Recorded at the same time: on a busy machine each request waits for its turn more often than it works. */
const reviewsAtOnce = 24;
const assurance = { roles: ['assurance'], subject: 'asha' } as const;
/** As many seconds as a function of the roll-up has. */
const rollUpSeconds = 900;
/** As much memory as it has. */
const rollUpMegabytes = 1_769;
const say = (sentence: string): void => {
  if (isProved) console.error(`${new Date().toISOString().slice(11, 19)} ${sentence}`);
};

let tracker: TrackerInProcesses;
beforeAll(async () => {
  tracker = await startTrackerInProcesses(2);
  await openProgramme(tracker.client(0), programmeId, month);
});
afterAll(() => tracker.stop());

const record = (steps: typeof throughJanuary, what: string): Promise<void> =>
  forEachReview(
    Array.from({ length: reviewsAtOnce }, (_, n) => tracker.client(n)),
    programmeId,
    reviews,
    steps,
    (done) => say(`${what}: ${done.toLocaleString('en-GB')} of ${reviews.toLocaleString('en-GB')} reviews`),
  );

interface Taken {
  readonly seconds: number;
  readonly processorSeconds: number;
  readonly calls: number;
  readonly megabytes: number;
}
/** A message, done by a process that has done nothing before. */
const taken = async (what: string, message: object): Promise<Taken> => {
  tracker.pool.kill(0);
  const calls = tracker.proxy.calls();
  const started = performance.now();
  const reply = await invokeRollUp(tracker, 0, [JSON.stringify(message)], rollUpSeconds * 1_000);
  expect([...failedOf(reply, 1)]).toEqual([]);
  const found = {
    seconds: (performance.now() - started) / 1_000,
    calls: tracker.proxy.calls() - calls,
    ...(reply.kind === 'answered' ? reply : { processorSeconds: Number.NaN, megabytes: Number.NaN }),
  };
  const processor = `${found.processorSeconds.toFixed(1)} s of the processor's`;
  say(`${what}: ${found.seconds.toFixed(1)} s (${processor}), ${found.calls} calls, ${found.megabytes.toFixed(0)} MB`);
  return found;
};

const ofMonth = { organisation: 'council', programme: programmeId, month };
const rollUp = (revision: number) => ({ kind: 'roll-up-month', ...ofMonth, revision, run: `${month}-r${revision}` });
const reader = () => tracker.client(1);

/** Each as the API answers it; how long that takes is said. */
const pulled = async (what: string, asked: { readonly accept: string; readonly query?: string }) => {
  const started = performance.now();
  const { accept, query = '' } = asked;
  const told = await reader().must('getReport', { params, as: office, query, headers: { accept } });
  const megabytes = bytesHandedOn(told) / 1_048_576;
  say(`${what}: ${((performance.now() - started) / 1_000).toFixed(1)} s, ${megabytes.toFixed(1)} MB`);
  expect(bytesHandedOn(told)).toBeLessThanOrEqual(mostHandedOn);
  return told;
};
const published = async () => (await pulled('its JSON', { accept: 'application/json', query: 'rows=all' })).body;

/** What depends neither on the revision nor on when it was made. */
const figuresOf = ({ counts, risks, savings, milestones, returns, issues, decisions, ratings }: ReportContent) =>
  ({ counts, risks, savings, milestones, returns, issues, decisions, ratings }) as const;

const expectWhole = (content: ReportContent): void => {
  const forecasts = Array.from({ length: reviews }, (_, n) => 3 * forecastOf(n + 1));
  const total = sum(forecasts);
  expect(content).toMatchObject({
    lines: reviews,
    counts: { counted: reviews },
    risks: { open: 3 * reviews },
    savings: {
      years: [{ year: '2026/27', plan: { low: 1_200_000 * reviews }, forecast: { low: total, high: total } }],
    },
  });
};

it('reports, revises and rebuilds a month of reviews with histories, each of their facts once and in time', async (context) => {
  await record([...throughJanuary, ...inFebruary], 'recorded to February');
  const fromMonthEnds = await taken('reported from what is kept of month ends', rollUp(1));
  const first = await published();
  expectWhole(first.content);
  const page = (await pulled('its page', { accept: 'text/html' })).text;
  if (reviews > linesPerChunk)
    expect(page).toContain(`${linesPerChunk} of ${reviews.toLocaleString('en-GB')} reviews are shown here.`);
  for (const accept of ['text/csv', ...fileTypes]) await pulled(accept, { accept });

  await record(inMarch, 'recorded to March');
  await reader().must('reviseReport', { params, as: office, body: { reason: 'Made from histories' } });
  const fromHistories = await taken('revised, every review from its history', rollUp(2));
  const second = await published();
  expect(second.content.revision).toBe(2);
  expect(figuresOf(second.content)).toEqual(figuresOf(first.content));

  const { body } = await reader().must('rebuildReport', { params, as: assurance, body: { knowledge: 'then' } });
  const rebuilding = { kind: 'rebuild-month', ...ofMonth, revision: 2, run: body.id, knowledge: 'then' };
  const rebuilt = await taken('rebuilt from history alone', rebuilding);
  const run = await reader().must('getReportRun', { params: { programmeId, runId: body.id }, as: assurance });
  expect(run.body).toMatchObject({ state: 'rebuilt', rebuilt: { same: true, differences: [] } });

  const all = [fromMonthEnds, fromHistories, rebuilt];
  for (const { seconds, megabytes } of all) {
    expect(seconds).toBeLessThan(rollUpSeconds / 3);
    expect(megabytes).toBeLessThan(rollUpMegabytes / 2);
  }
  // A page of reviews at a time, and no more than a query for each history.
  expect(fromMonthEnds.calls).toBeLessThan(reviews);
  for (const { calls } of [fromHistories, rebuilt]) expect(calls).toBeLessThan(2 * reviews + 100);
  counted(context, {
    reviews,
    events: reviews * eventsOfReview,
    'seconds from month ends': Math.round(fromMonthEnds.seconds),
    'seconds from histories': Math.round(fromHistories.seconds),
    'seconds of a rebuild': Math.round(rebuilt.seconds),
    'of the processor, at most': Math.round(Math.max(...all.map(({ processorSeconds }) => processorSeconds))),
    'MB at most': Math.round(Math.max(...all.map(({ megabytes }) => megabytes))),
  });
});
