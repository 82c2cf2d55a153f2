import type * as z from 'zod';
import { fieldsOf } from '#registers/fields.ts';
import { standsInForText } from '#schemas/exemption.ts';
import type { JsonObject, RecordKind } from '#schemas/history.ts';
import { changedText } from './exemption/text-in.ts';
import { folded } from './place-in-list.ts';
import { schemasOf } from './record-schemas.ts';

/*
 * Words in the texts of records (docs/meaning.md LIST-8).
 */

/** The words that are looked for, each once. */
export const wordsIn = (asked: string): readonly string[] => [
  ...new Set(
    folded(asked)
      .split(/\s+/u)
      .filter((word) => word !== ''),
  ),
];

/** A text of a record as its reader sees it. */
export interface TextOfRecord {
  readonly field: string;
  readonly text: string;
}

const textsOfPart = (schema: z.ZodType, part: JsonObject, visible: (text: string) => string): readonly TextOfRecord[] =>
  Object.entries(part).flatMap(([field, value]) => {
    const texts: TextOfRecord[] = [];
    changedText(schema, { [field]: value }, (text) => {
      const seen = visible(text);
      if (!standsInForText(seen)) texts.push({ field, text: seen });
      return text;
    });
    return texts;
  });

/** Every text that people wrote in a record and in what acts made of it; what is withheld from the reader, or redacted, is none. */
export const textsOf = (
  kind: RecordKind,
  state: { readonly record: JsonObject; readonly facts: JsonObject },
  visible: (text: string) => string,
): readonly TextOfRecord[] => {
  const { record, facts } = schemasOf(kind);
  return [...textsOfPart(record, state.record, visible), ...textsOfPart(facts, state.facts, visible)];
};

const mostExcerpts = 3;
const around = 70;

/** What stands around the first of the words; cut at blanks. */
const excerptOf = (text: string, words: readonly string[]): string => {
  const inOneLine = text.replaceAll(/\s+/gu, ' ').trim();
  const lower = inOneLine.toLocaleLowerCase('en-GB');
  const places = words.map((word) => lower.indexOf(word)).filter((place) => place >= 0);
  const first = Math.min(...places, inOneLine.length);
  const from = first <= around ? 0 : inOneLine.indexOf(' ', first - around) + 1;
  const blank = inOneLine.lastIndexOf(' ', first + 2 * around);
  const to = first + 2 * around >= inOneLine.length || blank <= first ? inOneLine.length : blank;
  return `${from > 0 ? '… ' : ''}${inOneLine.slice(from, to)}${to < inOneLine.length ? ' …' : ''}`;
};

/** Where each of the words stands in one of the texts: an excerpt of those texts of `among` that one of them stands in. */
export const foundIn = (
  texts: readonly TextOfRecord[],
  words: readonly string[],
  among: readonly TextOfRecord[] = texts,
): readonly TextOfRecord[] => {
  const read = texts.map(({ text }) => folded(text));
  if (words.length === 0 || !words.every((word) => read.some((one) => one.includes(word)))) return [];
  return among
    .filter(({ text }) => words.some((word) => folded(text).includes(word)))
    .slice(0, mostExcerpts)
    .map(({ field, text }) => ({ field, text: excerptOf(text, words) }));
};

/** What a field is called on a form; what acts made has no form and is named by its field. */
export const labelOfField = (kind: RecordKind, field: string): string => {
  const words = field.replaceAll(/([A-Z])/g, ' $1').toLowerCase();
  const label = fieldsOf(schemasOf(kind).record).find(({ name }) => name === field)?.label;
  return label || `${words.charAt(0).toUpperCase()}${words.slice(1)}`;
};
