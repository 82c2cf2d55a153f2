import { describe, expect, it } from 'vitest';
import * as z from 'zod';
import { inPlainEnglish } from '#schemas/faults-of-issues.ts';
import { operations } from '#schemas/operations.ts';

/* A number that is missing is said to be missing, and not to be none of those that are taken. */

/** Every schema within a schema, itself among them. */
const schemasIn = (schema: unknown, found = new Set<z.ZodType>()): ReadonlySet<z.ZodType> => {
  if (schema instanceof z.ZodType) {
    if (found.has(schema)) return found;
    found.add(schema);
    schemasIn({ ...schema.def, ...('shape' in schema ? { shape: schema.shape } : {}) }, found);
  } else if (Array.isArray(schema)) for (const one of schema) schemasIn(one, found);
  else if (typeof schema === 'object' && schema !== null)
    for (const one of Object.values(schema)) if (typeof one === 'object') schemasIn(one, found);
  return found;
};

const withNumbers = operations.flatMap(({ id, body }) => {
  const numbers = [...schemasIn(body)].filter((schema) => schema instanceof z.ZodNumber);
  return numbers.length === 0 ? [] : [{ id, numbers }];
});

describe('A number that is missing', () => {
  it.each(withNumbers)('of $id is required', ({ numbers }) => {
    for (const schema of numbers)
      expect(schema.safeParse(undefined, { error: inPlainEnglish }).error?.issues.map((one) => one.message)).toEqual([
        'is required',
      ]);
  });

  it('is in every register that has numbers, among them savings, options, risks and market engagement', () => {
    const ids = withNumbers.map(({ id }) => id);
    expect(ids).toEqual(
      expect.arrayContaining(['putSaving', 'putOption', 'putRisk', 'putMarketEngagement', 'validateSaving']),
    );
    expect(withNumbers.flatMap(({ numbers }) => numbers).length).toBeGreaterThan(40);
  });
});
