// @module-tag long
import * as fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { startTestTracker, type TestTracker } from '../../support/tracker.ts';
import { amount, counted, holds, seed, timeLimitMilliseconds } from '../running.ts';
import { type AnyProgramme, anyProgramme } from './any-programme.ts';
import { paperFaults, tableFaults } from './formats.ts';
import { chainFaults, factFaults, wholeFaults } from './invariants.ts';
import { OnTheEngine } from './on-the-engine.ts';
import { recordedFaults } from './recorded-faults.ts';
import { seriesOf } from './series.ts';

/*
 * Of generated programmes, reported month after month: parts make wholes, months chain, each fact is in exactly one month's report, and every
 * format says the same. All are reported by the rules alone, of some the last report is written in each format, and some are recorded and reported
 * through the API, on the engine. How many: PROOFS_PROGRAMMES, from the seed PROOFS_SEED. A part of so many at a time, each with a seed of its own
 * that its name says, so that a run which is cut has said what it did.
 */

// The functions' log reads it when it is loaded, and thousands of requests are made here.
vi.hoisted(() => {
  process.env.POWERTOOLS_LOG_LEVEL ??= 'SILENT';
});
vi.setConfig({ testTimeout: timeLimitMilliseconds, hookTimeout: timeLimitMilliseconds });
const programmes = Number(process.env.PROOFS_PROGRAMMES ?? amount(500, 10_000, 20));
const mostOfPart = 250;
/** Of so many programmes one is written as tables, drawn on paper, or recorded on the engine: these take 40, 60 and 500 times as long. */
const oneOf = { tables: 4, paper: 10, engine: 50 };

interface Part {
  readonly n: number;
  readonly count: number;
  readonly from: number;
}
const parts = Array.from({ length: Math.ceil(programmes / mostOfPart) }, (_, n): Part => {
  const count = Math.min(mostOfPart, programmes - n * mostOfPart);
  return { n, count, from: seed + n };
});

/** Of few runs many would have none. */
const withReviews = anyProgramme.filter(({ lives }) => lives.length > 2);

const invariantFaults = (series: ReturnType<typeof seriesOf>, programme: AnyProgramme): readonly string[] =>
  series.flatMap((one) => [...wholeFaults(one), ...chainFaults(one, programme)]);

let tracker: TestTracker;
beforeAll(async () => {
  tracker = await startTestTracker();
});
afterAll(() => tracker.stop());

describe.each(parts)('Part $n, of seed $from', ({ n, count, from }) => {
  /** Of one in so many programmes; what is done with each answers what it found wrong. */
  const holdsOf = (
    each: number,
    faultsOf: (programme: AnyProgramme) => Promise<readonly string[]>,
    arbitrary = anyProgramme,
  ): Promise<void> =>
    holds(
      fc.asyncProperty(arbitrary, async (programme) => {
        expect(await faultsOf(programme)).toEqual([]);
      }),
      Math.ceil(count / each),
      [],
      from,
    );

  it('parts make wholes, months chain, and each fact is in one report', async (context) => {
    const counts = { programmes: 0, reports: 0, 'facts in one report': 0 };
    await holdsOf(1, async (programme) => {
      const series = seriesOf(programme);
      const { facts, found } = factFaults(series, programme);
      counts.programmes += 1;
      counts.reports += series.length;
      counts['facts in one report'] += facts;
      return [...invariantFaults(series, programme), ...found];
    });
    expect(counts.programmes).toBeGreaterThanOrEqual(count);
    counted(context, counts);
  });

  it.for([
    ['workbook and CSV say what the JSON says', 'tables', tableFaults],
    ['the page says what the JSON says, and the paper what the page says', 'paper', paperFaults],
  ] as const)('%s', async ([, name, faultsOf], context) => {
    let reports = 0;
    await holdsOf(oneOf[name], async (programme) => {
      const last = seriesOf(programme).at(-1);
      if (last === undefined) return [];
      reports += 1;
      return faultsOf(last);
    });
    counted(context, { [`reports as ${name}`]: reports });
    expect(reports).toBeGreaterThan(0);
  });

  it('all of it holds of what the API recorded, the roll-up made, and the API answers', async (context) => {
    const counts = { 'programmes on the engine': 0, 'reports on the engine': 0, changes: 0, refused: 0 };
    await holdsOf(
      oneOf.engine,
      async (programme) => {
        counts['programmes on the engine'] += 1;
        const real = new OnTheEngine(tracker, programme, `of-${n}-${counts['programmes on the engine']}`);
        await real.live();
        counts['reports on the engine'] += real.series.length;
        counts.changes += real.taken;
        counts.refused += real.refused;
        return [...invariantFaults(real.series, programme), ...recordedFaults(real), ...(await real.formatFaults())];
      },
      withReviews,
    );
    expect(tracker.failures).toEqual([]);
    counted(context, counts);
    expect(counts.changes).toBeGreaterThan(0);
  });
});
