import { createHash } from 'node:crypto';
import * as z from 'zod';
import { Salt } from '#schemas/salts.ts';
import { newSecret } from '../digests/commitments.ts';
import { canonicalJson } from '../digests/digest.ts';
import { jsonBody, readBody } from '../table/body.ts';
import type { Table } from '../table/client.ts';
import { type Item, itemKey, readItem } from '../table/items.ts';
import { type ProgrammeRef, redactingKey } from '../table/keys.ts';
import { putItemUnless } from '../table/put-item.ts';
import { type Intent, putOver } from '../table/transaction.ts';

/*
 * What a redaction needs from its first write to its last: the texts that it takes out, and a random key that their marks are made
 * from. Only so can one that was cut off half way be ended. The last write, with which it is done, leaves nothing of either.
 */

const Work = z.object({ key: Salt, texts: z.array(z.string()) });
export type Work = z.infer<typeof Work>;

const workItem = (programmeRef: ProgrammeRef, redaction: string, body: object): Item => ({
  ...itemKey(redactingKey(programmeRef, redaction)),
  body: jsonBody(body),
});

/** A29: what a redaction that is under way needs; begun with the texts where there is nothing yet. */
export const beginWork = async (
  table: Table,
  programmeRef: ProgrammeRef,
  redaction: string,
  textsNow: () => Promise<Iterable<string>>,
): Promise<Work> => {
  const found = async (): Promise<Work | undefined> => {
    const item = await readItem(table, redactingKey(programmeRef, redaction));
    return item === undefined ? undefined : readBody(item, Work);
  };
  const begun = await found();
  if (begun !== undefined) return begun;
  const work: Work = { key: newSecret(), texts: [...(await textsNow())] };
  return (await putItemUnless(table, workItem(programmeRef, redaction, work), 'pk')) ? work : await mustBe(found);
};

const mustBe = async <T>(found: () => Promise<T | undefined>): Promise<T> => {
  const value = await found();
  if (value === undefined) throw new Error('an item that was in the way is gone');
  return value;
};

/** Nothing of it is left. */
export const endWork = (table: Table, programmeRef: ProgrammeRef, redaction: string): Intent<'item'> => ({
  name: 'item',
  item: putOver(table, workItem(programmeRef, redaction, {})),
});

/** Eight hexadecimal digits of a text: nobody who lacks the key can try words against them. */
export const markOf = ({ key }: Work, text: string): string =>
  createHash('sha256')
    .update(`${key}${canonicalJson(text)}`)
    .digest('hex')
    .slice(0, 8);
