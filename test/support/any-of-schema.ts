import * as fc from 'fast-check';
import * as z from 'zod';

/*
 * Any value that a schema takes, of few ids, days and amounts, so that what names something else often finds it.
 */

const texts: readonly (readonly string[])[] = [
  ['a', 'b', 'c'],
  ['2013-11-20', '2014-03-10', '2014-04-12', '2014-05-20', '2015-02-01'],
  ['2013-10-01T00:00:00.000Z', '2014-04-03T00:00:00.000Z', '2014-04-20T09:00:00.000Z'],
  ['2014-02', '2014-03', '2014-04', '2014-05'],
  ['2013/14', '2014/15', '2015/16'],
  ['https://example.org/paper'],
  ['33.3', '40'],
  ['7'],
];
/** Counts among them: what may be below zero is made so where it is. */
const numbers = [[0, 1, 2, 3, 5, 40], [2014]];

const takenBy = <T>(schema: z.ZodType, some: readonly T[]): T[] => some.filter((one) => schema.safeParse(one).success);

const oneOf = <T>(schema: z.ZodType, some: readonly T[]): fc.Arbitrary<T> => {
  if (some.length === 0) throw new Error(`no value for ${JSON.stringify(z.toJSONSchema(schema, { io: 'input' }))}`);
  return fc.constantFrom(...some);
};

const isEntry = (schema: z.core.$ZodType): boolean => schema instanceof z.ZodObject && 'id' in schema.shape;

const many = (element: z.ZodType): fc.Arbitrary<unknown[]> => {
  const one = anyOf(element);
  return isEntry(element)
    ? fc.uniqueArray(one, { selector: (entry) => Object(entry).id, maxLength: 3 })
    : fc.array(one, { maxLength: 3 });
};

const ofKind = (schema: z.ZodType): fc.Arbitrary<unknown> => {
  const inner = (one: unknown): z.ZodType => one as z.ZodType;
  if (schema instanceof z.ZodOptional) return fc.option(anyOf(inner(schema.unwrap())), { nil: undefined });
  if (schema instanceof z.ZodDefault) return anyOf(inner(schema.unwrap()));
  if (schema instanceof z.ZodNullable) return fc.option(anyOf(inner(schema.unwrap())), { nil: null });
  if (schema instanceof z.ZodObject)
    return fc.record(
      Object.fromEntries(Object.entries(schema.shape).map(([name, field]) => [name, anyOf(inner(field))])),
    );
  if (schema instanceof z.ZodArray) return many(inner(schema.element));
  if (schema instanceof z.ZodTuple) return fc.tuple(...schema.def.items.map((item) => anyOf(inner(item))));
  if (schema instanceof z.ZodUnion) return fc.oneof(...schema.options.map((option) => anyOf(inner(option))));
  if (schema instanceof z.ZodEnum) return fc.constantFrom(...schema.options);
  if (schema instanceof z.ZodLiteral) return fc.constantFrom(...schema.def.values);
  if (schema instanceof z.ZodBoolean) return fc.boolean();
  if (schema instanceof z.ZodNumber)
    return oneOf(schema, numbers.map((some) => takenBy(schema, some)).find((some) => some.length > 0) ?? []);
  if (schema instanceof z.ZodString)
    return oneOf(schema, texts.find((some) => takenBy(schema, some).length === some.length) ?? []);
  throw new Error(`no value for a ${schema.def.type}`);
};

const isJudged = (schema: z.ZodType): boolean =>
  (schema instanceof z.ZodObject || schema instanceof z.ZodArray) && (schema.def.checks ?? []).length > 0;

/** Any value of a schema. */
export const anyOf = <S extends z.ZodType>(schema: S): fc.Arbitrary<z.output<S>> => {
  const any = ofKind(schema) as fc.Arbitrary<z.output<S>>;
  return isJudged(schema) ? any.filter((value) => schema.safeParse(value).success) : any;
};
