import type { Table } from '../table/client.ts';
import { type Item, itemKey, readItem } from '../table/items.ts';
import { boardSettingKey, type ProgrammePlace } from '../table/keys.ts';

/*
 * Whether a programme's board may read what is exempt: a copy of the programme's setting that stands among what is
 * published, which is all that the board's function may read. Where there is none, it may not.
 */

export const boardSettingItem = (place: ProgrammePlace, mayRead: boolean): Item => ({
  ...itemKey(boardSettingKey(place)),
  readsExempt: { BOOL: mayRead },
});

/** A24: may the board of this programme read what is exempt? */
export const boardReadsExempt = async (table: Table, place: ProgrammePlace): Promise<boolean> =>
  (await readItem(table, boardSettingKey(place)))?.readsExempt?.BOOL === true;
