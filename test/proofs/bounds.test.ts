// @module-tag long
import * as fc from 'fast-check';
import { afterAll, afterEach, beforeAll, expect, it, vi } from 'vitest';
import { addFinancialYears } from '#language/time.ts';
import { mostTotalPounds } from '#schemas/limits.ts';
import type { Asked } from '../support/client.ts';
import { judged, largestLine, lineAtItsBounds, savingAt } from '../support/figures-at-their-bounds.ts';
import { published, rebuiltRun } from '../support/published-month.ts';
import { records, review, saving } from '../support/records.ts';
import { people, startTestTracker, type TestTracker } from '../support/tracker.ts';
import { recountFaults } from './history/read-chains.ts';
import { openProgramme } from './openings.ts';
import { amount, counted, holds, timeLimitMilliseconds } from './running.ts';

/*
 * Figures at their bounds, in a review that is just below the largest sum there is: whatever is acknowledged can be read, changed
 * and struck out again; only what would pass the bound is refused; and every month is published.
 */

vi.setConfig({ testTimeout: timeLimitMilliseconds, hookTimeout: timeLimitMilliseconds });
let tracker: TestTracker;
beforeAll(async () => {
  tracker = await startTestTracker();
});
afterEach(() => {
  vi.useRealTimers();
});
afterAll(() => tracker.stop());

it('savings lines at their bounds make a section that can be read again, or a sum that is refused by its name', async () => {
  const property = fc.asyncProperty(
    fc.array<object>(lineAtItsBounds, { minLength: 1, maxLength: 4 }),
    fc.constantFrom<number[]>(1, 8, 76),
    async (lines, times) => {
      const records = Array.from({ length: times }, () => lines)
        .flat()
        .map(savingAt);
      const { fits, passed } = judged('savings', records);
      if (passed === null) expect(fits).toBe(true);
      else expect(passed.pounds).toBeGreaterThan(mostTotalPounds);
    },
  );
  // Three hundred and one lines were the first whose run-rate no number holds exactly.
  await holds(property, amount(12, 1_000, 2), [[[largestLine], 301]]);
});

const most = 1_000_000_000_000;
const thirtyYears = (over: object) =>
  Array.from({ length: 30 }, (_, n) => ({ year: addFinancialYears('2026/27', n), ...over }));
/** Each of these thirty years takes its line's plan into the run-rate: 33 such lines are as much as is added up. */
const linesBefore = 32;
const lines = {
  large: thirtyYears({ plan: most, forecast: most }),
  over: thirtyYears({ plan: { kind: 'over', pounds: most } }),
  range: thirtyYears({ plan: { kind: 'range', low: 0, high: most }, alreadyInMtfp: most }),
  claimed: thirtyYears({ plan: { kind: 'not-stated' }, claimedActual: most }),
  repaid: thirtyYears({ plan: 0, claimedActual: -most }),
  small: [{ year: '2026/27', plan: 1 }],
};
const option = {
  ...Object(records.option),
  cashFlow: Array.from({ length: 126 }, (_, year) => ({ year, costs: most, benefits: year === 0 ? -most : most })),
};
/** When what is drawn is recorded, a minute after the other: the report of this month is of it. */
const minuteOfTheMonth = (n: number): string =>
  new Date(Date.parse('2026-01-20T09:00:00.000Z') + n * 60_000).toISOString();
const command = fc.record({
  kind: fc.constantFrom(
    'put',
    'put',
    'put',
    'correct',
    'strike-out',
    'strike-out',
    'validate',
    'expenditure',
    'option',
  ),
  reviewId: fc.constantFrom('property', 'property', 'libraries'),
  entryId: fc.constantFrom('one', 'two', 'three', 'four'),
  line: fc.constantFrom('large', 'large', ...(Object.keys(lines) as (keyof typeof lines)[])),
  figure: fc.constantFrom(most, -most, 0),
});
type Command = typeof command extends fc.Arbitrary<infer T> ? T : never;

