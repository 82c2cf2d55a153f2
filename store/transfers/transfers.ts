import * as z from 'zod';
import { Instant, LocalDate } from '#language/time.ts';
import { Id, Organisation, Subject } from '#schemas/ids.ts';
import { TransferState } from '#schemas/transfer.ts';
import { jsonBody, readBody } from '../table/body.ts';
import type { Table } from '../table/client.ts';
import { type Item, itemKey, queryListPage, readItem, sortKeyOf, text } from '../table/items.ts';
import { transferKey, transfersOf } from '../table/keys-of-transfers.ts';
import { putItemIf } from '../table/put-item.ts';
import { type Intent, onlyIf, putOver } from '../table/transaction.ts';

/*
 * A transfer has an item with either organisation, which says of which programme of which organisation it is. Both are written with
 * each of its acts; what is decided on is what the settings of the programme say of it. Words are in them while it can be answered.
 */

const Body = z.object({
  from: Organisation,
  to: Organisation,
  programme: Id,
  words: z.object({ name: z.string(), reason: z.string() }).optional(),
  until: LocalDate,
  state: TransferState,
  proposed: z.object({ at: Instant, by: Subject }),
  answered: z.object({ at: Instant, by: Subject }).optional(),
  receivedAt: Instant.optional(),
});
export type StoredTransfer = z.infer<typeof Body> & { readonly id: string };

const transferItem = (organisation: string, { id, ...transfer }: StoredTransfer): Item => ({
  ...itemKey(transferKey(organisation, id)),
  state: text(transfer.state),
  body: jsonBody(Body.parse(transfer)),
});

const transferFrom = (item: Item, id: string): StoredTransfer => ({ id, ...readBody(item, Body) });

/** A34: a transfer as an organisation's own item says it. */
export const readTransfer = async (
  table: Table,
  organisation: string,
  id: string,
): Promise<StoredTransfer | undefined> => {
  const item = await readItem(table, transferKey(organisation, id));
  return item === undefined ? undefined : transferFrom(item, id);
};

/** A35: a page of the transfers of an organisation, in order of id. */
export const readTransfersPage = async (
  table: Table,
  organisation: string,
  options: { limit: number; afterId: string | undefined },
): Promise<{ transfers: readonly StoredTransfer[]; nextId: string | undefined }> => {
  const range = transfersOf(organisation);
  const page = await queryListPage(table, range, { limit: options.limit, afterPart: options.afterId });
  return {
    transfers: page.items.map((item) => transferFrom(item, sortKeyOf(item).slice(range.begins.length))),
    nextId: page.next,
  };
};

const bothOf = ({ from, to }: StoredTransfer): readonly string[] => [from, to];

/** Both items, written with an act. */
export const putTransfer = (table: Table, transfer: StoredTransfer): readonly Intent<'item'>[] =>
  bothOf(transfer).map((organisation) => ({
    name: 'item',
    item: putOver(table, transferItem(organisation, transfer)),
  }));

const stillIn = (state: TransferState) => ({
  ConditionExpression: '#state = :state',
  ExpressionAttributeNames: { '#state': 'state' },
  ExpressionAttributeValues: { ':state': text(state) },
});

/** Both items, written where the transfer is still accepted. */
export const transferReceived = (table: Table, transfer: StoredTransfer): readonly Intent<'item'>[] =>
  bothOf(transfer).map((organisation) => ({
    name: 'item',
    item: onlyIf(table, transferItem(organisation, transfer), stillIn('accepted')),
  }));

/** Takes words out of a proposal that nobody has answered yet. */
export const redactTransfer = async (
  table: Table,
  organisation: string,
  id: string,
  redact: (text: string) => string,
): Promise<void> => {
  const transfer = await readTransfer(table, organisation, id);
  if (transfer?.words === undefined) return;
  const words = { name: redact(transfer.words.name), reason: redact(transfer.words.reason) };
  // Where it was answered meanwhile, the answer took the words out.
  for (const one of bothOf(transfer))
    await putItemIf(table, transferItem(one, { ...transfer, words }), stillIn('proposed'));
};
