import { keyOf, type RecordOfRow, type RecordTable } from '#domain/feeds/register-tables.ts';
import { isStruckOut } from '#domain/review/strike-out-review.ts';
import type { LocalDate } from '#language/time.ts';
import { holdsMark } from '#language/withheld-text.ts';
import { registers } from '#registers/all.ts';
import type { Register } from '#registers/declaration.ts';
import { visibleText } from '#schemas/exemption.ts';
import { ReviewPosition, type SectionName } from '#schemas/position.ts';
import { readEntries } from '#store/positions/across-reviews.ts';
import type { Listed } from '#store/positions/listed.ts';
import { readReviewHeads, readSomeListed } from '#store/positions/position-pages.ts';
import { readRegister, type StoredRecord } from '#store/records/records.ts';
import { UnreadableItem } from '#store/table/items.ts';
import type { ProgrammeRef } from '#store/table/keys.ts';
import type { ReadsTable } from '../http/call.ts';
import { markedRecord } from '../views/entry-view.ts';
import type { Place, RowSource, RowsWanted, Step } from './feed-step.ts';
import { type RedactedSince, readRedactedSince } from './redacted-since.ts';

/*
 * The rows of the tables of the record: of the programme itself, then of each review in order of its id, of each in order of the ids
 * of its entries. So a page goes on where the one before it ended, whatever was recorded meanwhile.
 */

/** Registers of so many reviews are read at once. */
const atOnce = 16;
const reviewsAPage = 200;
/** After every entry: no id begins so. */
const afterEverything = '~';

interface Chain {
  readonly review: string | null;
  readonly isStruckOut: boolean;
  /** When anything of it was last recorded; undefined where that was not looked up. */
  readonly recordedAt: string | undefined;
  readonly has: (section: SectionName) => boolean;
}

interface Asked {
  readonly deps: ReadsTable;
  readonly programmeRef: ProgrammeRef;
  readonly table: RecordTable;
  readonly today: LocalDate;
}

const everyRegister: readonly Register[] = registers;

/** The section of a position that a review has where anything of a kind was ever recorded of it; undefined where none says so. */
const sectionOf = (register: Register | undefined): SectionName | undefined =>
  ReviewPosition.keyof().safeParse(register?.position?.name).data;

const chainOf = (review: string, listed: Listed): Chain => ({
  review,
  isStruckOut: isStruckOut(listed),
  recordedAt: undefined,
  has: () => true,
});

/** The chains that may have rows: the rest of the one where the page before ended, then those after it. */
async function* chainsAfter(
  { deps, programmeRef, table }: Asked,
  after: Place | undefined,
): AsyncGenerator<readonly Chain[]> {
  const register = everyRegister.find(({ kind }) => kind === table.kind);
  const [last] = after ?? [];
  if (last === undefined || last === '') {
    if (register?.scopes.includes('programme') === true)
      yield [{ review: null, isStruckOut: false, recordedAt: undefined, has: () => true }];
  } else if (after?.[1] !== afterEverything) {
    const review = String(last);
    const listed = (await readSomeListed(deps.table, programmeRef, [review])).get(review)?.listed;
    if (listed !== undefined) yield [chainOf(review, listed)];
  }
  if (register !== undefined && !register.scopes.includes('review')) return;
  const heads = readReviewHeads(deps.table, programmeRef, {
    after: last === undefined || last === '' ? undefined : String(last),
    itemsAPage: reviewsAPage,
  });
  for await (const page of heads)
    yield page.map(({ review, head }) => {
      if (head instanceof UnreadableItem) throw head;
      const { listed, recordedAt, parts } = head;
      return { ...chainOf(review, listed), recordedAt, has: (section) => parts[section] !== undefined };
    });
}

/** A record with its text as the public may see it today. */
const publicly = (asked: Asked, stored: StoredRecord): RecordOfRow => {
  const { state, review, id, version, sequence, effectiveAt, recordedAt, by } = markedRecord(stored);
  const { record, facts } = state;
  const text = JSON.stringify({ record, facts });
  const content = holdsMark(text)
    ? JSON.parse(visibleText(text, { view: 'public', on: asked.today }))
    : { record, facts };
  const { programme } = asked.programmeRef;
  const key = keyOf(asked.table.kind, review, id);
  return { key, programme, review, id, version, sequence, effectiveAt, recordedAt, by, content };
};

