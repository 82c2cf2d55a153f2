import type { FeedTable, Row, Value } from '#domain/feeds/column.ts';
import { type Cell, csv } from '#web/csv.ts';
import type { TakenRow } from './take-rows.ts';

/** The last column of a feed: whether the row is gone, and so to be taken out of what its reader keeps. */
export const removedColumn = 'removed';

const cell = (value: Value): Cell => (typeof value === 'boolean' ? String(value) : value);

export const csvOfRows = ({ columns }: FeedTable, rows: readonly TakenRow[]): string =>
  csv(
    [...columns.map(({ name }) => name), removedColumn],
    rows.map(({ kind, row }) => [...row.map(cell), String(kind === 'gone')]),
  );

/** A row as an object of its columns, or of some of them. */
export const objectOfRow = (
  { columns }: Pick<FeedTable, 'columns'>,
  row: Row,
  some: Pick<FeedTable, 'columns'>['columns'] = columns,
): Readonly<Record<string, Value>> =>
  Object.fromEntries(columns.flatMap((column, n) => (some.includes(column) ? [[column.name, row[n] ?? null]] : [])));

export const jsonLineOf = (table: FeedTable, { kind, row }: TakenRow): string =>
  JSON.stringify({ ...objectOfRow(table, row), [removedColumn]: kind === 'gone' });
