import type { Role } from '#schemas/people.ts';
import type { ProblemCode } from '#schemas/problems.ts';
import { required } from '../../support/required.ts';

/*
 * The model's world: every thing with its whole line, the length of every chain, and what is published.
 * Nothing of it is ever changed in place.
 */

// biome-ignore lint/suspicious/noExplicitAny: the model reads records freely; the tracker has parsed them
export type Json = any;

export type EntryKind =
  | 'risk'
  | 'saving'
  | 'milestone'
  | 'issue'
  | 'option'
  | 'return'
  | 'business-case'
  | 'market-engagement';
export type Kind = 'programme' | 'review' | 'publication' | EntryKind;

export interface Person {
  readonly subject: string;
  readonly roles: readonly Role[];
}

/** What is asked of the tracker; `review` is '' for the programme itself. */
export interface Request {
  readonly act: Act;
  readonly as: Person;
  readonly review: string;
  readonly kind: Kind;
  readonly id: string;
  readonly body?: Json;
  /** The version in If-Match, or none-there for If-None-Match: *. */
  readonly expected?: number | 'none-there';
  readonly effectiveAt?: string;
  readonly query?: Readonly<Record<string, string>>;
}
export type Act =
  | 'put'
  | 'strike-out'
  | 'correct'
  | 'move'
  | 'stage-work'
  | 'waive'
  | 'outcome'
  | 'validate'
  | 'confirm'
  | 'get'
  | 'list'
  | 'list-reviews'
  | 'gate'
  | 'history'
  | 'run'
  | 'revise'
  | 'report'
  | 'schedule';

/** Stands in an answer for what the model does not predict. */
export const anything = '*';

/** What the model says of an answer: status, code of a problem, and those parts of the body that it models. */
export interface Answer {
  readonly status: number;
  readonly code?: ProblemCode;
  readonly body?: Json;
}

export interface State {
  readonly record: Json;
  readonly facts: Json;
  readonly struckOut: Json;
}
export interface Event {
  readonly sequence: number;
  readonly version: number;
  readonly type: string;
  readonly effectiveAt: string;
  readonly recordedAt: string;
  readonly by: string;
  readonly after: State;
}
export interface Thing {
  readonly version: number;
  readonly effectiveAt: string;
  readonly recordedAt: string;
  readonly by: string;
  readonly state: State;
  /** In order of (effectiveAt, sequence). */
  readonly line: readonly Event[];
}
export interface Published {
  readonly month: string;
  readonly revision: number;
  /** Reviews in the total of that report, and how many. */
  readonly counted: readonly string[];
  readonly closing: number;
  readonly content: Json;
}
export interface World {
  readonly records: ReadonlyMap<string, Thing>;
  readonly heads: ReadonlyMap<string, number>;
  readonly published: readonly Published[];
}

export const emptyWorld: World = { records: new Map(), heads: new Map(), published: [] };

export const nameOf = (review: string, kind: Kind, id: string): string => `${review}|${kind}|${id}`;
export const thingIn = (world: World, review: string, kind: Kind, id: string): Thing | undefined =>
  world.records.get(nameOf(review, kind, id));
export const programmeIn = (world: World): Thing | undefined => thingIn(world, '', 'programme', 'p');
export const reviewIn = (world: World, review: string): Thing | undefined => thingIn(world, review, 'review', review);

/** Things of one kind of a chain by id. */
export const register = (world: World, review: string, kind: Kind): readonly (readonly [string, Thing])[] => {
  const prefix = `${review}|${kind}|`;
  return [...world.records]
    .filter(([name]) => name.startsWith(prefix))
    .map(([name, storedRecord]) => [name.slice(prefix.length), storedRecord] as const)
    .sort(([a], [b]) => (a < b ? -1 : 1));
};
export const reviewIds = (world: World): readonly string[] =>
  [...world.records.keys()]
    .map((name) => name.split('|'))
    .filter(([, kind]) => kind === 'review')
    .map(([review = '']) => review)
    .sort();

/** Today's state of entries that are not struck out. */
export const standing = (world: World, review: string, kind: Kind): readonly State[] =>
  register(world, review, kind)
    .map(([, storedRecord]) => storedRecord.state)
    .filter((state) => state.struckOut === null);

/** What was true of a thing at an instant. */
export const eventAt = (storedRecord: Thing, at: string): Event | undefined =>
  storedRecord.line.filter((event) => event.effectiveAt <= at).at(-1);

/** The world with one event more: the line in order of (effectiveAt, sequence), today = its end. */
export const withEvent = (
  world: World,
  place: { review: string; kind: Kind; id: string },
  told: { type: string; after: State; by: string; effectiveAt: string; recordedAt: string },
): World => {
  const name = nameOf(place.review, place.kind, place.id);
  const before = world.records.get(name);
  const sequence = (world.heads.get(place.review) ?? 0) + 1;
  const version = (before?.version ?? 0) + 1;
  const line = [...(before?.line ?? []), { ...told, sequence, version }].sort((a, b) =>
    a.effectiveAt === b.effectiveAt ? a.sequence - b.sequence : a.effectiveAt < b.effectiveAt ? -1 : 1,
  );
  const last = required(line.at(-1));
  const { by, recordedAt } = told;
  const storedRecord: Thing = { version, by, recordedAt, effectiveAt: last.effectiveAt, state: last.after, line };
  return {
    ...world,
    records: new Map(world.records).set(name, storedRecord),
    heads: new Map(world.heads).set(place.review, sequence),
  };
};

const sorted = (value: Json): Json =>
  Array.isArray(value)
    ? value.map(sorted)
    : value !== null && typeof value === 'object'
      ? Object.fromEntries(
          Object.keys(value)
            .filter((name) => value[name] !== undefined)
            .sort()
            .map((name) => [name, sorted(value[name])]),
        )
      : value;
export const same = (one: Json, other: Json): boolean => JSON.stringify(sorted(one)) === JSON.stringify(sorted(other));
