import * as z from 'zod';
import { FinancialYear, Instant, LocalDate } from '#language/time.ts';
import { Total } from '#schemas/figures.ts';
import { Id } from '#schemas/ids.ts';
import { listedOf, ReportSubject } from '#schemas/row-lists.ts';
import { CostOrBenefitType, Pounded } from '../cost-or-benefit/choices.ts';

const MilestoneSince = z.object({
  milestone: Id.meta({ description: 'The milestone' }),
  milestoneTitle: z.string().meta({ description: 'Its title; its id where it is no longer there' }),
  was: LocalDate.nullable().meta({ description: 'Its date in the named baseline; null where it was not there' }),
  now: LocalDate.nullable().meta({ description: 'Its baseline today; null where it is no longer there' }),
  expected: LocalDate.nullable().meta({ description: 'When it was reached or, until then, is expected' }),
  daysLater: z
    .int()
    .nullable()
    .meta({ description: 'How many days that is after its date in the named baseline; below zero, before it' }),
  moves: z.int().meta({ description: 'How often its baseline was moved since' }),
});

const CostSince = z.object({
  costOrBenefit: Id.meta({ description: 'The cost or benefit' }),
  costOrBenefitTitle: z.string().meta({ description: 'Its title; its id where it is no longer there' }),
  type: CostOrBenefitType.meta({ description: 'Which of the two it is' }),
  was: Pounded.nullable().meta({ description: 'What was approved in the named baseline; null where nothing was' }),
  now: Pounded.nullable().meta({ description: 'What is approved today; null where nothing is' }),
  latest: Pounded.nullable().meta({ description: 'What it came to or, until then, is forecast' }),
  moves: z.int().meta({ description: 'How often another figure was approved since' }),
});

const SavingsSince = z.object({
  year: FinancialYear.meta({ description: 'The financial year' }),
  was: Total.meta({ description: 'What was planned in the named baseline' }),
  now: Total.meta({ description: 'What is planned today' }),
  forecast: Total.meta({ description: 'What is expected today' }),
});

/** How often baselines were moved since. */
const MovesSince = z.object({
  milestones: z.int().meta({ description: 'Dates of milestones' }),
  plans: z.int().meta({ description: 'Plans of savings lines' }),
  approvals: z.int().meta({ description: 'Approved figures of costs and benefits' }),
});

/** A review held against a named baseline: dates, costs, benefits and savings profile. */
export const SinceBaseline = z
  .object({
    wasThere: z.boolean().meta({ description: 'Whether the review was there at that date, as was known then' }),
    milestones: z.array(MilestoneSince).meta({ description: 'Every milestone of then and of today' }),
    costsAndBenefits: z.array(CostSince).meta({ description: 'Every cost and benefit of then and of today' }),
    savings: z.array(SavingsSince).meta({ description: 'The savings profile, by financial year' }),
    moves: MovesSince.meta({ description: 'How often baselines were moved since' }),
  })
  .meta({ id: 'SinceBaseline' });
export type SinceBaseline = z.infer<typeof SinceBaseline>;

/** The answer about one review. */
export const ReviewSinceBaseline = SinceBaseline.extend({
  baseline: z.object({
    id: Id.meta({ description: 'The named baseline' }),
    title: z.string().meta({ description: 'What it is called' }),
    asAt: LocalDate.meta({ description: 'The day as at whose end it is fixed' }),
    fixedAt: Instant.meta({ description: 'When it was fixed: what was recorded later is not in it' }),
  }),
}).meta({ id: 'ReviewSinceBaseline' });

export const NamedBaselinesSection = z.array(
  z.object({ id: Id, title: z.string(), asAt: LocalDate, agreedBy: z.string().optional() }),
);
export type NamedBaselinesSection = z.infer<typeof NamedBaselinesSection>;

export const SinceBaselinePart = z.object({
  /** The one that the settings name; null where they name none, or it is not there. */
  baseline: z.object({ id: Id, title: z.string(), asAt: LocalDate, agreedBy: z.string().nullable() }).nullable(),
  /** Reviews whose results are the programme's, and those of them that were not there. */
  reviews: z.int(),
  notThere: z.int(),
  moves: MovesSince,
  /** Milestones of then that are there: expected later, earlier, or on the day; and those of then, and of today, that have no other. */
  dates: z.object({ later: z.int(), earlier: z.int(), onTheDay: z.int(), gone: z.int(), added: z.int() }),
  /** Those expected on another day than then, the latest first. */
  milestones: listedOf(ReportSubject.extend(MilestoneSince.shape)),
  /** Those of which another figure is approved than then. */
  costsAndBenefits: listedOf(ReportSubject.extend(CostSince.shape)),
  savings: z.array(SavingsSince),
});
export type SinceBaselinePart = z.infer<typeof SinceBaselinePart>;
