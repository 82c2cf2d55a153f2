import { type Decided, done, refused, type Telling } from '#domain/decided.ts';
import { dateInWords } from '#language/in-words.ts';
import { dayOf } from '#language/time.ts';
import type { ThingState } from '#schemas/history.ts';
import type { Person } from '#schemas/people.ts';
import type { ProblemCode, Refusal } from '#schemas/problems.ts';
import { canonicalJson } from '#store/digests/digest.ts';
import { earlierAmong, earlierKey, keepAnswer } from '#store/records/idempotency.ts';
import type { ChainFile, ThingName } from '#store/records/load-for-change.ts';
import { loadFile, registersBehind, tellingInstant } from '#store/records/load-for-change.ts';
import { keepName, nameKeys, readNamesBeside } from '#store/records/people.ts';
import type { StoredThing } from '#store/records/records.ts';
import { appliedChange, type Change, saveChange } from '#store/records/save-change.ts';
import type { TooLarge } from '#store/table/item-limits.ts';
import { StoreBusy } from '#store/table/items.ts';
import type { Place } from '#store/table/keys.ts';
import type { Intent } from '#store/table/transaction.ts';
import type { Answer, Call, Expected, TellsTable } from '../http/call.ts';
import { etagOf } from '../http/call.ts';
import { keyReused } from '../http/http-api.ts';
import { expectedNames, expectNames } from './name-prefetch.ts';

/** What a decision makes of a thing. */
export interface Decision {
  readonly state: ThingState;
  /** Where the decision itself names the new thing. */
  readonly thing?: ThingName;
  readonly reason?: string;
  readonly correction?: Change['correction'];
  /** People named in the record, whose names are kept apart from it. */
  readonly people?: readonly Person[];
  /** People whom the answer names besides, by subject. */
  readonly shown?: readonly string[];
  /** What else was read, of another chain, that must still be so. */
  readonly checked?: readonly { readonly place: Place; readonly thing: ThingName; readonly version: number }[];
  /** Items written with the change. */
  readonly alongside?: readonly Intent<'item'>[];
}

/** Something that is told of one thing of one chain. */
export interface Act {
  readonly place: Place;
  readonly thing: ThingName;
  readonly type: string;
  readonly things?: readonly ThingName[];
  readonly registers?: readonly ThingName['kind'][];
  /** The thing whose version the sender's If-Match speaks of; the thing itself unless said. */
  readonly versionOf?: ThingName;
  /** Whom the request names, by subject: asked for with the thing itself. */
  readonly named?: readonly string[];
  /** A closed programme takes no more, but for the act that opens it again. */
  readonly evenIfClosed?: true;
  readonly decide: (file: ChainFile, telling: Telling) => Decided<Decision> | Promise<Decided<Decision>>;
  readonly answer: (file: ChainFile, thing: StoredThing, names: ReadonlyMap<string, string>) => unknown;
}

const tries = 5;
/** Writers who met are spread over twice the time each try, measured by how long a try takes just now. */
const jitter = (attempt: number, tookMilliseconds: number): Promise<void> =>
  new Promise((resolve) =>
    setTimeout(resolve, Math.random() * Math.min(2_000, Math.max(15, tookMilliseconds) * 2 ** attempt)),
  );

const unknownCode = (thing: ThingName): ProblemCode =>
  thing.kind === 'programme' ? 'programme.unknown' : thing.kind === 'review' ? 'review.unknown' : 'entry.unknown';

/** Whether the thing is as the sender knows it. */
const preconditions = (expected: Expected, thing: ThingName, stands: StoredThing | undefined): Decided<null> => {
  switch (expected.kind) {
    case 'nothing':
      return done(null);
    case 'none-there':
      return stands === undefined
        ? done(null)
        : refused({
            code: 'version.stale',
            detail: `There is one with this id already, at version ${stands.version}. To change it, send If-Match: ${etagOf(stands.version)}.`,
            facts: { version: stands.version },
          });
    case 'version':
      if (stands === undefined)
        return refused({ code: unknownCode(thing), detail: `There is nothing with the id ${thing.id} to change.` });
      return stands.version === expected.version
        ? done(null)
        : refused({
            code: 'version.stale',
            detail: `You changed version ${expected.version}; version ${stands.version} was told on ${dateInWords(dayOf(stands.recordedAt))}. Read it again and decide on that.`,
            facts: { yours: expected.version, version: stands.version },
          });
  }
};

