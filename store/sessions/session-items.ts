import { GetItemCommand, PutItemCommand } from '@aws-sdk/client-dynamodb';
import { patience, type Table } from '../table/client.ts';
import { sessionTable } from '../table/table-definition.ts';

/** A session as it is stored: under the digest of its id, and encrypted. */
export interface SessionItem {
  readonly id: string;
  readonly sealed: string;
  readonly expiresAtEpochSeconds: number;
}

const keyOf = (id: string) => ({ [sessionTable.partitionKey]: { S: id } });

/** The session with this id; undefined where there is none, or none any more: time to live is a day or two behind. */
export const readSession = async (
  table: Table,
  id: string,
  nowEpochSeconds: number,
): Promise<SessionItem | undefined> => {
  const { Item } = await table.client.send(
    new GetItemCommand({ TableName: table.name, Key: keyOf(id), ConsistentRead: true }),
    patience(table),
  );
  const [sealed, expires] = [Item?.sealed?.S, Number(Item?.[sessionTable.timeToLive]?.N)];
  return sealed === undefined || !(expires > nowEpochSeconds)
    ? undefined
    : { id, sealed, expiresAtEpochSeconds: expires };
};

/** Stores a session in the place of what was there. */
export const writeSession = async (table: Table, { id, sealed, expiresAtEpochSeconds }: SessionItem): Promise<void> => {
  await table.client.send(
    new PutItemCommand({
      TableName: table.name,
      Item: {
        ...keyOf(id),
        sealed: { S: sealed },
        [sessionTable.timeToLive]: { N: String(expiresAtEpochSeconds) },
      },
    }),
    patience(table),
  );
};

/** Ends a session: an item that has expired takes its place, for no function deletes anything. */
export const expireSession = (table: Table, id: string): Promise<void> =>
  writeSession(table, { id, sealed: 'ended', expiresAtEpochSeconds: 1 });
