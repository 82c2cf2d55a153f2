import type { FinancialYear } from '#language/time.ts';
import type { SavingsPosition, SavingsSection } from './projections.ts';

/** Of how many lines something is claimed, and validated, in a year: nothing claimed is not a claim of nought (docs/meaning.md SAVINGS-4). */
export type LinesStated = NonNullable<SavingsPosition['linesStated']>;

/** Counts, line by line, of how many something is claimed and validated in each year. */
export const linesStatedByYear = () => {
  const counts = new Map<FinancialYear, LinesStated>();
  const of = (year: FinancialYear): LinesStated => counts.get(year) ?? { claimed: 0, validated: 0 };
  return {
    add: (lines: SavingsSection['lines']): void => {
      for (const { year, claimed, validated } of lines.flatMap((line) => line.years)) {
        const before = of(year);
        counts.set(year, {
          claimed: before.claimed + (claimed === null ? 0 : 1),
          validated: before.validated + (validated === null ? 0 : 1),
        });
      }
    },
    of,
  };
};
