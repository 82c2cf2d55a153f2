import * as z from 'zod';
import { type Instant, monthOf, type ReportMonth } from '#language/time.ts';
import { Report } from '#schemas/report.ts';
import { everyRow, withRowsAtMost } from '#schemas/row-lists.ts';
import { jsonBody, readBody } from '../table/body.ts';
import type { Table } from '../table/client.ts';
import {
  type Item,
  itemBytes,
  itemKey,
  number,
  numberOf,
  queryAll,
  queryListPage,
  queryPages,
  type Range,
  readItem,
  sortKeyOf,
  text,
  textOf,
} from '../table/items.ts';
import {
  attemptOfHeads,
  headsKey,
  headsOf,
  type ProgrammeRef,
  summariesBefore,
  summariesOf,
  summariesOfMonth,
  summaryKey,
  wholeOf,
} from '../table/keys.ts';
import { putItem } from '../table/put-item.ts';
import { type Intent, putNew } from '../table/transaction.ts';
import {
  reportAsStored,
  type StoredReport,
  storedReport,
  summaryItem,
  wholeItems,
  withPieces,
} from './stored-report.ts';

/*
 * Published reports. Lines, heads and what the summary has no room for are written first; the summary, in the transaction
 * that publishes, makes them visible: a report is whole or not there. Nothing here is computed at a pull.
 */

const Heads = z.array(z.tuple([z.string(), z.int(), z.string()]));
/** Review, sequence and digest of its chain's head, in order of review. */
export type Head = z.infer<typeof Heads>[number];

/** What a pull of a summary may cost, at any size of the programme (ADR 0010). */
const mostSummaryBytes = 2 * 4_096;
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

/** @throws where the report does not fit its schema: what is stored is handed on as it is. */
export const packReport = (
  programmeRef: ProgrammeRef,
  made: Omit<Report, 'rowsAtMost'>,
  secret: string,
): PackedReport => {
  const report = Report.parse({ ...made, rowsAtMost: everyRow });
  for (const rows of rowsTried) {
    const shortened = withRows(report, rows);
    if (rows > 0 && JSON.stringify(shortened).length > mostSummaryJson) continue;
    const summary = summaryItem(programmeRef, shortened, { secret: text(secret) });
    if (rows > 0 && itemBytes(summary) > mostSummaryBytes) continue;
    if (rows === everyRow) return { summary, whole: [] };
    Report.parse(shortened);
    return { summary, whole: wholeItems(programmeRef, report) };
  }
  throw new Error('a report without rows is always packed');
};

/** Stores what the summary has no room for, before it is published. */
export const storeWhole = async (table: Table, { whole }: PackedReport): Promise<void> => {
  await Promise.all(whole.map((item) => putItem(table, item)));
};

export const publishSummary = (table: Table, { summary }: PackedReport): Intent<'item'> => ({
  name: 'item',
  item: putNew(table, summary),
});

/** A23: a report with every row that was published, where its summary had room for some alone. */
export const withEveryRow = async (
  table: Table,
  programmeRef: ProgrammeRef,
  stored: StoredReport,
): Promise<StoredReport> => {
  if (stored.hasEveryRow) return stored;
  const { month, revision } = stored.content;
  return withPieces(stored, await queryAll(table, wholeOf(programmeRef, month, revision)));
};

const publishedBy = (item: Item, by: Instant | undefined): boolean =>
  by === undefined || textOf(item, 'publishedAt') <= by;

const summariesAmong = (programmeRef: ProgrammeRef, month: ReportMonth | 'latest', by: Instant | undefined): Range => {
  if (month !== 'latest') return summariesOfMonth(programmeRef, month);
  // No month is published before it has ended.
  return by === undefined ? summariesOf(programmeRef) : summariesBefore(programmeRef, monthOf(by));
};

/** Which report of a programme: a revision of a month, else the latest one of the month or of all. */
export interface ReportAsked {
  readonly month: ReportMonth | 'latest';
  readonly revision?: number | undefined;
  /** Of those published by then. */
  readonly by?: Instant | undefined;
}

/** A16 and A17: a published report; undefined: there is none, or was none by then. */
export const readReport = async (
  table: Table,
  programmeRef: ProgrammeRef,
  { month, revision, by }: ReportAsked,
): Promise<StoredReport | undefined> => {
  if (month !== 'latest' && revision !== undefined) {
    const item = await readItem(table, summaryKey(programmeRef, month, revision));
    return item === undefined || !publishedBy(item, by) ? undefined : storedReport(item);
  }
  const range = summariesAmong(programmeRef, month, by);
  for await (const items of queryPages(table, range, { backwards: true, limit: 1 }))
    for (const item of items) if (publishedBy(item, by)) return storedReport(item);
  return undefined;
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

// The heads that a report is made from are fixed once for each try, chunk by chunk: the first writer wins, a re-run takes them.

/** A report that is made: which, and at which try. */
export interface ReportInMaking {
  readonly month: ReportMonth;
  readonly revision: number;
  readonly attempt: number;
}

export const headsItem = (
  programmeRef: ProgrammeRef,
  report: ReportInMaking,
  chunk: number,
  heads: readonly Head[],
  last: boolean,
): Item => ({
  ...itemKey(headsKey(programmeRef, report, chunk)),
  ...(last ? { last: number(1) } : {}),
  body: jsonBody(heads),
});

export interface FixedReportHeads {
  readonly heads: readonly Head[];
  readonly chunks: number;
  /** Whether every review's head is among them. */
  readonly complete: boolean;
}

/**
 * A20: the heads that were fixed for a report at one of its tries; by default at the last, and so those that it was published
 * from: after that there is none.
 */
export const readHeads = async (
  table: Table,
  programmeRef: ProgrammeRef,
  { month, revision, attempt }: { readonly month: ReportMonth; readonly revision: number; readonly attempt?: number },
): Promise<FixedReportHeads> => {
  const all = await queryAll(table, headsOf(programmeRef, month, revision));
  const asked = attempt ?? Math.max(...all.map((item) => attemptOfHeads(sortKeyOf(item))));
  const items = all.filter((item) => attemptOfHeads(sortKeyOf(item)) === asked);
  return {
    heads: items.flatMap((item) => readBody(item, Heads)),
    chunks: items.length,
    complete: items.some((item) => item.last !== undefined && numberOf(item, 'last') === 1),
  };
};

/** A22: everything that is published, in order of month and revision, as it is stored: nothing of it is checked by its digest. */
export async function* readPublished(table: Table, programmeRef: ProgrammeRef): AsyncGenerator<StoredReport> {
  for await (const items of queryPages(table, summariesOf(programmeRef)))
    for (const item of items) yield reportAsStored(item);
}
