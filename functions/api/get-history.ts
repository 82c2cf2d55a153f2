import type * as z from 'zod';
import { type Decided, done } from '#domain/decided.ts';
import { endOfDay, startOfDay } from '#language/time.ts';
import type { HistoryEntry, HistoryEvent, RecordState } from '#schemas/history.ts';
import { getProgrammeHistoryOperation, getReviewHistoryOperation } from '#schemas/operations/history.ts';
import { canonicalJson } from '#store/digests/digest.ts';
import { nameThen, readPeople } from '#store/records/people.ts';
import { readEvents, readLine } from '#store/records/records.ts';
import { type PageAnswer, pageAnswer } from '../http/answer.ts';
import type { Call, ChainParams, ReadsTable } from '../http/call.ts';
import { chainRefOf } from '../http/chain-ref.ts';
import { cursorOf, leadsNowhere, requestedPage } from '../http/paging.ts';
import { query } from '../http/use-case.ts';
import { readMonthsChanged } from '../queries/list-published-months.ts';
import { markingOf, recordRefOf } from '../queries/marked-events.ts';
import { readChain } from '../queries/read-chain.ts';
import { calledBy } from '../views/called-by.ts';

type Value = HistoryEntry['changes'][number]['before'];
/** An entry, before it is known which published months it would change. */
type Change = Omit<HistoryEntry, 'recordedLate'>;

const fieldOf = (state: RecordState | undefined, field: string): Value =>
  state === undefined
    ? null
    : field === 'struckOut'
      ? state.struckOut
      : (state.record[field] ?? state.facts[field] ?? null);

/** Each event with the one before it of the same record. */
const entriesOf = (events: readonly HistoryEvent[]): Change[] => {
  const last = new Map<string, HistoryEvent>();
  const marked = markingOf(events);
  return events.map((event) => {
    const before = last.get(recordRefOf(event));
    last.set(recordRefOf(event), event);
    const [was, is] = [before === undefined ? undefined : marked(before), marked(event)];
    const { sequence, recordRef, version, type, effectiveAt, recordedAt, by, digest } = event;
    return {
      sequence,
      recordRef,
      called: calledBy(event, is.after),
      version,
      type,
      effectiveAt,
      recordedAt,
      by,
      ...(event.onBehalfOf === undefined ? {} : { onBehalfOf: event.onBehalfOf }),
      ...(event.machine === undefined ? {} : { machine: event.machine }),
      reason: is.reason ?? null,
      ...(is.fileDigest === undefined ? {} : { fileDigest: is.fileDigest }),
      corrects: event.corrects ?? null,
      changes: event.changed
        .filter((field) => canonicalJson(fieldOf(before?.after, field)) !== canonicalJson(fieldOf(event.after, field)))
        .map((field) => ({ field, before: fieldOf(was?.after, field), after: fieldOf(is.after, field) })),
      digest,
    };
  });
};

type HistoryCall = Call<ChainParams, z.output<typeof getProgrammeHistoryOperation.query>>;

const asked = (call: HistoryCall, entry: Change): boolean => {
  const { kind, id, actor, field, from, to } = call.query;
  const start = from === undefined ? undefined : from.length === 10 ? startOfDay(from) : from;
  const end = to === undefined ? undefined : to.length === 10 ? endOfDay(to) : to;
  return (
    (kind === undefined || entry.recordRef.kind === kind) &&
    (id === undefined || entry.recordRef.id === id) &&
    (actor === undefined || entry.by === actor) &&
    (field === undefined || entry.changes.some((change) => change.field === field)) &&
    (start === undefined || entry.recordedAt >= start) &&
    (end === undefined || entry.recordedAt <= end)
  );
};

/** Whether a change comes after the one that a page ended with, in the order that was asked for. */
const beyond =
  ({ query: { order } }: HistoryCall, last: number) =>
  (entry: Change | undefined): boolean =>
    entry !== undefined && (order === 'newest-first' ? entry.sequence < last : entry.sequence > last);

/** The events that may be asked for: of one record, of one register, or of the whole chain (docs/adr/0055-history-is-read-whole.md). */
const eventsAsked = ({ query: { kind, id }, ...call }: HistoryCall, { table }: ReadsTable) => {
  const chainRef = chainRefOf(call);
  return kind !== undefined && id !== undefined
    ? readLine(table, chainRef, kind, id)
    : readEvents(table, chainRef, kind);
};

/** The chain of a review, or of the programme itself, in the order in which it was recorded or the other way round. */
const historyOf = async (call: HistoryCall, deps: ReadsTable): Promise<Decided<PageAnswer>> => {
  const page = requestedPage(call, /^\d{1,10}$/);
  if (page.kind === 'refused') return page;
  const chainRef = chainRefOf(call);
  const [programme, events] = await Promise.all([readChain(deps, chainRef), eventsAsked(call, deps)]);
  if (programme.kind === 'refused') return programme;
  const inOrder = [...events].sort((a, b) => a.sequence - b.sequence);
  const entries = entriesOf(inOrder);
  if (call.query.order === 'newest-first') entries.reverse();
  const after = page.result.after === undefined ? undefined : Number(page.result.after);
  // Beyond the last change there is no next page that could have been given.
  if (after !== undefined && !beyond(call, after)(entries.at(-1))) return leadsNowhere();
  const found = entries.filter((entry) => (after === undefined || beyond(call, after)(entry)) && asked(call, entry));
  const { limit } = page.result;
  const lateAlone = call.query.late === 'true';
  // One more than asked for says whether there is a next page.
  const among = lateAlone ? found : found.slice(0, limit + 1);
  const monthsChanged = await readMonthsChanged(deps, chainRef, among);
  const marked = among.map((entry) => {
    const months = monthsChanged(entry);
    return { ...entry, recordedLate: months.length === 0 ? null : { months } };
  });
  const wanted = lateAlone ? marked.filter((entry) => entry.recordedLate !== null) : marked;
  const shown = wanted.slice(0, limit);
  const people = await readPeople(deps.table, chainRef.organisation, [...new Set(shown.map(({ by }) => by))]);
  const items = shown.map((entry) => ({ ...entry, byName: nameThen(people.get(entry.by), entry.recordedAt) }));
  return done(pageAnswer(items, (count, last) => cursorOf(wanted.length > count ? String(last?.sequence) : undefined)));
};

export const getHistory = [
  ...query(getReviewHistoryOperation, historyOf),
  ...query(getProgrammeHistoryOperation, historyOf),
];
