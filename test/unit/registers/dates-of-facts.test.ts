import { expect, it } from 'vitest';
import * as z from 'zod';
import { schemasOf } from '#domain/record-schemas.ts';
import { registers } from '#registers/all.ts';
import { sharedKindOf } from '#registers/field-kinds.ts';
import { dateOf, happenedIn } from '#schemas/dates.ts';
import { operations } from '#schemas/operations.ts';

/** Each place of a schema that takes a day, and whether it says what the day is of. */
const daysIn = (schema: z.core.$ZodType, at = ''): readonly { readonly at: string; readonly of: string }[] => {
  // From when a correction holds is no date of a fact: it is held against the record's line.
  if (at === '/effectiveAt') return [];
  if (dateOf(schema) !== undefined) return [{ at, of: dateOf(schema) ?? '' }];
  if (sharedKindOf(schema) === 'date' || sharedKindOf(schema) === 'date as stated') return [{ at, of: 'not said' }];
  if (schema instanceof z.ZodOptional || schema instanceof z.ZodDefault || schema instanceof z.ZodNullable)
    return daysIn(schema.unwrap(), at);
  if (schema instanceof z.ZodArray) return daysIn(schema.element, `${at}/0`);
  if (schema instanceof z.ZodUnion) return schema.options.flatMap((option) => daysIn(option, at));
  return schema instanceof z.ZodObject
    ? Object.entries(schema.shape).flatMap(([name, field]) => daysIn(field, `${at}/${name}`))
    : [];
};

const bodies = operations.flatMap((one) => (one.body === undefined ? [] : [[one.id, one.body] as const]));
const ofRecords = [...registers.map(({ kind }) => kind), 'review' as const].map(
  (kind) => [kind, schemasOf(kind).record] as const,
);

it.each([...ofRecords, ...bodies])('%s says of each date whether it is of what happened or of a plan', (_, schema) => {
  expect(daysIn(schema).filter(({ of }) => of === 'not said')).toEqual([]);
});

it.each(ofRecords)('each date of what happened of %s is found in what is put', (_, schema) => {
  for (const { at, of } of daysIn(schema)) {
    const value = at
      .split('/')
      .slice(1)
      .reduceRight<unknown>((held, name) => (name === '0' ? [held] : { [name]: held }), '2026-05-01');
    expect(happenedIn(schema, value).map((one) => one.pointer)).toEqual(of === 'what happened' ? [at] : []);
  }
});
