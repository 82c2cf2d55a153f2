import * as z from 'zod';
import { FinancialYear, Instant, LocalDate, ReportMonth } from '#language/time.ts';
import { OutcomeName } from './business-case.ts';
import { DateStatement } from './date-statement.ts';
import { DeliveryModelName } from './delivery-model-names.ts';
import { PublicView, View } from './exemption.ts';
import { Figure, Share, Total } from './figures.ts';
import { Id } from './ids.ts';
import { RiskRow, SavingsYear } from './position.ts';
import { RatingName } from './rating-names.ts';
import { Lifecycle, Tier } from './review.ts';
import { RowTotals } from './row-lists.ts';
import { Measure } from './stated-position.ts';

/** A review or programme-wide entry that a row of the report is about; `review` is null for the programme itself. */
const Subject = z.object({ review: Id.nullable(), title: z.string() }).meta({ id: 'ReportSubject' });

const Counted = z.object({ key: z.string(), name: z.string(), share: Share });

export const Flow = z
  .object({
    opening: z.int(),
    openingFrom: z.enum(['last-report', 'history']),
    restated: z.array(
      z.object({ review: Id, title: z.string(), change: z.union([z.literal(1), z.literal(-1)]), because: z.string() }),
    ),
    entered: z.array(
      z.object({ review: Id, title: z.string(), how: z.enum(['approved', 'restarted', 'split-in']), on: LocalDate }),
    ),
    left: z.array(
      z.object({
        review: Id,
        title: z.string(),
        how: z.enum(['completed', 'stopped', 'transferred', 'merged', 'back-to-potential']),
        on: LocalDate,
      }),
    ),
    /** What `restated` comes to: how many more are counted, below zero fewer. */
    restatedBy: z.int(),
    closing: z.int(),
    reconciles: z.boolean(),
    sentence: z.string(),
  })
  .meta({ id: 'Flow', description: 'opening + restated + entered - left = closing' });
export type Flow = z.infer<typeof Flow>;

/** What was found: which rule, its sentence, about what, why here, and the evidence in names and values. */
export const Finding = z
  .object({
    rule: z.string(),
    kind: z.enum(['contradiction', 'data-gap', 'unreadable']),
    sentence: z.string(),
    subject: Subject.extend({ register: z.string(), id: z.string() }),
    because: z.string(),
    evidence: z.array(z.object({ what: z.string(), value: z.string() })),
  })
  .meta({ id: 'Finding' });
export type Finding = z.infer<typeof Finding>;

const RiskInReport = Subject.extend({
  risk: RiskRow,
  direction: z.enum(['new', 'up', 'down', 'same']),
  previousScore: z.int().nullable(),
});

/** Required less identified from the lines, with the coverage of what is identified; below zero = over-identified. */
export const Gap = Total.extend({ low: z.int().nullable(), high: z.int() }).meta({
  id: 'Gap',
  description:
    'Required less identified, in whole pounds. `low` is null where what is identified has no upper end. What is left out of the identified savings would make the gap smaller. Null as a whole where the requirement is not an amount or no line counts.',
});
export type Gap = z.infer<typeof Gap>;

/** Savings of one year: what the programme requires and states, beside what its own lines add up to. */
export const SavingsPosition = SavingsYear.extend({
  required: Figure.nullable(),
  statedIdentified: Figure.nullable(),
  statedUnidentified: Figure.nullable(),
  /** Stated required less stated unidentified, where both are amounts: derived from stated figures, never a stated one. */
  derivedIdentifiedPounds: z.int().nullable(),
  gap: Gap.nullable(),
  /** Of the low ends of `plan`, which carries the coverage. */
  transformationShare: Share,
}).meta({ id: 'SavingsPosition' });
export type SavingsPosition = z.infer<typeof SavingsPosition>;

export const StatedFigure = z
  .object({
    id: Id,
    title: z.string(),
    measure: Measure,
    year: FinancialYear.nullable(),
    periodYears: z.int().nullable(),
    figure: Figure,
    /** For a figure that should follow from another: what it would then be, in whole pounds a year. */
    follows: z.object({ from: Id, low: z.int(), high: z.int(), agrees: z.boolean(), sentence: z.string() }).nullable(),
    words: z.string().nullable(),
  })
  .meta({ id: 'StatedFigure' });
export type StatedFigure = z.infer<typeof StatedFigure>;

const RatingCount = z.object({ rating: z.union([RatingName, z.literal('not-rated')]), share: Share });

