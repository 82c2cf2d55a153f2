import { type Decided, done, refused } from '#domain/decided.ts';
import type { FeedTable, Row } from '#domain/feeds/column.ts';
import type { PlaceInOrder } from '#domain/odata/shaping.ts';
import { RoomForLines } from '../http/response-size.ts';
import type { Place, RowSource } from './feed-step.ts';
import { jsonLineOf } from './feed-text.ts';
import type { TableOptions } from './odata-options.ts';
import { type Taken, type TakenRow, takeRows } from './take-rows.ts';

/** Rows that are held at once to be sorted or counted. */
const mostRowsTogether = 20_000;

const tooMany = (what: string) =>
  refused({
    code: 'answer.too-large',
    detail: `The table is too large to be ${what} in one request. Ask without it, with a narrower $filter if there is one, follow @odata.nextLink, and let the tool do it.`,
  });

/** Every row that fits. Refused where there are too many, or too much is looked through for them. */
const everyRow = async (
  source: RowSource,
  test: TableOptions['test'],
  what: string,
): Promise<Decided<readonly Row[]>> => {
  const { rows, next } = await takeRows(source, {
    after: undefined,
    since: undefined,
    limit: mostRowsTogether,
    test,
    takes: () => true,
  });
  return next === undefined ? done(rows.map(({ row }) => row)) : tooMany(what);
};

/** Where a page goes on: in the order of reading, or in that which is asked for. */
export interface Continued {
  readonly after: Place | undefined;
  readonly sorted: PlaceInOrder | undefined;
  readonly skip: number;
  readonly top: number | undefined;
}

/** A page of rows, and where the next one goes on; `next` undefined: there is none. */
export interface ODataRows {
  readonly rows: readonly TakenRow[];
  readonly next: Continued | undefined;
  readonly count: number | undefined;
}

const roomFor = (table: FeedTable): ((taken: TakenRow) => boolean) => {
  const room = new RoomForLines();
  return (taken) => room.takes(jsonLineOf(table, taken));
};

const sortedRows = (
  table: FeedTable,
  all: readonly Row[],
  { ordering }: TableOptions,
  { sorted, skip, top }: Continued,
  limit: number,
): ODataRows => {
  if (ordering === undefined) throw new Error('rows are sorted in an order that is asked for');
  const placed = all
    .map((row) => ({ row, place: ordering.placeOf(row) }))
    .toSorted((one, other) => ordering.compare(one.place, other.place));
  const rest = (
    sorted === undefined ? placed : placed.filter(({ place }) => ordering.compare(place, sorted) > 0)
  ).slice(skip);
  const takes = roomFor(table);
  const page = rest.slice(0, limit);
  const full = page.findIndex(({ row }) => !takes({ kind: 'row', place: [], row }));
  const taken = full < 0 ? page : page.slice(0, full);
  const left = top === undefined ? undefined : top - taken.length;
  const last = taken.at(-1);
  const isMore = last !== undefined && rest.length > taken.length && left !== 0;
  return {
    rows: taken.map(({ row }) => ({ kind: 'row', place: [], row })),
    next: isMore ? { after: undefined, sorted: last.place, skip: 0, top: left } : undefined,
    count: undefined,
  };
};

const nextOf = ({ rows, next, skip }: Taken, top: number | undefined): Continued | undefined => {
  const left = top === undefined ? undefined : top - rows.length;
  return next === undefined || left === 0 ? undefined : { after: next, sorted: undefined, skip, top: left };
};

/** A page of the rows that are asked for. */
export const odataRows = async (
  table: FeedTable,
  source: RowSource,
  options: TableOptions,
  from: Continued,
  pageSize: number,
): Promise<Decided<ODataRows>> => {
  const { test, since, ordering, isCounted } = options;
  const limit = Math.min(pageSize, from.top ?? pageSize);
  const isFirst = from.after === undefined && from.sorted === undefined;
  const isAllNeeded = ordering !== undefined || (isCounted && isFirst);
  const all = isAllNeeded ? await everyRow(source, test, ordering === undefined ? 'counted' : 'sorted') : undefined;
  if (all?.kind === 'refused') return all;
  const count = isCounted && isFirst ? { count: all?.result.length } : {};
  if (ordering !== undefined) return done({ ...sortedRows(table, all?.result ?? [], options, from, limit), ...count });
  const { after, skip } = from;
  const taken =
    limit === 0
      ? { rows: [], next: undefined, skip: 0 }
      : await takeRows(source, { after, since, limit, skip, test, takes: roomFor(table) });
  return done({ rows: taken.rows, next: nextOf(taken, from.top), count: undefined, ...count });
};

/** The row of a key; undefined where there is none. */
export const rowOfKey = async (table: FeedTable, source: RowSource, key: string): Promise<Row | undefined> => {
  const before = source.before(key);
  if (before === undefined) return undefined;
  const own = table.columns.findIndex(({ name }) => name === 'key');
  for await (const step of source.rows({ after: before, since: undefined })) {
    const [first, second] = step.place;
    if (first !== before[0] && before[0] !== -1) return undefined;
    if (step.kind === 'looked') continue;
    if (step.row[own] === key) return step.row;
    // The rows of an entry follow one another; those of a report are many more.
    if (typeof before[1] === 'string' && second !== before[1]) return undefined;
  }
  return undefined;
};
