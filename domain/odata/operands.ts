import type { Column, Row, Value } from '../feeds/column.ts';
import type { Token } from './tokens.ts';

/** What a value is when it is compared; `null` is of every kind. */
export type OperandKind = 'text' | 'number' | 'yes or no' | 'day' | 'instant' | 'null';

/** A value that a filter compares: of a row, or the same for each. */
export interface Operand {
  readonly kind: OperandKind;
  /** For a sentence: `the column raisedOn`, `'high'`. */
  readonly inWords: string;
  readonly of: (row: Row) => Value;
}

const kinds: Readonly<Record<Column['type'], OperandKind>> = {
  text: 'text',
  'yes or no': 'yes or no',
  number: 'number',
  'whole number': 'number',
  pounds: 'number',
  day: 'day',
  instant: 'instant',
};

/** Instants are compared by their milliseconds, however they are written. */
const comparable = (kind: OperandKind, value: Value): Value =>
  kind === 'instant' && typeof value === 'string' ? Date.parse(value) : value;

export const columnOperand = (column: Column, place: number): Operand => {
  const kind = kinds[column.type];
  return { kind, inWords: `the column ${column.name}`, of: (row) => comparable(kind, row[place] ?? null) };
};

const constant = (kind: OperandKind, inWords: string, value: Value): Operand => ({
  kind,
  inWords,
  of: () => comparable(kind, value),
});

const words: ReadonlyMap<string, Operand> = new Map([
  ['true', constant('yes or no', 'true', true)],
  ['false', constant('yes or no', 'false', false)],
  ['null', constant('null', 'null', null)],
]);

/** The value that a piece of a filter is; undefined where it is a name of anything else, or a sign. */
export const literalOperand = ({ kind, text }: Token): Operand | undefined => {
  switch (kind) {
    case 'text':
      return constant('text', `'${text}'`, text);
    case 'number':
      return constant('number', text, Number(text));
    case 'day':
    case 'instant':
      return constant(kind, text, text);
    case 'name':
      return words.get(text);
    case 'sign':
      return undefined;
  }
};

const comparisons = ['eq', 'ne', 'gt', 'ge', 'lt', 'le'] as const;
type Comparison = (typeof comparisons)[number];
export const isComparison = (text: string): text is Comparison => comparisons.some((one) => one === text);

/** What is not recorded equals nothing but null, and is neither above nor below anything (OData 4.0, part 2, 5.1.1.1). */
export const compared = (how: Comparison, one: Value, other: Value): boolean => {
  if (how === 'eq') return one === other;
  if (how === 'ne') return one !== other;
  if (one === null || other === null) return false;
  switch (how) {
    case 'gt':
      return one > other;
    case 'ge':
      return one >= other;
    case 'lt':
      return one < other;
    case 'le':
      return one <= other;
  }
};

export const textFunctions = {
  contains: (text: string, part: string) => text.includes(part),
  startswith: (text: string, part: string) => text.startsWith(part),
  endswith: (text: string, part: string) => text.endsWith(part),
} as const;
type TextFunction = keyof typeof textFunctions;
export const isTextFunction = (name: string): name is TextFunction => Object.hasOwn(textFunctions, name);

export const caseFunctions = {
  tolower: (text: string) => text.toLowerCase(),
  toupper: (text: string) => text.toUpperCase(),
} as const;
type CaseFunction = keyof typeof caseFunctions;
export const isCaseFunction = (name: string): name is CaseFunction => Object.hasOwn(caseFunctions, name);
