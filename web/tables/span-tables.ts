import type * as z from 'zod';
import { monthInWords } from '#language/in-words.ts';
import { everyRow } from '#schemas/row-lists.ts';
import { SpanReport } from '#schemas/span-report.ts';
import { shortenedInWords, viewInWords } from '../report/view.ts';
import { missingInWords } from '../span/in-short.ts';
import type { TableCell } from './cell.ts';
import { type SectionTable, tablesOfSections } from './report-tables.ts';
import type { ContentSection } from './sections.ts';

type Part = keyof SpanReport;
const partsOf: readonly (readonly [id: string, title: string, parts: readonly Part[]])[] = [
  ['months', 'Months side by side', ['months']],
  ['volumes', 'How many reviews', ['volumes']],
  ['savings', 'Savings', ['savings']],
  ['happened', 'What happened', ['happened']],
  ['recorded-late', 'Recorded late', ['recordedLate']],
  ['coming', 'What is coming', ['coming']],
  ['assurance', 'Due for assurance', ['assurance']],
  ['made-from', 'Made from', ['madeFrom', 'before', 'notPublished', 'notIn']],
];

const schemas: ReadonlyMap<string, z.core.$ZodType> = new Map(Object.entries(SpanReport.shape));

const sectionsOf = (report: SpanReport): readonly ContentSection[] =>
  partsOf.map(([id, title, parts]) => ({
    id,
    title,
    parts: parts.map((name) => ({ name, schema: schemas.get(name), value: report[name] })),
  }));

/** The first table: which report it is, and what it is made from. */
const about = (report: SpanReport, tables: readonly SectionTable[]): SectionTable => {
  const { programme, from, to, digest, asAt, superseded, view, rowsAtMost } = report;
  const rows: (readonly [string, TableCell])[] = [
    ['Programme', programme.name],
    ['Programme id', programme.id],
    ...(programme.phase === null ? [] : [['Phase', programme.phase] as const]),
    ['Council', programme.council],
    ...(programme.fictional
      ? [['Fictional', 'This programme is invented to show the tracker. None of its figures are a council’s.'] as const]
      : []),
    ['From', monthInWords(from)],
    ['To', monthInWords(to)],
    ...(view === undefined ? [] : [['View', viewInWords[view]] as const]),
    ...(rowsAtMost < everyRow ? [['Shortened', shortenedInWords(rowsAtMost)] as const] : []),
    ['Digest', digest],
    ['The last of its reports was published (UTC)', { instant: asAt }],
    ['Superseded', superseded ? 'yes: one of its reports has a later revision' : 'no'],
    ...report.answers.map(({ question, answer }) => [question, answer] as const),
    ...missingInWords(report).map((sentence) => ['Missing', sentence] as const),
    ...tables.map(({ title, rows: all }) => [`Rows of “${title}”`, all.length] as const),
  ];
  return { id: 'report', title: 'Report', head: ['Item', 'Value'], rows };
};

/** The tables of the report of a span: the first says which it is. */
export const spanTables = (report: SpanReport): readonly SectionTable[] => {
  const tables = tablesOfSections(sectionsOf(report));
  return [about(report, tables), ...tables];
};