const open = async (programmeId: string) => {
  const counts = { acknowledged: 0, refused: 0 };
  let minutes = 0;
  const inReview = (reviewId: string, entryId = '') => ({ programmeId, reviewId, entryId });
  const versionOf = async (operation: 'getSaving' | 'getReview' | 'getOption', params: Record<string, string>) => {
    const told = await tracker.ask(operation, { params });
    return told.status === 404 ? undefined : told.body;
  };
  const ifThere = (stored: { version: number } | undefined) =>
    stored === undefined ? { 'if-none-match': '*' } : { 'if-match': `"${stored.version}"` };
  const send = async (operation: string, asked: Asked, mayPass = true): Promise<void> => {
    minutes += 1;
    const told = await tracker.ask(operation as 'putSaving', { ...asked, recordedAt: minuteOfTheMonth(minutes) });
    const isRefused = mayPass && told.status === 409;
    if (isRefused) expect(['review.sum-too-large', 'entry.struck-out']).toContain(told.body.code);
    else expect([[200, 201].includes(told.status), told.text]).toEqual([true, told.text]);
    if (!isRefused) counts.acknowledged += 1;
    else if (told.body.code === 'review.sum-too-large') counts.refused += 1;
  };
  const body = ({ line }: Command) => ({ ...saving, firmness: 'indicative', years: lines[line] });

  await openProgramme(tracker, programmeId);
  const from = { recordedAt: '2026-01-05', headers: { 'if-none-match': '*', 'effective-at': '2026-01-05' } };
  for (const reviewId of ['property', 'libraries'])
    await tracker.must('putReview', { params: inReview(reviewId), body: review, ...from });
  for (let n = 0; n < linesBefore; n += 1)
    await tracker.must('putSaving', {
      params: inReview('property', `before-${n}`),
      body: { ...saving, firmness: 'indicative', years: lines.large },
      ...from,
    });

  const run = async (one: Command): Promise<void> => {
    const params = inReview(one.reviewId, one.entryId);
    const stored = await versionOf('getSaving', params);
    switch (one.kind) {
      case 'put':
        return send('putSaving', { params, body: body(one), headers: ifThere(stored) });
      case 'expenditure': {
        const headers = ifThere(await versionOf('getReview', params));
        const grossExpenditure = { kind: 'over', pounds: Math.abs(one.figure) };
        return send('putReview', { params, body: { ...review, grossExpenditure }, headers }, false);
      }
      case 'option':
        return send(
          'putOption',
          { params, body: option, headers: ifThere(await versionOf('getOption', params)) },
          false,
        );
    }
    if (stored === undefined) return;
    if (one.kind === 'validate') {
      const given = { year: '2026/27', pounds: one.figure, on: '2026-01-06' };
      return send('validateSaving', { as: people.finance, params, body: given });
    }
    if (one.kind === 'strike-out') {
      const undo = stored.struckOut !== null;
      const asked = { params, body: { reason: 'Mistyped', undo }, headers: ifThere(stored) };
      return send('strikeOutSaving', asked, undo);
    }
    const { items } = (await tracker.must('getReviewHistory', { params, query: `kind=saving&id=${one.entryId}` })).body;
    const { sequence: corrects, effectiveAt } = items[items.length - 1];
    return send('correctSaving', { params, body: { corrects, effectiveAt, record: body(one), reason: 'Mistyped' } });
  };
  const readAll = async (): Promise<void> => {
    for (const reviewId of ['property', 'libraries'])
      for (const read of ['getReview', 'getReviewGate', 'listSavings', 'listReviews'] as const)
        await tracker.must(read as 'getReview', { params: inReview(reviewId) });
  };
  return { counts, run, readAll };
};

/** A month's report; that its rebuild is the same, and that what it could not add up it says. */
const reported = async (programmeId: string, month: string) => {
  const content = await published(tracker, programmeId, month);
  expect((await rebuiltRun(tracker, programmeId, month)).rebuilt).toMatchObject({ same: true, differences: [] });
  return content;
};

/** The second large line would pass the bound, until another is struck out. */
const large = { reviewId: 'property', line: 'large', figure: 0 } as const;
const pastTheBound: Command[] = [
  { ...large, kind: 'put', entryId: 'one' },
  { ...large, kind: 'put', entryId: 'two' },
  { ...large, kind: 'strike-out', entryId: 'one' },
  { ...large, kind: 'put', entryId: 'two' },
  { ...large, kind: 'strike-out', entryId: 'one' },
  { ...large, kind: 'correct', entryId: 'two', line: 'small' },
  { ...large, kind: 'strike-out', entryId: 'one' },
];

/** Each review stays below the bound, and the two of them pass it together. */
const pastItTogether: Command[] = [
  { ...large, kind: 'put', entryId: 'one' },
  { ...large, kind: 'put', reviewId: 'libraries', entryId: 'one' },
];

it('what is acknowledged at the bound of a sum can be read, changed and struck out, and every month is published', async (context) => {
  let [rounds, acknowledged, refused, notAdded] = [0, 0, 0, 0];
  const property = fc.asyncProperty(
    fc.array(command, { minLength: 8, maxLength: 16, size: 'max' }),
    async (commands) => {
      rounds += 1;
      const programmeId = `bound-${rounds}`;
      const one = await open(programmeId);
      for (const given of commands) {
        await one.run(given);
        await one.readAll();
      }
      const content = await reported(programmeId, '2026-01');
      if (content.notMade !== undefined) {
        expect(content.notMade).toMatchObject([{ part: 'savings' }]);
        notAdded += 1;
      }
      acknowledged += one.counts.acknowledged;
      refused += one.counts.refused;
    },
  );
  await holds(property, amount(3, 60, 2), [[pastTheBound], [pastItTogether]]);
  expect(await recountFaults(tracker.table)).toEqual([]);
  counted(context, { acknowledged, refused, 'months not added up': notAdded });
  expect(acknowledged).toBeGreaterThan(amount(8, 300, 6));
  expect(refused).toBeGreaterThan(0);
  expect(notAdded).toBeGreaterThan(0);
});
