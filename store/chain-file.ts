import { kindsBehind, sectionsTouchedBy, type ThingAt } from '#domain/position/sections.ts';
import type { ThingKind } from '#schemas/history.ts';
import { Programme } from '#schemas/programme.ts';
import { type Card, readCard } from './cards.ts';
import type { Table } from './client.ts';
import { type Item, numberOf, readItem, readItems, textOf } from './items.ts';
import { headKey, type Key, type Place, programmeKey, thingKey } from './keys.ts';
import { isOpened } from './opened.ts';
import { readRegister, type StoredThing, thingFrom } from './things.ts';

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
}

const nameOf = (name: ThingName): string => `${name.kind}#${name.id}`;
const sameKey = (item: Item, key: Key): boolean => item.pk?.S === key.pk && item.sk?.S === key.sk;

/** The registers that the position's sections touched by a kind are made from. */
export const registersBehind = (kind: ThingKind): readonly ThingKind[] => [
  ...new Set(sectionsTouchedBy(kind).flatMap((section) => kindsBehind(section))),
];

/**
 * A01: loads the file of a chain: its head (a review's card, the programme's head item), and only then the programme's
 * settings, the things named and whole registers. So nothing is older than the head; what is told meanwhile moves the
 * head, on which the commit conditions. In one round a head could be newer than the register that its card is made of.
 */
export const loadFile = async (
  table: Table,
  place: Place,
  wanted: { things: readonly ThingName[]; registers: readonly ThingKind[] },
): Promise<ChainFile> => {
  const { review } = place;
  const card = review === null ? undefined : await readCard(table, place, review);
  const headItem = review === null ? await readItem(table, headKey(place)) : undefined;
  const named = wanted.things.filter((one) => one.kind === 'programme' || !wanted.registers.includes(one.kind));
  const keys = [
    programmeKey(place),
    ...named.filter((one) => one.kind !== 'programme').map((one) => thingKey(place, one.kind, one.id)),
  ];
  const distinctKeys = [...new Map(keys.map((key) => [`${key.pk}|${key.sk}`, key])).values()];
  const [items, ...registers] = await Promise.all([
    readItems(table, distinctKeys),
    ...wanted.registers.map(async (kind) => [kind, await readRegister(table, place, kind)] as const),
  ]);
  const found = (key: Key): Item | undefined => items.find((item) => sameKey(item, key));
  const things = new Map<string, StoredThing>();
  for (const one of named) {
    const item = found(thingKey(place, one.kind, one.id));
    if (item !== undefined) things.set(nameOf(one), thingFrom(one.kind, one.id, item));
  }
  const byKind = new Map(registers);
  for (const [, register] of registers) for (const thing of register) things.set(nameOf(thing), thing);

  const programmeItem = found(programmeKey(place));
  const programme = programmeItem === undefined ? undefined : thingFrom('programme', place.programme, programmeItem);
  return {
    place,
    card,
    opened: isOpened(programmeItem),
    programme,
    settings: programme === undefined ? undefined : Programme.parse(programme.state.record),
    head:
      card !== undefined
        ? { sequence: card.headSequence, digest: card.headDigest, recordedAt: card.headRecordedAt }
        : headItem !== undefined
          ? {
              sequence: numberOf(headItem, 'headSequence'),
              digest: textOf(headItem, 'headDigest'),
              recordedAt: headItem.headRecordedAt?.S,
            }
          : null,
    thing: (name) => things.get(nameOf(name)),
    register: (kind) => byKind.get(kind) ?? [],
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
