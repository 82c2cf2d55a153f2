import { type Decided, refused } from '#domain/decided.ts';
import { noSuchPerson } from '#domain/people/person.ts';
import type { Refusal } from '#schemas/problems.ts';
import { canonicalJson } from '#store/digests/digest.ts';
import { earlierWinner, keepAnswer } from '#store/records/idempotency.ts';
import { personPut, type Registered, readPerson, savePerson } from '#store/records/people-register.ts';
import { StoreBusy } from '#store/table/items.ts';
import { fiveTries, retry } from '#store/table/retry.ts';
import type { Intent } from '#store/table/transaction.ts';
import { jsonAnswer } from '../http/answer.ts';
import type { WritesTable } from '../http/call.ts';
import { etagOfPerson, taggedPerson } from '../http/etag.ts';
import { throughSchema } from '../http/http-answer.ts';
import { count, counted } from '../http/metrics.ts';
import { personView } from '../views/person-view.ts';
import type { Sent } from './act.ts';
import { type ChangeOutcome, recorded } from './change-outcome.ts';
import { earlierOutcome, readEarlierOutcome } from './earlier-outcome.ts';

/*
 * A change of the register of people, which is outside every chain: no event, and nothing of a person in the answer that is
 * stored for whoever sends the same again (docs/meaning.md PEOPLE-20).
 */

/** What was read of a person, and what is to be written of them. */
export interface PersonChange {
  readonly id: string;
  /** The subjects of tokens that the change is about too: the person's, before it and after it. */
  readonly tokens: (before: Registered['person'] | undefined) => readonly string[];
  readonly decide: (
    before: Registered['person'] | undefined,
    tokens: ReadonlyMap<string, Registered>,
  ) => Decided<{
    readonly person: Registered['person'];
    readonly tokens: ReadonlyMap<string, Registered['person']>;
  }>;
}

const stale = (detail: string, version: number): Refusal => ({ code: 'version.stale', detail, facts: { version } });

/** Whether the register is as the sender knows it. */
const unexpected = ({ expected }: Sent, id: string, current: Registered | undefined): Refusal | undefined => {
  if (expected.kind === 'nothing') return undefined;
  if (expected.kind === 'none-there')
    return current === undefined
      ? undefined
      : {
          code: 'version.exists',
          detail: `There is somebody with this id already. To change them, send If-Match: ${etagOfPerson(id, current.version)}.`,
          facts: { version: current.version },
        };
  if (current === undefined) return noSuchPerson(id);
  if (expected.of !== taggedPerson(id))
    return {
      code: 'version.of-another',
      detail: `If-Match holds the ETag of another record (${expected.of}): read the person ${id}, and send their ETag.`,
      facts: { yours: expected.of, needed: taggedPerson(id) },
    };
  return current.version === expected.version
    ? undefined
    : stale(
        `You sent version ${expected.version}; the latest is version ${current.version}. Read it again.`,
        current.version,
      );
};

/** undefined: somebody else changed the register meanwhile. */
const tryOnce = async (call: Sent, deps: WritesTable, change: PersonChange): Promise<ChangeOutcome | undefined> => {
  const { organisation } = call.actor;
  const { id } = change;
  const current = await readPerson(deps.table, organisation, id);
  const refusal = unexpected(call, id, current);
  if (refusal !== undefined) return refused(refusal);
  const subjects = new Set(change.tokens(current?.person));
  const read = await Promise.all([...subjects].map((token) => readPerson(deps.table, organisation, token)));
  const tokens = new Map(read.flatMap((one) => (one === undefined ? [] : [[one.id, one] as const])));
  const decided = change.decide(current?.person, tokens);
  if (decided.kind === 'refused') return decided;
  const { person } = decided.result;
  if (current !== undefined && canonicalJson(current.person) === canonicalJson(person))
    return recorded(jsonAnswer(personView(current), { etag: etagOfPerson(id, current.version) }));
  const version = (current?.version ?? 0) + 1;
  const status = current === undefined && call.operation.method === 'PUT' ? 201 : 200;
  const headers = { etag: etagOfPerson(id, version) };
  const body = personView({ id, version, person });
  // What would be answered goes through its schema before the commit: nothing is acknowledged that cannot be read again.
  throughSchema(call.operation, body);
  const others = [...decided.result.tokens].map(([token, state]) => {
    const before = tokens.get(token)?.version;
    return personPut(deps.table, organisation, { id: token, version: (before ?? 0) + 1, person: state }, before);
  });
  const kept: readonly Intent<'idempotency'>[] =
    call.identity === undefined
      ? []
      : [keepAnswer(deps.table, call.identity, { status, headers, body: { id } }, call.now)];
  const outcome = await savePerson(deps.table, [
    personPut(deps.table, organisation, { id, version, person }, current?.version),
    ...others,
    ...kept,
  ]);
  if (outcome.kind === 'committed') {
    count(counted.changesRecorded);
    return recorded(jsonAnswer(body, headers, status));
  }
  const winner = outcome.failed.get('idempotency');
  return winner === undefined || call.identity === undefined
    ? undefined
    : earlierOutcome(deps.table, call, earlierWinner(winner, call.identity));
};

/** read -> decide -> write on what was read; where somebody else was first, again. */
export const changePerson = async (call: Sent, deps: WritesTable, change: PersonChange): Promise<ChangeOutcome> => {
  const earlier = await readEarlierOutcome(deps.table, call);
  if (earlier !== undefined) return earlier;
  const outcome = await retry(() => tryOnce(call, deps, change), fiveTries, deps.table.deadline);
  if (outcome === undefined) throw new StoreBusy('others changed the register of people five times meanwhile');
  return outcome;
};
