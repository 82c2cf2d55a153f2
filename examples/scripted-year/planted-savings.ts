import type * as z from 'zod';
import type { LocalDate } from '#language/time.ts';
import type { Saving } from '#registers/saving/record.ts';
import type { ChangeStep } from '../step.ts';
import { finance, team } from './personas.ts';
import { command } from './settings.ts';

const by = (on: LocalDate) => ({ on, as: team });
type Line = z.input<typeof Saving>;
const line = (title: string, years: Line['years'], over: Partial<Line> = {}): Line => ({
  title,
  class: 'cash-releasing',
  mechanism: 'efficiency',
  recurrence: 'recurring',
  firmness: 'business-case',
  budgetLine: title,
  years,
  ...over,
});
const saved = (on: LocalDate, review: string, id: string, record: Line) =>
  command.entry(by(on), 'saving', review, id, record);

/** What the reports of the year are to find of savings. */
export const plantedSavings: readonly ChangeStep[] = [
  // Delivered above its forecast, and later forecast anew.
  saved(
    '2025-05-05',
    'agency',
    'bank',
    line('A bank of our own', [{ year: '2025/26', plan: 150_000, forecast: 100_000, states: { onTrack: 150_000 } }]),
  ),
  saved(
    '2025-08-04',
    'agency',
    'bank',
    line('A bank of our own', [
      { year: '2025/26', plan: 150_000, forecast: 100_000, claimedActual: 120_000, states: { onTrack: 150_000 } },
    ]),
  ),
  command.validation({ on: '2025-08-08', as: finance }, 'agency', 'bank', {
    year: '2025/26',
    pounds: 120_000,
    on: '2025-08-08',
  }),
  saved(
    '2025-09-10',
    'agency',
    'bank',
    line('A bank of our own', [
      { year: '2025/26', plan: 150_000, forecast: 130_000, claimedActual: 120_000, states: { onTrack: 150_000 } },
    ]),
  ),
  saved(
    '2025-12-10',
    'agency',
    'bank',
    line('A bank of our own', [
      { year: '2025/26', plan: 150_000, forecast: 135_000, claimedActual: 120_000, states: { onTrack: 150_000 } },
    ]),
  ),
  saved(
    '2026-03-10',
    'agency',
    'bank',
    line('A bank of our own', [
      { year: '2025/26', plan: 150_000, forecast: 140_000, claimedActual: 120_000, states: { onTrack: 150_000 } },
    ]),
  ),
  // Called delivered and validated by nobody.
  saved(
    '2025-11-12',
    'fleet',
    'fuel',
    line('Fuel', [{ year: '2025/26', plan: 60_000, forecast: 60_000, states: { delivered: 60_000 } }]),
  ),
  saved(
    '2026-02-12',
    'fleet',
    'fuel',
    line('Fuel', [{ year: '2025/26', plan: 60_000, forecast: 55_000, states: { onTrack: 60_000 } }]),
  ),
  // Claimed above its plan, and in a year that has not begun.
  saved(
    '2025-10-08',
    'telecare',
    'sim',
    line('Fewer cards', [
      { year: '2025/26', plan: 20_000, forecast: 30_000, claimedActual: 26_000, states: { onTrack: 20_000 } },
    ]),
  ),
  saved(
    '2026-01-08',
    'telecare',
    'sim',
    line('Fewer cards', [
      { year: '2025/26', plan: 20_000, forecast: 20_000, claimedActual: 20_000, states: { onTrack: 20_000 } },
    ]),
  ),
  saved(
    '2025-12-03',
    'data-centre',
    'power',
    line('Power', [
      { year: '2026/27', plan: 40_000, forecast: 40_000, claimedActual: 10_000, states: { onTrack: 40_000 } },
    ]),
  ),
  saved(
    '2026-02-03',
    'data-centre',
    'power',
    line('Power', [{ year: '2026/27', plan: 40_000, forecast: 41_000, states: { onTrack: 40_000 } }]),
  ),
  // One budget line twice, until it is said why not.
  saved(
    '2025-07-08',
    'facilities',
    'cleaning',
    line('Cleaning', [{ year: '2026/27', plan: 80_000, forecast: 80_000, states: { onTrack: 80_000 } }], {
      budgetLine: 'Cleaning of offices',
    }),
  ),
  saved(
    '2025-07-08',
    'offices',
    'cleaning',
    line('Cleaning', [{ year: '2026/27', plan: 50_000, forecast: 50_000, states: { onTrack: 50_000 } }], {
      budgetLine: 'cleaning of  offices',
    }),
  ),
  saved(
    '2025-09-16',
    'offices',
    'cleaning',
    line('Cleaning', [{ year: '2026/27', plan: 50_000, forecast: 50_000, states: { onTrack: 50_000 } }], {
      budgetLine: 'Cleaning of offices',
      doubleCountJustification: 'The offices that are left are in no other line',
    }),
  ),
  ...['2025-10-06', '2026-01-05', '2026-03-30'].flatMap((on) => [
    command.change(by(on), 'reviewSavingNoChange', { reviewId: 'facilities', entryId: 'cleaning' }, {}),
    ...(on === '2025-10-06'
      ? []
      : [command.change(by(on), 'reviewSavingNoChange', { reviewId: 'offices', entryId: 'cleaning' }, {})]),
  ]),
  // States that do not come to the plan.
  saved(
    '2026-02-04',
    'catering',
    'bread',
    line('Bread', [{ year: '2026/27', plan: 9_000, forecast: 9_000, states: { onTrack: 5_000 } }]),
  ),
  // Planned for a year that begins after its contract has ended.
  command.entry(by('2025-04-22'), 'contract', 'equipment', 'store', {
    title: 'Store of equipment',
    start: { kind: 'date', date: '2021-04-01' },
    end: { kind: 'date', date: '2026-03-31' },
    endNoticeBy: '2025-12-31',
    manager: 'Head of Commissioning',
  }),
  saved(
    '2025-04-23',
    'equipment',
    'store',
    line('Store', [{ year: '2026/27', plan: 30_000, forecast: 30_000, states: { onTrack: 30_000 } }], {
      contract: 'store',
    }),
  ),
  ...['2025-07-14', '2025-10-13', '2026-01-12', '2026-03-30'].map((on) =>
    command.change(by(on), 'reviewSavingNoChange', { reviewId: 'equipment', entryId: 'store' }, {}),
  ),
];
