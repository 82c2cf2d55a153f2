import { createHash } from 'node:crypto';
import * as z from 'zod';
import type { ReportMonth } from '#language/time.ts';
import { ReportLine } from '#schemas/report.ts';
import { redactionsOf } from '../redaction/redacted-by.ts';
import { bodyText, gzippedBody } from '../table/body.ts';
import type { Table } from '../table/client.ts';
import {
  type Item,
  itemKey,
  keyOf,
  number,
  numberOf,
  queryPage,
  sortKeyOf,
  text,
  UnreadableItem,
} from '../table/items.ts';
import { linesKey, type ProgrammeRef } from '../table/keys.ts';
import { putItem } from '../table/put-item.ts';
import type { StoredReport } from './stored-report.ts';

/*
 * The lines of a published report, in chunks that never change. Each is let through by its schema once, when it is
 * written, and says so: `validatedAs` is the shape of the schema that did and a digest of what it let through. Where
 * both still hold, the chunk is handed on as it is; a chunk of another shape goes through the schema again, and
 * one whose bytes are others cannot be read (ADR 0019).
 */

/** A chunk has at most so many lines, and no more of their JSON than one item holds however it packs. */
export const linesPerChunk = 100;
export const mostChunkBytes = 350_000;

/** Counts the shapes that a line has had: one more with each change of its schema, which a test holds it to. */
export const lineShape = 2;

const Lines = z.array(ReportLine);

/** A chunk of a report's lines as it is stored, withheld text with its marks. */
export interface LineChunk {
  /** The number of its first line, counted from 0. */
  readonly first: number;
  readonly count: number;
  /** The lines as a JSON array. */
  readonly json: string;
  readonly lines: () => readonly ReportLine[];
  /** Whether words were taken out of them since they were published. */
  readonly isRedacted: boolean;
}

/** No chunk begins with the line that one was looked for at. */
export class LinesMissing extends Error {
  readonly first: number;
  constructor(month: ReportMonth, first: number) {
    super(`the lines of the report of ${month} from line ${first} on are missing`);
    this.name = 'LinesMissing';
    this.first = first;
  }
}

const validatedAs = (count: number, body: Item[string]): string =>
  `${lineShape}:${createHash('sha256')
    .update(`${count}\n`)
    .update(body.B ?? body.S ?? '')
    .digest('hex')}`;

/** A chunk to be stored. @throws where the lines do not fit their schema */
export const linesItem = (
  programmeRef: ProgrammeRef,
  month: ReportMonth,
  revision: number,
  first: number,
  lines: readonly ReportLine[],
): Item => {
  const fitting = Lines.parse(lines);
  const body = gzippedBody(fitting);
  return {
    ...itemKey(linesKey(programmeRef, month, revision, first)),
    lineCount: number(fitting.length),
    validatedAs: text(validatedAs(fitting.length, body)),
    body,
  };
};

/** Stores a chunk of a report's lines; `first` is the number of its first, counted from 0. */
export const storeLines = (
  table: Table,
  programmeRef: ProgrammeRef,
  { month, revision }: { readonly month: ReportMonth; readonly revision: number },
  first: number,
  lines: readonly ReportLine[],
): Promise<void> => putItem(table, linesItem(programmeRef, month, revision, first, lines));

const parsedLines = (item: Item, json: string): readonly ReportLine[] => {
  try {
    return Lines.parse(JSON.parse(json));
  } catch (error) {
    throw new UnreadableItem(keyOf(item), error instanceof Error ? error.message : 'its lines are none');
  }
};

const chunkFrom = (item: Item, first: number): LineChunk => {
  const validated = item.validatedAs?.S;
  const json = bodyText(item);
  const isRedacted = redactionsOf(item).length > 0;
  if (validated === undefined || !validated.startsWith(`${lineShape}:`)) {
    const lines = parsedLines(item, json);
    return { first, count: lines.length, json: JSON.stringify(lines), lines: () => lines, isRedacted };
  }
  const count = numberOf(item, 'lineCount');
  if (item.body === undefined || validated !== validatedAs(count, item.body))
    throw new UnreadableItem(keyOf(item), 'its lines are not those that were written');
  return { first, count, json, lines: () => JSON.parse(json), isRedacted };
};

/**
 * A19: the lines of a report from one that begins a chunk on, chunk by chunk, up to `until` (not with it), in as few
 * reads as they take. `firstAlone` reads the first chunk by itself, for who may need no more.
 */
export async function* readLineChunks(
  table: Table,
  programmeRef: ProgrammeRef,
  { content: { month, revision, lines: count } }: Pick<StoredReport, 'content'>,
  options: { readonly from?: number; readonly until?: number; readonly firstAlone?: true } = {},
): AsyncGenerator<LineChunk> {
  const from = options.from ?? 0;
  const until = Math.min(options.until ?? count, count);
  if (from >= until) return;
  const keyOfChunk = (first: number) => linesKey(programmeRef, month, revision, first);
  const range = { pk: keyOfChunk(from).pk, from: keyOfChunk(from).sk, to: keyOfChunk(until - 1).sk };
  let first = from;
  let after: string | undefined;
  do {
    const page: Awaited<ReturnType<typeof queryPage>> = await queryPage(table, range, {
      after,
      ...(first === from && options.firstAlone === true ? { limit: 1 } : {}),
    });
    for (const item of page.items) {
      // Written by a try that failed, whose chunks ended elsewhere: the lines are those of the chunks that follow each other.
      if (sortKeyOf(item) < keyOfChunk(first).sk) continue;
      if (sortKeyOf(item) !== keyOfChunk(first).sk) throw new LinesMissing(month, first);
      const chunk = chunkFrom(item, first);
      yield chunk;
      first += chunk.count;
    }
    after = page.next;
  } while (after !== undefined);
  if (first < until) throw new LinesMissing(month, first);
}
