import { createHash } from 'node:crypto';
import type { Column, FeedTable } from '#domain/feeds/column.ts';
import { type Cell, csv } from '#web/csv.ts';

/** A table as a file of the extract. */
export interface TableFile {
  readonly table: FeedTable;
  readonly name: string;
  readonly text: string;
  readonly rows: number;
  readonly bytes: number;
  /** SHA-256, hexadecimal. */
  readonly digest: string;
}

const cellOf = (value: unknown): Cell =>
  typeof value === 'string' || typeof value === 'number' ? value : typeof value === 'boolean' ? String(value) : null;

/** The rows of a table as CSV (RFC 4180, UTF-8), each by the names of its columns. */
export const tableFile = (table: FeedTable, rows: readonly Readonly<Record<string, unknown>>[]): TableFile => {
  const heads = table.columns.map(({ name }) => name);
  // What checks a table by its schema takes a byte-order mark for a part of the first name.
  const text = csv(
    heads,
    rows.map((row) => heads.map((name) => cellOf(row[name]))),
  ).replace(/^\uFEFF/, '');
  return {
    table,
    name: `${table.name}.csv`,
    text,
    rows: rows.length,
    bytes: Buffer.byteLength(text),
    digest: createHash('sha256').update(text).digest('hex'),
  };
};

const types: Readonly<Record<Column['type'], string>> = {
  text: 'string',
  'yes or no': 'boolean',
  number: 'number',
  'whole number': 'integer',
  pounds: 'integer',
  day: 'date',
  instant: 'datetime',
};

/** The schema of a table (Table Schema 1.0, https://specs.frictionlessdata.io/table-schema/). */
export const schemaOf = ({ columns, parent }: FeedTable) => ({
  fields: columns.map(({ name, type, title, description, nullable }) => ({
    name,
    type: types[type],
    title,
    description,
    ...(type === 'yes or no' ? { trueValues: ['true'], falseValues: ['false'] } : {}),
    ...(nullable ? {} : { constraints: { required: true } }),
  })),
  missingValues: [''],
  primaryKey: 'key',
  ...(parent === undefined
    ? {}
    : { foreignKeys: [{ fields: 'parentKey', reference: { resource: parent.toLowerCase(), fields: 'key' } }] }),
});
