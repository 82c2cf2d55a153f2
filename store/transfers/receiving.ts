import * as z from 'zod';
import { Id } from '#schemas/ids.ts';
import { jsonBody, readBody } from '../table/body.ts';
import type { Table } from '../table/client.ts';
import { type Item, itemKey, number, numberOf, readItem } from '../table/items.ts';
import { type ProgrammeRef, programmeKey } from '../table/keys.ts';
import { receivingKey } from '../table/keys-of-transfers.ts';
import { putItemIf } from '../table/put-item.ts';
import { type Intent, onlyWhere, putNew } from '../table/transaction.ts';

/*
 * A programme that an organisation receives, by the id that it will have there: the item keeps the id from the acceptance on, and says how
 * far the copy has come.
 */

/** The parts of a programme, in the order in which they are copied: summaries make reports visible, the settings the programme. */
export const partsInOrder = [
  'reviews',
  'heads',
  'positions',
  'month-ends',
  'own',
  'published',
  'summaries',
  'settings',
  'copied',
] as const;
export const CopyPlace = z.object({
  part: z.enum(partsInOrder),
  /** The review whose chain is being copied. */
  review: Id.optional(),
  /** The last sort key of the part that was copied. */
  after: z.string().optional(),
});
export type CopyPlace = z.infer<typeof CopyPlace>;

const Body = z.object({ transfer: Id, place: CopyPlace });
interface Receiving extends z.infer<typeof Body> {
  /** Counts what was noted. */
  readonly step: number;
}

const receivingItem = (programmeRef: ProgrammeRef, { step, ...body }: Receiving): Item => ({
  ...itemKey(receivingKey(programmeRef)),
  step: number(step),
  body: jsonBody(body),
});

/** A36: how far the copy of a programme has come that is being received, or was; undefined: it was never received. */
export const readReceiving = async (table: Table, programmeRef: ProgrammeRef): Promise<Receiving | undefined> => {
  const item = await readItem(table, receivingKey(programmeRef));
  return item === undefined ? undefined : { step: numberOf(item, 'step'), ...readBody(item, Body) };
};

const noneAt = (table: Table, key: Item): Intent<'item'> => ({
  name: 'item',
  item: onlyWhere(table, key, {
    ConditionExpression: 'attribute_not_exists(#pk)',
    ExpressionAttributeNames: { '#pk': 'pk' },
  }),
});

/** Written with an acceptance: keeps the id where there is no programme of it, and none that is being received. */
export const keepId = (table: Table, programmeRef: ProgrammeRef, transfer: string): readonly Intent<'item'>[] => [
  { name: 'item', item: putNew(table, receivingItem(programmeRef, { transfer, place: { part: 'reviews' }, step: 1 })) },
  noneAt(table, itemKey(programmeKey(programmeRef))),
];

/** Written with a new programme: nobody keeps its id. */
export const idNotKept = (table: Table, programmeRef: ProgrammeRef): Intent<'item'> =>
  noneAt(table, itemKey(receivingKey(programmeRef)));

/** Notes how far the copy has come; false: another try noted something meanwhile. */
export const notePlace = (table: Table, programmeRef: ProgrammeRef, read: Receiving, place: CopyPlace) =>
  putItemIf(table, receivingItem(programmeRef, { ...read, place, step: read.step + 1 }), {
    ConditionExpression: '#step = :step',
    ExpressionAttributeNames: { '#step': 'step' },
    ExpressionAttributeValues: { ':step': number(read.step) },
  });
