// @module-tag long
import * as fc from 'fast-check';
import { afterAll, beforeAll, expect, it, vi } from 'vitest';
import { addMonths, lastDayOf, type ReportMonth } from '#language/time.ts';
import { defaultRiskMatrix } from '#schemas/risk-matrix.ts';
import { programme, review, risk } from '../support/records.ts';
import { people, startTestTracker, type TestTracker } from '../support/tracker.ts';
import { amount, counted, holds, timeLimitMilliseconds } from './running.ts';

/*
 * Settings move within months and on both sides of their ends, recorded in whatever order with what they judge. What a
 * month's report takes from stored projections is what its history says under the settings of then: by a rebuild from the
 * whole chain, and by asking each risk, and each review whether it counts, as of the month's last day. The flow reconciles throughout.
 */

vi.setConfig({ testTimeout: timeLimitMilliseconds, hookTimeout: timeLimitMilliseconds });
let tracker: TestTracker;
beforeAll(async () => {
  tracker = await startTestTracker();
});
afterAll(() => tracker.stop());

const months = 3;
const firstMonth = '2026-01';
const monthAt = (n: number): ReportMonth => addMonths(firstMonth, n);
const reviewId = 'property';
const heldId = 'held';
const entries = ['first', 'second'] as const;
const bands = ['low', 'medium', 'high'] as const;
/** Where Low and Medium end: each judges scores of 15 and of 20 in its own way. */
const matrices = [
  [6, 15],
  [10, 14],
  [20, 22],
] as const;

/** Days at which it matters: within a month and on both sides of its end, of the month after the last too. */
const days = Array.from({ length: months + 1 }, (_, n) => monthAt(n)).flatMap((month) => [
  `${month}-01`,
  `${month}-15`,
  lastDayOf(month),
]);
const day = fc.constantFrom(...days);
/** How many of these days after the command before: a record goes forward, and most commands are to be taken. */
const later = fc.nat(2);
const settings = fc.record({
  matrix: fc.constantFrom(...matrices),
  name: fc.constantFrom('Services', 'Services for Tomorrow'),
  ratingsHoldMonths: fc.nat(2),
  pausedCounts: fc.boolean(),
});
type Settings = typeof settings extends fc.Arbitrary<infer T> ? T : never;
const command = fc.oneof(
  {
    weight: 4,
    arbitrary: fc.record({
      kind: fc.constant('risk' as const),
      entry: fc.constantFrom(...entries),
      likelihood: fc.constantFrom(3, 4),
      later,
    }),
  },
  { weight: 4, arbitrary: fc.record({ kind: fc.constant('settings' as const), settings, later }) },
  { weight: 1, arbitrary: fc.record({ kind: fc.constant('correct-settings' as const), settings, day }) },
  { weight: 3, arbitrary: fc.record({ kind: fc.constant('report' as const) }) },
);
type Command = typeof command extends fc.Arbitrary<infer T> ? T : never;

const bodyOf = ({ matrix: [lowUpTo, mediumUpTo], name, ratingsHoldMonths, pausedCounts }: Settings) => ({
  ...programme,
  name,
  pausedCounts,
  riskMatrix: { ...defaultRiskMatrix, lowUpTo, mediumUpTo },
  reporting: { firstMonth, ratingsHoldMonths },
});

