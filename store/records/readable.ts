import type * as z from 'zod';
import { schemasOf } from '#domain/record-schemas.ts';
import { HistoryEvent, type RecordKind, type RecordState } from '#schemas/history.ts';
import { ReviewPosition, type SectionName } from '#schemas/position.ts';
import { Listed } from '../positions/listed.ts';
import { type Part, PartBody } from '../positions/parts.ts';
import { HeadBody, type ReviewHead } from '../positions/review-head.ts';
import { type Item, keyOf, UnreadableItem } from '../table/items.ts';
import { recordFromItem, type StoredRecord } from './records.ts';

/*
 * What a change is about to write, judged by the schemas that it will be read by. Nothing is acknowledged that could not be
 * read again: where one of these throws, nothing is written, and the answer is a fault of ours. Values are judged, not the
 * texts of JSON just made of them: what these schemas take is the same once JSON has written and read it.
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

/**
 * The event and the record after it. The record's state is judged where it is not the event's, as after a correction of
 * the past: what is one state is judged once.
 * @throws UnreadableItem
 */
export const changeIsReadable = (
  { event, storedRecord }: { readonly event: HistoryEvent; readonly storedRecord: StoredRecord },
  items: { readonly event: Item; readonly record: Item },
): void => {
  fits(items.event, HistoryEvent, event, 'event');
  stateFits(items.event, event.recordRef.kind, event.after);
  if (storedRecord.state === event.after) return;
  stateFits(items.record, storedRecord.kind, recordFromItem(storedRecord.kind, storedRecord.id, items.record).state);
};

/** @throws UnreadableItem */
export const headIsReadable = (item: Item, head: ReviewHead): void => {
  fits(item, HeadBody, head, 'head');
  fits(item, Listed, head.listed, 'head');
};

/** @throws UnreadableItem */
export const partIsReadable = (section: SectionName, item: Item, part: Part): void => {
  fits(item, PartBody, part, 'part');
  fits(item, ReviewPosition.shape[section], part.content, `section ${section}`);
};
