import * as z from 'zod';

/** Of these, the first that fits is what stands for a text or a number of its kind. */
const samples: readonly unknown[] = [
  'first',
  '2026-01-01',
  '2026-01',
  '2026/27',
  '2025-26-p09',
  '2026-03-01T00:00:00.000Z',
  'GATE-11',
  '33.3',
  'Other words than before',
  'somebody@council.example',
  '/record/title',
  '0'.repeat(64),
  7,
  1,
  2026,
  true,
  {},
  [],
];

/** A value that fits a schema and fills every field of it, where the rules between fields let it. */
export const exampleOf = (schema: z.core.$ZodType): unknown => {
  if (schema instanceof z.ZodOptional || schema instanceof z.ZodDefault || schema instanceof z.ZodNullable)
    return exampleOf(schema.unwrap());
  if (schema instanceof z.ZodObject) {
    const filled = Object.fromEntries(Object.entries(schema.shape).map(([name, field]) => [name, exampleOf(field)]));
    // Where the second of two months is to be later than the first.
    const later = { ...filled, to: '2026-02' };
    return filled.to === '2026-01' && z.safeParse(schema, later).success ? later : filled;
  }
  if (schema instanceof z.ZodArray) return [exampleOf(schema.element)];
  if (schema instanceof z.ZodTuple) return schema.def.items.map(exampleOf);
  if (schema instanceof z.ZodEnum) return schema.options.at(-1);
  if (schema instanceof z.ZodLiteral) return schema.value;
  if (schema instanceof z.ZodUnion) {
    const options = schema.options.map(exampleOf);
    return options.find((one) => z.safeParse(schema, one).success) ?? options[0];
  }
  const sample = samples.find((one) => z.safeParse(schema, one).success);
  if (sample === undefined) throw new Error(`no example of a ${schema._zod.def.type}`);
  return sample;
};
