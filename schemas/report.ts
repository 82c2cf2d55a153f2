import * as z from 'zod';
import { FinancialYear, Instant, LocalDate, ReportMonth } from '#language/time.ts';
import { registers } from '#registers/all.ts';
import { partShape } from '#registers/declaration.ts';
import { LastRating } from '#registers/rating/record.ts';
import { Counts } from './counts.ts';
import { CrossTables } from './cross-tables.ts';
import { DateStatement } from './date-statement.ts';
import { DeliveryModelName } from './delivery-model-names.ts';
import { EndedReviews } from './ended-reviews.ts';
import { PublicView, View } from './exemption.ts';
import { Total } from './figures.ts';
import { Flow } from './flow.ts';
import { Id } from './ids.ts';
import { InFigures } from './in-figures.ts';
import { PageOne } from './page-one.ts';
import { RatingName } from './rating-names.ts';
import { NotReported } from './report-run.ts';
import { ReportSection } from './report-sections.ts';
import { Lifecycle, Tier } from './review.ts';
import { listedOf, ReportSubject } from './row-lists.ts';
import { SetAside } from './set-aside.ts';

/** What was found: which rule, its sentence, about what, why here, and the evidence in names and values. */
export const Finding = z
  .object({
    rule: z.string(),
    kind: z.enum(['contradiction', 'data-gap', 'unreadable']),
    sentence: z.string(),
    subject: ReportSubject.extend({ register: z.string(), id: z.string() }),
    because: z.string(),
    evidence: z.array(z.object({ what: z.string(), value: z.string() })),
  })
  .meta({ id: 'Finding' });
export type Finding = z.infer<typeof Finding>;

/** docs/meaning.md REPORT-23: a part that could not be made, and what is said in its place. */
export const NotMade = z
  .object({
    part: z.string().meta({ description: 'The name of the part in the content: its figures there are of nothing' }),
    title: z.string(),
    sentence: z.string(),
  })
  .meta({ id: 'NotMade', description: 'A part of the report that could not be made, said in its place' });
export type NotMade = z.infer<typeof NotMade>;

/** The dated facts of a review, or of the programme, by the report that is the first to hold them: this one, or one before it. */
export const FactsHeld = z.object({ here: z.array(z.string()), before: z.array(z.string()) }).meta({ id: 'FactsHeld' });
export type FactsHeld = z.infer<typeof FactsHeld>;

/** When states that hold until somebody says otherwise were last confirmed: recorded, changed, or reviewed without a change. */
const LastConfirmed = z
  .object({
    by: z.array(
      z.object({
        /** The register. */
        key: z.string(),
        name: z.string(),
        total: z.int(),
        /** Of them not confirmed for three months. */
        old: z.int(),
        oldestOn: LocalDate.nullable(),
      }),
    ),
    old: listedOf(ReportSubject.extend({ register: z.string(), id: Id, what: z.string(), confirmedOn: LocalDate })),
  })
  .meta({ id: 'LastConfirmed' });
