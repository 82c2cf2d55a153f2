import * as z from 'zod';

/*
 * What a schema says of one place of a value, for whoever shows values of any shape.
 */

/** A schema without its wrappers: what is written there where something is. */
export const inner = (schema: z.core.$ZodType): z.core.$ZodType =>
  schema instanceof z.ZodNullable || schema instanceof z.ZodOptional || schema instanceof z.ZodDefault
    ? inner(schema.unwrap())
    : schema;

/** The schema of a member of an object, whichever alternative has it; undefined where none does. */
export const memberOf = (schema: z.core.$ZodType | undefined, name: string): z.core.$ZodType | undefined => {
  if (schema === undefined) return undefined;
  const asked = inner(schema);
  if (asked instanceof z.ZodObject) return asked.shape[name];
  if (asked instanceof z.ZodUnion)
    return asked.options.map((one) => memberOf(one, name)).find((found) => found !== undefined);
  return undefined;
};

/** The schema of the items of a list; undefined where it is none. */
export const itemOf = (schema: z.core.$ZodType | undefined): z.core.$ZodType | undefined => {
  const asked = schema === undefined ? undefined : inner(schema);
  return asked instanceof z.ZodArray ? asked.element : undefined;
};

/** Whether a number is written there. */
export const isNumeric = (schema: z.core.$ZodType | undefined): boolean =>
  schema !== undefined && inner(schema)._zod.def.type === 'number';

/** Whether one of several names is written there. */
export const isChoice = (schema: z.core.$ZodType | undefined): schema is z.core.$ZodType => {
  if (schema === undefined) return false;
  const asked = inner(schema);
  if (asked instanceof z.ZodUnion) return asked.options.every(isChoice);
  return ['enum', 'literal'].includes(asked._zod.def.type);
};
