import type { Shown } from '#schemas/exemption.ts';
import type { Report, ReportLine } from '#schemas/report.ts';
import { withRowsAtMost } from '#schemas/row-lists.ts';
import { readLineChunks } from '#store/reports/report-lines.ts';
import { withEveryRow } from '#store/reports/reports.ts';
import type { StoredReport } from '#store/reports/stored-report.ts';
import type { ProgrammeRef } from '#store/table/keys.ts';
import type { ReadsTable } from '../http/call.ts';
import { isHandedOn } from '../http/response-size.ts';
import type { ReportFormat } from './report-formats.ts';
import { chunkInView, storedInView } from './report-view.ts';

/** A pull that is to be answered: of what, to whom, as what. */
export interface Pull {
  readonly programmeRef: ProgrammeRef;
  readonly stored: StoredReport;
  readonly shown: Shown;
  readonly type: ReportFormat;
  /** JSON is the summary, unless every row is asked for; every other format is made from every row that was published. */
  readonly everyRow: boolean;
}

/** The lines of a report up to some bytes and a chunk more; the rest is pulled by itself. With none, the first chunk. */
export const chunksFor = async (
  deps: ReadsTable,
  { programmeRef, stored, shown }: Pull,
  mostBytes: number,
): Promise<readonly (readonly ReportLine[])[]> => {
  const chunks: (readonly ReportLine[])[] = [];
  let bytes = 0;
  for await (const chunk of readLineChunks(deps.table, programmeRef, stored, { firstAlone: true })) {
    chunks.push(chunkInView(chunk, shown));
    bytes += Buffer.byteLength(chunk.json);
    if (bytes > mostBytes) break;
  }
  return chunks;
};

/** A report with every row that was published. */
export const wholeOf = async (deps: ReadsTable, { programmeRef, stored, shown }: Pull): Promise<Report> =>
  storedInView(await withEveryRow(deps.table, programmeRef, stored), shown);

/** Rows of each list that are tried where every row has no room in one answer: texts are counted by their bytes, not by their rows. */
const fewerRows = [100, 50, 20, 10, 5, 2, 1, 0] as const;

/** A report in a format, of every row, or of as many of each list as one answer has room for; then it says so. */
export const thatFits = <T extends string | { readonly body: string }>(
  report: Report,
  made: (shortened: Report) => T,
): T => {
  const textOf = (one: T): string => (typeof one === 'string' ? one : one.body);
  let answer = made(report);
  for (const rowsAtMost of fewerRows) {
    if (isHandedOn(textOf(answer))) return answer;
    answer = made({ ...report, content: withRowsAtMost(report.content, rowsAtMost), rowsAtMost });
  }
  return answer;
};
