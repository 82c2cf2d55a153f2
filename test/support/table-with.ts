import { PutItemCommand, TransactWriteItemsCommand } from '@aws-sdk/client-dynamodb';
import type { Table } from '#store/table/client.ts';

const isWrite = (command: unknown): boolean =>
  command instanceof TransactWriteItemsCommand || command instanceof PutItemCommand;

/** A table with something done at each write, before it or after it. */
export const tableWith = (
  table: Table,
  atWrite: (command: unknown, send: () => Promise<unknown>) => Promise<unknown>,
): Table => {
  const send = (command: never, options: never) => {
    const sent = () => table.client.send(command, options) as Promise<unknown>;
    return isWrite(command) ? atWrite(command, sent) : sent();
  };
  return { ...table, client: { send } as never };
};

/** A table at whose first write of a kind something else is done before it. */
export const tableMeeting = (
  table: Table,
  isMet: (command: object) => boolean,
  meanwhile: () => Promise<unknown>,
): Table => {
  let isDone = false;
  return tableWith(table, async (command, send) => {
    if (!isDone && typeof command === 'object' && command !== null && isMet(command)) {
      isDone = true;
      await meanwhile();
    }
    return send();
  });
};

export const isTransaction = (command: object): boolean => command instanceof TransactWriteItemsCommand;
/** Whether a write is of an item that has these words in it, or in its key. */
export const isPutOf =
  (words: string) =>
  (command: object): boolean =>
    'input' in command && JSON.stringify(command.input).includes(words);
