import { type CommandContext, type Decided, done, refused } from '#domain/decided.ts';
import { dateInWords } from '#language/in-words.ts';
import { dayOf } from '#language/time.ts';
import type { RecordState } from '#schemas/history.ts';
import type { Person } from '#schemas/people.ts';
import type { ProblemCode, Refusal } from '#schemas/problems.ts';
import { canonicalJson } from '#store/digests/digest.ts';
import { earlierAmong, earlierKey, keepAnswer } from '#store/records/idempotency.ts';
import type { LoadedChain, RecordRef } from '#store/records/load-for-change.ts';
import { loadForChange, recordingInstant, registersBehind } from '#store/records/load-for-change.ts';
import { keepName, nameKeys, namesToday, readPeopleBeside } from '#store/records/people.ts';
import type { StoredRecord } from '#store/records/records.ts';
import { appliedChange, type Change, saveChange } from '#store/records/save-change.ts';
import { StoreBusy } from '#store/table/items.ts';
import type { ChainRef } from '#store/table/keys.ts';
import type { TooLarge } from '#store/table/limits.ts';
import type { Intent } from '#store/table/transaction.ts';
import type { Answer, Call, Expected, WritesTable } from '../http/call.ts';
import { etagOf } from '../http/call.ts';
import { keyReused } from '../http/http-api.ts';
import { expectedNames, expectNames } from './name-prefetch.ts';

/** What a decision makes of a thing. */
export interface Decision {
  readonly state: RecordState;
  /** Where the decision itself names the new thing. */
  readonly recordRef?: RecordRef;
  readonly reason?: string;
  readonly correction?: Change['correction'];
  /** People named in the record, whose names are kept apart from it. */
  readonly people?: readonly Person[];
  /** People whom the answer names besides, by subject. */
  readonly shown?: readonly string[];
  /** What else was read, of another chain, that must still be so. */
  readonly checked?: readonly {
    readonly chainRef: ChainRef;
    readonly recordRef: RecordRef;
    readonly version: number;
  }[];
  /** Items written with the change. */
  readonly alongside?: readonly Intent<'item'>[];
}

/** Something that is told of one thing of one chain. */
export interface Act {
  readonly chainRef: ChainRef;
  readonly recordRef: RecordRef;
  readonly type: string;
  readonly records?: readonly RecordRef[];
  readonly registers?: readonly RecordRef['kind'][];
  /** The thing whose version the sender's If-Match speaks of; the thing itself unless said. */
  readonly versionOf?: RecordRef;
  /** Whom the request names, by subject: asked for with the thing itself. */
  readonly named?: readonly string[];
  /** Whether the decision looks at the review's whole position. */
  readonly wholePosition?: true;
  /** A closed programme takes no more, but for the act that opens it again. */
  readonly evenIfClosed?: true;
  readonly decide: (loaded: LoadedChain, command: CommandContext) => Decided<Decision> | Promise<Decided<Decision>>;
  readonly answer: (loaded: LoadedChain, storedRecord: StoredRecord, names: ReadonlyMap<string, string>) => unknown;
}

const tries = 5;
/** Writers who met are spread over twice the time each try, measured by how long a try takes just now. */
const jitter = (attempt: number, tookMilliseconds: number): Promise<void> =>
  new Promise((resolve) =>
    setTimeout(resolve, Math.random() * Math.min(2_000, Math.max(15, tookMilliseconds) * 2 ** attempt)),
  );

const unknownCode = (recordRef: RecordRef): ProblemCode =>
  recordRef.kind === 'programme'
    ? 'programme.unknown'
    : recordRef.kind === 'review'
      ? 'review.unknown'
      : 'entry.unknown';

/** Whether the thing is as the sender knows it. */
const preconditions = (expected: Expected, recordRef: RecordRef, current: StoredRecord | undefined): Decided<null> => {
  switch (expected.kind) {
    case 'nothing':
      return done(null);
    case 'none-there':
      return current === undefined
        ? done(null)
        : refused({
            code: 'version.stale',
            detail: `There is one with this id already, at version ${current.version}. To change it, send If-Match: ${etagOf(current.version)}.`,
            facts: { version: current.version },
          });
    case 'version':
      if (current === undefined)
        return refused({
          code: unknownCode(recordRef),
          detail: `There is nothing with the id ${recordRef.id} to change.`,
        });
      return current.version === expected.version
        ? done(null)
        : refused({
            code: 'version.stale',
            detail: `You changed version ${expected.version}; version ${current.version} was told on ${dateInWords(dayOf(current.recordedAt))}. Read it again and decide on that.`,
            facts: { yours: expected.version, version: current.version },
          });
  }
};

