import * as fc from 'fast-check';
import { expect, it, vi } from 'vitest';
import { amount, counted, holds, seed, timeLimitMilliseconds } from '../running.ts';
import { anyProgramme } from './any-programme.ts';
import { formatFaults } from './formats.ts';
import { chainFaults, factFaults, wholeFaults } from './invariants.ts';
import { seriesOf } from './series.ts';

/*
 * Of generated programmes, reported month after month by the rules alone: parts make wholes, months chain, each fact is in exactly one
 * month's report. A part of so many at a time, each with a seed of its own, so that a run which is cut has said what it did; and of some of
 * each part all five formats are written, read back and compared.
 */

vi.setConfig({ testTimeout: timeLimitMilliseconds });
const parts = amount(1, 40);
const programmesOfPart = amount(40, 250, 10);
const inEveryFormat = amount(1, 5);

it.for(Array.from({ length: parts }, (_, part) => part))(
  'Parts make wholes, months chain, and each fact is in one report: part %d',
  async (part, context) => {
    const counts = { programmes: 0, reports: 0, 'facts in one report': 0 };
    await holds(
      fc.asyncProperty(anyProgramme, async (programme) => {
        const series = seriesOf(programme);
        const { facts, found } = factFaults(series, programme);
        const faults = series.flatMap((one) => [...wholeFaults(one), ...chainFaults(one, programme)]);
        expect([...faults, ...found]).toEqual([]);
        counts.programmes += 1;
        counts.reports += series.length;
        counts['facts in one report'] += facts;
      }),
      programmesOfPart,
      [],
      seed + part,
    );
    expect(counts.programmes).toBeGreaterThanOrEqual(programmesOfPart);
    counted(context, counts);
  },
);

it('The workbook, the CSV, the page and the paper say what the JSON says', async (context) => {
  let reports = 0;
  await holds(
    fc.asyncProperty(anyProgramme, async (programme) => {
      const last = seriesOf(programme).at(-1);
      if (last === undefined) return;
      expect(await formatFaults(last)).toEqual([]);
      reports += 1;
    }),
    parts * inEveryFormat,
  );
  counted(context, { 'reports in five formats': reports });
  expect(reports).toBeGreaterThan(0);
});
