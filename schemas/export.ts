import * as z from 'zod';
import { ReportMonth } from '#language/time.ts';
import { PublicView } from './exemption.ts';
import { HistoryEvent } from './history.ts';
import { Id, KnownSubject, keptWords } from './ids.ts';
import { Publication, ReportContent, ReportLine } from './report.ts';
import { Digest, Salts } from './salts.ts';

/*
 * The export of a programme's whole history: JSON Lines, in this order. One `export` line; every event of the
 * programme's own chain, then of each review's chain in order of review, each in order of sequence from 1; every
 * published revision in order of month and revision, long lists of lines ahead of it in `report-lines`; a `manifest`.
 * In the public view events and reports hold a sentence in place of each withheld text, and its commitment among `salts`.
 */

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
  reason: keptWords.nullable(),
  publicView: PublicView.optional(),
  /** The draft that was read and published: by its digest, with who made it and who published it. */
  draft: z.strictObject({ digest: Digest, madeBy: KnownSubject, publishedBy: KnownSubject }).optional(),
});
export type SealedReport = z.infer<typeof SealedReport>;

export const ExportLine = z
  .discriminatedUnion('kind', [
    z.strictObject({ kind: z.literal('export'), format: z.literal(3), programme: Id }),
    z.strictObject({ kind: z.literal('event'), event: HistoryEvent }),
    z.strictObject({
      kind: z.literal('report-lines'),
      month: ReportMonth,
      revision: z.int(),
      lines: z.array(ReportLine).min(1),
      salts: Salts,
    }),
    z.strictObject({
      kind: z.literal('report'),
      content: ReportContent,
      publication: z.strictObject(Publication.shape),
      lines: z.array(ReportLine),
      /** Of the texts of `lines`, then of `content`. */
      salts: Salts,
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
