import * as z from 'zod';
import { FinancialYear, Instant, LocalDate, ReportMonth } from '#language/time.ts';
import { RatedOrNot } from '#registers/rating/record.ts';
import { SavingsPosition } from '#registers/saving/projections.ts';
import { DateStatement } from './date-statement.ts';
import { View } from './exemption.ts';
import { Total } from './figures.ts';
import { Flow } from './flow.ts';
import { Id } from './ids.ts';
import { PageOne } from './page-one.ts';
import { RatingName } from './rating-names.ts';
import { Tier } from './review.ts';
import { listedOf, ReportSubject } from './row-lists.ts';

/* The report of a span of months, which is made of published monthly reports alone (docs/meaning.md REPORT-34). */

/** A published report that this one is made from, as the reader may see it. */
export const MadeFrom = z
  .object({
    month: ReportMonth,
    revision: z.int(),
    contentDigest: z.string().meta({ description: 'Of the view that it was read in' }),
    publishedAt: Instant,
    ruleSet: z.string(),
    supersededBy: z.int().nullable().meta({
      description: 'The latest revision of the month, where that is another: what is said here is then superseded',
    }),
  })
  .meta({ id: 'MadeFrom' });
export type MadeFrom = z.infer<typeof MadeFrom>;

const Money = PageOne.shape.money.unwrap().pick({
  year: true,
  required: true,
  achievable: true,
  claimedPounds: true,
  validatedPounds: true,
  stillToFind: true,
});

/** The main figures of one month; null where its report has none, or leaves the part out. */
export const SpanMonth = z
  .object({
    month: ReportMonth,
    counted: z.int(),
    entered: z.int(),
    left: z.int(),
    paused: z.int().nullable().meta({ description: 'Paused at its end, whether or not they are counted' }),
    potential: z.int(),
    money: Money.nullable().meta({ description: "Of the financial year that the month's report leads with" }),
    worst: RatingName.nullable().meta({ description: "The worst of the SROs' and assurance's ratings" }),
    atLeast: z.boolean().meta({ description: 'Whether a rating that is out of date may have become worse' }),
    rated: z.array(z.object({ rating: RatedOrNot, count: z.int() })).meta({
      description: 'The counted reviews, each by the worse of its two ratings; empty where that is not known',
    }),
    openRisks: z.int().nullable(),
    highRisks: z.int().nullable(),
    returnsExpected: z.int().nullable(),
    returnsOwed: z.int().nullable().meta({ description: 'Missing, or not confirmed, when the report was made' }),
    findings: z.int(),
  })
  .meta({ id: 'SpanMonth' });
export type SpanMonth = z.infer<typeof SpanMonth>;

const FlowRow = Flow.shape.potential.unwrap();
export const SpanFlowRow = FlowRow.extend({
  revisedBy: z
    .int()
    .meta({ description: 'What later revisions of its months changed between one report and the next' }),
});
export type SpanFlowRow = z.infer<typeof SpanFlowRow>;

/** One way in or out of the total, over the span and in each of its months. */
const Way = z.object({
  way: z.string(),
  name: z.string(),
  change: z.int().meta({ description: 'What it changes the number of counted reviews by' }),
  months: z.array(z.object({ month: ReportMonth, change: z.int() })),
});

export const SpanVolumes = z
  .object({
    opening: z.int(),
    ways: z.array(Way),
    closing: z.int(),
    reconciles: z.boolean(),
    sentence: z.string(),
    movements: listedOf(
      ReportSubject.extend({
        month: ReportMonth,
        way: z.string(),
        name: z.string(),
        change: z.int(),
        on: LocalDate.nullable(),
        others: z.array(z.string()),
        because: z.string().nullable(),
      }),
    ).meta({
      description: 'The reviews by name; the total counts those too that a monthly report had no room to name',
    }),
    byTier: z.array(SpanFlowRow).optional(),
    byPortfolio: z.array(SpanFlowRow).optional(),
    potential: SpanFlowRow.optional(),
    moved: listedOf(
      ReportSubject.extend({
        month: ReportMonth,
        by: z.enum(['tier', 'portfolio']),
        from: z.string(),
        to: z.string(),
        on: LocalDate,
      }),
    ).meta({ description: 'Counted reviews that went to another tier or portfolio' }),
    pauses: listedOf(ReportSubject.extend({ month: ReportMonth, change: z.enum(['paused', 'resumed']) }))
      .nullable()
      .meta({
        description:
          'Between the ends of two reported months, where paused reviews count and so make no movement; null where there are too many reviews to compare one by one',
      }),
  })
  .meta({ id: 'SpanVolumes', description: 'opening + the changes of all ways = closing' });
