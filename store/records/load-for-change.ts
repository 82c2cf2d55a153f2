import { kindsBehind, sectionsTouchedBy, type ThingAt } from '#domain/position/sections.ts';
import type { ThingKind } from '#schemas/history.ts';
import { type Programme, settingsFrom } from '#schemas/programme.ts';
import { type Card, readWithCard } from '../positions/cards.ts';
import type { Table } from '../table/client.ts';
import { type Item, numberOf, readByKey, textOf } from '../table/items.ts';
import { headKey, type Key, type Place, programmeKey, thingKey } from '../table/keys.ts';
import { isOpened } from './first-review.ts';
import { readRegister, type StoredThing, thingFrom } from './records.ts';

export interface ThingName {
  readonly kind: ThingKind;
  readonly id: string;
}

export interface ChainHead {
  readonly sequence: number;
  readonly digest: string;
  /** When it was told; undefined where the head was kept without it. */
  readonly recordedAt: string | undefined;
}

/** What a decision about one chain needs: its head, the things asked for, and the registers they belong to. */
export interface ChainFile {
  readonly place: Place;
  /** Null before the first event. */
  readonly head: ChainHead | null;
  readonly card: Card | undefined;
  readonly programme: StoredThing | undefined;
  readonly settings: Programme | undefined;
  /** Whether a review of the programme was opened before. */
  readonly opened: boolean;
  thing(name: ThingName): StoredThing | undefined;
  /** A register that was asked for, in order of id. */
  register(kind: ThingKind): readonly StoredThing[];
  /** What was read beside the head. */
  beside(key: Key): Item | undefined;
}

const nameOf = (name: ThingName): string => `${name.kind}#${name.id}`;

/** The registers that the position's sections touched by a kind are made from. */
export const registersBehind = (kind: ThingKind): readonly ThingKind[] => [
  ...new Set(sectionsTouchedBy(kind).flatMap((section) => kindsBehind(section))),
];

/** What a decision about a chain wants to know. */
export interface Wanted {
  /** The thing that is changed: the change is written on the very version that was read, so that it may be read with the head. */
  readonly changed?: ThingName;
  readonly things: readonly ThingName[];
  readonly registers: readonly ThingKind[];
  /** What else is read with the head, whatever it is. */
  readonly beside?: readonly Key[];
}

/** A review has one record; its register is read by its key. */
const isRegister = (kind: ThingKind): boolean => kind !== 'review';

const headOf = (card: Card | undefined, item: Item | undefined): ChainHead | null => {
  if (card !== undefined)
    return { sequence: card.headSequence, digest: card.headDigest, recordedAt: card.headRecordedAt };
  return item === undefined
    ? null
    : {
        sequence: numberOf(item, 'headSequence'),
        digest: textOf(item, 'headDigest'),
        recordedAt: item.headRecordedAt?.S,
      };
};

/**
 * A01: loads the file of a chain: its head (a review's card, the programme's head item), and only then the things named
 * and whole registers. So nothing of the chain is older than the head; what is told meanwhile moves the head, on which the
 * commit conditions. In one round a head could be newer than the register that its card is made of. With the head are
 * read: the thing that is changed, on whose version the commit conditions too; the review's record, which is read again
 * where the card names another version of it; and what is of another chain than the head, as the settings are to a review.
 */
export const loadFile = async (table: Table, place: Place, wanted: Wanted): Promise<ChainFile> => {
  const { review } = place;
  const { changed, beside = [] } = wanted;
  const registers = wanted.registers.filter(isRegister);
  const inRegister = (one: ThingName): boolean => registers.includes(one.kind);
  const keyOf = (one: ThingName): Key => thingKey(place, one.kind, one.id);
  const wantsRecord = wanted.registers.includes('review') || wanted.things.some((one) => one.kind === 'review');
  const record: readonly ThingName[] = review !== null && wantsRecord ? [{ kind: 'review', id: review }] : [];
  const early = changed === undefined || inRegister(changed) ? [] : [changed];
  const settingsFirst = review !== null || changed?.kind === 'programme';
  const firstKeys = [...[...early, ...record].map(keyOf), ...(settingsFirst ? [programmeKey(place)] : []), ...beside];
  const first =
    review === null
      ? { card: undefined, found: await readByKey(table, [headKey(place), ...firstKeys]) }
      : await readWithCard(table, place, review, firstKeys);

  const isOfHead = (one: ThingName): boolean => {
    const item = one.kind === 'review' ? first.found(keyOf(one)) : undefined;
    return item !== undefined && numberOf(item, 'version') === first.card?.reviewVersion;
  };
  const known = [...early, ...record.filter(isOfHead)];
  const late = [...wanted.things, ...record].filter(
    (one) => one.kind !== 'programme' && !inRegister(one) && !known.some((other) => nameOf(other) === nameOf(one)),
  );
  const [found, ...read] = await Promise.all([
    readByKey(table, [...(settingsFirst ? [] : [programmeKey(place)]), ...late.map(keyOf)]),
    ...registers.map(async (kind) => [kind, await readRegister(table, place, kind)] as const),
  ]);
  const at = (key: Key): Item | undefined => found(key) ?? first.found(key);

  const things = new Map<string, StoredThing>();
  for (const one of [...known, ...late]) {
    const item = at(keyOf(one));
    if (item !== undefined) things.set(nameOf(one), thingFrom(one.kind, one.id, item));
  }
  for (const [, register] of read) for (const thing of register) things.set(nameOf(thing), thing);
  const byKind = new Map<ThingKind, readonly StoredThing[]>(read);
  byKind.set(
    'review',
    record.flatMap((one) => things.get(nameOf(one)) ?? []),
  );
  const programmeItem = at(programmeKey(place));
  const programme = programmeItem === undefined ? undefined : thingFrom('programme', place.programme, programmeItem);
  return {
    place,
    card: first.card,
    opened: isOpened(programmeItem),
    programme,
    settings: programme === undefined ? undefined : settingsFrom(programme.state.record),
    head: headOf(first.card, review === null ? first.found(headKey(place)) : undefined),
    thing: (name) => things.get(nameOf(name)),
    register: (kind) => byKind.get(kind) ?? [],
    beside: first.found,
  };
};

/**
 * The instant at which something is told of a chain: now, or where the clock that told the last of it is ahead, that
 * instant. So what was told by an instant is always a chain's beginning (ADR 0013).
 */
export const tellingInstant = ({ head }: ChainFile, now: string): string =>
  head?.recordedAt !== undefined && head.recordedAt > now ? head.recordedAt : now;

export const asThingAt = (thing: StoredThing): ThingAt => ({
  review: thing.review,
  kind: thing.kind,
  id: thing.id,
  state: thing.state,
  effectiveAt: thing.effectiveAt,
  ...(thing.alsoExempt === undefined ? {} : { alsoExempt: thing.alsoExempt }),
});
