import * as z from 'zod';
import { gapInWords, totalInWords } from '#language/in-words.ts';
import { DateStatement, dateStatementInWords } from '#schemas/date-statement.ts';
import { Figure, Share, Total } from '#schemas/figures.ts';
import { inner, memberOf } from '#schemas/schema-parts.ts';
import { coverageOf, figureWords, spanOf } from '../report/figure.ts';
import { type Cells, type TableCell, unknown } from './cell.ts';

/** The columns of what is more than one cell, in their order. */
export const shapeHeads = [
  'Value',
  'Date',
  'Low (£)',
  'High (£)',
  'Of',
  'Per cent',
  'Coverage',
  'In words',
  'Source',
] as const;
type Head = (typeof shapeHeads)[number];

/** A value that is written in cells of its own: a figure, a total, a share or a date as it is stated; with what it holds besides. */
export interface Shape {
  readonly cells: Cells;
  /** Values of other papers, each in cells of its own. */
  readonly conflicts: readonly Cells[];
  readonly rest: Readonly<Record<string, unknown>>;
}

const cellsOf = (given: Partial<Record<Head, TableCell | undefined>>): Cells =>
  new Map(shapeHeads.flatMap((head) => (given[head] === undefined ? [] : [[head, given[head]] as const])));

const inPounds = (value: number | null): TableCell => (value === null ? 'no limit' : { pounds: value });

const Gap = Total.extend({ low: z.int().nullable(), high: z.int() });

const restOf = (value: object, known: z.ZodObject): Shape['rest'] =>
  Object.fromEntries(Object.entries(value).filter(([name]) => !(name in known.shape)));

/** A total, or the gap that is left of one: of a gap the low end may be open, of a total the high end. */
const ofTotal = (value: object, isGap: boolean): Shape | undefined => {
  const total = (isGap ? Gap : Total).safeParse(value);
  if (!total.success) return undefined;
  const { low, high, count } = total.data;
  const none = count === 0;
  const words = isGap ? gapInWords(Gap.parse(value)) : totalInWords(Total.parse(value));
  return {
    cells: cellsOf({
      'Low (£)': none && !isGap ? 'no figure' : inPounds(low),
      'High (£)': none && !isGap ? 'no figure' : inPounds(high),
      Coverage: coverageOf(total.data),
      'In words': words,
    }),
    conflicts: [],
    rest: restOf(value, Total),
  };
};

const ofShare = (value: object): Shape | undefined => {
  const share = Share.safeParse(value);
  if (!share.success) return undefined;
  const { numerator, denominator, percent } = share.data;
  return {
    cells: cellsOf({ Value: numerator, Of: denominator, 'Per cent': percent ?? 'of none' }),
    conflicts: [],
    rest: restOf(value, Share),
  };
};

const ofFigure = (value: object): Shape | undefined => {
  const read = Figure.safeParse(value);
  if (!read.success) return undefined;
  const figure = read.data;
  const cellsOfFigure = (given: Figure, source: string | undefined): Cells => {
    const span = spanOf(given);
    return cellsOf({
      'Low (£)': span === null ? unknown : inPounds(span.low),
      'High (£)': span === null ? unknown : inPounds(span.high),
      'In words': figureWords(given),
      Source: source,
    });
  };
  const said = (from: { source?: string | undefined; asAt?: string | undefined }): string | undefined =>
    from.source === undefined ? undefined : `${from.source}${from.asAt === undefined ? '' : `, as at ${from.asAt}`}`;
  return {
    cells: cellsOfFigure(figure, said(figure)),
    conflicts: (figure.conflicts ?? []).map((one) => cellsOfFigure(one.value, said(one))),
    rest: {},
  };
};

const dateCells = (statement: DateStatement, source: string | undefined): Cells =>
  cellsOf({
    Date: 'date' in statement ? { day: statement.date } : undefined,
    'In words': dateStatementInWords(statement),
    Source: source,
  });

const ofDate = (value: object): Shape | undefined => {
  const read = DateStatement.safeParse(value);
  if (!read.success) return undefined;
  const statement = read.data;
  const { source, conflicts = [] } = 'conflicts' in statement || 'source' in statement ? statement : {};
  return {
    cells: dateCells(statement, source),
    conflicts: conflicts.map((one) => dateCells(one.value, one.source)),
    rest: {},
  };
};

const isGapSchema = (schema: z.core.$ZodType | undefined): boolean => {
  const low = memberOf(schema, 'low');
  return low !== undefined && inner(low) !== low;
};
const takesPounds = (schema: z.core.$ZodType | undefined): boolean => memberOf(schema, 'pounds') !== undefined;

/** The cells of such a value; undefined where it is another. */
export const shapeOf = (schema: z.core.$ZodType | undefined, value: object): Shape | undefined => {
  if ('count' in value && 'excluded' in value) return ofTotal(value, isGapSchema(schema));
  if ('numerator' in value) return ofShare(value);
  if (!('kind' in value)) return undefined;
  // What is not stated may be a figure or a date: its schema says which.
  return takesPounds(schema) ? (ofFigure(value) ?? ofDate(value)) : (ofDate(value) ?? ofFigure(value));
};

/** What stands where such a value may stand and there is none; undefined where none may. */
export const noShape = (schema: z.core.$ZodType | undefined): Cells | undefined => {
  const isMoney = takesPounds(schema) || memberOf(schema, 'excluded') !== undefined;
  return isMoney || memberOf(schema, 'numerator') !== undefined ? cellsOf({ 'In words': unknown }) : undefined;
};
