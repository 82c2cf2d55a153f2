import { type CommandContext, type Decided, done, refused } from '#domain/decided.ts';
import type { Person } from '#schemas/people.ts';
import { canonicalJson } from '#store/digests/digest.ts';
import { appliedChange, type Changed, type Changes } from '#store/records/applied-change.ts';
import { earlierAmong, earlierKey, earlierWinner, keepAnswer } from '#store/records/idempotency.ts';
import {
  type LoadedChain,
  loadForChange,
  recordingInstant,
  registersBehind,
  withChange,
} from '#store/records/load-for-change.ts';
import { addPerson, nameKeys, namesToday, readNamesBeside, readPeopleBeside } from '#store/records/people.ts';
import type { StoredRecord } from '#store/records/records.ts';
import { saveChanges } from '#store/records/save-change.ts';
import { StoreBusy, UnreadableItem } from '#store/table/items.ts';
import { ofChain, retry } from '#store/table/retry.ts';
import type { Intent } from '#store/table/transaction.ts';
import { type JsonAnswer, jsonAnswer } from '../http/answer.ts';
import type { WritesTable } from '../http/call.ts';
import { etagOf } from '../http/etag.ts';
import { throughSchema } from '../http/http-answer.ts';
import { count, counted } from '../http/metrics.ts';
import type { Act, Decision, Sent } from './act.ts';
import { actingForSro, onBehalfOf, recordedBy } from './acting-for-sro.ts';
import { type ChangeOutcome, recorded } from './change-outcome.ts';
import { changedLast } from './changed-last.ts';
import { earlierOutcome, readEarlierOutcome } from './earlier-outcome.ts';
import { fromBeginning } from './from-beginning.ts';
import { refusalOfHandedOver } from './handed-over.ts';
import { refusalToActAsDeputy } from './own-assurance.ts';
import {
  chainExists,
  commandOf,
  inOrder,
  isAsExpected,
  knowsShape,
  smallEnough,
  sumPassedRefusal,
  tooLargeRefusal,
} from './preconditions.ts';
import { withWhatChanged } from './what-changed.ts';

/** A change on its way from the request to the commit. */
interface Attempt<A> {
  readonly call: Sent;
  readonly deps: WritesTable;
  readonly act: Act<A>;
  readonly loaded: LoadedChain;
  readonly current: StoredRecord | undefined;
  readonly now: string;
}

/**
 * load -> decide -> apply -> commit, for every change there is. Where only the chain's head moved meanwhile, it is
 * decided again on what is current then, for as long as the request may take; then the store is busy.
 */
export const recordChange = async <A>(call: Sent, deps: WritesTable, act: Act<A>): Promise<ChangeOutcome> => {
  const outcome = await retry(() => tryOnce(call, deps, act), ofChain, deps.table.deadline);
  if (outcome === undefined) throw new StoreBusy('others changed the same chain at every try');
  if (outcome.kind !== 'refused') return outcome;
  const judged = act.versionOf ?? act.recordRef;
  return refused(await withWhatChanged(deps.table, act.chainRef, judged, outcome.refusal));
};

/** undefined: the chain's head moved meanwhile. */
const tryOnce = async <A>(call: Sent, deps: WritesTable, act: Act<A>): Promise<ChangeOutcome | undefined> => {
  const loaded = await load(call, deps, act);
  if (loaded.kind === 'answered') return loaded.outcome;
  const { attempt } = loaded;
  const decided = await decide(attempt);
  if (decided.kind === 'refused') return decided;
  const { decision, command } = decided.result;
  const people = await peopleOf(attempt, decision);
  if (decision.unchanged === true || isUnchanged(attempt, decision, people)) return unchanged(attempt, people);
  const ordered = decision.correction === undefined ? inOrder(command, attempt.current) : done(null);
  if (ordered.kind === 'refused') return ordered;
  const changes = apply(attempt, decision, command);
  // Nothing of it is kept: sent again under its key, it is looked at again.
  if (act.checkOnly === true) return recorded(keptAnswer(attempt, changes, people).answer);
  return commit(attempt, decision, people, changes);
};

type Loaded<A> =
  | { readonly kind: 'loaded'; readonly attempt: Attempt<A> }
  | { readonly kind: 'answered'; readonly outcome: ChangeOutcome };

