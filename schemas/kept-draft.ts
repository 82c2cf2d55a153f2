import * as z from 'zod';
import { Instant, LocalDate, ReportMonth } from '#language/time.ts';
import { Id, KnownSubject } from './ids.ts';
import { DraftDigest } from './report-run.ts';

/** What is kept of a draft besides its content. */
export const KeptDraft = z.object({
  month: ReportMonth,
  /** Of the report that it is a draft of: 1, or the next revision of a published month. */
  revision: z.int(),
  run: Id,
  digest: DraftDigest,
  /** Over the heads of the chains that it was made from. */
  headsRoot: z.string(),
  /** The last event of the programme's chain that it was made from. */
  readUpTo: z.int(),
  madeAt: Instant,
  /** Who made the first draft that says this. */
  madeBy: KnownSubject,
  keptUntil: Instant,
  /** The day as at which its public view withholds. */
  on: LocalDate,
  /** How many of its lines are kept with it, from the first on; absent of one that was made before any were. */
  lines: z.int().optional(),
  /** What differs in words from the revision that is published; null: none is. */
  differences: z.array(z.string()).nullable(),
});
export type KeptDraft = z.infer<typeof KeptDraft>;
