import { addMonths, dayOfNextMonth, type Instant, monthOf, type ReportMonth } from '#language/time.ts';
import type { MyReview } from '#schemas/person.ts';
import type { Programme } from '#schemas/programme.ts';

const mostMonths = 12;

interface Given {
  readonly programme: Programme;
  readonly openedAt: Instant;
  readonly now: Instant;
  /** Those submitted, by month, and whether an SRO has confirmed them. */
  readonly returns: ReadonlyMap<ReportMonth, { readonly confirmed: boolean }>;
}

/**
 * The returns that a counted review owes: of the reported months that have ended since it was opened, the last twelve at
 * most, those that no SRO has confirmed; the earliest first (docs/meaning.md MONTH-3).
 */
export const returnsOwed = ({ programme, openedAt, now, returns }: Given): MyReview['returnsOwed'] => {
  const { firstMonth, lastMonth, returnsDueDay } = programme.reporting;
  return Array.from({ length: mostMonths }, (_, n) => addMonths(monthOf(now), n - mostMonths))
    .filter(
      (month) =>
        month >= firstMonth &&
        month >= monthOf(openedAt) &&
        (lastMonth === undefined || month <= lastMonth) &&
        returns.get(month)?.confirmed !== true,
    )
    .map((month) => ({
      month,
      dueOn: dayOfNextMonth(month, returnsDueDay),
      state: returns.has(month) ? 'unconfirmed' : 'missing',
    }));
};