/** A thing's line goes forward: what must still be told of an earlier time is a correction. */
const inOrder = (call: Call, now: string, current: StoredRecord | undefined): Decided<CommandContext> => {
  const last = current?.effectiveAt;
  // Clocks of two functions differ by milliseconds: what is told now follows what was told last.
  const effectiveAt = call.effectiveAt ?? (last !== undefined && last > now ? last : now);
  return last !== undefined && effectiveAt < last
    ? refused({
        code: 'effective.out-of-order',
        detail: `This was last changed with effect from ${dateInWords(dayOf(last))} (${last}). Tell what was true before that as a correction.`,
        facts: { lastEffectiveAt: last },
      })
    : done({ actor: call.actor, effectiveAt });
};

const chainExists = (act: Act, loaded: LoadedChain): Decided<null> => {
  if (act.recordRef.kind !== 'programme' && loaded.programme === undefined)
    return refused({
      code: 'programme.unknown',
      detail: `Your organisation has no programme ${act.chainRef.programme}.`,
    });
  if (act.chainRef.review !== null && act.recordRef.kind !== 'review' && loaded.position === undefined)
    return refused({
      code: 'review.unknown',
      detail: `The programme ${act.chainRef.programme} has no review ${act.chainRef.review}.`,
    });
  return loaded.settings?.closeDown !== undefined && act.evenIfClosed !== true
    ? refused({
        code: 'programme.closed',
        detail: `The programme was closed on ${dateInWords(loaded.settings.closeDown.on)}; nothing more is recorded in it.`,
      })
    : done(null);
};

/** Ours, half of what the store takes for an item: an event holds the whole record beside its facts. */
const largestRecordBytes = 200 * 1024;

const smallEnough = ({ record }: RecordState): Decided<null> => {
  const bytes = Buffer.byteLength(JSON.stringify(record));
  return bytes <= largestRecordBytes
    ? done(null)
    : refused({
        code: 'record.too-large',
        detail: `The record has ${bytes} bytes; at most ${largestRecordBytes} are kept.`,
        facts: { bytes, most: largestRecordBytes },
      });
};

/** A release that was rolled back reads what it knows of a record, and would lose the rest by a change. */
const newerShape: Refusal = {
  code: 'record.newer-shape',
  detail:
    'A later release of the tracker wrote this record, and this one does not know all of it: it can be read, and changed once the later release runs again.',
};

/** What the store would not take. */
const tooLargeRefusal = ({ review }: ChainRef, { what, size, most }: TooLarge): Refusal =>
  what === 'part'
    ? {
        code: 'review.too-large',
        detail: `What this register of the review ${review} holds comes to ${size} bytes; at most ${most} are kept of a register. Entries that are struck out make room, and so does a review of its own for a part of the work.`,
        facts: { bytes: size, most },
      }
    : {
        code: 'record.too-large',
        detail: `The record, with what acts have made of it, comes to ${size} ${what === 'item' ? 'bytes' : 'items or bytes in one change'}; at most ${most} are kept.`,
        facts: { bytes: size, most },
      };

/** Answers are kept as history is, people by subject alone; their names are put in when one is shown again. */
const nobodyNamed: ReadonlyMap<string, string> = new Map();

const sameState = (a: RecordState, b: RecordState): boolean => canonicalJson(a) === canonicalJson(b);

/**
 * load -> decide -> save -> answer, for every change there is. Where only the chain's head moved meanwhile, it is
 * decided again on what now stands, up to five times; then the store is busy.
 */
