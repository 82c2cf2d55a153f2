import { type Change, type Happened, happenedBy, mayBeHeardOf } from '#domain/events/programme-event.ts';
import { isHandedOver, transferOf } from '#domain/transfer.ts';
import type { Instant } from '#language/time.ts';
import { registers } from '#registers/all.ts';
import type { HistoryEvent } from '#schemas/history.ts';
import { isForPractice } from '#schemas/practice.ts';
import { ProgrammeEvent } from '#schemas/programme-events.ts';
import { digestOf } from '#store/digests/digest.ts';
import {
  type EventsHeadRead,
  followProgrammes,
  keepEvents,
  mostEventsAtOnce,
  readFollowed,
} from '#store/messages/events.ts';
import { readReviewsAcross } from '#store/positions/across-reviews.ts';
import { everythingRecorded } from '#store/records/known-as-of.ts';
import { readProgrammesPage } from '#store/records/programmes.ts';
import { readFirstOf, readLine, readRecord, type StoredRecord } from '#store/records/records.ts';
import { readRecordsOfChain } from '#store/records/records-of-chain.ts';
import { programmeHead } from '#store/reports/report-heads.ts';
import { UnreadableItem } from '#store/table/items.ts';
import type { ChainRef } from '#store/table/keys.ts';
import {
  apiChainPath,
  apiEntryPath,
  apiReportPath,
  entryPath,
  programmePath,
  reviewPath,
  revisionPath,
} from '#web/pages/paths.ts';
import type { ReadsTable } from '../http/call.ts';
import { causeOf, log, logged } from '../http/log.ts';

export interface CollectsEvents extends ReadsTable {
  /** Where people open the pages, without a final "/". */
  readonly address: string;
  /** For how many days an event is kept. */
  readonly keptDays: number;
  /** Whether another chain may be begun. */
  readonly isTimeLeft: () => boolean;
}

/** Where something is: its path in the API, and where people read it. */
const placeOf = ({ programme, review }: ChainRef, { recordRef: { kind, id }, after }: HistoryEvent) => {
  const at = { programme, ...(review === null ? {} : { review }) };
  const register = registers.find((one) => one.kind === kind)?.path;
  if (register !== undefined)
    return { register, entryId: id, subject: apiEntryPath(at, register, id), page: entryPath(at, register, id) };
  if (kind === 'publication') {
    const report = { programme, month: id, revision: String(after.record.revision) };
    return { subject: apiReportPath(report), page: revisionPath(report) };
  }
  return {
    subject: apiChainPath(at),
    page: review === null ? programmePath(programme) : reviewPath(programme, review),
  };
};

const eventOf = (
  address: string,
  chainRef: ChainRef,
  { event }: Change,
  { type, own }: Happened,
  number: number,
): ProgrammeEvent => {
  const { organisation, programme, review } = chainRef;
  const { subject, page, ...entry } = placeOf(chainRef, event);
  return ProgrammeEvent.parse({
    specversion: '1.0',
    id: digestOf([organisation, programme, review, event.sequence]).slice(0, 32),
    source: `${address}${apiChainPath({ programme })}`,
    type,
    subject,
    time: event.recordedAt,
    datacontenttype: 'application/json',
    sequence: String(number).padStart(10, '0'),
    data: {
      ...{ organisation, programmeId: programme, ...(review === null ? {} : { reviewId: review }), ...entry },
      ...{ change: event.sequence, effectiveAt: event.effectiveAt, link: `${address}${page}`, ...own },
    },
  });
};

/** A change was stored that cannot be understood: its chain waits, and the others go on. */
class NotUnderstood extends Error {
  constructor(cause: unknown) {
    super('a change cannot be understood', { cause });
    this.name = 'NotUnderstood';
  }
}

const understood = (change: Change): readonly { readonly change: Change; readonly happened: Happened }[] => {
  try {
    const happened = happenedBy(change);
    return happened === undefined ? [] : [{ change, happened }];
  } catch (error) {
    throw new NotUnderstood(error);
  }
};

interface Span {
  /** What was looked through before. */
  readonly after: number;
  /** The head of the chain, read before what is on it: all up to there is there. */
  readonly upTo: number;
  /** Of what was recorded from then on. */
  readonly since: Instant;
}

/** The changes of a chain that may be events, in the order of their numbers. */
const changesOf = async (
  deps: ReadsTable,
  chainRef: ChainRef,
  { after, upTo, since }: Span,
): Promise<readonly Change[]> => {
  const settings =
    chainRef.review === null ? await readRecord(deps.table, chainRef, 'programme', chainRef.programme) : undefined;
  const records = [...(await readRecordsOfChain(deps.table, chainRef)), ...(settings === undefined ? [] : [settings])];
  const changes: Change[] = [];
  for (const { kind, id, sequence } of records) {
    if (sequence <= after || !mayBeHeardOf(kind)) continue;
    const line = (await readLine(deps.table, chainRef, kind, id)).toSorted((a, b) => a.sequence - b.sequence);
    for (const [n, event] of line.entries())
      if (event.sequence > after && event.sequence <= upTo && event.recordedAt >= since)
        changes.push({ event, before: line[n - 1]?.after });
  }
  return changes.toSorted((a, b) => a.event.sequence - b.event.sequence);
};

