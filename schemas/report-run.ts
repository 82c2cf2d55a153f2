import * as z from 'zod';
import { Instant, ReportMonth } from '#language/time.ts';
import { Id, KnownSubject, Narrative } from './ids.ts';
import { TwoDays } from './two-days.ts';

/*
 * Asking for a report of a month, for its next revision, or for a published month made again; and the run that does it.
 */

/** The digest by which a draft is named: over what it says, and not over why or how early it is published. */
export const DraftDigest = z
  .string()
  .regex(/^[0-9a-f]{64}$/, 'must be the digest of a draft: 64 digits and letters a to f');
export type DraftDigest = z.infer<typeof DraftDigest>;

const draftRead = DraftDigest.optional().meta({
  description:
    'The digest of the draft that was read: the report is published only where it says the same, and nothing is published otherwise',
});

export const RunReport = z
  .strictObject({
    month: ReportMonth,
    early: z.boolean().default(false),
    reason: Narrative.optional(),
    draft: draftRead,
  })
  .refine((run) => !run.early || run.reason !== undefined, {
    path: ['reason'],
    message: 'must say why the month is reported before its report day',
  })
  .meta({ id: 'RunReport' });
export type RunReport = z.infer<typeof RunReport>;

export const ReviseReport = z.strictObject({ reason: Narrative, draft: draftRead }).meta({ id: 'ReviseReport' });
export type ReviseReport = z.infer<typeof ReviseReport>;

/** A published month made again from history: as it was recorded then, or as it is known now. */
export const Knowledge = z.enum(['then', 'now']);
export type Knowledge = z.infer<typeof Knowledge>;

export const RebuildReport = z.strictObject({ knowledge: Knowledge }).meta({ id: 'RebuildReport' });
export type RebuildReport = z.infer<typeof RebuildReport>;

/** A month that is closed as not reported. */
export const CloseMonth = z
  .strictObject({
    reason: Narrative.meta({
      title: 'Why the month is not reported',
      description: 'The list of reports and the next report show it',
    }),
  })
  .meta({ id: 'CloseMonth' });
export type CloseMonth = z.infer<typeof CloseMonth>;

/** What a rebuild comes to: the digest it has next to the published one, and what differs in words. */
export const Rebuilt = z
  .object({
    knowledge: Knowledge,
    publishedDigest: z.string(),
    contentDigest: z.string(),
    same: z.boolean(),
    differences: z.array(z.string()),
  })
  .meta({ id: 'Rebuilt' });
export type Rebuilt = z.infer<typeof Rebuilt>;

/** docs/meaning.md PUBLISH-21, PUBLISH-27: a month that was given up after its tries, or closed as not reported by the programme office. */
export const NotReported = z
  .object({
    month: ReportMonth,
    reason: z.string(),
    since: Instant,
    byHand: z.literal(true).optional().meta({ description: 'Where the programme office closed it' }),
  })
  .meta({
    id: 'NotReported',
    description: 'A month that is not reported, why, and since when; it may be published later by hand',
  });
export type NotReported = z.infer<typeof NotReported>;

export const ReportRun = z
  .object({
    id: Id,
    programme: Id,
    month: ReportMonth.meta({ description: 'Of a comparison of two days: the month of the later one' }),
    revision: z.int().meta({ description: 'Of a comparison of two days: 0, as it is of no report' }),
    /** What it is for: a report to publish, a published one made again, as known then or as known now, a draft, or a comparison of two days. */
    kind: z.enum(['publish', 'rebuild-then', 'rebuild-now', 'draft', 'compare-days']),
    /**
     * A rebuild ends as `rebuilt`, a draft as `drafted` and a comparison as `compared`, and none of them publishes anything; `refused`: the report would not say what the draft
     * said that was to be published, and nothing was published.
     */
    state: z.enum(['waiting', 'running', 'published', 'rebuilt', 'drafted', 'compared', 'refused', 'failed']),
    reviewsDone: z.int(),
    reviewsTotal: z.int().nullable(),
    reason: z.string().nullable(),
    early: z.boolean(),
    requestedAt: Instant,
    report: z.string().nullable(),
    problem: z.string().nullable(),
    rebuilt: Rebuilt.nullable(),
    attempt: z.int().min(1).optional().meta({
      description:
        'At which try it is; from the second on the heads that it is made from were fixed again. Absent: at the first',
    }),
    failures: z
      .array(z.object({ at: Instant, attempt: z.int(), problem: z.string() }))
      .optional()
      .meta({
        description: 'Tries that failed for what the month is made from, oldest first; at most the last thirty',
      }),
    askedBefore: z
      .array(z.object({ requestedAt: Instant, reason: z.string(), early: z.boolean() }))
      .optional()
      .meta({
        description: 'Who asked for the same with a reason before, and was not answered by a report; oldest first',
      }),
    notReported: NotReported.optional(),
    askedBy: KnownSubject.optional().meta({ description: 'Who asked for it; absent where the schedule did' }),
    draftMadeBy: KnownSubject.optional().meta({ description: 'Who made the draft that is published' }),
    days: TwoDays.optional().meta({ description: 'Of a comparison: the days that are compared' }),
    draft: z.string().optional().meta({
      description:
        'Of a draft that is made: its digest. Of a report: the draft that was read, and that it is to say the same as',
    }),
  })
  .meta({ id: 'ReportRun', description: 'The run of a month: progress to poll, then the address of its report' });
export type ReportRun = z.infer<typeof ReportRun>;
