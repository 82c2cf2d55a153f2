import * as z from 'zod';
import { LocalDate } from '#language/time.ts';
import { SumOfKind } from '#registers/cost-or-benefit/projections.ts';
import { LastRating } from '#registers/rating/record.ts';
import { DateStatement } from './date-statement.ts';
import { Figure, Share, Total } from './figures.ts';
import { listedOf, ReportSubject } from './row-lists.ts';

const Named = z.object({ key: z.string(), name: z.string() });

/** Reviews of one portfolio and tier by lifecycle: those that are counted, and beside them those that are not. */
const PortfolioAndTier = Named.extend({
  portfolio: z.string(),
  tier: z.string(),
  counted: z.int(),
  active: z.int(),
  paused: z.int(),
  potential: z.int(),
  stopped: z.int(),
  completed: z.int(),
  transferred: z.int(),
  left: z.int(),
}).meta({
  id: 'PortfolioAndTier',
  description:
    'Active and paused are of reviews that count by themselves; where paused reviews do not count, of active ones alone',
});

/** Counted reviews of one row, by tier. */
const tiers = { tier1: z.int(), tier2: z.int(), tier3: z.int(), toBeConfirmed: z.int(), all: z.int() };
const EndYear = Named.extend(tiers);
const OfTheme = Named.extend({
  ...tiers,
  plannedInYear: Total.meta({ description: "What its reviews plan to save in the month's financial year" }),
});

/** A counted review of tier 1 at a glance. */
const OfTierOne = ReportSubject.extend({
  stage: z.string(),
  sros: z.int(),
  /** Costs and benefits by kind: figures of two kinds are never added to each other. */
  sums: z.array(
    SumOfKind.pick({ key: true, type: true, approved: true, forecast: true, actual: true, variation: true }),
  ),
  /** What the review's own record states, where it has no entry of its own for it. */
  statedCost: Figure.nullable(),
  statedBenefit: Figure.nullable(),
  plannedInYear: Total.meta({ description: "What it plans to save in the month's financial year" }),
  /** The first milestone that is outstanding; `baseline`: where it is another day. */
  nextMilestone: z.object({ milestone: z.string(), dueOn: LocalDate, baseline: LocalDate.nullable() }).nullable(),
  ends: DateStatement,
  sro: LastRating.pick({ rating: true, on: true, outOfDate: true }).nullable(),
  assurance: LastRating.pick({ rating: true, on: true, outOfDate: true }).nullable(),
});
export type OfTierOne = z.infer<typeof OfTierOne>;

const TierOne = z.object({
  reviews: listedOf(OfTierOne),
  sums: z.array(SumOfKind),
  plannedInYear: Total,
  withCost: Share,
  withBenefit: Share,
  withPlan: Share,
  withNextMilestone: Share,
  withEnd: Share,
  ratedBySro: Share,
  ratedByAssurance: Share,
});
export type TierOne = z.infer<typeof TierOne>;

/** Of how the counted reviews lie to each other; a table of what the programme does not use is absent. */
export const CrossTables = z
  .object({
    portfolioByTier: z.array(PortfolioAndTier).optional(),
    tierOne: TierOne.optional(),
    endYears: z.array(EndYear).optional(),
    themes: z.array(OfTheme).optional(),
  })
  .meta({ id: 'CrossTables', description: 'Tables of two dimensions; what the programme does not use has none' });
export type CrossTables = z.infer<typeof CrossTables>;
