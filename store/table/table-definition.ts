/**
 * The one table, as data: made from this record by the CDK app, by the local engine and by the tests.
 * No scan is allowed anywhere. `due` is the sparse index in which each programme has one item with the date
 * on which its next report is due.
 */
export const table = {
  partitionKey: 'pk',
  sortKey: 'sk',
  timeToLive: 'expiresAtEpochSeconds',
  stream: 'NEW_AND_OLD_IMAGES',
  index: { name: 'due', partitionKey: 'duePartition', sortKey: 'dueOn' },
} as const;

/** Published reports have partitions of their own, so that the board's grant can be held to them. */
export const publishedPrefix = 'PUBLISHED#';

/** Messages to people too, so that what makes them is held to them in all that it writes. */
export const messagesPrefix = 'MESSAGES#';

/**
 * The sessions of people who are signed in to the pages, in a table of their own: nothing in it is of the record, all of it is encrypted
 * by the pages function, and it is gone in a day or two.
 */
export const sessionTable = { partitionKey: 'id', timeToLive: 'expiresAtEpochSeconds' } as const;

export interface Grant {
  /** Actions on items of the table. */
  readonly items: readonly string[];
  /** Whether the function may query the index of what is due. */
  readonly queriesDue: boolean;
  /** Held to partitions that begin so. */
  readonly leadingKeys?: string;
  /** Puts items of partitions that begin so, besides what it may do of all items. */
  readonly putsUnder?: string;
  /** May send messages to the roll-up queue. */
  readonly sends: boolean;
  /** Consumes the roll-up queue. */
  readonly receives: boolean;
  /** Actions on items of the table of sessions. */
  readonly sessions?: readonly string[];
}

const read = ['dynamodb:GetItem', 'dynamodb:BatchGetItem', 'dynamodb:Query'] as const;
// A transaction is authorised by the actions of its items; nothing is updated in place, every write is a put.
const write = ['dynamodb:PutItem'] as const;
// What was decided on another chain checks that what was read there is still so: the words of a redaction are taken out so.
const check = ['dynamodb:ConditionCheckItem'] as const;

/** What each function may do, and nothing more; the synthesised policies are made from this. */
export const grants = {
  commands: { items: [...read, ...write, ...check], queriesDue: false, sends: true, receives: false },
  queries: { items: read, queriesDue: false, sends: false, receives: false },
  board: {
    items: ['dynamodb:GetItem', 'dynamodb:Query'],
    queriesDue: false,
    leadingKeys: publishedPrefix,
    sends: false,
    receives: false,
  },
  'roll-up': { items: [...read, ...write, ...check], queriesDue: true, sends: true, receives: true },
  // It reads of the record what waits for whom; of what it writes nothing is of the record.
  messages: { items: read, putsUnder: messagesPrefix, queriesDue: false, sends: false, receives: false },
  front: { items: [], queriesDue: false, sends: false, receives: false },
  // A client of the API like any other: of the record it may touch nothing.
  pages: {
    items: [],
    queriesDue: false,
    sends: false,
    receives: false,
    sessions: ['dynamodb:GetItem', 'dynamodb:PutItem'],
  },
} as const satisfies Record<string, Grant>;
export type FunctionName = keyof typeof grants;