/** The events of an organisation as they are made by one sweep; another that is under way ends it. */
class Collecting {
  readonly #deps: CollectsEvents;
  readonly #organisation: string;
  readonly #now: Instant;
  #head: EventsHeadRead;
  made = 0;
  isAlone = true;

  constructor(deps: CollectsEvents, organisation: string, head: EventsHeadRead, now: Instant) {
    this.#deps = deps;
    this.#organisation = organisation;
    this.#head = head;
    this.#now = now;
  }

  /** Keeps from when on an organisation is followed, before it has a programme. */
  async begin(): Promise<void> {
    if (this.#head.version === 0)
      this.#becomes(this.#head, await followProgrammes(this.#deps.table, this.#organisation, this.#head));
  }

  get goesOn(): boolean {
    return this.isAlone && this.#deps.isTimeLeft();
  }

  /** From when a programme is followed: one that was made here since events are made, from its beginning; any other, from now. */
  async #since({ id, state }: StoredRecord): Promise<Instant> {
    const { head } = this.#head;
    const known = head.programmes[id];
    if (known !== undefined) return known;
    const chainRef = { organisation: this.#organisation, programme: id, review: null };
    const first = await readFirstOf(this.#deps.table, chainRef, 'programme', id, everythingRecorded);
    const isNew = first !== undefined && first.recordedAt >= head.since;
    const since = isNew && transferOf(state)?.state !== 'received' ? head.since : this.#now;
    const next = { ...this.#head, head: { ...head, programmes: { ...head.programmes, [id]: since } } };
    this.#becomes(next, await followProgrammes(this.#deps.table, this.#organisation, next));
    return since;
  }

  #becomes(next: EventsHeadRead, isKept: boolean): void {
    if (isKept) this.#head = { ...next, version: next.version + 1 };
    else this.isAlone = false;
  }

  async #chain(chainRef: ChainRef, span: Span): Promise<void> {
    const found = (await changesOf(this.#deps, chainRef, span)).flatMap(understood);
    for (let from = 0; (from === 0 || from < found.length) && this.isAlone; from += mostEventsAtOnce) {
      const some = found.slice(from, from + mostEventsAtOnce);
      const isLast = from + mostEventsAtOnce >= found.length;
      const upTo = isLast ? span.upTo : (some.at(-1)?.change.event.sequence ?? span.upTo);
      const before = this.#head;
      const events = some.map(({ change, happened }, n) =>
        eventOf(this.#deps.address, chainRef, change, happened, before.last + 1 + n),
      );
      const kept = { days: this.#deps.keptDays, now: this.#now };
      const isKept = await keepEvents(this.#deps.table, chainRef, { events, upTo, before }, kept);
      this.#becomes({ ...before, last: before.last + events.length }, isKept);
      if (isKept) this.made += events.length;
    }
  }

  /** Looks through what went on of a programme since the last sweep. */
  async programme(stored: StoredRecord): Promise<void> {
    const { table } = this.#deps;
    const ref = { organisation: this.#organisation, programme: stored.id };
    const since = await this.#since(stored);
    const followed = await readFollowed(table, ref.organisation, ref.programme);
    const [, ownHead] = await programmeHead(table, ref);
    const chains = [
      { review: null, sequence: ownHead, recordedAt: this.#now },
      ...(await readReviewsAcross(table, ref)),
    ];
    for (const { review, sequence, recordedAt } of chains) {
      const before = followed.get(review);
      const isOld = before === undefined ? recordedAt < since : sequence <= before;
      if (isOld || !this.goesOn) continue;
      try {
        await this.#chain({ ...ref, review }, { after: before ?? 0, upTo: sequence, since });
      } catch (error) {
        if (!(error instanceof UnreadableItem || error instanceof NotUnderstood)) throw error;
        // It is looked through again once it can be read; the others are not kept waiting.
        log.error(logged.itemUnreadable, { programme: stored.id, ...causeOf(error) });
      }
    }
  }
}

/**
 * Makes the events of whatever was recorded since the last sweep, each once. What there is no time for, the next sweep makes.
 * @returns how many were made
 */
export const collectEvents = async (
  deps: CollectsEvents,
  organisation: string,
  head: EventsHeadRead,
  now: Instant,
): Promise<number> => {
  const collecting = new Collecting(deps, organisation, head, now);
  await collecting.begin();
  let afterId: string | undefined;
  do {
    const { programmes, nextId } = await readProgrammesPage(deps.table, organisation, { limit: 100, afterId });
    for (const stored of programmes)
      if (!isHandedOver(stored.state) && !isForPractice(stored.id) && collecting.goesOn)
        await collecting.programme(stored);
    afterId = nextId;
  } while (afterId !== undefined && collecting.goesOn);
  return collecting.made;
};
