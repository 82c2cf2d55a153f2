import * as z from 'zod';
import { hasFacts, stateAlong } from '#domain/registers/state-along.ts';
import { Instant } from '#language/time.ts';
import { type Exemption, exemptionOf } from '#schemas/exemption.ts';
import { HistoryEvent, type RecordKind, RecordState } from '#schemas/history.ts';
import { Subject } from '#schemas/ids.ts';
import { jsonBody, readBody } from '../table/body.ts';
import type { Table } from '../table/client.ts';
import {
  type Item,
  itemKey,
  number,
  numberOf,
  queryAll,
  queryListPage,
  queryPages,
  readItem,
  sortKeyOf,
  text,
  textOf,
} from '../table/items.ts';
import { type ChainRef, eventKey, eventsOf, eventsUpTo, recordKey, recordsOf, reviewOfChain } from '../table/keys.ts';
import { inShape, recordShape, shapeOf } from '../table/shape.ts';
import { everythingRecorded, isKnown, type KnownAsOf } from './known-as-of.ts';

/** A record as it is today. `version` counts its own changes, `sequence` is its last event's number on the chain. */
export interface StoredRecord {
  /** The review that it belongs to; null for what belongs to the programme itself. */
  readonly review: string | null;
  readonly kind: RecordKind;
  readonly id: string;
  readonly version: number;
  readonly sequence: number;
  readonly effectiveAt: string;
  readonly recordedAt: string;
  readonly by: string;
  readonly state: RecordState;
  /** A later release wrote it: this one may not know all of it. */
  readonly ofNewerShape?: true;
  /** It was corrected once, or may have been: what an event says of its facts is then not all there is to know. */
  readonly corrected?: true;
  /** Of a record as at an instant: the exemption that is on it today, and withholds what was recorded before as well. */
  readonly alsoExempt?: readonly Exemption[];
}

const Body = z.object({
  sequence: z.int(),
  effectiveAt: Instant,
  recordedAt: Instant,
  by: Subject,
  state: RecordState,
  corrected: z.boolean().default(false),
});

/** Records of the shapes before do not say whether they were ever corrected. */
const saysWhetherCorrected = 2;

export const recordItem = (chainRef: ChainRef, storedRecord: StoredRecord): Item => ({
  ...itemKey(recordKey(chainRef, storedRecord.kind, storedRecord.id)),
  ...inShape(recordShape),
  version: number(storedRecord.version),
  body: jsonBody({
    sequence: storedRecord.sequence,
    effectiveAt: storedRecord.effectiveAt,
    recordedAt: storedRecord.recordedAt,
    by: storedRecord.by,
    state: storedRecord.state,
    ...(storedRecord.corrected === true ? { corrected: true } : {}),
  }),
});

const bodyOf = (
  item: Item,
): Pick<StoredRecord, 'sequence' | 'effectiveAt' | 'recordedAt' | 'by' | 'state' | 'corrected'> => {
  const { corrected, ...body } = readBody(item, Body);
  return corrected || shapeOf(item) < saysWhetherCorrected ? { ...body, corrected: true } : body;
};

export const recordFromItem = (kind: RecordKind, id: string, item: Item): StoredRecord => ({
  review: reviewOfChain(textOf(item, 'pk')),
  kind,
  id,
  version: numberOf(item, 'version'),
  ...bodyOf(item),
  ...(shapeOf(item) > recordShape ? { ofNewerShape: true } : {}),
});

const idAfter = (prefix: string, item: Item): string => sortKeyOf(item).slice(prefix.length);

/** A02: a record as it is today. */
export const readRecord = async (
  table: Table,
  chainRef: ChainRef,
  kind: RecordKind,
  id: string,
): Promise<StoredRecord | undefined> => {
  const item = await readItem(table, recordKey(chainRef, kind, id));
  return item === undefined ? undefined : recordFromItem(kind, id, item);
};

/** A03: every record of a register, in order of id. */
export const readRegister = async (
  table: Table,
  chainRef: ChainRef,
  kind: RecordKind,
): Promise<readonly StoredRecord[]> => {
  const range = recordsOf(chainRef, kind);
  return (await queryAll(table, range)).map((item) => recordFromItem(kind, idAfter(range.begins, item), item));
};

