import * as z from 'zod';
import type { Instant, ReportMonth } from '#language/time.ts';
import { KeptDraft } from '#schemas/kept-draft.ts';
import { ReportContent, ReportLine } from '#schemas/report.ts';
import { gzippedBody, gzippedPieces, jsonBody, readBody, readPieces } from '../table/body.ts';
import type { Table } from '../table/client.ts';
import { type Item, itemKey, keyOf, number, queryAll, queryPages, readItem, sortKeyOf } from '../table/items.ts';
import {
  draftKey,
  draftLinesKey,
  draftLinesOf,
  draftPieceKey,
  draftPiecesOf,
  everyDraftOf,
  type ProgrammeRef,
} from '../table/keys.ts';
import { putItem } from '../table/put-item.ts';
import { table as shape } from '../table/table-definition.ts';

/*
 * Drafts of reports: one a month is kept, for some days, in the programme's partition, where the board's grant does not reach. What it
 * says stands in pieces under the run that made it, and as many of its lines as a file of it has room for; the draft names the run last, so that
 * it is whole or not there.
 */

const daysKept = 14;

/** No further chunk of lines is kept with a draft that has so many bytes of their JSON: a file has no more room. */
const mostLineBytes = 1024 * 1024;

/** Until when a draft that is made now is kept. */
export const keptUntil = (now: Instant): Instant => new Date(Date.parse(now) + daysKept * 86_400_000).toISOString();

/** When time to live may take it. */
export const goneAfter = (until: Instant): Item => ({
  [shape.timeToLive]: number(Math.ceil(Date.parse(until) / 1000)),
});

/** Keeps a draft in the place of the one before. */
export const keepDraft = async (
  table: Table,
  programmeRef: ProgrammeRef,
  kept: KeptDraft,
  content: ReportContent,
): Promise<void> => {
  const gone = goneAfter(kept.keptUntil);
  for (const [n, body] of gzippedPieces(content).entries())
    await putItem(table, { ...itemKey(draftPieceKey(programmeRef, kept.run, n)), ...gone, body });
  await putItem(table, { ...itemKey(draftKey(programmeRef, kept.month)), ...gone, body: jsonBody(kept) });
};

/** Keeps the first lines of the draft that a run makes, chunk by chunk. */
export class DraftLines {
  readonly #table: Table;
  readonly #programmeRef: ProgrammeRef;
  readonly #of: Pick<KeptDraft, 'run' | 'keptUntil'>;
  #bytes = 0;
  /** How many are kept. */
  count = 0;

  constructor(table: Table, programmeRef: ProgrammeRef, of: Pick<KeptDraft, 'run' | 'keptUntil'>) {
    this.#table = table;
    this.#programmeRef = programmeRef;
    this.#of = of;
  }

  async keep(lines: readonly ReportLine[]): Promise<void> {
    if (this.#bytes > mostLineBytes) return;
    const { run, keptUntil } = this.#of;
    const key = draftLinesKey(this.#programmeRef, run, this.count);
    await putItem(this.#table, { ...itemKey(key), ...goneAfter(keptUntil), body: gzippedBody(lines) });
    this.#bytes += Buffer.byteLength(JSON.stringify(lines));
    this.count += lines.length;
  }
}

/** A38: the draft of a month that is kept; time to live is late, so one whose time is over counts as none. */
export const readKeptDraft = async (
  table: Table,
  programmeRef: ProgrammeRef,
  month: ReportMonth,
  now: Instant,
): Promise<KeptDraft | undefined> => {
  const item = await readItem(table, draftKey(programmeRef, month));
  if (item?.body === undefined) return undefined;
  const kept = readBody(item, KeptDraft);
  return kept.keptUntil > now ? kept : undefined;
};

/** A38: what a draft says, withheld text with its marks; undefined: it was made again or forgotten meanwhile. */
export const readDrafted = async (
  table: Table,
  programmeRef: ProgrammeRef,
  { run }: Pick<KeptDraft, 'run'>,
): Promise<ReportContent | undefined> => {
  const pieces = await queryAll(table, draftPiecesOf(programmeRef, run));
  return readPieces(
    pieces.filter(({ body }) => body !== undefined),
    ReportContent,
  );
};

const Lines = z.array(ReportLine);

/** A38: the lines that are kept with a draft, withheld text with its marks. */
export const readDraftLines = async (
  table: Table,
  programmeRef: ProgrammeRef,
  { run, lines: count = 0 }: Pick<KeptDraft, 'run' | 'lines'>,
): Promise<readonly ReportLine[]> => {
  const lines: ReportLine[] = [];
  if (count === 0) return lines;
  for (const item of await queryAll(table, draftLinesOf(programmeRef, run))) {
    // Written by a try that failed, whose chunks ended elsewhere: the lines are those of the chunks that follow each other.
    const follows = sortKeyOf(item) === draftLinesKey(programmeRef, run, lines.length).sk;
    if (follows && lines.length < count && item.body !== undefined) lines.push(...readBody(item, Lines));
  }
  return lines;
};

/** A31: leaves nothing of any draft of the programme: what is taken out of the record may stand in each. */
export const forgetDrafts = async (table: Table, programmeRef: ProgrammeRef): Promise<void> => {
  for await (const items of queryPages(table, everyDraftOf(programmeRef)))
    for (const item of items) await putItem(table, { ...itemKey(keyOf(item)), [shape.timeToLive]: number(1) });
};
