import * as z from 'zod';
import { Id } from './ids.ts';
import { mostSummaryRows } from './limits.ts';

/** The most rows that a published report keeps of a list, first by the list's own order; `total` counts them all. */
export const mostRows = mostSummaryRows;
export const mostFindings = 500;
export const mostSteps = 50;

/** `rowsAtMost` of a report that shows every row that was published. */
export const everyRow = Math.max(mostRows, mostFindings);

/** The first rows of a list that grows with the programme, in the list's own order, and how many it has in all. */
export interface Listed<T> {
  readonly total: number;
  readonly rows: readonly T[];
}

/** The schema of such a list. */
export const listedOf = <T extends z.ZodType>(row: T) => z.object({ total: z.int(), rows: z.array(row) });

/** A review or programme-wide entry that a row of the report is about; `review` is null for the programme itself. */
export const ReportSubject = z.object({ review: Id.nullable(), title: z.string() }).meta({ id: 'ReportSubject' });

const isListed = (value: object): value is { total: number; rows: unknown[] } =>
  'total' in value && 'rows' in value && Array.isArray(value.rows);

/** The same with at most so many rows of each list in it, however deep; totals count them all. */
export function withRowsAtMost<T>(value: T, most: number): T;
export function withRowsAtMost(value: unknown, most: number): unknown {
  if (Array.isArray(value)) return value.map((one) => withRowsAtMost(one, most));
  if (typeof value !== 'object' || value === null) return value;
  if (isListed(value)) return { ...value, rows: value.rows.slice(0, most) };
  return Object.fromEntries(Object.entries(value).map(([name, one]) => [name, withRowsAtMost(one, most)]));
}
