import { foundIn, labelOfField, type TextOfRecord, textsOf } from '#domain/search.ts';
import { exemptionOf } from '#schemas/exemption.ts';
import type { HistoryEvent, RecordKind, RecordState } from '#schemas/history.ts';
import type { Found } from '#schemas/operations/search.ts';
import { readEvents, type StoredRecord } from '#store/records/records.ts';
import { readRecordsOfChain } from '#store/records/records-of-chain.ts';
import type { ChainRef } from '#store/table/keys.ts';
import type { ReadsTable } from '../http/call.ts';
import { calledBy } from '../views/called-by.ts';
import { markedRecord } from '../views/entry-view.ts';
import { markingOf, recordRefOf } from './marked-events.ts';

/** A record that was found, and its place among those of its chain. */
export interface Hit {
  readonly place: string;
  readonly found: Omit<Found, 'review'>;
}

export interface Sought {
  readonly words: readonly string[];
  readonly inEarlierTexts: boolean;
  /** A text as the reader may see it; asked for where a chain holds what is exempt. */
  readonly visible: (exempt: boolean) => Promise<(text: string) => string>;
}

/** Reports have pages of their own, and the settings are no register. */
const isSearched = (kind: RecordKind): boolean => kind !== 'publication' && kind !== 'programme';

const keyOf = ({ field, text }: TextOfRecord): string => `${field} ${text}`;

interface Known {
  readonly storedRecord: StoredRecord;
  readonly called: string;
  readonly texts: readonly TextOfRecord[];
}

const hitOf = (
  { storedRecord: { kind, id, state }, called }: Known,
  texts: readonly TextOfRecord[],
  earlier: HistoryEvent | undefined,
): Hit => ({
  place: `${kind}#${id}#${String(earlier?.sequence ?? 0).padStart(10, '0')}`,
  found: {
    kind,
    id,
    called,
    struckOut: state.struckOut !== null,
    texts: texts.map(({ field, text }) => ({ field, label: labelOfField(kind, field), excerpt: text })),
    earlier: earlier === undefined ? null : { sequence: earlier.sequence, effectiveAt: earlier.effectiveAt },
  },
});

/** Texts that records of a chain had and have no more: each by the first change that recorded it. */
const earlierHits = (
  events: readonly HistoryEvent[],
  known: ReadonlyMap<string, Known>,
  words: readonly string[],
  visible: (text: string) => string,
): readonly Hit[] => {
  const marked = markingOf(events);
  const seen = new Map([...known].map(([name, { texts }]) => [name, new Set(texts.map(keyOf))]));
  return events
    .toSorted((one, other) => one.sequence - other.sequence)
    .flatMap((event) => {
      const name = recordRefOf(event);
      const [record, before] = [known.get(name), seen.get(name)];
      if (record === undefined || before === undefined) return [];
      const texts = textsOf(event.recordRef.kind, marked(event).after, visible);
      const since = texts.filter((one) => !before.has(keyOf(one)));
      for (const one of texts) before.add(keyOf(one));
      const found = foundIn(texts, words, since);
      return found.length === 0 ? [] : [hitOf(record, found, event)];
    });
};

const knownAs = (storedRecord: StoredRecord, visible: (text: string) => string): Known => {
  const state: RecordState = markedRecord(storedRecord).state;
  const called = visible(calledBy({ recordRef: storedRecord }, state));
  return { storedRecord, called, texts: textsOf(storedRecord.kind, state, visible) };
};

/** The records of a chain in which every word was found, in order of kind and id; what is there today before what was there. */
export const searchChain = async (deps: ReadsTable, chainRef: ChainRef, sought: Sought): Promise<readonly Hit[]> => {
  const { words, inEarlierTexts } = sought;
  const [all, events] = await Promise.all([
    readRecordsOfChain(deps.table, chainRef),
    inEarlierTexts ? readEvents(deps.table, chainRef) : [],
  ]);
  const records = all.filter(({ kind }) => isSearched(kind));
  const isExempt =
    records.some(({ state }) => exemptionOf(state.record) !== undefined) ||
    events.some(({ after }) => exemptionOf(after.record) !== undefined);
  const visible = await sought.visible(isExempt);
  const known = new Map(records.map((one) => [recordRefOf({ recordRef: one }), knownAs(one, visible)]));
  const today = [...known.values()].flatMap((one) => {
    const texts = foundIn(one.texts, words);
    return texts.length === 0 ? [] : [hitOf(one, texts, undefined)];
  });
  const hits = [...today, ...earlierHits(events, known, words, visible)];
  return hits.toSorted((one, other) => (one.place < other.place ? -1 : 1));
};