export const recordChange = async (call: Call, deps: WritesTable, act: Act): Promise<Decided<Answer>> => {
  const registers = [...new Set([...registersBehind(act.recordRef.kind), ...(act.registers ?? [])])];
  const wanted = {
    changed: act.recordRef,
    records: [...(act.records ?? []), ...(act.versionOf === undefined ? [] : [act.versionOf])],
    registers,
    wholePosition: act.wholePosition === true,
  };
  const { identity } = call;
  const { organisation } = act.chainRef;
  for (let attempt = 0; attempt < tries; attempt += 1) {
    const startedAt = performance.now();
    const asked = act.recordRef.kind === 'review' ? [...expectedNames(act.chainRef), ...(act.named ?? [])] : [];
    const alsoRead = [...(identity === undefined ? [] : [earlierKey(identity)]), ...nameKeys(organisation, asked)];
    const loaded = await loadForChange(deps.table, act.chainRef, { ...wanted, alsoRead });
    // The way in then answers what this request was answered before.
    if (identity !== undefined && earlierAmong(loaded.alsoRead(earlierKey(identity)), identity, call.now) !== undefined)
      return refused(keyReused);
    const exists = chainExists(act, loaded);
    if (exists.kind === 'refused') return exists;
    const current = act.recordRef.kind === 'programme' ? loaded.programme : loaded.recordRef(act.recordRef);
    if (current?.ofNewerShape === true) return refused(newerShape);
    const target = act.versionOf ?? act.recordRef;
    const expected = preconditions(
      call.expected,
      target,
      act.versionOf === undefined ? current : loaded.recordRef(act.versionOf),
    );
    if (expected.kind === 'refused') return expected;
    const now = recordingInstant(loaded, call.now);
    const command = inOrder(call, now, current);
    const decided = await act.decide(
      loaded,
      command.kind === 'done' ? command.result : { actor: call.actor, effectiveAt: current?.effectiveAt ?? now },
    );
    if (decided.kind === 'refused') return decided;
    const decision = decided.result;
    const fits = smallEnough(decision.state);
    if (fits.kind === 'refused') return fits;

    const people = decision.people ?? [];
    const subjects = [...people.map((one) => one.subject), ...(decision.shown ?? [])];
    const stored = await readPeopleBeside(deps.table, organisation, subjects, { asked, found: loaded.alsoRead });
    const known = namesToday(stored);
    if (act.recordRef.kind === 'review') expectNames(act.chainRef, subjects);
    const names = new Map([...known, ...people.map((one) => [one.subject, one.name] as const)]);
    const renamed = people.filter((one) => known.get(one.subject) !== one.name);
    const successStatus =
      call.operation.method === 'PUT' && current === undefined ? 201 : call.operation.success.status;

    if (
      current !== undefined &&
      decision.correction === undefined &&
      renamed.length === 0 &&
      call.operation.method === 'PUT' &&
      sameState(current.state, decision.state)
    )
      return done({
        status: 200,
        headers: { etag: etagOf(current.version) },
        body: act.answer(loaded, current, names),
      });
    if (decision.correction === undefined && command.kind === 'refused') return command;
    const effectiveAt =
      decision.correction !== undefined && call.effectiveAt !== undefined
        ? call.effectiveAt
        : command.kind === 'done'
          ? command.result.effectiveAt
          : now;

    const changed = appliedChange(loaded, {
      recordRef: decision.recordRef ?? act.recordRef,
      type: act.type,
      state: decision.state,
      by: call.actor.subject,
      effectiveAt,
      recordedAt: effectiveAt > now ? effectiveAt : now,
      reason: decision.reason,
      ...(decision.correction === undefined ? {} : { correction: decision.correction }),
    });
    const answer: Answer = {
      status: successStatus,
      headers: { etag: etagOf(changed.storedRecord.version) },
      body: act.answer(loaded, changed.storedRecord, names),
    };
    const saved = await saveChange(deps.table, loaded, changed, {
      checked: decision.checked ?? [],
      intents: [
        ...renamed.map((one) => keepName(deps.table, organisation, one, stored.get(one.subject), now)),
        ...(decision.alongside ?? []),
        ...(identity === undefined
          ? []
          : [
              keepAnswer(
                deps.table,
                identity,
                {
                  status: answer.status,
                  headers: { ...answer.headers },
                  body: jsonOf(names.size === 0 ? answer.body : act.answer(loaded, changed.storedRecord, nobodyNamed)),
                },
                call.now,
              ),
            ]),
      ],
    });
    if (saved.kind === 'saved') return done(answer);
    // The way in then answers what the winner of the race was told.
    if (saved.kind === 'answered-before') return refused(keyReused);
    if (saved.kind === 'too-large') return refused(tooLargeRefusal(act.chainRef, saved));
    await jitter(attempt, performance.now() - startedAt);
  }
  throw new StoreBusy('others changed the same chain five times meanwhile');
};

/** The answer as JSON holds it. */
const jsonOf = (body: unknown) => JSON.parse(JSON.stringify(body));
