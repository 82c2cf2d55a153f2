import type * as z from 'zod';
import { schemasOf } from '#domain/record-schemas.ts';
import type { HistoryEvent, RecordKind, RecordState } from '#schemas/history.ts';
import { ReviewPosition, type SectionName } from '#schemas/position.ts';
import { partFrom } from '../positions/parts.ts';
import { headFrom } from '../positions/review-head.ts';
import { type Item, keyOf, UnreadableItem } from '../table/items.ts';
import { eventFrom, recordFromItem } from './records.ts';

/*
 * What a change is about to write, read as it will be read. Nothing is acknowledged that could not be read again: where one
 * of these throws, nothing is written, and the answer is a fault of ours.
 */

const fits = (item: Item, schema: z.ZodType, value: unknown, what: string): void => {
  const parsed = schema.safeParse(value);
  if (parsed.success) return;
  const why = parsed.error.issues.map((one) => `${one.path.join('/')} ${one.message}`).join('; ');
  throw new UnreadableItem(keyOf(item), `its ${what} does not fit: ${why}`);
};

/** What is struck out is in no position and no total: that can always be taken back which should never have been there. */
const stateFits = (item: Item, kind: RecordKind, { record, facts, struckOut }: RecordState): void => {
  if (struckOut !== null) return;
  const schemas = schemasOf(kind);
  fits(item, schemas.record, record, 'record');
  fits(item, schemas.facts, facts, 'facts');
};

/** @throws UnreadableItem */
export const recordIsReadable = (kind: RecordKind, id: string, item: Item): void =>
  stateFits(item, kind, recordFromItem(kind, id, item).state);

/** @throws UnreadableItem */
export const eventIsReadable = ({ recordRef }: HistoryEvent, item: Item): void =>
  stateFits(item, recordRef.kind, eventFrom(item).after);

/** @throws UnreadableItem */
export const headIsReadable = (item: Item): void => {
  headFrom(item);
};

/** @throws UnreadableItem */
export const partIsReadable = (section: SectionName, item: Item): void =>
  fits(item, ReviewPosition.shape[section], partFrom(item).content, `section ${section}`);
