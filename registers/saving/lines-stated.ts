import { poundsInWords } from '#language/in-words.ts';
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

interface ClaimedOfYear {
  readonly claimedPounds: number;
  readonly validatedPounds: number;
  /** Absent where it was not kept. */
  readonly linesStated?: LinesStated | undefined;
}

/** What is claimed of a year: `£118,000`, or that nothing is. */
export const claimedInWords = ({ claimedPounds, linesStated }: ClaimedOfYear): string =>
  linesStated?.claimed === 0 ? 'nothing claimed' : poundsInWords(claimedPounds);

/** What finance has validated of a year: `£115,000`, or that nothing is. */
export const validatedInWords = ({ validatedPounds, linesStated }: ClaimedOfYear): string =>
  linesStated?.validated === 0 ? 'nothing validated' : poundsInWords(validatedPounds);
