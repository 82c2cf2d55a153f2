import type { Instant } from '#language/time.ts';
import { ComparedInViews, KeptComparison } from '#schemas/days-comparison.ts';
import type { TwoDays } from '#schemas/two-days.ts';
import { gzippedPieces, jsonBody, readBody, readPieces } from '../table/body.ts';
import type { Table } from '../table/client.ts';
import { itemKey, queryAll, readItem } from '../table/items.ts';
import { comparisonKey, draftPieceKey, draftPiecesOf, type ProgrammeRef } from '../table/keys.ts';
import { putItem } from '../table/put-item.ts';
import { goneAfter } from './drafts.ts';

/*
 * Comparisons of two days: one of each two is kept, as long as a draft is and beside drafts, so that whatever forgets these forgets it as well. The
 * comparison names its pieces last, so that it is whole or not there.
 */

/** Keeps a comparison in the place of the one before of the same days. */
export const keepComparison = async (
  table: Table,
  programmeRef: ProgrammeRef,
  kept: KeptComparison,
  compared: ComparedInViews,
): Promise<void> => {
  const gone = goneAfter(kept.keptUntil);
  for (const [n, body] of gzippedPieces(compared).entries())
    await putItem(table, { ...itemKey(draftPieceKey(programmeRef, kept.pieces, n)), ...gone, body });
  await putItem(table, { ...itemKey(comparisonKey(programmeRef, kept)), ...gone, body: jsonBody(kept) });
};

/** A38: the comparison of two days that is kept; time to live is late, so one whose time is over counts as none. */
export const readKeptComparison = async (
  table: Table,
  programmeRef: ProgrammeRef,
  days: TwoDays,
  now: Instant,
): Promise<KeptComparison | undefined> => {
  const item = await readItem(table, comparisonKey(programmeRef, days));
  if (item?.body === undefined) return undefined;
  const kept = readBody(item, KeptComparison);
  return kept.keptUntil > now ? kept : undefined;
};

/** A38: what a comparison says; undefined: it was forgotten meanwhile. */
export const readCompared = async (
  table: Table,
  programmeRef: ProgrammeRef,
  { pieces: name }: Pick<KeptComparison, 'pieces'>,
): Promise<ComparedInViews | undefined> => {
  const pieces = await queryAll(table, draftPiecesOf(programmeRef, name));
  return readPieces(
    pieces.filter(({ body }) => body !== undefined),
    ComparedInViews,
  );
};
