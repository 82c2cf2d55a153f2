import * as z from 'zod';
import { FinancialYear, Instant, LocalDate } from '#language/time.ts';
import { Figure, Share, Total } from '#schemas/figures.ts';
import { GivenFigure } from '#schemas/given-figure.ts';
import { Id } from '#schemas/ids.ts';
import { LedgerOfYear } from '#schemas/ledger-in-report.ts';
import { Mtfp } from '#schemas/mtfp.ts';
import { listedOf, ReportSubject } from '#schemas/row-lists.ts';
import { StatedFigure } from '../stated-position/record.ts';
import { Firmness, SavingClass, SavingMechanism } from './choices.ts';
import { SavingsYear } from './worked-out.ts';

/*
 * What is made of savings lines: the years of a line and of a review, the section of a position, the part of the report.
 */

/**
 * Why less, or more, is identified than counts towards the gap: from the low end of one to the low end of the other, in
 * whole pounds. `included - unachievable - replaced - shareNotStated + heldByMtfp - notCertain = identified`. Additive.
 */
export const Reconciliation = z
  .object({
    unachievable: z.int().meta({ description: 'Planned, and cannot be achieved' }),
    replaced: z.int().meta({ description: 'Planned, and another line takes its place' }),
    shareNotStated: z.int().meta({
      description: 'Planned by lines of which nobody states what the MTFP holds already: in no figure of identified',
    }),
    heldByMtfp: z
      .int()
      .meta({ description: 'Held by the MTFP beyond what is left of the plans: identified, though no longer planned' }),
    notCertain: z.int().meta({ description: 'Not certain to be net new while the share of the MTFP is a range' }),
  })
  .meta({
    id: 'SavingsReconciliation',
    description:
      'From what counts towards the gap to what is identified, by low ends, in whole pounds: less `unachievable`, `replaced`, `shareNotStated` and `notCertain`, plus `heldByMtfp`',
  });
export type Reconciliation = z.infer<typeof Reconciliation>;

export const nothingToReconcile: Reconciliation = {
  unachievable: 0,
  replaced: 0,
  shareNotStated: 0,
  heldByMtfp: 0,
  notCertain: 0,
};

/** What is identified of a year where what is unachievable or replaced is left out: additive over reviews. */
export const Achievable = z.object({
  year: FinancialYear,
  netNew: Total,
  identified: Total,
  /** What cannot be achieved of the share that the MTFP holds already, whole pounds. */
  mtfpPressure: z.int(),
  reconciliation: Reconciliation.default(nothingToReconcile),
});
export type Achievable = z.infer<typeof Achievable>;

/** A line of which another takes the place, in a year: whole pounds, by low ends. */
const Substitution = z.object({
  line: z.string(),
  substitute: z.string(),
  year: FinancialYear,
  planned: z.int(),
  replacedBy: z.int(),
});

export const SavingsSection = z.object({
  years: z.array(SavingsYear),
  achievable: z.array(Achievable).default([]),
  substitutions: z.array(Substitution).default([]),
  lines: z.array(
    z.object({
      id: Id,
      title: z.string(),
      class: SavingClass,
      mechanism: SavingMechanism,
      firmness: Firmness,
      recurrence: z.enum(['recurring', 'one-off']).optional(),
      budgetLine: z.string().optional(),
      /** Where its record withholds which budget line it names, which stays so when the name itself is redacted. */
      isBudgetLineExempt: z.literal(true).optional(),
      contract: z.string().optional(),
      justified: z.boolean(),
      justification: z.string().optional(),
      substituteFor: Id.optional(),
      objective: Id.optional(),
      directorate: Id.optional(),
      milestone: Id.optional(),
      forecastSince: Instant,
      /** The day on which the forecast was last changed, or reviewed without a change. */
      confirmedOn: LocalDate.optional(),
      /** Of a plan that moved since it was a baseline: by which change requests, and what all its years came to and come to. */
      planMoved: z
        .object({
          moves: z.array(
            z.object({ at: Instant, changeRequest: Id.optional(), programmeChangeRequest: Id.optional() }),
          ),
          first: Total,
          now: Total,
        })
        .optional(),
      years: z.array(
        z.object({
          year: FinancialYear,
          /** Low ends in whole pounds; null where not known. */
          plan: z.int().nullable(),
          forecast: z.int().nullable(),
          claimed: z.int().nullable(),
          validated: z.int().nullable(),
          /** The day of that validation; absent where there is none, and of positions that were made before it was kept. */
          validatedOn: LocalDate.optional(),
          unachievable: z.int(),
          atRisk: z.int(),
          /** The high end of the plan; null where it has none or is not known. */
          planHigh: z.int().nullable().default(null),
          delivered: z.int().default(0),
          /** What the states come to. */
          assessed: z.int().default(0),
          /** The figures as they were given, without their sources; absent of positions that were made before it was kept. */
          given: z
            .object({ plan: GivenFigure, forecast: GivenFigure.optional(), alreadyInMtfp: GivenFigure.optional() })
            .optional(),
          /** By version, where the programme lists any: low ends in whole pounds, null where not known. */
          mtfpShares: z.array(z.object({ mtfp: Id, pounds: z.int().nullable(), exact: z.boolean() })).optional(),
        }),
      ),
    }),
  ),
});
export type SavingsSection = z.infer<typeof SavingsSection>;

