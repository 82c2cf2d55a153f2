import * as z from 'zod';
import { FinancialYear, Instant, LocalDate } from '#language/time.ts';
import { choice } from '#schemas/choices.ts';
import { Figure, FigureOrPounds } from '#schemas/figures.ts';
import { Id } from '#schemas/ids.ts';

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
