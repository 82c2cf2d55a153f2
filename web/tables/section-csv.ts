import type { ReportContent } from '#schemas/report.ts';
import { type Cell, csv } from '../csv.ts';
import type { TableCell } from './cell.ts';
import type { SectionTable } from './report-tables.ts';

const plainCell = (cell: TableCell): Cell => {
  if (cell === null || typeof cell !== 'object') return cell;
  if ('pounds' in cell) return cell.pounds;
  return 'day' in cell ? cell.day : cell.instant;
};

/** A section of a report for a spreadsheet: each row says of which programme, month and revision it is; days as they are stored. */
export const sectionCsv = ({ programme, month, revision }: ReportContent, { head, rows }: SectionTable): string =>
  csv(
    ['Programme', 'Month', 'Revision', ...head],
    rows.map((row) => [programme.id, month, revision, ...row.map(plainCell)]),
  );
