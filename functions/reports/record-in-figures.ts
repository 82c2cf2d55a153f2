import type { FigureOfReport } from '#domain/report/figures/figure.ts';
import { type Row, rowsOfContent, rowsOfLine } from '#domain/report/figures/rows-of-figure.ts';
import type { ReportLine } from '#schemas/report.ts';
import type { FigureRow } from '#schemas/report-figures.ts';
import { readLineChunks } from '#store/reports/report-lines.ts';
import type { ReadsTable } from '../http/call.ts';
import { type AskedFigures, partsIn, withAddress } from './figures-of-report.ts';
import { chunkInView } from './report-view.ts';

/** A record, of a review or, where that is null, of the programme itself. */
interface AskedRecord {
  readonly review: string | null;
  readonly register: string;
  readonly entry: string;
}

const isOf = (record: AskedRecord, row: Pick<Row, 'review' | 'register' | 'entry'>): boolean =>
  row.review === record.review && row.register === record.register && row.entry === record.entry;

/** The line of a review; chunks that do not name it are not parsed. */
const lineOf = async (deps: ReadsTable, asked: AskedFigures, review: string): Promise<ReportLine | undefined> => {
  const named = `"review":${JSON.stringify(review)}`;
  for await (const chunk of readLineChunks(deps.table, asked.programmeRef, asked.stored)) {
    if (!chunk.json.includes(named)) continue;
    const line = chunkInView(chunk, asked.shown).find((one) => one.review === review);
    if (line !== undefined) return line;
  }
  return undefined;
};

/** The figures of a report that a record is in, each with what it gives or why it gives nothing: none of a record that the report does not know. */
export const figuresOfRecord = async (
  deps: ReadsTable,
  asked: AskedFigures,
  figures: readonly FigureOfReport[],
  { record, addresses }: { readonly record: AskedRecord; readonly addresses: boolean },
): Promise<readonly { readonly figure: FigureOfReport; readonly row: FigureRow }[]> => {
  const line = record.review === null ? undefined : await lineOf(deps, asked, record.review);
  const within = line === undefined ? new Map<string, string>() : await partsIn(deps, asked);
  const { programme } = asked.programmeRef;
  return figures.flatMap((figure) => {
    const rows = [
      ...rowsOfContent(asked.content, figure),
      ...(line === undefined || figure.rows !== undefined ? [] : rowsOfLine(line, figure, within)),
    ];
    const row = rows.find((one) => isOf(record, one));
    return row === undefined ? [] : [{ figure, row: withAddress(programme, row, addresses) }];
  });
};
