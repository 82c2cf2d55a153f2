import { countedRatings } from '#domain/report/last-ratings.ts';
import {
  type FactsByChain,
  type PlacedLine,
  type ReportSetting,
  reportedReviews,
} from '#domain/report/report-setting.ts';
import type { LocalDate } from '#language/time.ts';
import type { Programme } from '#schemas/programme.ts';
import type { FactsHeld, ReportContent, ReportLine } from '#schemas/report.ts';
import { readLineChunks } from '#store/reports/report-lines.ts';
import { readReport, withEveryRow } from '#store/reports/reports.ts';
import type { ProgrammeRef } from '#store/table/keys.ts';
import type { ReadsTable } from '../http/call.ts';

/** What changes, direction of travel and flow are measured from, with the facts that it holds; undefined: it kept none. */
export type PreviousReport = NonNullable<ReportSetting['previous']> & { readonly facts: FactsByChain | undefined };

/** What the next report needs of the lines of one, a line at a time: the lines themselves are not kept. */
export class LinesBefore {
  readonly #placed: PlacedLine[] = [];
  readonly #ratings = new Map<string, ReturnType<typeof countedRatings>>();
  readonly #facts = new Map<string, FactsHeld>();

  add(line: ReportLine): void {
    if (line.facts !== undefined) this.#facts.set(line.review, line.facts);
    const { review, counted, parent, lifecycle, tier, stage, portfolio, portfolioId } = line;
    this.#placed.push({ review, counted, parent, lifecycle, tier, stage, portfolio, portfolioId });
    if (counted) this.#ratings.set(review, countedRatings(line));
  }

  /** `day`: at whose end it is, where it is no published report. */
  close(
    { content, contentDigest, day }: { content: ReportContent; contentDigest: string; day?: LocalDate },
    programme: Programme,
  ): PreviousReport {
    const { facts } = content;
    return {
      content,
      contentDigest,
      day,
      ...reportedReviews(this.#placed, programme),
      ratings: this.#ratings,
      facts: facts === undefined ? undefined : new Map([['', facts], ...this.#facts]),
    };
  }
}

/** The published report of a month as the one before; null where none is named. */
export const previousReport = async (
  deps: ReadsTable,
  programmeRef: ProgrammeRef,
  before: { month: string; revision: number } | undefined,
  programme: Programme,
): Promise<PreviousReport | null> => {
  if (before === undefined) return null;
  const stored = await readReport(deps.table, programmeRef, before);
  if (stored === undefined)
    throw new Error(`the report of ${before.month} is on the record but not among the published ones`);
  const { content, publication } = (await withEveryRow(deps.table, programmeRef, stored)).report();
  const lines = new LinesBefore();
  for await (const chunk of readLineChunks(deps.table, programmeRef, stored))
    for (const line of chunk.lines()) lines.add(line);
  return lines.close({ content, contentDigest: publication.contentDigest }, programme);
};
