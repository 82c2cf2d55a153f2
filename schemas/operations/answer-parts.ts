import * as z from 'zod';
import { Instant, LocalDate, ReportMonth } from '#language/time.ts';
import { NoFacts } from '#registers/declaration.ts';
import { Appraisal, AppraisalResult } from '../appraisal.ts';
import { StruckOut } from '../history.ts';
import { Id, KnownId, KnownSubject, Subject } from '../ids.ts';
import { Programme, ProgrammeFacts } from '../programme.ts';
import { RatingName } from '../rating-names.ts';
import { Lifecycle, Review, ReviewFacts, Tier } from '../review.ts';

/*
 * What operations answer.
 */

export const json = ['application/json'] as const;

/** What every read and write of a record answers: the record as put, what acts made of it, what follows from both, its version. */
export const entryOf = (record: z.ZodType, facts: z.ZodType, computed: z.ZodType, id: z.ZodType = Id) =>
  z.object({
    id,
    record,
    facts,
    computed,
    version: z.int(),
    effectiveAt: Instant,
    recordedAt: Instant,
    recordedBy: Subject,
    struckOut: StruckOut.nullable(),
  });

export const pageOf = (item: z.ZodType) => z.object({ items: z.array(item), next: z.string().nullable() });

export const ReviewComputed = z
  .object({
    stageName: z.string(),
    nextStage: Id.nullable(),
    sroState: z.enum(['one', 'none', 'several']),
    stageBeforeModelChanged: z.string().optional().meta({
      description:
        'Where the review is at its stage because the stage model changed, and no gate was judged: the stage that was recorded of it',
    }),
    counted: z.boolean(),
    sentence: z.string(),
  })
  .meta({ id: 'ReviewComputed' });
export const ProgrammeComputed = z
  .object({ nextReport: ReportMonth.nullable(), nextReportDueOn: LocalDate.nullable() })
  .meta({ id: 'ProgrammeComputed' });

export const ProgrammeEntry = entryOf(Programme, ProgrammeFacts, ProgrammeComputed).meta({ id: 'ProgrammeEntry' });
export const ReviewEntry = entryOf(Review, ReviewFacts, ReviewComputed)
  .extend({
    namesKept: z.array(Subject).optional().meta({
      description:
        'Of a change: the people whom the request names otherwise than the register of people does. Their names stay as the register has them',
    }),
  })
  .meta({ id: 'ReviewEntry' });
export const AppraisalEntry = entryOf(Appraisal, NoFacts, AppraisalResult).meta({ id: 'AppraisalEntry' });
const RatedOverall = z.object({ rating: RatingName, on: LocalDate }).nullable();
export const ReviewSummary = z
  .object({
    id: KnownId,
    title: z.string(),
    services: z.array(z.string()),
    stage: KnownId,
    stageName: z.string(),
    lifecycle: Lifecycle,
    tier: Tier,
    portfolio: KnownId.nullable(),
    directorate: KnownId.nullable(),
    theme: KnownId.nullable(),
    sros: z.array(z.object({ subject: KnownSubject, name: z.string() })),
    ratings: z.object({ sro: RatedOverall, assurance: RatedOverall }).optional().meta({
      description: 'What each last rated it overall; in a list of today that is asked for with `sort` or `rating`',
    }),
    struckOut: z.boolean().optional().meta({ description: 'Set where it is struck out' }),
    version: z.int(),
  })
  .meta({ id: 'ReviewSummary' });
export const ProgrammeSummary = z
  .object({
    id: Id,
    name: z.string(),
    phase: z.string().nullable(),
    council: z.string(),
    fictional: z.boolean(),
    practice: z.boolean().meta({ description: 'Whether people only practise in it: its id begins with `practice-`' }),
    version: z.int(),
  })
  .meta({ id: 'ProgrammeSummary' });
