import * as z from 'zod';
import type { HistoryEvent } from '#schemas/history.ts';

type Json = z.core.util.JSONType;
type Schema = z.core.$ZodType;

/** Words that stand nowhere but in one field, so that wherever they are found it is known what was told there. */
export const secretWords = () => {
  let told = 0;
  return (where: string): string => {
    told += 1;
    return `Secret ${told} of ${where} end`;
  };
};
export const secret = /Secret \d+ of [^"\\,]*? end/;
export const secretsIn = (text: string): readonly string[] => [
  ...new Set([...text.matchAll(new RegExp(secret, 'g'))].map(([words]) => words)),
];

const ids = [
  'first-option',
  '2026-01-01',
  '2026-01',
  '2026/27',
  '2026-01-10T00:00:00.000Z',
  'exempted',
  '/record/title',
];

/**
 * A value that fills every field of a schema, found out from what the schema takes and from nothing that the tracker
 * knows of text: whatever takes words that are neither an id nor a date is given words of its own.
 */
export const filled = (schema: Schema, words: (where: string) => string, where: string): Json => {
  const takes = (value: Json): boolean => z.safeParse(schema, value).success;
  if (schema instanceof z.ZodOptional || schema instanceof z.ZodDefault || schema instanceof z.ZodNullable)
    return filled(schema.unwrap(), words, where);
  if (schema instanceof z.ZodObject)
    return Object.fromEntries(
      Object.entries(schema.shape).map(([name, field]) => [name, filled(field, words, `${where}.${name}`)]),
    );
  if (schema instanceof z.ZodArray) return [filled(schema.element, words, where)];
  if (schema instanceof z.ZodTuple) return schema.def.items.map((item) => filled(item, words, where));
  if (schema instanceof z.ZodUnion) {
    const forms = schema.options.map((option) => filled(option, words, where));
    return forms.toSorted((a, b) => JSON.stringify(b).length - JSON.stringify(a).length).find(takes) ?? null;
  }
  if (schema instanceof z.ZodEnum) return schema.options[0] ?? null;
  if (schema instanceof z.ZodLiteral) return JSON.parse(JSON.stringify(schema.value));
  if (schema instanceof z.ZodBoolean) return true;
  if (schema instanceof z.ZodNumber) return 1;
  const own = words(where);
  return [own, ...ids].find(takes) ?? null;
};

/** The top-level fields of a record in which a secret stands. */
export const secretFieldsOf = (record: HistoryEvent['after']['record']): readonly string[] =>
  Object.entries(record).flatMap(([name, value]) => (secret.test(JSON.stringify(value)) ? [name] : []));

/** Everything but the words: two views of one thing must not differ in it. */
export const withoutWords = (value: unknown): unknown => {
  if (typeof value === 'string') return 'words';
  if (Array.isArray(value)) return value.map(withoutWords);
  return typeof value === 'object' && value !== null
    ? Object.fromEntries(Object.entries(value).map(([name, one]) => [name, withoutWords(one)]))
    : value;
};
