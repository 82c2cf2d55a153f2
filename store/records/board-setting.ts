import type { Table } from '../table/client.ts';
import { type Item, itemKey, readItem } from '../table/items.ts';
import { boardSettingKey, type ProgrammeRef } from '../table/keys.ts';

/*
 * Whether a programme's board may read what is exempt: a copy of the programme's setting that is among what is
 * published, which is all that the board's function may read. Where there is none, it may not.
 */

export const boardSettingItem = (programmeRef: ProgrammeRef, mayRead: boolean): Item => ({
  ...itemKey(boardSettingKey(programmeRef)),
  readsExempt: { BOOL: mayRead },
});

/** A24: may the board of this programme read what is exempt? */
export const boardReadsExempt = async (table: Table, programmeRef: ProgrammeRef): Promise<boolean> =>
  (await readItem(table, boardSettingKey(programmeRef)))?.readsExempt?.BOOL === true;
