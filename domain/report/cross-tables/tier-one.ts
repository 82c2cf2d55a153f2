import { type OfChain, saysOf } from '#registers/cost-or-benefit/approved-case.ts';
import { sumsByKind } from '#registers/cost-or-benefit/sums-by-kind.ts';
import { expectedOn, isOutstanding } from '#registers/milestone/expected.ts';
import { leadingRating } from '#registers/rating/record.ts';
import type { OfTierOne, TierOne } from '#schemas/cross-tables.ts';
import type { Figure } from '#schemas/figures.ts';
import { worseness } from '#schemas/rating-names.ts';
import { addTotals, noTotal, share } from '../../totals.ts';
import { inOrder } from '../in-order.ts';
import { type LastRatings, lastRatings } from '../last-ratings.ts';
import type { ReportedMonth, ReportSetting } from '../report-setting.ts';
import { type ReviewInReport, subjectOf } from '../review-in-report.ts';
import { Rows } from '../rows.ts';
import { stageNamer } from '../stage-names.ts';
import { plannedIn } from './places.ts';

/** The first milestone that is outstanding and stands for a day. */
export const nextMilestone = ({ milestones }: ReviewInReport['position']): OfTierOne['nextMilestone'] => {
  const outstanding = milestones.flatMap((one) => {
    const dueOn = expectedOn(one);
    return isOutstanding(one) && dueOn !== undefined ? [{ one, dueOn }] : [];
  });
  const [next] = inOrder(outstanding, ({ one, dueOn }) => [dueOn, one.id]);
  if (next === undefined) return null;
  const { title: milestone, baseline } = next.one;
  return { milestone, dueOn: next.dueOn, baseline: baseline === next.dueOn ? null : (baseline ?? null) };
};

const saidBy = (last: LastRatings[keyof LastRatings]): OfTierOne['sro'] =>
  last && { rating: last.rating, on: last.on, outOfDate: last.outOfDate };

/** What the review's own record states of it, where no entry of the register is of that type. */
export const statedBesides = (
  { costsAndBenefits, review: { costAndBenefit } }: ReviewInReport['position'],
  type: 'cost' | 'benefit',
): Figure | null => {
  const stated = costAndBenefit?.[type];
  const hasEntry = costsAndBenefits.some((one) => one.type === type);
  return hasEntry || stated === undefined || stated.kind === 'not-stated' ? null : stated;
};

interface Ranked {
  readonly row: OfTierOne;
  readonly worse: number;
}

const isToday = (said: OfTierOne['sro']): boolean => said !== null && !said.outOfDate;

/** The counted reviews of tier 1 side by side, the worst first, with what they come to and of how many that is said. */
export const tierOne = ({ programme }: ReportSetting, month: ReportedMonth) => {
  const nameOf = stageNamer(programme);
  const rows = new Rows<Ranked>(({ row, worse }) => [-worse, -row.plannedInYear.low, row.review ?? '']);
  const all = sumsByKind();
  const tally = { cost: 0, benefit: 0, plan: 0, next: 0, end: 0, sro: 0, assurance: 0 };
  let planned = noTotal;

  return {
    add: (review: ReviewInReport): void => {
      const { costsAndBenefits: entries, businessCases: cases, review: section } = review.position;
      const chain: OfChain = { entries, cases };
      const sums = sumsByKind();
      for (const entry of entries) for (const to of [sums, all]) to.add(entry, chain);
      const last = lastRatings(review, programme, month);
      const row: OfTierOne = {
        ...subjectOf(review),
        stage: nameOf(section.stage),
        sros: section.sros.length,
        sums: sums.close().map(({ key, type, approved, forecast, actual, variation }) => ({
          ...{ key, type, approved, forecast, actual, variation },
        })),
        statedCost: statedBesides(review.position, 'cost'),
        statedBenefit: statedBesides(review.position, 'benefit'),
        plannedInYear: plannedIn(review.position, month.financialYear),
        nextMilestone: nextMilestone(review.position),
        ends: section.endDate,
        sro: saidBy(last.sro),
        assurance: saidBy(last.assurance),
      };
      const { rating } = leadingRating(last, true);
      rows.add({ row, worse: rating === undefined ? -1 : worseness(rating) });
      planned = addTotals([planned, row.plannedInYear]);
      for (const type of ['cost', 'benefit'] as const) {
        const stated = statedBesides(review.position, type);
        if (stated !== null || entries.some((one) => one.type === type && saysOf(one))) tally[type] += 1;
      }
      if (row.plannedInYear.count > 0) tally.plan += 1;
      if (row.nextMilestone !== null) tally.next += 1;
      if (row.ends.kind !== 'not-stated') tally.end += 1;
      if (isToday(row.sro)) tally.sro += 1;
      if (isToday(row.assurance)) tally.assurance += 1;
    },
    close: (): TierOne | undefined => {
      const { total, rows: listed } = rows.listed();
      if (total === 0) return undefined;
      return {
        reviews: { total, rows: listed.map(({ row }) => row) },
        sums: all.close(),
        plannedInYear: planned,
        withCost: share(tally.cost, total),
        withBenefit: share(tally.benefit, total),
        withPlan: share(tally.plan, total),
        withNextMilestone: share(tally.next, total),
        withEnd: share(tally.end, total),
        ratedBySro: share(tally.sro, total),
        ratedByAssurance: share(tally.assurance, total),
      };
    },
  };
};
