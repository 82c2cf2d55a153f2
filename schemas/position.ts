import * as z from 'zod';
import { FinancialYear, Instant, LocalDate, ReportMonth } from '#language/time.ts';
import { OutcomeName } from '#registers/business-case/record.ts';
import { Disposition } from '#registers/option/record.ts';
import { Rating } from '#registers/rating/record.ts';
import { RiskBand } from '#registers/risk/record.ts';
import { Firmness, SavingClass, SavingMechanism } from '#registers/saving/record.ts';
import { DateStatement } from './date-statement.ts';
import { DeliveryModelName } from './delivery-model-names.ts';
import { Figure, Total } from './figures.ts';
import { Id, Subject } from './ids.ts';
import { Lifecycle, MarketMaturity, StageMoveRecord, StageWork, Tier, WaitsFor } from './review.ts';

/*
 * The position of a review: what a roll-up needs of it, one section per register.
 * A section depends on its own registers alone, so that a write makes only one anew, and on no clock.
 */

export const ReviewSection = z.object({
  title: z.string(),
  services: z.array(z.string()),
  directorate: Id.optional(),
  portfolio: Id.optional(),
  theme: Id.optional(),
  tier: Tier,
  lifecycle: Lifecycle,
  /** Oldest first. */
  lifecycles: z.array(z.object({ lifecycle: Lifecycle, at: Instant })),
  mergedInto: Id.optional(),
  splitFrom: Id.optional(),
  stage: Id,
  stageSince: Instant,
  stageWork: StageWork.nullable(),
  /** The last ten, oldest first. */
  moves: z.array(StageMoveRecord),
  /** In force for the next move. */
  waivers: z.array(z.object({ criterion: z.string(), reason: z.string(), by: Subject, at: Instant, stage: Id })),
  sros: z.array(Subject),
  endDate: DateStatement,
  /** The open ones. */
  waitsFor: z.array(WaitsFor),
  marketMaturity: MarketMaturity.optional(),
  marketMaturityWords: z.string().optional(),
  grossExpenditure: Figure.optional(),
  netExpenditure: Figure.optional(),
});
export type ReviewSection = z.infer<typeof ReviewSection>;

const StatedCounts = z.object({
  responses: z.int().optional(),
  organisations: z.int().optional(),
  invitedIn: z.int().optional(),
  source: z.string(),
});

export const EngagementSection = z.object({
  engagements: z.int(),
  /** A recorded decision not to engage. */
  decidedNotTo: z.boolean(),
  /** Of the organisations that are named. */
  responses: z.int(),
  /** Distinct names, folded to lower case, of those that answered or were met; and of those invited in. */
  organisations: z.array(z.string()),
  invitedIn: z.array(z.string()),
  /** Counts that papers state without naming anybody. */
  stated: z.array(StatedCounts),
});
export type EngagementSection = z.infer<typeof EngagementSection>;

export const OptionsSection = z.object({
  options: z.array(
    z.object({
      id: Id,
      label: z.string(),
      scope: z.string().optional(),
      deliveryModel: DeliveryModelName,
      disposition: Disposition,
      rank: z.int().nullable(),
    }),
  ),
  /** Preferred options that do not rank first, with the reason given or null. */
  preferredNotFirst: z.array(z.object({ id: Id, rank: z.int(), reason: z.string().nullable() })),
});
export type OptionsSection = z.infer<typeof OptionsSection>;

export const DeliveryModelsSection = z.array(
  z.object({ id: Id, model: DeliveryModelName, fromOptions: z.array(Id), decision: Id.optional() }),
);
export type DeliveryModelsSection = z.infer<typeof DeliveryModelsSection>;

export const BusinessCasesSection = z.array(
  z.object({
    id: Id,
    title: z.string(),
    type: z.enum(['strategic-outline', 'outline', 'full', 'single-justification']),
    on: LocalDate,
    outcomes: z.array(
      z.object({
        number: z.int(),
        outcome: OutcomeName,
        on: LocalDate,
        at: Instant,
        body: z.string(),
        reference: z.string().optional(),
        reason: z.string().optional(),
      }),
    ),
    /** Of the latest outcome. */
    openConditions: z.array(z.object({ id: Id, text: z.string(), owner: z.string(), dueOn: LocalDate })),
  }),
);
export type BusinessCasesSection = z.infer<typeof BusinessCasesSection>;

/**
 * The savings of one financial year, whole pounds, additive over lines and reviews. Plan, forecast and outturn are
 * never merged. `counted` = plan of lines that are cash-releasing or income and at least at business-case firmness;
 * `beside` = the plan of the others. `identified` and `netNew` follow the additionality rule.
 */
