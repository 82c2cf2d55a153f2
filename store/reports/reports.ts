import * as z from 'zod';
import { type Instant, monthOf, type ReportMonth } from '#language/time.ts';
import { Report, ReportContent } from '#schemas/report.ts';
import { everyRow, withRowsAtMost } from '#schemas/row-lists.ts';
import type { Table } from '../table/client.ts';
import {
  type Item,
  itemBytes,
  itemKey,
  number,
  numberOf,
  packed,
  queryAll,
  queryListPage,
  queryPages,
  type Range,
  readItem,
  textOf,
  unpack,
  unpackPieces,
} from '../table/items.ts';
import {
  headsKey,
  headsOf,
  type ProgrammeRef,
  summariesBefore,
  summariesOf,
  summariesOfMonth,
  summaryKey,
  wholeOf,
} from '../table/keys.ts';
import { type Intent, putNew } from '../table/transaction.ts';
import { type StoredReport, storedReport, summaryItem, wholeItems, withPieces } from './stored-report.ts';

/*
 * Published reports. Lines, heads and what the summary has no room for are written first; the summary, in the transaction
 * that publishes, makes them visible: a report is whole or not there. Nothing here is computed at a pull.
 */

const Heads = z.array(z.tuple([z.string(), z.int(), z.string()]));
/** Review, sequence and digest of its chain's head, in order of review. */
export type Head = z.infer<typeof Heads>[number];

const readUnitBytes = 4096;
/** What a pull of a summary may cost, at any size of the programme (ADR 0010). */
const mostSummaryBytes = 2 * readUnitBytes;
/** However well it packs: what a pull parses, writes and sends. A county's month, every row, has some 60,000. */
const mostSummaryJson = 65_536;
/** Every row, or else the first ten of each list and fewer: a summary of ten thousand reviews is read as quickly as one of ten. */
const rowsTried = [everyRow, 10, 7, 5, 3, 2, 1, 0] as const;

const withRows = (report: Report, rowsAtMost: number): Report => ({
  ...report,
  content: withRowsAtMost(report.content, rowsAtMost),
  rowsAtMost,
});

export interface PackedReport {
  /** The report with every row where two read units have room for them, else with the first of each list. */
  readonly summary: Item;
  /** The whole content, where the summary has no room for it: to be written before the summary is published. */
  readonly whole: readonly Item[];
}

/** @throws where the report does not fit its schema: what is stored is handed on as it stands. */
export const packReport = (programmeRef: ProgrammeRef, made: Omit<Report, 'rowsAtMost'>): PackedReport => {
  const report = Report.parse({ ...made, rowsAtMost: everyRow });
  for (const rows of rowsTried) {
    const shortened = withRows(report, rows);
    if (rows > 0 && JSON.stringify(shortened).length > mostSummaryJson) continue;
    // Packed more tightly, what takes one read unit would still take one.
    const quick = summaryItem(programmeRef, shortened, 'quickly');
    const summary = itemBytes(quick) <= readUnitBytes ? quick : summaryItem(programmeRef, shortened, 'as can be');
    if (rows > 0 && itemBytes(summary) > mostSummaryBytes) continue;
    if (rows === everyRow) return { summary, whole: [] };
    Report.parse(shortened);
    return { summary, whole: wholeItems(programmeRef, report) };
  }
  throw new Error('a report without rows is always packed');
};

export const publishSummary = (table: Table, { summary }: PackedReport): Intent<'item'> => ({
  name: 'item',
  item: putNew(table, summary),
});

/** A23: a report with every row that was published, where its summary had room for some alone; to be handed on. */
export const storedWithEveryRow = async (
  table: Table,
  programmeRef: ProgrammeRef,
  stored: StoredReport,
): Promise<StoredReport> => {
  if (stored.hasEveryRow) return stored;
  const { month, revision } = stored.content;
  return withPieces(stored, await queryAll(table, wholeOf(programmeRef, month, revision)));
};

/** A23: the same, to be worked with. */
export const withEveryRow = async (table: Table, programmeRef: ProgrammeRef, report: Report): Promise<Report> => {
  if (report.rowsAtMost >= everyRow) return report;
  const { month, revision } = report.content;
  const content = unpackPieces(await queryAll(table, wholeOf(programmeRef, month, revision)), ReportContent);
  if (content === undefined) throw new Error(`the whole of the report of ${month} is missing`);
  return { ...report, content, rowsAtMost: everyRow };
};