interface Changes {
  readonly since: string;
  readonly redacted: RedactedSince;
}

const isLookedAt = (table: RecordTable, chain: Chain, changes: Changes | undefined): boolean => {
  if (changes !== undefined)
    return chain.recordedAt === undefined || chain.recordedAt >= changes.since || changes.redacted.of(chain.review);
  const section = sectionOf(everyRegister.find(({ kind }) => kind === table.kind));
  return !chain.isStruckOut && (section === undefined || chain.has(section));
};

interface Read {
  readonly chain: Chain;
  readonly records: readonly StoredRecord[];
  /** The review itself, where it is asked what changed: put back, its entries are there again. */
  readonly review: StoredRecord | undefined;
}

const readChains = async (
  { deps, programmeRef, table }: Asked,
  chains: readonly Chain[],
  changes: Changes | undefined,
): Promise<readonly Read[]> => {
  const ids = chains.flatMap(({ review }) => (review === null ? [] : [review]));
  const isOfReviews = table.kind === 'review';
  const [reviews, records] = await Promise.all([
    isOfReviews || changes !== undefined
      ? readEntries(
          deps.table,
          programmeRef,
          ids.map((id) => ({ review: id, kind: 'review', id })),
        )
      : [],
    isOfReviews
      ? []
      : Promise.all(chains.map(({ review }) => readRegister(deps.table, { ...programmeRef, review }, table.kind))),
  ]);
  const byReview = new Map(reviews.map((one) => [one.id, one]));
  return chains.map((chain, n) => {
    const review = chain.review === null ? undefined : byReview.get(chain.review);
    const own = review === undefined ? [] : [review];
    return { chain, records: isOfReviews ? own : (records[n] ?? []), review };
  });
};

function* stepsOf(asked: Asked, { chain, records, review }: Read, changes: Changes | undefined): Generator<Step> {
  const { table } = asked;
  const since = changes?.since ?? '';
  const isWhole =
    changes === undefined || changes.redacted.of(chain.review) || (review !== undefined && review.recordedAt >= since);
  for (const stored of records) {
    if (!isWhole && stored.recordedAt < since) continue;
    const isGone = chain.isStruckOut || stored.state.struckOut !== null;
    if (isGone && (changes === undefined || !table.saysWhatIsGone)) continue;
    for (const [n, row] of table.rowsOf(publicly(asked, stored)).entries())
      yield { kind: isGone ? 'gone' : 'row', place: [chain.review ?? '', stored.id, n], row };
  }
}

const isAfter = (place: Place, after: Place | undefined): boolean => {
  if (after === undefined || place[0] !== after[0]) return true;
  const [[, id = '', n = 0], [, lastId = '', last = 0]] = [place, after];
  return id === lastId ? n > last : id > lastId;
};

async function* rowsOf(asked: Asked, { after, since }: RowsWanted): AsyncGenerator<Step> {
  const { deps, programmeRef, table } = asked;
  const changes =
    since === undefined ? undefined : { since, redacted: await readRedactedSince(deps, programmeRef, since) };
  for await (const page of chainsAfter(asked, after)) {
    const chains = page.filter((chain) => isLookedAt(table, chain, changes));
    for (let from = 0; from < chains.length; from += atOnce)
      for (const read of await readChains(asked, chains.slice(from, from + atOnce), changes)) {
        for (const step of stepsOf(asked, read, changes)) if (isAfter(step.place, after)) yield step;
        yield { kind: 'looked', place: [read.chain.review ?? '', afterEverything, 0] };
      }
  }
}

/** How many parts of a key come after the id of its entry. */
const levelsOf = (table: RecordTable, tables: ReadonlyMap<string, RecordTable>): number => {
  const parent = table.parent === undefined ? undefined : tables.get(table.parent);
  return parent === undefined ? 0 : 1 + levelsOf(parent, tables);
};

export const recordRows = (asked: Asked, tables: ReadonlyMap<string, RecordTable>): RowSource => ({
  rows: (wanted) => rowsOf(asked, wanted),
  before: (key) => {
    const parts = key.split('.');
    const named = parts.slice(0, parts.length - levelsOf(asked.table, tables));
    const [review, id] =
      asked.table.kind === 'review' ? [named[0], named[0]] : named.length === 1 ? ['', named[0]] : named;
    return review === undefined || id === undefined || named.length > 2 ? undefined : [review, id, -1];
  },
});