/** Reads what the change is decided on, and with it what the same request was answered before. */
const load = async <A>(call: Sent, deps: WritesTable, act: Act<A>): Promise<Loaded<A>> => {
  const { identity } = call;
  const names = nameKeys(act.chainRef.organisation, act.named ?? []);
  const wanted = {
    changed: act.recordRef,
    records: [...(act.others ?? []), ...(act.records ?? []), ...(act.versionOf === undefined ? [] : [act.versionOf])],
    sections: act.sections ?? [],
    registers: [...new Set([...registersBehind(act.recordRef.kind), ...(act.registers ?? [])])],
    alsoRead: [...(identity === undefined ? [] : [earlierKey(identity)]), ...names],
  };
  try {
    const loaded = await loadForChange(deps.table, act.chainRef, wanted);
    const earlier =
      identity === undefined ? undefined : earlierAmong(loaded.alsoRead(earlierKey(identity)), identity, call.now);
    if (earlier !== undefined) return { kind: 'answered', outcome: await earlierOutcome(deps.table, call, earlier) };
    const current = changedLast(act, loaded);
    return {
      kind: 'loaded',
      attempt: { call, deps, act, loaded, current, now: recordingInstant(loaded, call.now) },
    };
  } catch (error) {
    // What was answered before is answered again although what it was decided on cannot be read any more.
    const earlier = error instanceof UnreadableItem ? await readEarlierOutcome(deps.table, call) : undefined;
    if (earlier === undefined) throw error;
    return { kind: 'answered', outcome: earlier };
  }
};

/** Whether the change is taken, and what it makes of the record. */
const decide = async <A>({
  call,
  deps,
  act,
  loaded,
  current,
  now,
}: Attempt<A>): Promise<Decided<{ decision: Decision; command: CommandContext }>> => {
  const handedOver = await refusalOfHandedOver(deps, act, loaded.programme);
  if (handedOver !== null) return refused(handedOver);
  const exists = chainExists(act, loaded);
  if (exists.kind === 'refused') return exists;
  const known = knowsShape(current);
  if (known.kind === 'refused') return known;
  const judged = act.versionOf === undefined ? current : loaded.record(act.versionOf);
  const expected = isAsExpected(call.expected, act.chainRef, act.versionOf ?? act.recordRef, judged);
  if (expected.kind === 'refused') return expected;
  const actor = await actingForSro(call, deps, loaded);
  // Whoever assured the review of late does not act for its SRO: nothing is read where nobody acts for another.
  const own = onBehalfOf(call, actor) === undefined ? null : await refusalToActAsDeputy(deps, act.chainRef, actor, now);
  if (own !== null) return refused(own);
  const given = commandOf({ ...call, actor }, now, current);
  const begun = call.effectiveAt === undefined ? done(given) : await fromBeginning(deps.table, loaded, act, given);
  if (begun.kind === 'refused') return begun;
  const command = begun.result;
  const decided = await act.decide(loaded, command);
  if (decided.kind === 'refused') return decided;
  const { state, more = [] } = decided.result;
  const large = [state, ...more.map((one) => one.state)].map(smallEnough).find(({ kind }) => kind === 'refused');
  return large?.kind === 'refused' ? large : done({ decision: decided.result, command });
};

/** Whom the record names: what they are called, who is new to the register of people, and who is called otherwise there. */
interface People {
  readonly known: ReadonlyMap<string, string>;
  readonly added: readonly Person[];
  readonly otherwise: readonly string[];
}

const peopleOf = async <A>({ deps, act, loaded }: Attempt<A>, { people = [] }: Decision): Promise<People> => {
  const subjects = people.map((one) => one.subject);
  const stored = await readPeopleBeside(deps.table, act.chainRef.organisation, subjects, {
    asked: act.named ?? [],
    found: loaded.alsoRead,
  });
  const registered = namesToday(stored);
  // A name in a record adds a person whom nobody knew and never changes a name (docs/meaning.md CLAIM-6).
  const added = people.filter((one) => !stored.has(one.subject));
  return {
    known: new Map([...registered, ...added.map((one) => [one.subject, one.name] as const)]),
    added,
    otherwise: people
      .filter((one) => stored.has(one.subject) && registered.get(one.subject) !== one.name)
      .map((one) => one.subject),
  };
};

/** A PUT that changes nothing leaves no trace (docs/meaning.md WRITE-6). */
const isUnchanged = <A>({ call, current }: Attempt<A>, { state, correction }: Decision, { added }: People): boolean =>
  current !== undefined &&
  correction === undefined &&
  added.length === 0 &&
  call.operation.method !== 'POST' &&
  canonicalJson(current.state) === canonicalJson(state);

