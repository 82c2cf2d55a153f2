import * as z from 'zod';
import { ReportMonth } from '#language/time.ts';
import { PublicView } from './exemption.ts';
import { HistoryEvent } from './history.ts';
import { Id } from './ids.ts';
import { Publication, ReportContent, ReportLine } from './report.ts';

/*
 * The export of a programme's whole history: JSON Lines, in this order. One `export` line; every event of the
 * programme's own chain, then of each review's chain in order of review, each in order of sequence from 1; every
 * published revision in order of month and revision, long lists of lines ahead of it in `report-lines`; a `manifest`.
 * In the public view an event whose contents are withheld in part is an `event-in-part`.
 */

export const Digest = z.string().regex(/^[0-9a-f]{64}$/, 'must be a digest: 64 hexadecimal digits');

/** What the head of the programme's own chain is called among the heads of a report; no review can be called so. */
export const programmeHeadName = '#programme';

/** A chain's head that a report was made from: the review (or `#programme`), sequence and digest. */
export const ExportedHead = z.tuple([z.string(), z.int(), Digest]);
export type ExportedHead = z.infer<typeof ExportedHead>;

/** What the event that publishes a report records of it, and so seals. */
export const SealedReport = z.strictObject({
  month: ReportMonth,
  revision: z.int(),
  contentDigest: Digest,
  headsRoot: Digest,
  /** The rule set that made it, and the version of the programme's settings that it was made under. */
  ruleSet: z.string(),
  settingsVersion: z.int().min(1),
  reason: z.string().nullable(),
  publicView: PublicView.optional(),
});
export type SealedReport = z.infer<typeof SealedReport>;

export const ExportLine = z
  .discriminatedUnion('kind', [
    z.strictObject({ kind: z.literal('export'), format: z.literal(2), programme: Id }),
    z.strictObject({ kind: z.literal('event'), event: HistoryEvent }),
    /** An event whose contents are withheld in part: shown as the public view shows them, bound by their digest. */
    z.strictObject({ kind: z.literal('event-in-part'), event: HistoryEvent.omit({ salt: true }), contents: Digest }),
    z.strictObject({
      kind: z.literal('report-lines'),
      month: ReportMonth,
      revision: z.int(),
      lines: z.array(ReportLine).min(1),
    }),
    z.strictObject({
      kind: z.literal('report'),
      content: ReportContent,
      publication: z.strictObject(Publication.shape),
      lines: z.array(ReportLine),
      heads: z.array(ExportedHead),
    }),
    z.strictObject({
      kind: z.literal('manifest'),
      chains: z.array(z.strictObject({ chain: z.string(), sequence: z.int(), digest: Digest })),
      events: z.int(),
      reports: z.int(),
    }),
  ])
  .meta({ id: 'ExportLine', description: "One line of the export of a programme's whole history" });
export type ExportLine = z.infer<typeof ExportLine>;
export type ExportLineOf<K extends ExportLine['kind']> = Extract<ExportLine, { kind: K }>;
