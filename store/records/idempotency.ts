import * as z from 'zod';
import { digestOf } from '../digests/digest.ts';
import { jsonBody, readBody } from '../table/body.ts';
import type { Table } from '../table/client.ts';
import { type Item, itemKey, number, queryAll, readItem, sortKeyOf, text, textOf } from '../table/items.ts';
import { answeredRunKey, answersOfRun, idempotencyKey, type Key, type ProgrammeRef } from '../table/keys.ts';
import { putItemIf } from '../table/put-item.ts';
import { table as shape } from '../table/table-definition.ts';
import { type Intent, putIfExpired, putOver } from '../table/transaction.ts';

/** The answer of a committed request, kept for seven days; refusals are never kept. */
const KeptAnswer = z.object({
  status: z.int(),
  headers: z.record(z.string(), z.string()),
  body: z.json(),
});
export type KeptAnswer = z.infer<typeof KeptAnswer>;

const keptForSeconds = 7 * 24 * 3_600;

/** A request as its sender identifies it: the scope of the key, and a fingerprint of what was asked. */
export interface RequestIdentity {
  readonly organisation: string;
  readonly scope: string;
  readonly fingerprint: string;
}

export const identifyRequest = (given: {
  organisation: string;
  subject: string;
  operation: string;
  path: string;
  key: string;
  body: unknown;
  preconditions: unknown;
  effectiveAt: string | undefined;
}): RequestIdentity => ({
  organisation: given.organisation,
  scope: digestOf([given.organisation, given.subject, given.operation, given.path, given.key]),
  fingerprint: digestOf([given.body, given.preconditions, given.effectiveAt ?? null]),
});

export type Earlier = { readonly kind: 'same'; readonly answer: KeptAnswer } | { readonly kind: 'other-request' };

const earlierFrom = (item: Item, identity: RequestIdentity): Earlier =>
  textOf(item, 'fingerprint') === identity.fingerprint
    ? { kind: 'same', answer: readBody(item, KeptAnswer) }
    : { kind: 'other-request' };

const epochSeconds = (now: string): number => Math.floor(new Date(now).getTime() / 1000);

/** Where the answer to a request with this key would be. */
export const earlierKey = (identity: RequestIdentity): Key => idempotencyKey(identity.organisation, identity.scope);

/** The answer among what was read at `earlierKey`; time to live is late, so an expired one counts as none. */
export const earlierAmong = (item: Item | undefined, identity: RequestIdentity, now: string): Earlier | undefined =>
  item === undefined || Number(item[shape.timeToLive]?.N) < epochSeconds(now) ? undefined : earlierFrom(item, identity);

/** A10: the answer that a request with this key got before. */
export const readEarlier = async (table: Table, identity: RequestIdentity, now: string): Promise<Earlier | undefined> =>
  earlierAmong(await readItem(table, earlierKey(identity)), identity, now);

/** Keeps the answer in the transaction of the change; where another request was first, its item comes back. */
export const keepAnswer = (
  table: Table,
  identity: RequestIdentity,
  answer: Omit<KeptAnswer, 'body'> & { readonly body: unknown },
  now: string,
): Intent<'idempotency'> => ({
  name: 'idempotency',
  item: putIfExpired(
    table,
    {
      ...itemKey(earlierKey(identity)),
      fingerprint: text(identity.fingerprint),
      [shape.timeToLive]: number(epochSeconds(now) + keptForSeconds),
      body: jsonBody(answer),
    },
    shape.timeToLive,
    epochSeconds(now),
  ),
});

/** Where the answer to whoever asked for a run is kept, so that a redaction of its reason finds it. */
export const noteAnswered = (
  table: Table,
  programmeRef: ProgrammeRef,
  run: string,
  { scope }: RequestIdentity,
  now: string,
): Intent<'item'> => ({
  name: 'item',
  item: putOver(table, {
    ...itemKey(answeredRunKey(programmeRef, run, scope)),
    [shape.timeToLive]: number(epochSeconds(now) + keptForSeconds),
  }),
});

/** The answer of the request that was first, from the item that stood in this one's way. */
export const earlierWinner = (item: Item, identity: RequestIdentity): Earlier => earlierFrom(item, identity);

/** What no request is identified by. */
const forgotten = 'forgotten';

/**
 * Takes the words out of a kept answer: whoever sends the same again is refused, for the key was used. Where there is none any more
 * nothing is written.
 */
export const forgetAnswer = async (table: Table, organisation: string, scope: string): Promise<void> => {
  const key = idempotencyKey(organisation, scope);
  const item = await readItem(table, key);
  if (item === undefined) return;
  await putItemIf(
    table,
    { ...item, fingerprint: text(forgotten), body: jsonBody({}) },
    { ConditionExpression: 'attribute_exists(#pk)', ExpressionAttributeNames: { '#pk': 'pk' } },
  );
};

/** A31: the same of every answer to whoever asked for a run. */
export const forgetAnswersOfRun = async (table: Table, programmeRef: ProgrammeRef, run: string): Promise<void> => {
  const range = answersOfRun(programmeRef, run);
  for (const item of await queryAll(table, range))
    await forgetAnswer(table, programmeRef.organisation, sortKeyOf(item).slice(range.begins.length));
};