const unchanged = async <A>(attempt: Attempt<A>, people: People): Promise<ChangeOutcome> => {
  const { act, loaded, current } = attempt;
  if (current === undefined) throw new Error('what is not there cannot be unchanged');
  const body = await withNamesIn(attempt, answerOf(act, loaded, [current], people), people);
  return recorded(jsonAnswer(body, { etag: etagOf(act.chainRef, current, current.version) }));
};

/** Each event and record after the change; nothing is written yet. */
const apply = <A>({ call, act, loaded, now }: Attempt<A>, decision: Decision, command: CommandContext): Changes => {
  const { recordRef = act.recordRef, type = act.type, state, more = [], reason, correction } = decision;
  const change = {
    type: act.type,
    ...recordedBy(call, command.actor),
    effectiveAt: command.effectiveAt,
    recordedAt: command.effectiveAt > now ? command.effectiveAt : now,
    reason,
    fileDigest: act.fileDigest,
  };
  const first = appliedChange(loaded, {
    ...change,
    type,
    recordRef,
    state,
    ...(correction === undefined ? {} : { correction }),
  });
  const others: Changed[] = [];
  let chain = loaded;
  for (const one of more) {
    const last = others.at(-1) ?? first;
    chain = withChange(chain, last.storedRecord, last.event);
    others.push(appliedChange(chain, { ...change, ...one }));
  }
  return [first, ...others];
};

/** Writes the change with its answer; undefined where the chain's head moved meanwhile. */
const commit = async <A>(
  attempt: Attempt<A>,
  decision: Decision,
  people: People,
  changes: Changes,
): Promise<ChangeOutcome | undefined> => {
  const { call, deps, act, loaded, now } = attempt;
  const { organisation } = act.chainRef;
  const kept = keptAnswer(attempt, changes, people);
  const shown = await withNamesIn(attempt, kept.body, people);
  // Nothing is written that could not be answered.
  const text = throughSchema(call.operation, shown);
  const saved = await saveChanges(deps.table, loaded, changes, {
    checked: decision.checked ?? [],
    answered: call.identity?.scope,
    intents: [
      ...people.added.map((one) => addPerson(deps.table, organisation, one, { from: now, by: call.actor.subject })),
      ...(decision.alongside ?? []),
      ...kept.intents,
    ],
  });
  switch (saved.kind) {
    case 'saved':
      count(counted.changesRecorded, changes.length);
      return recorded({ ...kept.answer, body: shown, text });
    case 'too-large':
      return refused(tooLargeRefusal(act.chainRef, saved));
    case 'sum-passed':
      return refused(sumPassedRefusal(act.chainRef, saved));
    case 'answered-before':
      if (call.identity === undefined) throw new Error('a request without a key was answered before');
      return earlierOutcome(deps.table, call, earlierWinner(saved.winner, call.identity));
    case 'stale':
    case 'head-moved':
      return undefined;
  }
};

const answerOf = <A>(
  { answer, naming }: Act<A>,
  loaded: LoadedChain,
  [storedRecord, ...more]: readonly [StoredRecord, ...StoredRecord[]],
  { otherwise }: People,
): A => {
  const body = answer(loaded, storedRecord, more);
  return naming === undefined || otherwise.length === 0 ? body : naming.namedOtherwise(body, otherwise);
};

/** The answer, made once: people are in it by subject alone, as it is kept. */
const keptAnswer = <A>(
  { call, deps, act, loaded, current }: Attempt<A>,
  [{ storedRecord }, ...more]: Changes,
  people: People,
): { body: A; answer: JsonAnswer; intents: readonly Intent<'idempotency'>[] } => {
  const others = more.map((one) => one.storedRecord);
  const body = answerOf(act, loaded, [storedRecord, ...others], people);
  const created = call.operation.method === 'PUT' && current === undefined;
  const status = created ? 201 : call.operation.success.status;
  const headers = { etag: etagOf(act.chainRef, storedRecord, storedRecord.version) };
  return {
    body,
    answer: jsonAnswer(body, headers, status),
    intents:
      call.identity === undefined ? [] : [keepAnswer(deps.table, call.identity, { status, headers, body }, call.now)],
  };
};

/** The body as it is shown: with the names of the people in it. Whose are not known yet are read now. */
const withNamesIn = async <A>({ deps, act }: Attempt<A>, body: A, { known }: People): Promise<A> => {
  if (act.naming === undefined) return body;
  const names = await readNamesBeside(deps.table, act.chainRef.organisation, act.naming.subjectsIn(body), {
    asked: [...known.keys()],
    found: () => undefined,
  });
  return act.naming.named(body, new Map([...names, ...known]));
};