export type SpanVolumes = z.infer<typeof SpanVolumes>;

export const SavingsAt = SavingsPosition.pick({
  required: true,
  plan: true,
  identified: true,
  forecast: true,
  outturn: true,
  claimedPounds: true,
  validatedPounds: true,
  gap: true,
});
export type SavingsAt = z.infer<typeof SavingsAt>;

export const SpanSavings = z
  .object({
    years: z.array(
      z.object({
        year: FinancialYear,
        start: SavingsAt.nullable(),
        end: SavingsAt.nullable(),
        changes: z.array(z.string()),
      }),
    ),
    byReview: listedOf(ReportSubject.extend({ year: FinancialYear, start: Total.nullable(), end: Total.nullable() }))
      .nullable()
      .meta({
        description: 'What reviews plan, where it is another; null: there are too many reviews to compare one by one',
      }),
  })
  .meta({ id: 'SpanSavings' });
export type SpanSavings = z.infer<typeof SpanSavings>;

export const Happening = ReportSubject.extend({
  month: ReportMonth.meta({ description: 'Of the report that holds it' }),
  kind: z.enum(['stage-move', 'outcome', 'decision', 'no-longer-due', 'change-request']),
  what: z.string(),
  how: z.string(),
  by: z.string().nullable(),
  on: LocalDate.nullable(),
  reason: z.string().nullable(),
  recordedLate: z.literal(true).optional(),
}).meta({ id: 'Happening' });
export type Happening = z.infer<typeof Happening>;

export const RecordedLate = ReportSubject.extend({
  month: ReportMonth.meta({ description: 'Of the report that holds it' }),
  what: z.string(),
  on: LocalDate.nullable(),
});
export type RecordedLate = z.infer<typeof RecordedLate>;

export const Coming = ReportSubject.extend({
  kind: z.enum(['milestone', 'decision', 'meeting']),
  what: z.string(),
  by: z.string().nullable(),
  due: DateStatement,
  overdue: z.boolean(),
});
export type Coming = z.infer<typeof Coming>;

export const DueForAssurance = z.object({
  due: listedOf(ReportSubject.extend({ what: z.string(), due: DateStatement, overdue: z.boolean() })),
  never: listedOf(ReportSubject.extend({ tier: z.union([Tier, z.string()]) })),
});
export type DueForAssurance = z.infer<typeof DueForAssurance>;

export const SpanReport = z
  .object({
    programme: z.object({
      id: Id,
      name: z.string(),
      phase: z.string().nullable(),
      council: z.string(),
      fictional: z.boolean(),
    }),
    from: ReportMonth,
    to: ReportMonth,
    digest: z.string().meta({
      description:
        'SHA-256, hexadecimal, over the canonical JSON (RFC 8785) of month, revision and content digest of each report that it is made from',
    }),
    asAt: Instant.meta({
      description: 'Asked for with `asAt` of this instant, it is made from these revisions again',
    }),
    superseded: z.boolean().meta({ description: 'Whether one of them has a later revision' }),
    madeFrom: z.array(MadeFrom),
    before: MadeFrom.nullable().meta({
      description: 'The report that the first one was compared with: the position at the start; null: there is none',
    }),
    notPublished: z.array(ReportMonth).meta({ description: 'Months of the span that have no published report' }),
    notIn: z
      .array(
        z.object({ month: ReportMonth, part: z.string(), title: z.string(), why: z.enum(['left-out', 'not-made']) }),
      )
      .meta({ description: 'Parts of monthly reports that are left out by the settings, or could not be made' }),
    view: View.optional().meta({ description: 'Where text is withheld from the public view: which view this is' }),
    rowsAtMost: z.int().meta({ description: 'No list here holds more rows than this; its `total` counts them all' }),
    answers: z
      .array(
        z.object({
          question: z.string(),
          answer: z.string(),
          month: ReportMonth.nullable().meta({
            description: 'The month whose report answers it so; null: it is of the whole span',
          }),
        }),
      )
      .meta({ description: 'The questions of page one, in their order' }),
    months: z.array(SpanMonth),
    volumes: SpanVolumes,
    savings: SpanSavings.nullable(),
    happened: listedOf(Happening),
    recordedLate: listedOf(RecordedLate),
    coming: listedOf(Coming),
    assurance: DueForAssurance.nullable().meta({ description: 'Null where the last report says nothing of it' }),
  })
  .meta({
    id: 'SpanReport',
    description: 'What published monthly reports come to over a quarter, a half year, a year or any other span',
  });
export type SpanReport = z.infer<typeof SpanReport>;
