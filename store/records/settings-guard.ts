import type { Removed } from '#domain/programme.ts';
import type { Table } from '../table/client.ts';
import { type Item, itemKey, number, readByKey, text, textOf } from '../table/items.ts';
import { type ProgrammeRef, settingsVersionKey, settingsVersionKeys, useKey } from '../table/keys.ts';
import { type Intent, onlyWhere, putOver } from '../table/transaction.ts';

/*
 * A change of a review is decided on the programme's settings, and a change of the settings on what reviews use: neither is
 * committed where the other was in between. A change of a review checks that the settings are still of the version that it
 * read; a small item says so, in a few copies, so that two reviews that change at once seldom meet at the same one. Where it takes
 * a word of the settings for the first time it stamps the word; whoever takes the word out checks that the stamp is still
 * the one that was there before the reviews were read. No change of a review writes to the programme's own chain.
 */

/** A change of a review is committed under the settings that it was decided on. No copy is there before the first change of settings. */
export const settingsStill = (
  table: Table,
  programmeRef: ProgrammeRef,
  review: string,
  version: number,
): Intent<'checked'> => ({
  name: 'checked',
  item: onlyWhere(table, itemKey(settingsVersionKey(programmeRef, review)), {
    ConditionExpression: 'attribute_not_exists(#version) OR #version = :version',
    ExpressionAttributeNames: { '#version': 'version' },
    ExpressionAttributeValues: { ':version': number(version) },
  }),
});

/** Written with each change of the settings. */
export const settingsMoved = (table: Table, programmeRef: ProgrammeRef, version: number): readonly Intent<'item'>[] =>
  settingsVersionKeys(programmeRef).map((key) => ({
    name: 'item',
    item: putOver(table, { ...itemKey(key), version: number(version) }),
  }));

/** Written with a change of a review that takes words of the settings for the first time; `stamp` is this change's alone. */
export const wordsTaken = (
  table: Table,
  programmeRef: ProgrammeRef,
  words: readonly Removed[],
  stamp: string,
): readonly Intent<'item'>[] =>
  words.map(({ list, id }) => ({
    name: 'item',
    item: putOver(table, { ...itemKey(useKey(programmeRef, list, id)), stamp: text(stamp) }),
  }));

const notTaken = (stamped: Item | undefined) =>
  stamped === undefined
    ? {
        ConditionExpression: 'attribute_not_exists(#stamp)',
        ExpressionAttributeNames: { '#stamp': 'stamp' },
      }
    : {
        ConditionExpression: '#stamp = :stamp',
        ExpressionAttributeNames: { '#stamp': 'stamp' },
        ExpressionAttributeValues: { ':stamp': text(textOf(stamped, 'stamp')) },
      };

/** A28: that no review has taken the words since now: to be asked before the reviews are read, and committed with what is decided. */
export const readNotTaken = async (
  table: Table,
  programmeRef: ProgrammeRef,
  words: readonly Removed[],
): Promise<readonly Intent<'item'>[]> => {
  const keys = words.map(({ list, id }) => useKey(programmeRef, list, id));
  const found = await readByKey(table, keys);
  return keys.map((key) => ({ name: 'item', item: onlyWhere(table, itemKey(key), notTaken(found(key))) }));
};
