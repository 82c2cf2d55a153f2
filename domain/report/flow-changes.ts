import type { Instant } from '#language/time.ts';
import type { Lifecycle, LifecycleAct } from '#schemas/review.ts';
import { type CountsBy, isCounted } from '../review/counted.ts';
import { wasStruckOut } from '../review/strike-out-review.ts';
import type { ReviewInReport } from './review-in-report.ts';

/** What the flow sees of a review. */
export interface ReviewInFlow extends Pick<ReviewInReport, 'id' | 'title' | 'counted'> {
  readonly position: Pick<ReviewInReport['position'], 'review'>;
}

/** What a review was from an instant on, as the flow sees it. */
export interface Change {
  /** `within`: under way, and counted once with a review that it is part of (`into`). */
  readonly lifecycle: Lifecycle | 'struck-out' | 'within';
  readonly at: Instant;
  /** By which act; of what was put it is not said. */
  readonly by?: LifecycleAct | undefined;
  /** The reviews that it was merged or split into, or the one that it counts with. */
  readonly into?: readonly string[] | undefined;
}

/** Whether it was in the total, by the settings that a report is made by. */
export const isIn = (change: Change | undefined, by: CountsBy): boolean =>
  change !== undefined &&
  change.lifecycle !== 'struck-out' &&
  change.lifecycle !== 'within' &&
  isCounted(change.lifecycle, by);

/** The lifecycles of a review, with what it was while it was struck out. */
export const changesOf = ({ lifecycles, strikeOuts = [] }: ReviewInFlow['position']['review']): readonly Change[] => {
  if (strikeOuts.length === 0) return lifecycles;
  const instants = [
    ...lifecycles.map(({ at }) => at),
    ...strikeOuts.flatMap(({ from, until }) => [from, until ?? from]),
  ];
  return [...new Set(instants)].sort().flatMap((at): readonly Change[] => {
    if (wasStruckOut({ strikeOuts }, at)) return [{ lifecycle: 'struck-out', at }];
    const held = lifecycles.findLast((change) => change.at <= at);
    return held === undefined ? [] : [{ ...held, at }];
  });
};
