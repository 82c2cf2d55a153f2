import * as z from 'zod';
import { Instant, LocalDate } from '#language/time.ts';
import { Id } from '#schemas/ids.ts';
import { listedOf, ReportSubject } from '#schemas/row-lists.ts';

/*
 * What is made of risks: the section of a position, the part of the report.
 */

export const RiskRow = z
  .object({
    id: Id,
    title: z.string(),
    likelihood: z.int(),
    impact: z.int(),
    score: z.int(),
    band: z.string(),
    owner: z.string().optional(),
    nextReviewOn: LocalDate.nullable(),
    missing: z.array(z.string()),
    /** Of a position, empty where its words hold them already. */
    openActionsDue: z.array(z.object({ what: z.string(), dueOn: LocalDate })),
    /** Oldest first: a report shows the last six changes; a position has the latest of each month as well. */
    scores: z.array(z.object({ at: Instant, score: z.int() })),
  })
  .meta({ id: 'RiskRow' });
export type RiskRow = z.infer<typeof RiskRow>;

/** Why a risk is there and what is done about it: its controls, and the actions that are still open. */
export const RiskWords = z
  .object({
    cause: z.string(),
    event: z.string(),
    consequence: z.string(),
    controls: z.array(z.object({ what: z.string(), owner: z.string().nullable() })),
    actions: z.array(z.object({ what: z.string(), owner: z.string().nullable(), dueOn: LocalDate.nullable() })),
    escalated: z.object({ on: LocalDate, to: z.string() }).nullable(),
  })
  .meta({ id: 'RiskWords' });
export type RiskWords = z.infer<typeof RiskWords>;

/** Where a risk was taken higher, and whether that has ended. */
const Escalated = z.object({
  on: LocalDate,
  to: z.string(),
  by: z.string().optional(),
  reason: z.string().optional(),
  endedOn: LocalDate.optional(),
  endedWhy: z.string().optional(),
});

/** An open risk of a position; of the highest ones, what a report says of the highest of all. */
const OpenRisk = RiskRow.extend({
  words: RiskWords.optional(),
  /** By when a risk that was never reviewed is to be reviewed first: `nextReviewOn` is then null, as `rules-1` reads it. */
  firstReviewOn: LocalDate.nullable().optional(),
  inherentScore: z.int().optional(),
  /** The day on which it was last recorded, changed or reviewed without a change. */
  confirmedOn: LocalDate.optional(),
  /** Absent where it is to be confirmed. */
  targetScore: z.int().optional(),
  escalated: Escalated.optional(),
});
export type OpenRisk = z.infer<typeof OpenRisk>;

/** An open risk without a score: to be confirmed, or scored on another matrix than the programme's. */
const UnscoredRisk = RiskRow.pick({
  id: true,
  title: true,
  owner: true,
  nextReviewOn: true,
  missing: true,
  openActionsDue: true,
}).extend({
  because: z.string(),
  onAnotherMatrix: z.boolean(),
  confirmedOn: LocalDate,
  escalated: Escalated.optional(),
});
export type UnscoredRisk = z.infer<typeof UnscoredRisk>;

export const RisksSection = z.object({
  /** The open ones, highest score first. */
  open: z.array(OpenRisk),
  unscored: z.array(UnscoredRisk).default([]),
  /** Whose they were; absent from positions that were made before this was kept. */
  closed: z.array(z.object({ id: Id, title: z.string(), owner: z.string().optional() })),
  happened: z.array(z.object({ id: Id, title: z.string(), owner: z.string().optional(), issue: Id })),
});
export type RisksSection = z.infer<typeof RisksSection>;

const RiskInReport = ReportSubject.extend({
  risk: RiskRow,
  direction: z.enum(['new', 'up', 'down', 'same']),
  previousScore: z.int().nullable(),
});
const HighRisk = RiskInReport.extend({ words: RiskWords.optional() });
const AboutRisk = ReportSubject.extend({ risk: Id, riskTitle: z.string() });

export const RisksPart = z.object({
  open: z.int(),
  programmeWide: z.int(),
  /** Of a matrix of Low, Medium and High, with where the first two end. */
  byBand: z.object({ low: z.int(), medium: z.int(), high: z.int() }).optional(),
  /** Of a matrix with bands of its own, the lowest first. */
  bands: z.array(z.object({ key: z.string(), name: z.string(), upTo: z.int().nullable(), count: z.int() })).optional(),
  /** What impacts weigh, where they do not count 1, 2, 3 ... */
  impactWeights: z.array(z.int()).optional(),
  /** Open risks without a score, which are in no band; reports before `rules-2` have none. */
  unscored: listedOf(AboutRisk.extend({ owner: z.string().nullable(), because: z.string() })).optional(),
  /** Rows from the last likelihood to the first, columns from the first impact to the last, counts of open risks. */
  heatMap: z.array(z.array(z.int())),
  likelihoodWords: z.array(z.string()),
  impactWords: z.array(z.string()),
  lowUpTo: z.int().optional(),
  mediumUpTo: z.int().optional(),
  top: listedOf(HighRisk),
  /** `was`: where it stood on the matrix in the report before, as far as that report lists it; reports before `rules-2` have none. */
  moved: listedOf(RiskInReport.extend({ was: z.object({ likelihood: z.int(), impact: z.int() }).optional() })),
  overdue: listedOf(AboutRisk.extend({ dueOn: LocalDate, what: z.string() })),
  /** Open risks that were taken higher, and those of which that ended since the report before; reports before `rules-2` have neither. */
  escalations: z
    .object({
      inForce: listedOf(
        AboutRisk.extend({
          ...{ on: LocalDate, to: z.string() },
          ...{ by: z.string().nullable(), reason: z.string().nullable(), owner: z.string().nullable() },
          ...{ score: z.int().nullable(), band: z.string().nullable() },
        }),
      ),
      ended: listedOf(
        AboutRisk.extend({ on: LocalDate, to: z.string(), endedOn: LocalDate, endedWhy: z.string().nullable() }),
      ),
    })
    .optional(),
  incomplete: listedOf(AboutRisk.extend({ missing: z.array(z.string()) })),
  coverage: z.string(),
});
