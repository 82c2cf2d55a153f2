import * as z from 'zod';
import { unclearIn } from '#language/unclear-characters.ts';
import { pointerOf } from '#schemas/faults-of-issues.ts';
import { writtenWords } from '#schemas/ids.ts';
import type { Fault } from '#schemas/problems.ts';

type Schema = z.core.$ZodType;
type Path = readonly PropertyKey[];

const isObject = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

const faultsAt = (schema: Schema, value: unknown, path: Path): readonly Fault[] => {
  if (schema instanceof z.ZodOptional || schema instanceof z.ZodDefault || schema instanceof z.ZodNullable)
    return faultsAt(schema.unwrap(), value, path);
  if (schema instanceof z.ZodString && typeof value === 'string') {
    const message = unclearIn(value, writtenWords.get(schema)?.lines ?? 'many');
    return message === undefined ? [] : [{ in: 'body', pointer: pointerOf(path), message }];
  }
  if (schema instanceof z.ZodArray && Array.isArray(value))
    return value.flatMap((one, n) => faultsAt(schema.element, one, [...path, n]));
  if (schema instanceof z.ZodTuple && Array.isArray(value))
    return schema.def.items.flatMap((item, n) => faultsAt(item, value[n], [...path, n]));
  if (schema instanceof z.ZodObject && isObject(value))
    return Object.entries(schema.shape).flatMap(([name, field]) => faultsAt(field, value[name], [...path, name]));
  if (schema instanceof z.ZodUnion) {
    const form = schema.options.find((option) => z.safeParse(option, value).success);
    return form === undefined ? [] : faultsAt(form, value, path);
  }
  return [];
};

/** Every text of a body that people could not read as it is written, by its place (docs/meaning.md WRITE-24). */
export const unclearTextIn = (schema: Schema, body: unknown): readonly Fault[] => faultsAt(schema, body, []);