const publishedBy = (item: Item, by: Instant | undefined): boolean =>
  by === undefined || textOf(item, 'publishedAt') <= by;

const summariesAmong = (programmeRef: ProgrammeRef, month: ReportMonth | 'latest', by: Instant | undefined): Range => {
  if (month !== 'latest') return summariesOfMonth(programmeRef, month);
  // No month is published before it has ended.
  return by === undefined ? summariesOf(programmeRef) : summariesBefore(programmeRef, monthOf(by));
};

/** A16: the latest revision of a month, or the latest report of all; with an instant, of those published by then. */
export const readStoredReport = async (
  table: Table,
  programmeRef: ProgrammeRef,
  month: ReportMonth | 'latest',
  by?: Instant,
): Promise<StoredReport | undefined> => {
  const range = summariesAmong(programmeRef, month, by);
  for await (const items of queryPages(table, range, { backwards: true, limit: 1 }))
    for (const item of items) if (publishedBy(item, by)) return storedReport(item);
  return undefined;
};

/** A17: one revision of a month, to be handed on. */
export const readStoredRevision = async (
  table: Table,
  programmeRef: ProgrammeRef,
  month: ReportMonth,
  revision: number,
): Promise<StoredReport | undefined> => {
  const item = await readItem(table, summaryKey(programmeRef, month, revision));
  return item === undefined ? undefined : storedReport(item);
};

/** A17: one revision of a month, to be worked with. */
export const readRevision = async (
  table: Table,
  programmeRef: ProgrammeRef,
  month: ReportMonth,
  revision: number,
): Promise<Report | undefined> => {
  const item = await readItem(table, summaryKey(programmeRef, month, revision));
  return item === undefined ? undefined : unpack(item, Report);
};

/** A18: a page of what is published, or was by an instant, latest first; every revision of a month has its row. */
export const readReportList = async (
  table: Table,
  programmeRef: ProgrammeRef,
  options: { limit: number; after: string | undefined; by: Instant | undefined },
) => {
  const rows: Item[] = [];
  let next = options.after;
  do {
    const limit = options.limit - rows.length;
    const page = await queryListPage(table, summariesOf(programmeRef), { backwards: true, limit, afterPart: next });
    rows.push(...page.items.filter((item) => publishedBy(item, options.by)));
    next = page.next;
  } while (next !== undefined && rows.length < options.limit);
  return {
    items: rows.map((item) => {
      const [, month, revision] = textOf(item, 'sk').split('#');
      return {
        month: month ?? '',
        revision: Number(revision),
        contentDigest: textOf(item, 'contentDigest'),
        publishedAt: textOf(item, 'publishedAt'),
        reason: item.revisionReason?.S ?? null,
      };
    }),
    next,
  };
};

// The heads that a report is made from are fixed once, chunk by chunk: the first writer wins, a re-run takes them.

export const headsItem = (
  programmeRef: ProgrammeRef,
  month: ReportMonth,
  revision: number,
  chunk: number,
  heads: readonly Head[],
  last: boolean,
): Item => ({
  ...itemKey(headsKey(programmeRef, month, revision, chunk)),
  ...(last ? { last: number(1) } : {}),
  body: packed(heads),
});

export interface FixedReportHeads {
  readonly heads: readonly Head[];
  readonly chunks: number;
  /** Whether every review's head is among them. */
  readonly complete: boolean;
}

/** A20: the heads that were fixed for a report. */
export const readHeads = async (
  table: Table,
  programmeRef: ProgrammeRef,
  month: ReportMonth,
  revision: number,
): Promise<FixedReportHeads> => {
  const items = await queryAll(table, headsOf(programmeRef, month, revision));
  return {
    heads: items.flatMap((item) => unpack(item, Heads)),
    chunks: items.length,
    complete: items.some((item) => item.last !== undefined && numberOf(item, 'last') === 1),
  };
};

/** A22: everything that is published, in order of month and revision. */
export async function* readPublished(table: Table, programmeRef: ProgrammeRef): AsyncGenerator<Report> {
  for await (const items of queryPages(table, summariesOf(programmeRef)))
    for (const item of items) yield unpack(item, Report);
}
