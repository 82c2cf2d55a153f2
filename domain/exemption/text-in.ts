import * as z from 'zod';
import { writtenWords } from '#schemas/ids.ts';
import { Person } from '#schemas/people.ts';

type Schema = z.core.$ZodType;
type Json = z.core.util.JSONType;

/** The schema within: what may be left out, has a default or may be null holds what the schema within it holds. */
const within = (schema: Schema): Schema | undefined =>
  schema instanceof z.ZodOptional || schema instanceof z.ZodDefault || schema instanceof z.ZodNullable
    ? schema.unwrap()
    : undefined;

/** A person's name is no text of the record: history keeps the subject alone, and names live apart. */
const isPerson = (schema: Schema): boolean => schema === Person;

/** Whether what fits a schema can hold text that a person wrote; ids, names of kinds, dates and figures are none. */
export const canHoldText = (schema: Schema): boolean => {
  const inner = within(schema);
  if (inner !== undefined) return canHoldText(inner);
  if (isPerson(schema)) return false;
  if (schema instanceof z.ZodString) return writtenWords.get(schema) !== undefined;
  if (schema instanceof z.ZodArray) return canHoldText(schema.element);
  if (schema instanceof z.ZodTuple) return schema.def.items.some(canHoldText);
  if (schema instanceof z.ZodObject) return Object.values(schema.shape).some(canHoldText);
  return schema instanceof z.ZodUnion && schema.options.some(canHoldText);
};

/** The top-level fields of an object that can hold text. */
export const textFieldsOf = (schema: Schema): readonly string[] =>
  schema instanceof z.ZodObject
    ? Object.entries(schema.shape).flatMap(([name, field]) => (canHoldText(field) ? [name] : []))
    : [];

const isObject = (value: Json): value is { [name: string]: Json } =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

const isWritten = (schema: z.ZodString): boolean => writtenWords.get(schema) !== undefined;

/** The value with every text that a person wrote in it, or of which `isText` says so, changed, however deep; it fits its schema. */
export const changedText = (
  schema: Schema,
  value: Json,
  change: (text: string) => string,
  isText: (schema: z.ZodString, name: string) => boolean = isWritten,
  name = '',
): Json => {
  const deeper = (one: Schema, part: Json, of = name): Json => changedText(one, part, change, isText, of);
  const inner = within(schema);
  if (inner !== undefined) return value === null ? value : deeper(inner, value);
  if (isPerson(schema)) return value;
  if (schema instanceof z.ZodString) return typeof value === 'string' && isText(schema, name) ? change(value) : value;
  if (schema instanceof z.ZodArray && Array.isArray(value)) return value.map((one) => deeper(schema.element, one));
  if (schema instanceof z.ZodTuple && Array.isArray(value))
    return value.map((one, n) => {
      const item = schema.def.items[n];
      return item === undefined ? one : deeper(item, one);
    });
  if (schema instanceof z.ZodObject && isObject(value))
    return Object.fromEntries(
      Object.entries(value).map(([member, one]) => {
        const field = schema.shape[member];
        return [member, field === undefined ? one : deeper(field, one, member)];
      }),
    );
  if (schema instanceof z.ZodUnion) {
    const form = schema.options.find((option) => z.safeParse(option, value).success);
    return form === undefined ? value : deeper(form, value);
  }
  return value;
};