/** A04: a page of a register, in order of id, after an id. */
export const readRegisterPage = async (
  table: Table,
  chainRef: ChainRef,
  kind: RecordKind,
  options: { limit: number; afterId: string | undefined },
): Promise<{ records: readonly StoredRecord[]; nextId: string | undefined }> => {
  const range = recordsOf(chainRef, kind);
  const page = await queryListPage(table, range, { limit: options.limit, afterPart: options.afterId });
  return {
    records: page.items.map((item) => recordFromItem(kind, idAfter(range.begins, item), item)),
    nextId: page.next,
  };
};

// Events

/** `answered`: the scope under which whoever recorded it is answered again, so that a redaction finds that answer. */
export const eventItem = (chainRef: ChainRef, event: HistoryEvent, answered?: string): Item => ({
  ...itemKey(eventKey(chainRef, event.recordRef.kind, event.recordRef.id, event.effectiveAt, event.sequence)),
  ...inShape(recordShape),
  ...(answered === undefined ? {} : { answered: text(answered) }),
  body: jsonBody(event),
});

export const answeredAs = (item: Item): string | undefined => item.answered?.S;

/** @throws UnreadableItem where it does not parse */
export const eventFrom = (item: Item): HistoryEvent => readBody(item, HistoryEvent);

/** A record rebuilt from the event that last changed it. */
export const recordAt = (event: HistoryEvent): StoredRecord => ({
  review: event.chain.split('/')[1] ?? null,
  kind: event.recordRef.kind,
  id: event.recordRef.id,
  version: event.version,
  sequence: event.sequence,
  effectiveAt: event.effectiveAt,
  recordedAt: event.recordedAt,
  by: event.by,
  state: event.after,
});

/** What changed a record after an instant are few events, more often none: so many are read at once. */
const eventsAtOnce = 4;

const withExemptionOf = (storedRecord: StoredRecord, today: StoredRecord | undefined): StoredRecord => {
  const exempt = today === undefined ? undefined : exemptionOf(today.state.record);
  return exempt === undefined ? storedRecord : { ...storedRecord, alsoExempt: [exempt] };
};

const lastEventBy = async (
  table: Table,
  chainRef: ChainRef,
  { kind, id }: Pick<StoredRecord, 'kind' | 'id'>,
  asAt: string,
  knowledge: KnownAsOf,
): Promise<HistoryEvent | undefined> => {
  const range = eventsUpTo(chainRef, kind, id, asAt);
  const limit = knowledge.kind === 'all' ? 1 : eventsAtOnce;
  for await (const items of queryPages(table, range, { backwards: true, limit }))
    for (const item of items) {
      const event = eventFrom(item);
      if (isKnown(knowledge, chainRef, event)) return event;
    }
  return undefined;
};

/**
 * A05: what was true of a record at an instant, as known now or as was known: its last event by then. The line of a record that
 * was ever corrected is read whole, since its facts are derived from all of it.
 */
export const readRecordAsAt = async (
  table: Table,
  chainRef: ChainRef,
  kind: RecordKind,
  id: string,
  asAt: string,
  knowledge: KnownAsOf = everythingRecorded,
): Promise<StoredRecord | undefined> => {
  const [today, last] = await Promise.all([
    hasFacts(kind) ? readRecord(table, chainRef, kind, id) : undefined,
    lastEventBy(table, chainRef, { kind, id }, asAt, knowledge),
  ]);
  if (last === undefined || today?.corrected !== true) return last === undefined ? undefined : recordAt(last);
  const line = await readLine(table, chainRef, kind, id);
  const state = stateAlong(line.filter((event) => event.effectiveAt <= asAt && isKnown(knowledge, chainRef, event)));
  return { ...recordAt(last), state };
};

/** A02: a record as at an instant, with the exemption that is on it today. */
export const withExemptionOfToday = async (
  table: Table,
  chainRef: ChainRef,
  then: StoredRecord,
): Promise<StoredRecord> => withExemptionOf(then, await readRecord(table, chainRef, then.kind, then.id));

