import type * as z from 'zod';
import { withinCalendar } from '#language/time.ts';
import { labelOf } from '#schemas/choices.ts';
import { inner, isChoice, isNumeric } from '#schemas/schema-parts.ts';
import { plain } from '../report/names.ts';

/** A cell of a table: words, a number, a sum of pounds, a day, an instant, or nothing. */
export type TableCell =
  | string
  | number
  | { readonly pounds: number }
  | { readonly day: string }
  | { readonly instant: string }
  | null;

/** Cells by the head of their column. */
export type Cells = ReadonlyMap<string, TableCell>;

export type Scalar = string | number | boolean | null;

export const isScalar = (value: unknown): value is Scalar => value === null || typeof value !== 'object';

/** What an unknown figure says: never nought. */
export const unknown = 'not stated';

const instant = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}(?:\.\d+)?Z$/;
const isDay = (text: string): boolean => /^\d{4}-\d{2}-\d{2}$/.test(text) && withinCalendar(text) !== null;

const abbreviations: Readonly<Record<string, string>> = {
  sro: 'SRO',
  sros: 'SROs',
  mtfp: 'MTFP',
  npv: 'NPV',
  irr: 'IRR',
};

/** A name of a member in words: `claimedPounds` as `Claimed (£)`, `dueOn` as `Due on`. */
export const inWords = (name: string): string => {
  const words = name
    .replace(/([a-z0-9])([A-Z])/g, '$1 $2')
    .toLowerCase()
    .split(' ')
    .map((word) => abbreviations[word] ?? word);
  const inPounds = words.at(-1) === 'pounds';
  const said = (inPounds && words.length > 1 ? words.slice(0, -1) : words).join(' ');
  return `${said.charAt(0).toUpperCase()}${said.slice(1)}${inPounds && words.length > 1 ? ' (£)' : ''}`;
};

const ofText = (schema: z.core.$ZodType | undefined, text: string): TableCell => {
  if (isDay(text)) return { day: text };
  if (instant.test(text)) return { instant: text };
  if (!isChoice(schema)) return text;
  const label = labelOf(inner(schema), text);
  return label === text ? plain(text) : label;
};

/** The cell of a single value, as its schema and its name have it; a number that is not known says so. */
export const cellOf = (schema: z.core.$ZodType | undefined, name: string, value: Scalar): TableCell => {
  if (value === null) return isNumeric(schema) ? unknown : null;
  if (typeof value === 'boolean') return value ? 'yes' : 'no';
  if (typeof value === 'number') return /pounds$/i.test(name) ? { pounds: value } : value;
  return ofText(schema, value);
};

/** A cell as it stands among others in one cell: a day as it is stored. */
export const textOfCell = (cell: TableCell): string => {
  if (cell === null) return '';
  if (typeof cell !== 'object') return `${cell}`;
  if ('pounds' in cell) return `${cell.pounds}`;
  return 'day' in cell ? cell.day : cell.instant;
};