export type LastConfirmed = z.infer<typeof LastConfirmed>;

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
    monthsNotReported: z
      .array(z.object({ month: ReportMonth, reason: z.string().nullable() }))
      .optional()
      .meta({
        description:
          'The months between the report before and this one, of which no report was published then; with the reason where the programme office closed them. Where there is no report before, those that it closed. Absent where there are none',
      }),
    /** Events of the month; none means that nothing was recorded of it, and `headline` says so. */
    recordedInMonth: z.int(),
    headline: z.array(z.string()),
    pageOne: PageOne.optional(),
    counts: Counts,
    flow: Flow,
    crossTables: CrossTables.optional(),
    moves: listedOf(
      ReportSubject.extend({
        on: LocalDate,
        from: z.string(),
        to: z.string(),
        direction: z.enum(['forward', 'back']),
        reason: z.string().nullable(),
        waived: z.array(z.object({ criterion: z.string(), reason: z.string() })),
        recordedLate: z.literal(true).optional(),
      }),
    ),
    waiversInForce: listedOf(
      ReportSubject.extend({
        criterion: z.string(),
        sentence: z.string().optional(),
        stage: z.string(),
        reason: z.string(),
        on: LocalDate,
      }),
    ),
    waits: listedOf(
      ReportSubject.extend({
        id: Id,
        on: z.enum(['review', 'review-elsewhere', 'outside-body', 'document']),
        what: z.string(),
        neededBy: DateStatement.nullable(),
        holdsStage: z.string().nullable(),
      }),
    ),
    ...partShape(registers),
    ended: EndedReviews.optional(),
    lastConfirmed: LastConfirmed.optional(),
    notMade: z.array(NotMade).optional().meta({ description: 'Absent where every part was made' }),
    /** Of the programme's own records. */
    facts: FactsHeld.optional(),
    /** What belongs to the month and is in the report of a later one, where it was recorded late. */
    inLaterReports: listedOf(
      ReportSubject.extend({ what: z.string(), on: LocalDate.nullable(), month: ReportMonth }),
    ).optional(),
    changes: z.array(
      z.object({
        sentence: z.string(),
        before: z.number().nullable(),
        after: z.number().nullable(),
        of: z
          .string()
          .optional()
          .meta({ description: 'Where the number is in the content; absent of any other change' }),
      }),
    ),
    findings: listedOf(Finding),
    foundByRule: z.array(Finding.pick({ rule: true, kind: true, sentence: true }).extend({ count: z.int() })),
    movedByModel: listedOf(ReportSubject.extend({ from: z.string(), to: z.string() }))
      .extend({ sentence: z.string() })
      .optional()
      .meta({
        description: 'Reviews that are at another stage because the stage model changed; absent where there is none',
      }),
    gatesWithout: z
      .array(z.object({ criterion: z.string(), sentence: z.string(), reason: z.string() }))
      .optional()
      .meta({ description: 'Criteria that the programme has switched off; absent where there is none' }),
    setAside: SetAside.optional(),
    leftOut: z
      .array(z.object({ part: ReportSection, title: z.string() }))
      .optional()
      .meta({
        description:
          'Parts that the programme leaves out of page, CSV, headline and changes; absent where it leaves out none',
      }),
    nextSteps: listedOf(z.object({ who: z.string(), what: z.string(), subject: ReportSubject })),
    /** Of the programme's own records; those of reviews are in the lines. */
    inFigures: listedOf(InFigures).optional(),
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
    /** Whether it is under way; where it is part of one that is counted too, the two count once. */
    counted: z.boolean(),
    parent: Id.nullable().optional(),
    stage: Id,
    stageName: z.string(),
    stageWork: z.string(),
    tier: Tier,
    portfolio: z.string().nullable(),
    portfolioId: Id.nullable().optional(),
    sros: z.int(),
    preferred: z.array(z.object({ label: z.string(), scope: z.string().nullable(), model: DeliveryModelName })),
    notRecommended: z.int(),
    notRecommendedAtThisStage: z.int(),
    marketMaturity: z.string().nullable(),
    /** When it was last confirmed; null where it is not stated, or that is not known. */
    marketMaturityConfirmedOn: LocalDate.nullable().optional(),
    waitsFor: z.array(z.string()),
    savings: z.object({
      lines: z.int(),
      plan: z.array(z.object({ year: FinancialYear, total: Total })),
      sentence: z.string(),
    }),
    sroRating: RatingName.nullable(),
    assuranceRating: RatingName.nullable(),
    /** What each voice last said, with its date and words. Then the two fields before are null where it is out of date. */
    ratings: z.object({ sro: LastRating.nullable(), assurance: LastRating.nullable() }).optional(),
    risksPart: z.int(),
    highRisks: z.int(),
    endDate: DateStatement,
    return: z.enum(['received', 'nothing-changed', 'late', 'unconfirmed', 'missing', 'not-expected']),
    /** The return of the month in its words; null where it has none. */
    returnWords: z.string().nullable().optional(),
    facts: FactsHeld.optional(),
    inFigures: z.array(InFigures).optional(),
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
        'No list of the content holds more rows than this here: a pull holds what two read units have room for, and with rows=all what was published. The `total` of a list counts all rows.',
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
    notReported: z.array(NotReported).meta({
      description: 'Months that were given up after failing and are not published, in their order; on the first page',
    }),
    next: z.string().nullable(),
  })
  .meta({ id: 'ReportList' });
