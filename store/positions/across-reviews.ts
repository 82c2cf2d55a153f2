import type { RecordKind } from '#schemas/history.ts';
import type { SectionName } from '#schemas/position.ts';
import { recordFromItem, type StoredRecord } from '../records/records.ts';
import type { Table } from '../table/client.ts';
import { readByKey, UnreadableItem } from '../table/items.ts';
import { type ChainRef, type ProgrammeRef, partKey, recordKey } from '../table/keys.ts';
import type { Listed } from './listed.ts';
import { partFrom } from './parts.ts';
import { readReviewHeads } from './position-pages.ts';

/** A review as a list over all reviews knows it: what lists show, when it was last changed, and which sections it has. */
export interface ReviewAcross {
  readonly review: string;
  readonly listed: Listed;
  /** Of the event that changed it last: nothing of it is other than it was while this is the same. */
  readonly sequence: number;
  /** When anything of it was last recorded. */
  readonly recordedAt: string;
  readonly has: (section: SectionName) => boolean;
}

/**
 * A08: the reviews of a programme in order of id, without their parts.
 * @throws UnreadableItem where a head does not parse
 */
export const readReviewsAcross = async (table: Table, programmeRef: ProgrammeRef): Promise<readonly ReviewAcross[]> => {
  const reviews: ReviewAcross[] = [];
  for await (const heads of readReviewHeads(table, programmeRef, { readAhead: true }))
    for (const { review, head } of heads) {
      if (head instanceof UnreadableItem) throw head;
      const { listed, sequence, recordedAt, parts } = head;
      reviews.push({ review, listed, sequence, recordedAt, has: (section) => parts[section] !== undefined });
    }
  return reviews;
};

/** So many batches of 100 are asked for at once. */
const batchesAtOnce = 5;
const keysABatch = 100;

const inBatches = async <T, R>(
  items: readonly T[],
  read: (some: readonly T[]) => Promise<readonly R[]>,
): Promise<readonly R[]> => {
  const results: R[] = [];
  const step = batchesAtOnce * keysABatch;
  for (let from = 0; from < items.length; from += step) {
    const batches = Array.from({ length: batchesAtOnce }, (_, n) =>
      items.slice(from + n * keysABatch, Math.min(from + step, from + (n + 1) * keysABatch)),
    );
    results.push(...(await Promise.all(batches.filter((some) => some.length > 0).map(read))).flat());
  }
  return results;
};

/**
 * A32: one section of some reviews, as it is today, by review in batches of 100; nothing of a review that has none.
 * @throws UnreadableItem where a part does not parse
 */
export const readSectionAcross = async (
  table: Table,
  programmeRef: ProgrammeRef,
  section: SectionName,
  reviews: readonly string[],
): Promise<readonly { readonly review: string; readonly content: unknown }[]> =>
  inBatches(reviews, async (some) => {
    const found = await readByKey(
      table,
      some.map((review) => partKey(programmeRef, review, section)),
    );
    return some.flatMap((review) => {
      const item = found(partKey(programmeRef, review, section));
      return item === undefined ? [] : [{ review, content: partFrom(item).content }];
    });
  });

/**
 * A32: some sections of some reviews, as they are today, in batches of 100: by review, in any order; nothing of what a review has not.
 * @throws UnreadableItem where a part does not parse
 */
export const readSectionsOf = async (
  table: Table,
  programmeRef: ProgrammeRef,
  wanted: readonly { readonly review: string; readonly section: SectionName }[],
): Promise<ReadonlyMap<string, ReadonlyMap<SectionName, { readonly content: unknown }>>> => {
  const read = await inBatches(wanted, async (some) => {
    const found = await readByKey(
      table,
      some.map(({ review, section }) => partKey(programmeRef, review, section)),
    );
    return some.flatMap(({ review, section }) => {
      const item = found(partKey(programmeRef, review, section));
      return item === undefined ? [] : [{ review, section, content: partFrom(item).content }];
    });
  });
  const sections = new Map<string, Map<SectionName, { readonly content: unknown }>>();
  for (const { review, section, content } of read)
    sections.set(review, (sections.get(review) ?? new Map()).set(section, { content }));
  return sections;
};

/** An entry of a register, and of which review it is; `null`: of the programme itself. */
export interface EntryRef {
  readonly review: string | null;
  readonly kind: RecordKind;
  readonly id: string;
}

/** A33: some entries of any reviews as they are today, in batches of 100, in the order in which they are asked for. */
export const readEntries = async (
  table: Table,
  programmeRef: ProgrammeRef,
  entries: readonly EntryRef[],
): Promise<readonly StoredRecord[]> => {
  const keyOf = ({ review, kind, id }: EntryRef) => recordKey({ ...programmeRef, review } satisfies ChainRef, kind, id);
  return inBatches(entries, async (some) => {
    const found = await readByKey(table, some.map(keyOf));
    return some.flatMap((entry) => {
      const item = found(keyOf(entry));
      return item === undefined ? [] : [recordFromItem(entry.kind, entry.id, item)];
    });
  });
};