/** A thing's line goes forward: what must still be told of an earlier time is a correction. */
const inOrder = (call: Call, now: string, stands: StoredThing | undefined): Decided<Telling> => {
  const last = stands?.effectiveAt;
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

const placeExists = (act: Act, file: ChainFile): Decided<null> => {
  if (act.thing.kind !== 'programme' && file.programme === undefined)
    return refused({ code: 'programme.unknown', detail: `Your organisation has no programme ${act.place.programme}.` });
  if (act.place.review !== null && act.thing.kind !== 'review' && file.card === undefined)
    return refused({
      code: 'review.unknown',
      detail: `The programme ${act.place.programme} has no review ${act.place.review}.`,
    });
  return file.settings?.closeDown !== undefined && act.evenIfClosed !== true
    ? refused({
        code: 'programme.closed',
        detail: `The programme was closed on ${dateInWords(file.settings.closeDown.on)}; nothing more is recorded in it.`,
      })
    : done(null);
};

/** Ours, half of what the store takes for an item: an event holds the whole record beside its facts. */
const largestRecordBytes = 200 * 1024;

const smallEnough = ({ record }: ThingState): Decided<null> => {
  const bytes = Buffer.byteLength(JSON.stringify(record));
  return bytes <= largestRecordBytes
    ? done(null)
    : refused({
        code: 'record.too-large',
        detail: `The record has ${bytes} bytes; at most ${largestRecordBytes} are kept.`,
        facts: { bytes, most: largestRecordBytes },
      });
};

/** What the store would not take. */
const tooLargeRefusal = ({ review }: Place, { what, size, most }: TooLarge): Refusal =>
  what === 'position'
    ? {
        code: 'review.too-large',
        detail: `What the registers of the review ${review} hold comes to ${size} bytes, packed; at most ${most} are kept of a review. Entries that are struck out make room, and so does a review of its own for a part of the work.`,
        facts: { bytes: size, most },
      }
    : {
        code: 'record.too-large',
        detail: `The record, with what acts have made of it, comes to ${size} ${what === 'item' ? 'bytes, packed' : 'items or bytes in one change'}; at most ${most} are kept.`,
        facts: { bytes: size, most },
      };

/** Answers are kept as history is, people by subject alone; their names are put in when one is shown again. */
const nobodyNamed: ReadonlyMap<string, string> = new Map();

const sameState = (a: ThingState, b: ThingState): boolean => canonicalJson(a) === canonicalJson(b);

/**
 * load -> decide -> save -> answer, for every change there is. Where only the chain's head moved meanwhile, it is
 * decided again on what now stands, up to five times; then the store is busy.
 */
export const tell = async (call: Call, deps: TellsTable, act: Act): Promise<Decided<Answer>> => {
  const registers = [...new Set([...registersBehind(act.thing.kind), ...(act.registers ?? [])])];
  const wanted = {
    changed: act.thing,
    things: [...(act.things ?? []), ...(act.versionOf === undefined ? [] : [act.versionOf])],
    registers,
  };
  const { identity } = call;
  const { organisation } = act.place;
  for (let attempt = 0; attempt < tries; attempt += 1) {
    const startedAt = performance.now();
    const asked = act.thing.kind === 'review' ? [...expectedNames(act.place), ...(act.named ?? [])] : [];
    const beside = [...(identity === undefined ? [] : [earlierKey(identity)]), ...nameKeys(organisation, asked)];
    const file = await loadFile(deps.table, act.place, { ...wanted, beside });
    // The way in then answers what this request was answered before.
    if (identity !== undefined && earlierAmong(file.beside(earlierKey(identity)), identity, call.now) !== undefined)
      return refused(keyReused);
    const exists = placeExists(act, file);
    if (exists.kind === 'refused') return exists;
    const stands = act.thing.kind === 'programme' ? file.programme : file.thing(act.thing);
    const target = act.versionOf ?? act.thing;
    const expected = preconditions(
      call.expected,
      target,
      act.versionOf === undefined ? stands : file.thing(act.versionOf),
    );
    if (expected.kind === 'refused') return expected;
    const now = tellingInstant(file, call.now);
    const telling = inOrder(call, now, stands);
    const decided = await act.decide(
      file,
      telling.kind === 'done' ? telling.result : { actor: call.actor, effectiveAt: stands?.effectiveAt ?? now },
    );
    if (decided.kind === 'refused') return decided;
    const decision = decided.result;
    const fits = smallEnough(decision.state);
    if (fits.kind === 'refused') return fits;

    const people = decision.people ?? [];
    const subjects = [...people.map((one) => one.subject), ...(decision.shown ?? [])];
    const known = await readNamesBeside(deps.table, organisation, subjects, { asked, found: file.beside });
    if (act.thing.kind === 'review') expectNames(act.place, subjects);
    const names = new Map([...known, ...people.map((one) => [one.subject, one.name] as const)]);
    const renamed = people.filter((one) => known.get(one.subject) !== one.name);
    const successStatus = call.operation.method === 'PUT' && stands === undefined ? 201 : call.operation.success.status;

    if (
      stands !== undefined &&
      decision.correction === undefined &&
      renamed.length === 0 &&
      call.operation.method === 'PUT' &&
      sameState(stands.state, decision.state)
    )
      return done({ status: 200, headers: { etag: etagOf(stands.version) }, body: act.answer(file, stands, names) });
    if (decision.correction === undefined && telling.kind === 'refused') return telling;
    const effectiveAt =
      decision.correction !== undefined && call.effectiveAt !== undefined
        ? call.effectiveAt
        : telling.kind === 'done'
          ? telling.result.effectiveAt
          : now;

    const changed = appliedChange(file, {
      thing: decision.thing ?? act.thing,
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
      headers: { etag: etagOf(changed.thing.version) },
      body: act.answer(file, changed.thing, names),
    };
    const saved = await saveChange(deps.table, file, changed, {
      checked: decision.checked ?? [],
      intents: [
        ...renamed.map((one) => keepName(deps.table, organisation, one)),
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
                  body: jsonOf(names.size === 0 ? answer.body : act.answer(file, changed.thing, nobodyNamed)),
                },
                call.now,
              ),
            ]),
      ],
    });
    if (saved.kind === 'saved') return done(answer);
    // The way in then answers what the winner of the race was told.
    if (saved.kind === 'answered-before') return refused(keyReused);
    if (saved.kind === 'too-large') return refused(tooLargeRefusal(act.place, saved));
    await jitter(attempt, performance.now() - startedAt);
  }
  throw new StoreBusy('others changed the same chain five times meanwhile');
};

/** The answer as JSON holds it. */
const jsonOf = (body: unknown) => JSON.parse(JSON.stringify(body));
