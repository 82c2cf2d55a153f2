import type { BudgetLinesSection } from './record.ts';

type Stated = Pick<
  BudgetLinesSection[number],
  'kind' | 'variance' | 'adjustment' | 'revised' | 'lastReported' | 'movement'
>;

/**
 * The variance with its adjustment, whole pounds; null where it cannot be worked out: no variance is stated, or a total says
 * nothing of what its lines are adjusted by.
 */
export const revisedOf = ({ kind, variance, adjustment }: Stated): number | null =>
  variance === undefined || (kind === 'total' && adjustment === undefined)
    ? null
    : variance + (adjustment?.pounds ?? 0);

/** As it is worked out or, where it cannot be, as it is printed. */
const revisedShown = (line: Stated): number | null => revisedOf(line) ?? line.revised ?? null;

/** The revised variance less the one last reported; null where one of them is not stated. */
export const movementOf = (line: Stated): number | null => {
  const revised = revisedShown(line);
  return revised === null || line.lastReported === undefined ? null : revised - line.lastReported;
};

/** What a report shows of both. */
export const variancesShown = (
  line: Stated,
): { readonly revised: number | null; readonly movement: number | null } => ({
  revised: revisedShown(line),
  movement: movementOf(line) ?? line.movement ?? null,
});
