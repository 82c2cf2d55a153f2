import { expect, it } from 'vitest';
import * as z from 'zod';
import { registers } from '#registers/all.ts';
import type { Register } from '#registers/declaration.ts';
import { Subject } from '#schemas/ids.ts';
import { PersonRecord } from '#schemas/person.ts';
import { Programme } from '#schemas/programme.ts';
import { Review } from '#schemas/review.ts';

/*
 * What a leaver's work is (docs/meaning.md PEOPLE-22): every place at which a record names a person. Whoever adds one must say how
 * it is passed on: in `domain/people/pass-on.ts`, and here.
 */
const passedOn = {
  review: ['/sros/*/subject', '/lead/subject'],
  person: ['/deputies/*/person'],
};
/** Their own: the subject of a person's token is nobody else's. */
const ownOf = { person: ['/subject'] };

const subjects = z.toJSONSchema(Subject).pattern;

/** The places of a schema at which the subject of a person stands. */
const peopleIn = (schema: unknown, at = ''): readonly string[] => {
  if (schema instanceof z.ZodString) return z.toJSONSchema(schema).pattern === subjects ? [at] : [];
  if (schema instanceof z.ZodObject)
    return Object.entries(schema.shape).flatMap(([name, one]) => peopleIn(one, `${at}/${name}`));
  if (schema instanceof z.ZodArray) return peopleIn(schema.element, `${at}/*`);
  if (schema instanceof z.ZodUnion) return schema.options.flatMap((one) => peopleIn(one, at));
  if (schema instanceof z.ZodOptional || schema instanceof z.ZodNullable || schema instanceof z.ZodDefault)
    return peopleIn(schema.unwrap(), at);
  return [];
};

const recordsWith = (): Readonly<Record<string, unknown>> => {
  const all: readonly Register[] = registers;
  return {
    programme: Programme,
    review: Review,
    person: PersonRecord,
    ...Object.fromEntries(all.map(({ kind, record }) => [kind, record])),
  };
};

it.each(Object.entries(recordsWith()))(
  'of a record of kind %s, every place that names a person is passed on',
  (kind, schema) => {
    const known = { ...passedOn }[kind as keyof typeof passedOn] ?? [];
    const own = { ...ownOf }[kind as keyof typeof ownOf] ?? [];
    expect([...peopleIn(schema)].sort()).toEqual([...known, ...own].sort());
  },
);
