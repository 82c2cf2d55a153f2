import { type Cell, csv } from '../csv.ts';
import type { TableCell } from './cell.ts';
import type { SectionTable } from './report-tables.ts';

const plainCell = (cell: TableCell): Cell => {
  if (cell === null || typeof cell !== 'object') return cell;
  if ('pounds' in cell) return cell.pounds;
  return 'day' in cell ? cell.day : cell.instant;
};

/** What each row says first of the report that it is of, by the heads of the columns. */
export type RowsAreOf = Readonly<Record<string, Cell>>;

/** A section of a report for a spreadsheet: each row says of which report it is; days as they are stored. */
export const sectionCsv = (of: RowsAreOf, { head, rows }: SectionTable): string =>
  csv(
    [...Object.keys(of), ...head],
    rows.map((row) => [...Object.values(of), ...row.map(plainCell)]),
  );

/** Every value of the tables, one to a row, by its section, its row there counted from 1, and its column. */
export const valuesCsv = (of: RowsAreOf, tables: readonly SectionTable[]): string =>
  csv(
    [...Object.keys(of), 'Section', 'Row', 'Item', 'Value'],
    tables.flatMap(({ title, head, rows }) =>
      rows.flatMap((row, n) =>
        row.flatMap((cell, column) =>
          cell === null ? [] : [[...Object.values(of), title, n + 1, head[column] ?? '', plainCell(cell)]],
        ),
      ),
    ),
  );