/** A06: a record as it was first recorded of its earliest time, by what was known. */
export const readFirstOf = async (
  table: Table,
  chainRef: ChainRef,
  kind: RecordKind,
  id: string,
  knowledge: KnownAsOf,
): Promise<StoredRecord | undefined> => {
  const first = (await readLine(table, chainRef, kind, id)).find((event) => isKnown(knowledge, chainRef, event));
  return first === undefined ? undefined : recordAt(first);
};

/** A06: the line of a record: all its events in order of (effectiveAt, sequence). */
export const readLine = async (
  table: Table,
  chainRef: ChainRef,
  kind: RecordKind,
  id: string,
): Promise<readonly HistoryEvent[]> => (await queryAll(table, eventsOf(chainRef, kind, id))).map(eventFrom);

/** A07: every event of a chain, or of one of its registers, each record's in order of (effectiveAt, sequence). */
export const readEvents = async (
  table: Table,
  chainRef: ChainRef,
  kind?: RecordKind,
): Promise<readonly HistoryEvent[]> => (await queryAll(table, eventsOf(chainRef, kind))).map(eventFrom);

/** The records of a chain, or of one of its registers, as at an instant, as known now or as was known; in order of id. */
export const readRecordsAsAt = async (
  table: Table,
  chainRef: ChainRef,
  kind: RecordKind | undefined,
  asAt: string,
  knowledge: KnownAsOf,
): Promise<readonly StoredRecord[]> => {
  const events = await readEvents(table, chainRef, kind);
  const known = events.filter((event) => isKnown(knowledge, chainRef, event));
  return [...withStandingExemptions(foldRecords(known, asAt, Number.POSITIVE_INFINITY), events)].sort((a, b) =>
    a.id < b.id ? -1 : 1,
  );
};

/** Records folded from some of their events, each with the exemption that is on it by all of them. */
export const withStandingExemptions = (
  records: readonly StoredRecord[],
  events: readonly HistoryEvent[],
): readonly StoredRecord[] => {
  if (events.every((event) => event.after.record.exempt === undefined)) return records;
  const nameOf = ({ kind, id }: { readonly kind: RecordKind; readonly id: string }): string => `${kind}#${id}`;
  const today = new Map(foldRecords(events, endOfTime, Number.POSITIVE_INFINITY).map((one) => [nameOf(one), one]));
  return records.map((storedRecord) => withExemptionOf(storedRecord, today.get(nameOf(storedRecord))));
};

/** Later than every instant that a record can name. */
export const endOfTime = '9999-12-31T23:59:59.999Z';

/** In the order of a line: (effectiveAt, sequence). */
const inLineOrder = (a: HistoryEvent, b: HistoryEvent): number =>
  a.effectiveAt < b.effectiveAt ? -1 : a.effectiveAt > b.effectiveAt ? 1 : a.sequence - b.sequence;

/** A record at the end of a part of its line, events in order: the last of them, with its facts derived from all. */
const recordAlong = (line: readonly [HistoryEvent, ...HistoryEvent[]]): StoredRecord => ({
  ...recordAt(line.at(-1) ?? line[0]),
  state: stateAlong(line),
});

/** The facts of a record as they are derived today, or as each event left them: so release 0.2.0 reported (rules-1). */
export type FactsOf = 'derived' | 'as-recorded';

/**
 * The records of a chain as at an instant, from its events: of each record the last event, in order of
 * (effectiveAt, sequence), that is effective by then and not numbered above the head that was known.
 */
export const foldRecords = (
  events: readonly HistoryEvent[],
  asAt: string,
  head: number,
  factsOf: FactsOf = 'derived',
): readonly StoredRecord[] => {
  const lines = new Map<string, [HistoryEvent, ...HistoryEvent[]]>();
  for (const event of events) {
    if (event.effectiveAt > asAt || event.sequence > head) continue;
    const name = `${event.recordRef.kind}#${event.recordRef.id}`;
    const line = lines.get(name);
    if (line === undefined) lines.set(name, [event]);
    else line.push(event);
  }
  return [...lines.values()].map((line) => {
    line.sort(inLineOrder);
    return factsOf === 'derived' ? recordAlong(line) : recordAt(line.at(-1) ?? line[0]);
  });
};
