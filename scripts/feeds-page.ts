import type { Column, FeedTable } from '#domain/feeds/column.ts';
import { feedTables } from '#domain/feeds/tables.ts';
import { edmTypeOf } from '#domain/odata/metadata.ts';
import { code, table } from './markdown.ts';

/** The names and types of all columns, with those that were written before: one a line, in order. */
export const feedColumns = (before: string): string => {
  const today = feedTables.flatMap(({ name, columns }) =>
    columns.map((column) => `${name}.${column.name} ${column.type}`),
  );
  const all = new Set([...before.split('\n').filter(Boolean), ...today]);
  return `${[...all].sort().join('\n')}\n`;
};

const whatItIs = ({ title, description, choices, refersTo }: Column): string =>
  [
    description === '' ? title : `${title}. ${description}`,
    ...(choices === undefined
      ? []
      : [`One of ${choices.map(({ name, label }) => `${code(name)} (${label})`).join(', ')}`]),
    ...(refersTo === undefined ? [] : [`Of ${code(refersTo)}`]),
  ].join('. ');

const sectionOf = (one: FeedTable): readonly string[] => [
  `## ${one.name}`,
  [
    one.title.endsWith('.') ? one.title : `${one.title}.`,
    one.description,
    ...(one.parent === undefined ? [] : [`Its rows belong to those of ${code(one.parent)}, by ${code('parentKey')}.`]),
  ]
    .filter(Boolean)
    .join(' '),
  table(
    ['Column', 'Type', 'In OData', 'What it is'],
    one.columns.map((column) => [
      code(column.name),
      column.type,
      `${edmTypeOf(column)}${column.nullable ? '' : ', never empty'}`,
      whatItIs(column),
    ]),
  ),
];

/** The data dictionary: every table of the feeds with its columns. */
export const dataDictionaryPage = (): readonly string[] => [
  'The tables that tools read, as [feeds](../feeds.md) have them: the same in CSV, JSON Lines and OData, and as data at `GET /programmes/{programmeId}/feeds`. A name that is here stays, with its type and its meaning ([feed-columns.txt](feed-columns.txt) keeps every one). Text, days and instants are written as ISO 8601 has them, months as 2014-04, financial years as 2014/15. What is empty is not recorded. CSV and JSON Lines have one column more at the end, `removed`: whether the row is gone.',
  table(
    ['Table', 'A row is', 'Columns'],
    feedTables.map((one) => [`[${one.name}](#${one.name.toLowerCase()})`, one.title, String(one.columns.length)]),
  ),
  ...feedTables.flatMap(sectionOf),
];
