import { addMonths, type Instant, type LocalDate, monthOf, type ReportMonth } from '#language/time.ts';
import type { MyReview } from '#schemas/person.ts';
import type { Programme } from '#schemas/programme.ts';
import { returnsDueOn } from '#schemas/reporting.ts';
import type { ReviewFacts } from '#schemas/review.ts';
import { isCounted } from '../review/counted.ts';

const mostMonths = 24;

interface GivenReturn<S> {
  readonly confirmed: boolean;
  readonly sentBack?: S | undefined;
}

interface Given<S> {
  /** The settings of today. */
  readonly programme: Programme;
  /** Those in force at the end of a month, by which its report goes; today's unless given. */
  readonly settingsOf?: (month: ReportMonth) => Programme;
  /** The review's, oldest first. */
  readonly lifecycles: ReviewFacts['lifecycles'];
  readonly now: Instant;
  /** Those submitted, by month, and whether an SRO has confirmed them. */
  readonly returns: ReadonlyMap<ReportMonth, GivenReturn<S>>;
}

/** A return that is owed; `sentBack` is what was given of its being sent back. */
interface OwedReturn<S> {
  readonly month: ReportMonth;
  readonly dueOn: LocalDate;
  readonly state: MyReview['returnsOwed'][number]['state'];
  readonly sentBack?: S;
}

/** The months of which returns may be owed: the last twenty-four that have ended, the earliest first. */
export const monthsOwed = (now: Instant): readonly ReportMonth[] =>
  Array.from({ length: mostMonths }, (_, n) => addMonths(monthOf(now), n - mostMonths));

export const wasCountedAtEndOf = (
  month: ReportMonth,
  lifecycles: ReviewFacts['lifecycles'],
  settings: Programme,
): boolean => {
  const then = lifecycles.findLast(({ at }) => monthOf(at) <= month);
  return then !== undefined && isCounted(then.lifecycle, settings);
};

/**
 * The returns that a review owes: of the reported months at whose end it was counted, the last twenty-four that have ended at
 * most, those that no SRO has confirmed; the earliest first (docs/meaning.md MONTH-3). None once the programme is closed.
 */
export const returnsOwed = <S>({
  programme,
  settingsOf = () => programme,
  lifecycles,
  now,
  returns,
}: Given<S>): readonly OwedReturn<S>[] => {
  const { firstMonth, lastMonth } = programme.reporting;
  if (programme.closeDown !== undefined) return [];
  return monthsOwed(now)
    .filter(
      (month) =>
        month >= firstMonth &&
        (lastMonth === undefined || month <= lastMonth) &&
        returns.get(month)?.confirmed !== true &&
        wasCountedAtEndOf(month, lifecycles, settingsOf(month)),
    )
    .map((month) => {
      const sentBack = returns.get(month)?.sentBack;
      return {
        month,
        dueOn: returnsDueOn(settingsOf(month).reporting, month),
        state: sentBack !== undefined ? 'sent-back' : returns.has(month) ? 'unconfirmed' : 'missing',
        ...(sentBack === undefined ? {} : { sentBack }),
      };
    });
};
