import type { FigureOfReport } from '#domain/report/figures/figure.ts';
import { inReviewRecord, ofProgrammeItself } from '#domain/report/figures/of-records.ts';
import {
  namedWithin,
  type Row,
  rowsOfContent,
  rowsOfLine,
  within as withinOf,
} from '#domain/report/figures/rows-of-figure.ts';
import { registers } from '#registers/all.ts';
import type { Register } from '#registers/declaration.ts';
import type { Role } from '#schemas/people.ts';
import type { ReportContent, ReportLine } from '#schemas/report.ts';
import type { FigureRow } from '#schemas/report-figures.ts';
import { readLineChunks } from '#store/reports/report-lines.ts';
import type { ReadsTable } from '../http/call.ts';
import { RoomForLines } from '../http/response-size.ts';
import type { AskedReport } from './asked-report.ts';
import type { LinesStart } from './lines-page.ts';
import { chunkInView } from './report-view.ts';

/** A board reads reports: of the records behind them it is shown names and amounts. */
export const readsRegisters = (roles: readonly Role[]): boolean => roles.some((role) => role !== 'board');

/** Where a record is read. */
const addressOf = (programme: string, { review, register, entry }: Row): string | null => {
  const of = review === null ? `/programmes/${programme}` : `/programmes/${programme}/reviews/${review}`;
  if (register === 'review' || register === ofProgrammeItself || register === inReviewRecord) return of;
  const declared = registers.find((one: Register) => one.kind === register);
  return declared === undefined ? null : `${of}/${declared.path}/${entry}`;
};

/** A row with the address of its record, for those who read it. */
export const withAddress = (programme: string, row: Row, addresses: boolean): FigureRow => ({
  ...row,
  record: addresses ? addressOf(programme, row) : null,
});

/** A report whose figure is asked, with every row of its content. */
export interface AskedFigures extends AskedReport {
  readonly content: ReportContent;
}

/** Chunks that one page looks through: a figure of few records is not looked for in the lines of ten thousand reviews at once. */
const mostChunks = 20;

/** Within which reviews others count: as the report names them, or where it keeps some alone, as all its lines say. */
export const partsIn = async (deps: ReadsTable, asked: AskedFigures): Promise<ReadonlyMap<string, string>> => {
  const named = namedWithin(asked.content);
  if (named !== undefined) return named;
  const lines: Pick<ReportLine, 'review' | 'title' | 'counted' | 'parent'>[] = [];
  for await (const chunk of readLineChunks(deps.table, asked.programmeRef, asked.stored))
    for (const { review, title, counted, parent } of chunkInView(chunk, asked.shown))
      lines.push({ review, title, counted, parent });
  return withinOf(lines);
};

export interface RowsPage {
  readonly rows: readonly FigureRow[];
  /** Where the rows go on; undefined: there are no more. */
  readonly next: LinesStart | undefined;
}

/**
 * The rows of a figure from a line on: those in the content first, then line by line, until there are as many as are asked for, one answer has no
 * room for more, or enough lines were looked through.
 * @throws LinesMissing where no chunk begins with that line
 */
export const figureRows = async (
  deps: ReadsTable,
  asked: AskedFigures,
  figure: FigureOfReport,
  { start, limit, addresses }: { readonly start: LinesStart; readonly limit: number; readonly addresses: boolean },
): Promise<RowsPage> => {
  const { programmeRef, stored, shown, content } = asked;
  const room = new RoomForLines();
  const rows: FigureRow[] = [];
  const take = (some: readonly Row[]): boolean => {
    const given = some.map((row) => withAddress(programmeRef.programme, row, addresses));
    if (given.length > 0 && !room.takes(JSON.stringify(given))) return false;
    rows.push(...given);
    return true;
  };
  if (start.chunk === 0 && start.after === 0) take(rowsOfContent(content, figure));
  if (figure.madeOf !== undefined || figure.from !== undefined || figure.rows !== undefined)
    return { rows, next: undefined };
  const within = figure.countsOnce === true ? await partsIn(deps, asked) : new Map<string, string>();
  let chunks = 0;
  for await (const chunk of readLineChunks(deps.table, programmeRef, stored, { from: start.chunk })) {
    if (chunks === mostChunks) return { rows, next: { chunk: chunk.first, after: 0 } };
    chunks += 1;
    const from = chunk.first === start.chunk ? start.after : 0;
    for (const [n, line] of chunkInView(chunk, shown).entries()) {
      if (n < from) continue;
      const here = { chunk: chunk.first, after: n };
      if (rows.length >= limit || !take(rowsOfLine(line, figure, within))) return { rows, next: here };
    }
  }
  return { rows, next: undefined };
};
