import type { Table } from '../table/client.ts';
import type { Item } from '../table/items.ts';
import type { ProgrammeRef } from '../table/keys.ts';
import { type Intent, putIfStill, putIfStillAndMarked } from '../table/transaction.ts';
import { recordItem, type StoredRecord } from './records.ts';

/*
 * A programme's first review and a change of its settings exclude each other, for the review stands on the stages of
 * those very settings. The first review marks the settings' item, on the version it read; a change of the settings is
 * written only where the mark is still as it was read, and keeps it.
 */

const mark = 'opened';

/** Whether a review of the programme was opened before, by the item of its settings. */
export const isOpened = (settings: Item | undefined): boolean => settings?.[mark]?.BOOL === true;

const marked = (item: Item): Item => ({ ...item, [mark]: { BOOL: true } });

/** Written with the first review: the settings as they are, marked. */
export const firstOpened = (table: Table, programmeRef: ProgrammeRef, settings: StoredRecord): Intent<'item'> => ({
  name: 'item',
  item: putIfStill(table, marked(recordItem({ ...programmeRef, review: null }, settings)), 'version', settings.version),
});

/** A change of the settings on the version and the mark that were read. */
export const putSettings = (
  table: Table,
  programmeRef: ProgrammeRef,
  settings: StoredRecord,
  { version, opened }: { readonly version: number; readonly opened: boolean },
): Intent<'record'>['item'] => {
  const item = recordItem({ ...programmeRef, review: null }, settings);
  return putIfStillAndMarked(table, opened ? marked(item) : item, { version, mark, isThere: opened });
};
