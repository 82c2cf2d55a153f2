import * as z from 'zod';
import { FinancialYear, Instant, LocalDate } from '#language/time.ts';
import { choice } from '#schemas/choices.ts';
import { Figure, FigureOrPounds, Total } from '#schemas/figures.ts';
import { Id } from '#schemas/ids.ts';
import { listedOf, ReportSubject } from '#schemas/row-lists.ts';
import { CostOrBenefitType, Pounded } from '../cost-or-benefit/choices.ts';

export const Direction = choice({ more: 'More', less: 'Less', none: 'No change' });

export const ChangeDecision = choice({
  agreed: 'Agreed',
  refused: 'Refused',
  deferred: 'Deferred',
  withdrawn: 'Withdrawn',
}).meta({ id: 'ChangeDecision' });
export type ChangeDecision = z.infer<typeof ChangeDecision>;

export const ChangeStatus = choice({
  open: 'Open',
  agreed: 'Agreed',
  refused: 'Refused',
  deferred: 'Deferred',
  withdrawn: 'Withdrawn',
});
export type ChangeStatus = z.infer<typeof ChangeStatus>;

/** The plan of a savings line in each financial year that a change request would change. */
export const PlannedYears = z
  .array(
    z.strictObject({
      year: FinancialYear.meta({ title: 'Financial year', description: 'A year of the plan' }),
      plan: FigureOrPounds.meta({ title: 'Plan', description: 'What it comes to, in whole pounds' }),
    }),
  )
  .min(1, 'must have at least one year')
  .max(30)
  .refine((all) => new Set(all.map(({ year }) => year)).size === all.length, 'must name each year once');

const Effect = z.object({ direction: Direction, figure: Figure.optional() });
const Moved = {
  costsAndBenefits: z.array(z.object({ costOrBenefit: Id, approved: Figure })).default([]),
  milestones: z.array(z.object({ milestone: Id, baseline: LocalDate })),
  savings: z.array(z.object({ saving: Id, years: z.array(z.object({ year: FinancialYear, plan: FigureOrPounds })) })),
};

export const ChangeRequestsSection = z.array(
  z.object({
    id: Id,
    title: z.string(),
    askedBy: z.string(),
    raisedOn: LocalDate,
    cost: Effect.optional(),
    benefit: Effect.optional(),
    ...Moved,
    ofReviews: z.array(z.object({ review: Id, ...Moved })),
    /** Oldest first: the last one holds. */
    decisions: z.array(
      z.object({
        number: z.int(),
        decision: ChangeDecision,
        body: z.string(),
        on: LocalDate,
        reference: z.string().optional(),
        reason: z.string().optional(),
        at: Instant,
      }),
    ),
  }),
);
export type ChangeRequestsSection = z.infer<typeof ChangeRequestsSection>;

/** Open, or what the last decision says. */
export const statusOf = ({ decisions }: { readonly decisions: readonly { decision: ChangeStatus }[] }): ChangeStatus =>
  decisions.at(-1)?.decision ?? 'open';

/** What change requests make more and less, with how many change nothing and of how many it is not stated. */
const EffectTotals = z.object({ more: Total, less: Total, none: z.int(), notStated: z.int() });
const About = ReportSubject.extend({
  change: Id,
  changeTitle: z.string(),
  askedBy: z.string(),
  raisedOn: LocalDate,
  cost: Effect.nullable(),
  benefit: Effect.nullable(),
  /** How many baselines of milestones, plans of savings lines, and approved figures of costs and benefits it moves. */
  milestones: z.int(),
  savings: z.int(),
  costsAndBenefits: z.int(),
});

export const ChangeRequestsPart = z.object({
  total: z.int(),
  open: z.int(),
  deferred: z.int(),
  agreed: z.int(),
  refused: z.int(),
  withdrawn: z.int(),
  /** Of those that are agreed, and of those that are open or deferred. */
  effectOfAgreed: z.object({ cost: EffectTotals, benefit: EffectTotals }),
  effectOfOpen: z.object({ cost: EffectTotals, benefit: EffectTotals }),
  /** What happened in the month: raised, or decided. */
  inMonth: listedOf(
    About.extend({
      what: z.union([z.literal('raised'), ChangeDecision]),
      on: LocalDate,
      body: z.string().nullable(),
      reference: z.string().nullable(),
      reason: z.string().nullable(),
      recordedLate: z.literal(true).optional(),
    }),
  ),
  /** Open or deferred, the oldest first. */
  openRows: listedOf(About.extend({ status: z.enum(['open', 'deferred']) })),
  /** How often baselines of milestones were moved, the most first. */
  moved: listedOf(ReportSubject.extend({ milestones: z.int(), moves: z.int(), movesInMonth: z.int() })),
  moves: z.int(),
  /** The plans of savings lines that moved since they were baselines: how often, and what they came to and come to. */
  plans: listedOf(ReportSubject.extend({ id: Id, saving: z.string(), moves: z.int(), first: Total, now: Total })),
  /** The approved figures of costs and benefits that were changed: how often, how often since the last report, from what and to what. */
  approvals: listedOf(
    ReportSubject.extend({
      id: Id,
      costOrBenefit: z.string(),
      type: CostOrBenefitType,
      moves: z.int(),
      movesInMonth: z.int(),
      first: Pounded.nullable(),
      now: Figure,
    }),
  ),
  approvedMoves: z.int(),
  planMoves: z.int(),
  plansFirst: Total,
  plansNow: Total,
});
export type ChangeRequestsPart = z.infer<typeof ChangeRequestsPart>;