export const ReportContent = z
  .object({
    programme: z.object({
      id: Id,
      name: z.string(),
      phase: z.string().nullable(),
      council: z.string(),
      fictional: z.boolean(),
      services: z.array(z.string()),
      source: z.string().nullable(),
    }),
    month: ReportMonth,
    observationEnd: Instant,
    revision: z.int(),
    revisionReason: z.string().nullable(),
    early: z.object({ reason: z.string() }).nullable(),
    ruleSet: z.string(),
    previous: z.object({ month: ReportMonth, revision: z.int(), contentDigest: z.string() }).nullable(),
    /** Events of the month; none means that nothing was told of it, and `headline` says so. */
    recordedInMonth: z.int(),
    headline: z.array(z.string()),
    counts: z.object({
      counted: z.int(),
      notCounted: z.array(z.object({ lifecycle: Lifecycle, count: z.int() })),
      services: z.int(),
      stage: z.array(Counted),
      lifecycle: z.array(Counted),
      portfolio: z.array(Counted),
      directorate: z.array(Counted),
      tier: z.array(Counted),
      theme: z.array(Counted),
    }),
    flow: Flow,
    moves: z.array(
      Subject.extend({
        on: LocalDate,
        from: z.string(),
        to: z.string(),
        direction: z.enum(['forward', 'back']),
        reason: z.string().nullable(),
        waived: z.array(z.object({ criterion: z.string(), reason: z.string() })),
      }),
    ),
    waiversInForce: z.array(
      Subject.extend({ criterion: z.string(), stage: z.string(), reason: z.string(), on: LocalDate }),
    ),
    waits: z.array(
      Subject.extend({
        id: Id,
        on: z.enum(['review', 'outside-body', 'document']),
        what: z.string(),
        neededBy: DateStatement.nullable(),
        holdsStage: z.string().nullable(),
      }),
    ),
    engagement: z.object({
      engagements: z.int(),
      responses: z.int(),
      organisations: z.int(),
      invitedIn: z.int(),
      /** Part of the counts above that a paper states without naming the organisations. */
      statedOnly: z.object({
        responses: z.int(),
        organisations: z.int(),
        invitedIn: z.int(),
        sources: z.array(z.string()),
      }),
      programmeWide: z.int(),
      reviewsEngaged: Share,
      decidedNotTo: z.int(),
      notes: z.array(z.string()),
    }),
    options: z.object({
      total: z.int(),
      preferred: z.int(),
      shortListed: z.int(),
      longListed: z.int(),
      notRecommended: z.int(),
      /** Of `notRecommended`, those not recommended only "at this stage". */
      notRecommendedAtThisStage: z.int(),
      reviewsWithPreferred: Share,
      withoutPreferred: z.array(Subject.extend({ waitsFor: z.array(z.string()) })),
      severalPreferred: z.array(Subject.extend({ labels: z.array(z.string()) })),
      /** Reviews with a preferred option that also record what was not recommended. */
      alternativesRecorded: Share,
      notFirst: z.array(Subject.extend({ option: z.string(), rank: z.int(), reason: z.string().nullable() })),
    }),
    deliveryModels: z.object({
      preferred: z.array(z.object({ model: DeliveryModelName, name: z.string(), count: z.int() })),
      adopted: z.array(z.object({ model: DeliveryModelName, name: z.string(), count: z.int() })),
    }),
    outcomes: z.array(
      Subject.extend({
        businessCase: z.string(),
        type: z.string(),
        outcome: OutcomeName,
        on: LocalDate,
        body: z.string(),
        reference: z.string().nullable(),
        reason: z.string().nullable(),
      }),
    ),
    conditions: z.object({
      open: z.int(),
      overdue: z.array(Subject.extend({ condition: z.string(), owner: z.string(), dueOn: LocalDate })),
    }),
    savings: z.object({
      years: z.array(SavingsPosition),
      stated: z.array(StatedFigure),
      coverage: z.object({ reviews: Share, lines: z.int(), notStated: z.array(Subject), sentence: z.string() }),
      moved: z.array(
        Subject.extend({
          saving: z.string(),
          milestone: z.string(),
          from: LocalDate,
          to: LocalDate,
          year: FinancialYear,
          pounds: z.int().nullable(),
        }),
      ),
    }),
    risks: z.object({
      open: z.int(),
      programmeWide: z.int(),
      byBand: z.object({ low: z.int(), medium: z.int(), high: z.int() }),
      /** Rows likelihood 5 to 1, columns impact 1 to 5, counts of open risks. */
      heatMap: z.array(z.array(z.int())),
      likelihoodWords: z.array(z.string()),
      impactWords: z.array(z.string()),
      lowUpTo: z.int(),
      mediumUpTo: z.int(),
      top: z.array(RiskInReport),
      moved: z.array(RiskInReport),
      overdue: z.array(Subject.extend({ risk: Id, riskTitle: z.string(), dueOn: LocalDate, what: z.string() })),
      incomplete: z.array(Subject.extend({ risk: Id, riskTitle: z.string(), missing: z.array(z.string()) })),
      coverage: z.string(),
    }),
    milestones: z.object({
      total: z.int(),
      done: z.int(),
      due: z.array(Subject.extend({ milestone: z.string(), dueOn: LocalDate })),
      missed: z.array(Subject.extend({ milestone: z.string(), dueOn: LocalDate })),
      slipped: z.array(
        Subject.extend({
          milestone: z.string(),
          baseline: LocalDate,
          forecast: LocalDate.nullable(),
          actual: LocalDate.nullable(),
          reason: z.string().nullable(),
        }),
      ),
      rebaselines: z.int(),
    }),
    decisions: z.object({
      taken: z.array(
        Subject.extend({
          decision: z.string(),
          body: z.string(),
          kind: z.string(),
          on: LocalDate,
          reference: z.string().nullable(),
        }),
      ),
      due: z.array(Subject.extend({ decision: z.string(), body: z.string(), kind: z.string(), dueOn: DateStatement })),
    }),
    issues: z.object({ open: z.int(), high: z.int() }),
    ratings: z.object({
      scheme: z.enum(['three-point', 'five-point']),
      sro: z.array(RatingCount),
      assurance: z.array(RatingCount),
      /** The worst SRO overall rating, and the reviews that make it so. */
      worst: z.object({ rating: RatingName, because: z.array(Subject) }).nullable(),
      /** What the reviews of each SRO rating plan for the month's financial year; shares are of low ends. */
      valueWeighted: z.array(
        z.object({ rating: z.union([RatingName, z.literal('not-rated')]), planned: Total, share: Share }),
      ),
      /** Over how many reviews and figures `valueWeighted` is taken. */
      weighedBy: z.string(),
      differ: z.array(Subject.extend({ sro: RatingName, assurance: RatingName })),
    }),
    returns: z.object({
      dueBy: LocalDate,
      expected: z.int(),
      received: Share,
      nothingChanged: z.int(),
      late: z.array(Subject.extend({ confirmedOn: LocalDate })),
      unconfirmed: z.array(Subject),
      missing: z.array(Subject.extend({ lastConfirmed: ReportMonth.nullable() })),
    }),
    changes: z.array(z.object({ sentence: z.string(), before: z.number().nullable(), after: z.number().nullable() })),
    findings: z.array(Finding),
    foundByRule: z.array(Finding.pick({ rule: true, kind: true, sentence: true }).extend({ count: z.int() })),
    nextSteps: z.array(z.object({ who: z.string(), what: z.string(), subject: Subject })),
    /** How many rows each list has in all; a list itself holds the first of them. */
    totals: RowTotals,
    lines: z.int(),
  })
  .meta({ id: 'ReportContent', description: 'The position of a programme as at the last instant of a month' });
