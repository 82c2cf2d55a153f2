import { emptyPosition } from '#domain/position/sections.ts';
import { ReviewPosition, type SectionName } from '#schemas/position.ts';
import type { Table } from '../table/client.ts';
import { type Item, readByKey, StoreBusy, UnreadableItem } from '../table/items.ts';
import { type Key, type ProgrammeRef, partKey, reviewHeadKey } from '../table/keys.ts';
import { fiveTries, retry } from '../table/retry.ts';
import { type Part, partFrom } from './parts.ts';
import { headFrom, type ReviewHead } from './review-head.ts';

export type Parts = ReadonlyMap<SectionName, Part>;

/** A review's head, and the parts of its position that were asked for, as of that head. */
export interface StoredPosition {
  readonly head: ReviewHead;
  readonly parts: Parts;
}

export const sectionNames: readonly SectionName[] = ReviewPosition.keyof().options;

type Contents = ReadonlyMap<SectionName, { readonly content: unknown }>;

/** The position from its parts; a section without one is empty. @throws Error where a part does not parse, or the review's own is missing */
export function positionFrom(parts: Contents): ReviewPosition;
export function positionFrom(parts: Contents): object {
  if (!parts.has('review')) throw new Error('its section review is missing');
  const read = [...parts].map(([section, { content }]) => {
    const parsed = ReviewPosition.shape[section].safeParse(content);
    if (!parsed.success) throw new Error(`its section ${section} does not parse: ${parsed.error.message}`);
    return [section, parsed.data];
  });
  return { ...emptyPosition, ...Object.fromEntries(read) };
}

/** The same of all that is stored of a review. @throws UnreadableItem where it does not parse */
export const positionOf = (key: Key, parts: Parameters<typeof positionFrom>[0]): ReviewPosition => {
  try {
    return positionFrom(parts);
  } catch (error) {
    throw new UnreadableItem(key, error instanceof Error ? error.message : 'its sections do not parse');
  }
};

/**
 * The parts as of a head; undefined where one is of another change than the head names: it was read before that change,
 * or after a later one.
 */
export const partsOfHead = (
  head: ReviewHead,
  sections: readonly SectionName[],
  itemOf: (section: SectionName) => Item | undefined,
): Parts | undefined => {
  const parts = new Map<SectionName, Part>();
  for (const section of sections) {
    const item = itemOf(section);
    const part = item === undefined ? undefined : partFrom(item);
    if (part?.sequence !== head.parts[section]) return undefined;
    if (part !== undefined) parts.set(section, part);
  }
  return parts;
};

/**
 * A01: a review's head, some parts of its position as of that head, and what else is read in the same call; undefined
 * where the review does not exist.
 * @throws UnreadableItem where head or part cannot be read, or a part that the head names is at every read missing
 * @throws StoreBusy where every read met a change between head and parts
 */
export const readWithPosition = async (
  table: Table,
  programmeRef: ProgrammeRef,
  review: string,
  sections: readonly SectionName[],
  alsoRead: readonly Key[],
): Promise<{ readonly position: StoredPosition | undefined; readonly found: (key: Key) => Item | undefined }> => {
  const headKey = reviewHeadKey(programmeRef, review);
  const keyOfPart = (section: SectionName): Key => partKey(programmeRef, review, section);
  let missing: UnreadableItem | undefined;
  const read = async () => {
    const found = await readByKey(table, [headKey, ...sections.map(keyOfPart), ...alsoRead]);
    const item = found(headKey);
    if (item === undefined) return { position: undefined, found };
    const head = headFrom(item);
    const parts = partsOfHead(head, sections, (section) => found(keyOfPart(section)));
    if (parts !== undefined) return { position: { head, parts }, found };
    const lost = sections.find((one) => head.parts[one] !== undefined && found(keyOfPart(one)) === undefined);
    missing = lost === undefined ? undefined : new UnreadableItem(headKey, `its part ${lost} is missing`);
    return undefined;
  };
  const outcome = await retry(read, fiveTries, table.deadline);
  if (outcome === undefined) throw missing ?? new StoreBusy('the review was changed at every read');
  return outcome;
};
