import type { FinancialYear } from '#language/time.ts';
import { leadingRating } from '#registers/rating/record.ts';
import { worseness } from '#schemas/rating-names.ts';
import type { ReportLine } from '#schemas/report.ts';
import { Tier } from '#schemas/review.ts';

/** How bad a review is by the worse of its two ratings; below every rating where it has none. */
const badness = ({ ratings }: ReportLine): number => {
  const rating = ratings === undefined ? undefined : leadingRating(ratings, true).rating;
  return rating === undefined ? -1 : worseness(rating);
};

/** What a review plans for a year, by the low end. */
export const plannedIn = (line: ReportLine, year: FinancialYear) =>
  line.savings.plan.find((one) => one.year === year)?.total;

/** Lines as a board asks for them: the worst first, then by tier, then by what they plan for the year (docs/meaning.md REPORT-33). */
export const worstFirst = (lines: readonly ReportLine[], year: FinancialYear): readonly ReportLine[] =>
  lines.toSorted(
    (a, b) =>
      badness(b) - badness(a) ||
      Tier.options.indexOf(a.tier) - Tier.options.indexOf(b.tier) ||
      (plannedIn(b, year)?.low ?? 0) - (plannedIn(a, year)?.low ?? 0),
  );