export type ReportContent = z.infer<typeof ReportContent>;

/** One review in the report. */
export const ReportLine = z
  .object({
    review: Id,
    title: z.string(),
    services: z.array(z.string()),
    lifecycle: Lifecycle,
    counted: z.boolean(),
    stage: Id,
    stageName: z.string(),
    stageWork: z.string(),
    tier: Tier,
    portfolio: z.string().nullable(),
    sros: z.int(),
    preferred: z.array(z.object({ label: z.string(), scope: z.string().nullable(), model: DeliveryModelName })),
    notRecommended: z.int(),
    notRecommendedAtThisStage: z.int(),
    marketMaturity: z.string().nullable(),
    waitsFor: z.array(z.string()),
    savings: z.object({
      lines: z.int(),
      plan: z.array(z.object({ year: FinancialYear, total: Total })),
      sentence: z.string(),
    }),
    sroRating: RatingName.nullable(),
    assuranceRating: RatingName.nullable(),
    risksPart: z.int(),
    highRisks: z.int(),
    endDate: DateStatement,
    return: z.enum(['received', 'nothing-changed', 'late', 'unconfirmed', 'missing', 'not-expected']),
  })
  .meta({ id: 'ReportLine' });
export type ReportLine = z.infer<typeof ReportLine>;

/** How a report came to be; outside its content and so outside its digest. */
export const Publication = z
  .object({
    contentDigest: z.string().meta({
      description:
        'SHA-256, hexadecimal, over the canonical JSON (RFC 8785) of the lines and the content, each text in its salted commitment; the export holds the salts',
    }),
    sealingDigest: z
      .string()
      .meta({ description: 'Digest of the programme event that published the report: the anchor of the record' }),
    headsRoot: z.string().meta({ description: 'Merkle root of the chain heads that the report was made from' }),
    publishedAt: Instant,
    run: Id,
    publicView: PublicView.optional().meta({
      description: 'The public view, with its own content digest; absent where both views are the same',
    }),
  })
  .meta({ id: 'Publication' });
export type Publication = z.infer<typeof Publication>;

export const Report = z
  .object({
    content: ReportContent,
    publication: Publication,
    view: View.optional().meta({ description: 'The view that is shown here, where the two are not the same' }),
    rowsAtMost: z.int().meta({
      description:
        'No list of the content holds more rows than this here: a pull holds what two read units have room for, and with rows=all what was published. `totals` of the content counts all rows.',
    }),
  })
  .meta({ id: 'Report' });
export type Report = z.infer<typeof Report>;

export const ReportLines = z
  .object({ month: ReportMonth, revision: z.int(), lines: z.array(ReportLine), next: z.string().nullable() })
  .meta({ id: 'ReportLines' });

export const ReportList = z
  .object({
    items: z.array(
      z.object({
        month: ReportMonth,
        revision: z.int(),
        contentDigest: z.string(),
        publishedAt: Instant,
        reason: z.string().nullable(),
      }),
    ),
    next: z.string().nullable(),
  })
  .meta({ id: 'ReportList' });