/** Required less identified from the lines, with the coverage of what is identified; below zero = over-identified. */
export const Gap = Total.extend({ low: z.int().nullable(), high: z.int() }).meta({
  id: 'Gap',
  description:
    'Required less identified, in whole pounds. `low` is null where what is identified has no upper end. What is left out of the identified savings would make the gap smaller. Null as a whole where the requirement is not an amount or no line counts.',
});
export type Gap = z.infer<typeof Gap>;

/** Savings of one year: what the programme requires and states, next to what its own lines add up to. */
export const SavingsPosition = SavingsYear.extend({
  required: Figure.nullable(),
  statedIdentified: Figure.nullable(),
  statedUnidentified: Figure.nullable(),
  /** Stated required less stated unidentified, where both are amounts: derived from stated figures, never a stated one. */
  derivedIdentifiedPounds: z.int().nullable(),
  gap: Gap.nullable(),
  /** Reports before `rules-2` have none, and left nothing unachievable out of what is identified. */
  mtfpPressure: z
    .int()
    .optional()
    .meta({ description: 'What cannot be achieved of the share that the MTFP already holds, in whole pounds' }),
  /** Reports before `rules-2` have none. */
  reconciliation: Reconciliation.optional(),
  /** Reports before `rules-2` have none: nought pounds may then be nothing claimed, or nothing validated. */
  linesStated: z
    .object({
      claimed: z.int().meta({ description: 'Of how many lines something is claimed' }),
      validated: z.int().meta({ description: 'Of how many lines something is validated' }),
    })
    .optional(),
  /** Of the low ends of `plan`, which carries the coverage. */
  transformationShare: Share,
}).meta({ id: 'SavingsPosition' });
export type SavingsPosition = z.infer<typeof SavingsPosition>;

/** A budget line or contract that several lines claim in the same year. */
const ClaimedTwice = z.object({
  what: z.enum(['budget-line', 'contract']),
  name: z.string(),
  years: z.array(FinancialYear),
  lines: z.array(
    ReportSubject.extend({ id: Id, saving: z.string(), pounds: z.int(), justification: z.string().nullable() }),
  ),
  justified: z.boolean(),
});
export type ClaimedTwice = z.infer<typeof ClaimedTwice>;

const MtfpVersion = z.object({
  id: Id,
  name: z.string(),
  approvedOn: LocalDate.nullable(),
  approvedBy: z.string().nullable(),
  prices: Mtfp.shape.prices.unwrap(),
  priceYear: FinancialYear.nullable(),
  from: FinancialYear,
  to: FinancialYear,
});

/** What the version before held of a line for a year before the version in use begins, and has not been validated: whole pounds, low ends. */
const CarriedOver = ReportSubject.extend({
  id: Id,
  saving: z.string(),
  year: FinancialYear,
  held: z.int().nullable(),
  validated: z.int().nullable(),
  notDelivered: z.int().nullable(),
  /** What the version in use holds of the line in all its years; null where it is not stated. */
  heldNow: z.int().nullable(),
});

/** Which version of the MTFP a report uses, and what carries over from the one before. */
export const MtfpRollOver = z.object({
  inUse: MtfpVersion,
  before: MtfpVersion.nullable(),
  carriedOver: listedOf(CarriedOver),
  notDelivered: Total,
});
export type MtfpRollOver = z.infer<typeof MtfpRollOver>;
/** Low ends in whole pounds, of so many lines, of which so many have no figure. */
const SumOfLines = z.object({ pounds: z.int(), lines: z.int(), withoutFigure: z.int() });

export const SavingsPart = z.object({
  years: z.array(SavingsPosition),
  stated: z.array(StatedFigure),
  coverage: z.object({ reviews: Share, lines: z.int(), notStated: listedOf(ReportSubject), sentence: z.string() }),
  moved: listedOf(
    ReportSubject.extend({
      saving: z.string(),
      milestone: z.string(),
      from: LocalDate,
      to: LocalDate,
      year: FinancialYear,
      /** The plan of the year. */
      pounds: z.int().nullable(),
      /** Reports before `rules-2` have none. */
      estimate: z.object({ pounds: z.int().nullable(), months: z.int(), of: z.int() }).optional(),
    }),
  ),
  /** Reports before `rules-2` have neither. */
  claimedTwice: listedOf(ClaimedTwice).optional(),
  substitutions: listedOf(ReportSubject.extend(Substitution.shape)).optional(),
  /** Only of a programme that lists versions of its MTFP. */
  mtfp: MtfpRollOver.optional(),
  /** What lines plan by objective and directorate; absent where the programme lists no objectives. */
  byObjective: z
    .object({
      cells: listedOf(
        z.object({
          year: FinancialYear,
          objective: z.string(),
          directorate: z.string(),
          /** Of the two, by which its figures are asked. */
          keys: z.tuple([z.string(), z.string()]),
          sum: SumOfLines,
        }),
      ),
      objectives: z.array(z.object({ year: FinancialYear, key: z.string(), name: z.string(), sum: SumOfLines })),
      directorates: z.array(z.object({ year: FinancialYear, key: z.string(), name: z.string(), sum: SumOfLines })),
    })
    .optional(),
  /** One year: the one whose ledger the report shows; absent where the programme has no ledger, and of reports made before. */
  ledger: z.array(LedgerOfYear).optional(),
});
