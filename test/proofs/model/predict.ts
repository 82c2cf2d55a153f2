import type { ProblemCode } from '#schemas/problems.ts';
import { asAtFromText, dayOf, fromText, startOfDay } from './london-time.ts';
import type { Content, Ref, State, StoredRecord, World } from './world.ts';
import { eventAt, lastOf, programmeBegins, recordAt, withEvent } from './world.ts';

/*
 * What a change or a read of one record is answered (docs/meaning.md): the world and the request in, the world after it and
 * the answer out.
 */

/** The acts in the life of a review: from which lifecycles, and to which (docs/meaning.md REVIEW-25). */
export const lives = {
  approve: [['potential'], 'active'],
  pause: [['active'], 'paused'],
  restart: [['paused'], 'active'],
  complete: [['active', 'paused'], 'completed'],
  stop: [['potential', 'active', 'paused'], 'stopped'],
  transfer: [['potential', 'active', 'paused'], 'transferred'],
  reopen: [['stopped', 'completed', 'transferred'], 'active'],
} as const;

export type Change =
  | { readonly act: 'put'; readonly content: Content }
  | { readonly act: 'live'; readonly kind: keyof typeof lives }
  | { readonly act: 'strike-out'; readonly undo: boolean }
  | { readonly act: 'correct'; readonly corrects: number; readonly at: string; readonly content: Content };

export interface Write {
  readonly ref: Ref;
  readonly change: Change;
  /** The version in If-Match, none-there for If-None-Match: *; undefined: neither. */
  readonly expected: number | 'none-there' | undefined;
  /** A date or an instant; undefined: now. */
  readonly effectiveAt: string | undefined;
  readonly mayWrite: boolean;
}
export interface Read {
  readonly ref: Ref;
  readonly asAt: string | undefined;
  readonly knownAt: string | undefined;
}

/** What the model says of an answer: a status, and the code of its problem or what is read of the record. */
export interface Answer {
  readonly status: number;
  readonly code?: ProblemCode;
  readonly record?: Seen;
}
export interface Seen extends State {
  readonly version: number;
  readonly effectiveAt: string;
}

const statuses: Partial<Record<ProblemCode, number>> = {
  'request.invalid': 400,
  'role.not-allowed': 403,
  'review.unknown': 404,
  'entry.unknown': 404,
  'version.stale': 412,
  'version.exists': 412,
  'version.missing': 428,
};
const refused = (code: ProblemCode): Answer => ({ status: statuses[code] ?? 409, code });

const same = (one: State, other: State): boolean =>
  one.struckOut === other.struckOut &&
  one.leaves === other.leaves &&
  one.content.title === other.content.title &&
  one.content.kind === other.content.kind;

const shown = ({ content, struckOut }: State): Pick<State, 'content' | 'struckOut'> => ({ content, struckOut });
const seenOf = (record: StoredRecord): Seen => {
  const { effectiveAt, after } = lastOf(record);
  return { ...shown(after), version: record.version, effectiveAt };
};
const unknown = ({ entry }: Ref): ProblemCode => (entry === null ? 'review.unknown' : 'entry.unknown');

/** Who may not, what is missing and what cannot be, in the order in which the API says so; undefined: nothing of it. */
const refusedAtOnce = (world: World, write: Write, now: string): ProblemCode | undefined => {
  const { ref, change, expected, effectiveAt, mayWrite } = write;
  if (!mayWrite) return 'role.not-allowed';
  const isVersioned = change.act !== 'correct';
  if (
    isVersioned &&
    (expected === undefined || ((change.act === 'strike-out' || change.act === 'live') && expected === 'none-there'))
  )
    return 'version.missing';
  const at = change.act === 'correct' ? change.at : effectiveAt;
  if (at !== undefined && fromText(at) > now) return 'request.invalid';
  return ref.entry !== null && recordAt(world, { ...ref, entry: null }) === undefined ? 'review.unknown' : undefined;
};

const versionRefused = (before: StoredRecord | undefined, { ref, expected }: Write): ProblemCode | undefined => {
  if (expected === 'none-there') return before === undefined ? undefined : 'version.exists';
  if (before === undefined) return unknown(ref);
  return before.version === expected ? undefined : 'version.stale';
};

/** A PUT leaves the lifecycle of a review as it was. */
const livedOn = ({ entry }: Ref, before: State | undefined): Partial<Content> =>
  entry === null && before !== undefined ? { kind: before.content.kind } : {};