/** A programme of which commands are recorded; what comes too early for its record is refused and goes by. */
const openProgramme = async (programmeId: string) => {
  const params = { programmeId };
  const counts = { settings: 0, reports: 0 };
  let at = 0;
  const dayAfter = (steps: number): string => {
    at = Math.min(at + steps, days.length - 1);
    return days[at] ?? '';
  };
  const versions = new Map<string, number>();
  const put = async (operation: 'putProgramme' | 'putReview' | 'putRisk', path: object, body: unknown, on: string) => {
    const name = JSON.stringify([operation, path]);
    const version = versions.get(name);
    const told = await tracker.ask(operation, {
      as: operation === 'putProgramme' ? people.office : people.team,
      params: { ...params, ...path },
      body,
      headers: {
        'effective-at': on,
        ...(version === undefined ? { 'if-none-match': '*' } : { 'if-match': `"${version}"` }),
      },
    });
    if (told.status < 300) versions.set(name, told.body.version);
    else expect([told.body.code, told.text]).toEqual(['effective.out-of-order', told.text]);
    return told.status < 300;
  };
  const correctSettings = async (given: Settings, effectiveAt: string): Promise<void> => {
    const { body } = await tracker.must('getProgrammeHistory', { params, query: 'kind=programme' });
    const told = await tracker.must('correctProgramme', {
      as: people.office,
      params,
      body: { corrects: body.items[0].sequence, effectiveAt, record: bodyOf(given), reason: 'Mistyped' },
    });
    versions.set(JSON.stringify(['putProgramme', {}]), told.body.version);
  };

  const bandsOn = async (on: string): Promise<Record<string, number>> => {
    const found = Object.fromEntries(bands.map((band) => [band, 0]));
    for (const entryId of entries) {
      const told = await tracker.ask('getRisk', { params: { ...params, reviewId, entryId }, query: `asAt=${on}` });
      const band = told.status === 404 ? undefined : told.body.computed.currentBand;
      if (band !== undefined) found[band] = (found[band] ?? 0) + 1;
    }
    return found;
  };
  const countedOn = async (on: string): Promise<number> => {
    const told = await Promise.all(
      [reviewId, heldId].map((id) =>
        tracker.must('getReview', { params: { ...params, reviewId: id }, query: `asAt=${on}` }),
      ),
    );
    return told.filter(({ body }) => body.computed.counted).length;
  };
  const reportNext = async (): Promise<void> => {
    if (counts.reports === months) return;
    const month = monthAt(counts.reports);
    const expected = await bandsOn(lastDayOf(month));
    await tracker.must('runReport', { as: people.office, params, body: { month } });
    await tracker.settled();
    counts.reports += 1;
    const { content } = (await tracker.must('getReport', { as: people.board, params: { ...params, month } })).body;
    expect([month, content.risks.byBand]).toEqual([month, expected]);
    const counted = await countedOn(lastDayOf(month));
    expect([month, content.counts.counted, content.flow.closing, content.flow.reconciles]).toEqual([
      month,
      counted,
      counted,
      true,
    ]);
    const asked = { as: people.assurance, params: { ...params, month }, body: { knowledge: 'then' } };
    const { id: runId } = (await tracker.must('rebuildReport', asked)).body;
    await tracker.settled();
    const { body } = await tracker.must('getReportRun', { as: people.assurance, params: { ...params, runId } });
    expect([month, body.rebuilt]).toMatchObject([month, { same: true, differences: [] }]);
  };
  return {
    counts,
    put,
    reportNext,
    run: async (one: Command): Promise<void> => {
      if (one.kind === 'report') return lastDayOf(monthAt(counts.reports)) < dayAfter(0) ? reportNext() : undefined;
      if (one.kind === 'risk') {
        const current = { likelihood: one.likelihood, impact: 5 };
        const inherent = { likelihood: 5, impact: 5 };
        const body = { ...risk, lastReviewedOn: '2026-01-01', inherent, current };
        await put('putRisk', { reviewId, entryId: one.entry }, body, dayAfter(one.later));
      } else {
        if (one.kind === 'correct-settings') await correctSettings(one.settings, one.day);
        else await put('putProgramme', {}, bodyOf(one.settings), dayAfter(one.later));
        counts.settings += 1;
      }
    },
  };
};

it('a month is judged by the settings in force at its end, in whatever order they and what they judge were recorded', async (context) => {
  let [rounds, reports, moves] = [0, 0, 0];
  const property = fc.asyncProperty(
    settings,
    fc.array(command, { minLength: 8, maxLength: 24, size: 'max' }),
    async (opening, commands) => {
      rounds += 1;
      const one = await openProgramme(`moving-${rounds}`);
      await one.put('putProgramme', {}, bodyOf(opening), '2025-12-01');
      await one.put('putReview', { reviewId }, review, '2025-12-15');
      await one.put('putReview', { reviewId: heldId }, review, '2025-12-15');
      await tracker.must('changeLifecycle', {
        params: { programmeId: `moving-${rounds}`, reviewId: heldId },
        body: { kind: 'pause', reason: 'Waits for the strategy' },
        headers: { 'if-match': '"1"', 'effective-at': '2025-12-20' },
      });
      for (const given of commands) await one.run(given);
      while (one.counts.reports < months) await one.reportNext();
      reports += one.counts.reports;
      moves += one.counts.settings;
    },
  );
  await holds(property, amount(10, 400, 4));
  counted(context, { 'settings recorded': moves, 'reports compared': reports });
  expect(tracker.failures).toEqual([]);
  expect(moves).toBeGreaterThan(amount(20, 1_000, 8));
});
