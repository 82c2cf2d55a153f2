import type { ReportMonth } from '#language/time.ts';
import type { Flow } from '#schemas/flow.ts';
import type { SpanVolumes } from '#schemas/span-report.ts';

/* The ways in and out of the number of counted reviews, by the months of a span. */

type Entered = Flow['entered']['rows'][number]['how'];
type Left = Flow['left']['rows'][number]['how'];

const enteredNames: Readonly<Record<Entered, string>> = {
  approved: 'Approved',
  restarted: 'Restarted',
  reopened: 'Reopened',
  resumed: 'Resumed after a pause',
  'split-in': 'Split from another',
  'put-back': 'Put back after being struck out',
  'counted-apart': 'No longer counted within another',
};
const leftNames: Readonly<Record<Left, string>> = {
  completed: 'Completed',
  stopped: 'Stopped',
  transferred: 'Transferred',
  merged: 'Merged into another',
  paused: 'Paused',
  split: 'Split up',
  'back-to-potential': 'Back to potential',
  'struck-out': 'Struck out',
  'counted-within': 'Counted within another from then on',
  'not-stated': 'Left in a way that is not stated',
};
const wayNames = {
  ...enteredNames,
  'entered-unnamed': 'Entered, and not named by the month’s report',
  ...leftNames,
  'left-unnamed': 'Left, and not named by the month’s report',
  restated: 'Restated: recorded late, or counted otherwise',
  revised: 'Changed by a later revision of a month',
} as const;
export type Way = keyof typeof wayNames;
export const wayName = (way: Way): string => wayNames[way];

/** Said also where nobody took it. */
const always: ReadonlySet<string> = new Set<Way>(['approved', 'completed', 'stopped', 'transferred', 'merged']);

/** How many took each way in each month. */
export class Ways {
  readonly #by = new Map<Way, Map<ReportMonth, number>>();

  take(way: Way, month: ReportMonth, change: number): void {
    if (change === 0) return;
    const months = this.#by.get(way) ?? new Map<ReportMonth, number>();
    months.set(month, (months.get(month) ?? 0) + change);
    this.#by.set(way, months);
  }

  /** What they change the number of reviews by together. */
  get change(): number {
    return this.all().reduce((sum, { change }) => sum + change, 0);
  }

  all(): SpanVolumes['ways'] {
    const taken = new Map<string, ReadonlyMap<ReportMonth, number>>(this.#by);
    return Object.entries(wayNames)
      .filter(([way]) => always.has(way) || taken.has(way))
      .map(([way, name]) => {
        const months = [...(taken.get(way) ?? [])].map(([month, change]) => ({ month, change }));
        return { way, name, change: months.reduce((sum, { change }) => sum + change, 0), months };
      });
  }
}