/** What a change makes of a record, or why it is refused. */
const decided = (before: StoredRecord | undefined, { ref, change }: Write): State | ProblemCode => {
  const state = before === undefined ? undefined : lastOf(before).after;
  if (change.act === 'put')
    return state?.struckOut === true
      ? 'entry.struck-out'
      : { content: { ...change.content, ...livedOn(ref, state) }, struckOut: false };
  if (state === undefined) return 'entry.unknown';
  if (change.act === 'live') {
    const [from, kind] = lives[change.kind];
    const isTaken = from.some((one) => one === state.content.kind);
    const leaves = change.kind === 'complete' ? { leaves: true as const } : {};
    return isTaken ? { ...state, ...leaves, content: { ...state.content, kind } } : 'lifecycle.not-from-here';
  }
  const undo = change.act === 'strike-out' && change.undo;
  if (state.struckOut !== undo) return undo ? 'entry.not-struck-out' : 'entry.struck-out';
  return { ...state, struckOut: !undo };
};

/** From when a change is true that says so: never before its review or programme began; the day of that beginning means from then. */
const fromBeginning = (world: World, { review, entry }: Ref, given: string): string | undefined => {
  const owner = entry === null ? undefined : recordAt(world, { review, entry: null });
  const from = owner === undefined ? fromText(programmeBegins) : owner.line[0].effectiveAt;
  const at = fromText(given);
  if (at >= from) return at;
  return at === startOfDay(dayOf(from)) ? from : undefined;
};

/** The truth from an instant on, over what held there; what was recorded of later times stands. */
const corrected = (world: World, { ref, change }: Write, now: string): readonly [World, Answer] => {
  const before = recordAt(world, ref);
  const effectiveAt = change.act === 'correct' ? fromBeginning(world, ref, change.at) : undefined;
  if (effectiveAt === undefined) return [world, refused('effective.too-early')];
  if (change.act !== 'correct' || before === undefined) return [world, refused(unknown(ref))];
  const wrong = before.line.find((event) => event.sequence === change.corrects);
  if (wrong === undefined) return [world, refused('correction.event-unknown')];
  const { struckOut } = (eventAt(before, effectiveAt) ?? wrong).after;
  const next = withEvent(world, ref, { effectiveAt, recordedAt: now, after: { content: change.content, struckOut } });
  const record = recordAt(next, ref);
  return [next, { status: 200, ...(record === undefined ? {} : { record: seenOf(record) }) }];
};

/**
 * The world after a change, and its answer. `now` is the instant at which the tracker says that it recorded it: whoever
 * compares has checked that it lies between question and answer.
 */
export const predictWrite = (world: World, write: Write, now: string): readonly [World, Answer] => {
  const { ref, change } = write;
  const atOnce = refusedAtOnce(world, write, now);
  if (atOnce !== undefined) return [world, refused(atOnce)];
  if (change.act === 'correct') return corrected(world, write, now);
  const before = recordAt(world, ref);
  const stale = versionRefused(before, write);
  if (stale !== undefined) return [world, refused(stale)];
  const given = write.effectiveAt === undefined ? undefined : fromBeginning(world, ref, write.effectiveAt);
  if (write.effectiveAt !== undefined && given === undefined) return [world, refused('effective.too-early')];
  const after = decided(before, write);
  if (typeof after === 'string') return [world, refused(after)];
  if (change.act === 'put' && before !== undefined && same(lastOf(before).after, after))
    return [world, { status: 200, record: seenOf(before) }];
  const last = before === undefined ? '' : lastOf(before).effectiveAt;
  const effectiveAt = given ?? (last > now ? last : now);
  if (effectiveAt < last) return [world, refused('effective.out-of-order')];
  const reopens = change.act === 'live' && change.kind === 'reopen' ? { reopens: true as const } : {};
  const next = withEvent(world, ref, { effectiveAt, recordedAt: now, after, ...reopens });
  const record = recordAt(next, ref);
  return [
    next,
    {
      status: before === undefined ? 201 : 200,
      ...(record === undefined ? {} : { record: seenOf(record) }),
    },
  ];
};

/** What a read answers of a record, today or by the two times; its version is that of the record then. */
export const predictRead = (world: World, { ref, asAt, knownAt }: Read): Answer => {
  const record = recordAt(world, ref);
  if (asAt === undefined && knownAt === undefined)
    return record === undefined ? { status: 404 } : { status: 200, record: seenOf(record) };
  const event = record === undefined ? undefined : eventAt(record, asAtFromText(asAt ?? knownAt ?? ''), knownAt);
  return event === undefined || record === undefined
    ? { status: 404 }
    : {
        status: 200,
        record: { ...shown(event.after), version: versionOf(record, event.sequence), effectiveAt: event.effectiveAt },
      };
};

/** The how-manieth event of the record it is, in the order in which they were recorded. */
const versionOf = ({ line }: StoredRecord, sequence: number): number =>
  line.filter((event) => event.sequence <= sequence).length;
