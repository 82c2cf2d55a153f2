import type { BudgetLinesSection } from './record.ts';

type Stated = Pick<BudgetLinesSection[number], 'variance' | 'adjustment' | 'lastReported'>;

/** The variance with its adjustment, whole pounds; null where no variance is stated. */
export const revisedOf = ({ variance, adjustment }: Stated): number | null =>
  variance === undefined ? null : variance + (adjustment?.pounds ?? 0);

/** The revised variance less the one last reported; null where one of them is not stated. */
export const movementOf = (line: Stated): number | null => {
  const revised = revisedOf(line);
  return revised === null || line.lastReported === undefined ? null : revised - line.lastReported;
};
