import { sumText, totalInBoxes } from '../../forms/box-totals.ts';
import { type FormValues, valueIn } from '../../forms/form-values.ts';
import { exactPounds } from './changes.ts';
import { boxOf, type GridLine } from './lines.ts';

/*
 * Totals of the grid: of what is filled in and, where a box is empty, of what is recorded. Lines without an exact amount are counted apart.
 */

/** What a box adds while it is empty; a year of which nothing is claimed adds nothing, and is no gap. */
export const recordedIn = ({ year }: GridLine, part: 'forecast' | 'claimed'): number | undefined =>
  part === 'claimed' ? (year.claimedActual ?? 0) : exactPounds(year.forecast);

export const planTotal = (lines: readonly GridLine[]): string => {
  const plans = lines.map(({ year }) => exactPounds(year.plan));
  return sumText(
    plans.reduce((sum: number, one) => sum + (one ?? 0), 0),
    plans.filter((one) => one === undefined).length,
  );
};

export const totalWith = (lines: readonly GridLine[], values: FormValues, part: 'forecast' | 'claimed'): string =>
  totalInBoxes(
    lines.map((line) => ({ text: valueIn(values, boxOf(line.id, part)), was: recordedIn(line, part)?.toString() })),
  );