export const SavingsYear = z
  .object({
    year: FinancialYear,
    lines: z.int(),
    plan: Total,
    forecast: Total,
    outturn: Total,
    claimedPounds: z.int(),
    validatedPounds: z.int(),
    states: z.object({
      delivered: z.int(),
      onTrack: z.int(),
      atRisk: z.int(),
      unachievable: z.int(),
      notAssessed: Total,
    }),
    byClass: z.array(z.object({ class: SavingClass, plan: Total })),
    byMechanism: z.array(z.object({ mechanism: SavingMechanism, plan: Total })),
    included: Total,
    excluded: Total,
    alreadyInMtfp: Total,
    netNew: Total,
    identified: Total,
    fullYearEffect: Total,
    runRate: Total,
    oneOffFallOut: Total,
  })
  .meta({ id: 'SavingsYear' });
export type SavingsYear = z.infer<typeof SavingsYear>;

export const SavingsSection = z.object({
  years: z.array(SavingsYear),
  lines: z.array(
    z.object({
      id: Id,
      title: z.string(),
      class: SavingClass,
      mechanism: SavingMechanism,
      firmness: Firmness,
      budgetLine: z.string().optional(),
      justified: z.boolean(),
      milestone: Id.optional(),
      forecastSince: Instant,
      years: z.array(
        z.object({
          year: FinancialYear,
          /** Low ends in whole pounds; null where not known. */
          plan: z.int().nullable(),
          forecast: z.int().nullable(),
          claimed: z.int().nullable(),
          validated: z.int().nullable(),
          unachievable: z.int(),
          atRisk: z.int(),
        }),
      ),
    }),
  ),
});
export type SavingsSection = z.infer<typeof SavingsSection>;

export const RiskRow = z
  .object({
    id: Id,
    title: z.string(),
    likelihood: z.int(),
    impact: z.int(),
    score: z.int(),
    band: RiskBand,
    owner: z.string().optional(),
    nextReviewOn: LocalDate.nullable(),
    missing: z.array(z.string()),
    openActionsDue: z.array(z.object({ what: z.string(), dueOn: LocalDate })),
    /** Oldest first, the last six changes of the current score. */
    scores: z.array(z.object({ at: Instant, score: z.int() })),
  })
  .meta({ id: 'RiskRow' });
export type RiskRow = z.infer<typeof RiskRow>;

export const RisksSection = z.object({
  /** The open ones, highest score first. */
  open: z.array(RiskRow),
  closed: z.array(z.object({ id: Id, title: z.string() })),
  happened: z.array(z.object({ id: Id, title: z.string(), issue: Id })),
});
export type RisksSection = z.infer<typeof RisksSection>;

export const MilestonesSection = z.array(
  z.object({
    id: Id,
    title: z.string(),
    type: z.enum(['approval', 'assurance', 'delivery']),
    owner: z.string().optional(),
    baseline: LocalDate,
    originalBaseline: LocalDate,
    rebaselines: z.int(),
    forecast: LocalDate.optional(),
    actual: LocalDate.optional(),
    missed: z.boolean(),
    movedTo: z.string().optional(),
    delayReason: z.string().optional(),
  }),
);
export type MilestonesSection = z.infer<typeof MilestonesSection>;

export const IssuesSection = z.array(
  z.object({
    id: Id,
    title: z.string(),
    severity: z.enum(['low', 'medium', 'high']),
    raisedOn: LocalDate,
    risk: Id.optional(),
    status: z.enum(['open', 'closed']),
  }),
);
export type IssuesSection = z.infer<typeof IssuesSection>;

export const DecisionsSection = z.array(
  z.object({
    id: Id,
    title: z.string(),
    body: z.string(),
    kind: z.enum(['key-decision', 'officer-decision', 'endorsement', 'cabinet-committee-consideration', 'other']),
    status: z.enum(['due', 'taken', 'deferred', 'refused']),
    dueOn: DateStatement,
    takenOn: LocalDate.optional(),
    reference: z.string().optional(),
    deliveryModel: Id.optional(),
  }),
);
export type DecisionsSection = z.infer<typeof DecisionsSection>;

const LatestRating = z.object({ id: Id, given: Rating });
/** The latest rating of each source. */
export const RatingsSection = z.object({ sro: LatestRating.nullable(), assurance: LatestRating.nullable() });
export type RatingsSection = z.infer<typeof RatingsSection>;

export const ReturnsSection = z.array(
  z.object({
    month: ReportMonth,
    nothingChanged: z.boolean(),
    narrative: z.string().optional(),
    submittedAt: Instant,
    confirmedAt: Instant.nullable(),
  }),
);
export type ReturnsSection = z.infer<typeof ReturnsSection>;

export const ReviewPosition = z.object({
  review: ReviewSection,
  engagement: EngagementSection,
  options: OptionsSection,
  deliveryModels: DeliveryModelsSection,
  businessCases: BusinessCasesSection,
  savings: SavingsSection,
  risks: RisksSection,
  milestones: MilestonesSection,
  issues: IssuesSection,
  decisions: DecisionsSection,
  ratings: RatingsSection,
  returns: ReturnsSection,
});
export type ReviewPosition = z.infer<typeof ReviewPosition>;
export type SectionName = keyof ReviewPosition;
