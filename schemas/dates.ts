import * as z from 'zod';
import { LocalDate } from '#language/time.ts';
import { DateStatement, firstDayStated } from './date-statement.ts';

/*
 * Each date that people give says whether it is of what happened, so that it never lies ahead (docs/meaning.md TIME-21), or of a plan,
 * a forecast, a notice or a term, which may.
 */

const meanings = z.registry<{ readonly of: 'what happened' | 'a plan' }>();

/** The day on which something took place. */
export const HappenedOn = LocalDate.clone();
/** A day that may lie ahead. */
export const PlannedOn = LocalDate.clone();
/** When something took place, as far as that is stated. */
export const HappenedWhen = DateStatement.meta({
  id: 'HappenedDateStatement',
  description: 'What is stated of the date of what has happened; "not-stated" says that the source gives none',
});
/** When something is to take place, or did, as far as that is stated. */
export const PlannedWhen = DateStatement.meta({
  id: 'PlannedDateStatement',
  description: 'What is stated of a date that may lie ahead; "not-stated" says that the source gives none',
});
meanings.add(HappenedOn, { of: 'what happened' });
meanings.add(HappenedWhen, { of: 'what happened' });
meanings.add(PlannedOn, { of: 'a plan' });
meanings.add(PlannedWhen, { of: 'a plan' });

type Schema = z.core.$ZodType;

/** What a date says, where its schema is one of these. */
export const dateOf = (schema: Schema): 'what happened' | 'a plan' | undefined => meanings.get(schema)?.of;

const within = (schema: Schema): Schema =>
  schema instanceof z.ZodOptional || schema instanceof z.ZodDefault || schema instanceof z.ZodNullable
    ? within(schema.unwrap())
    : schema;

/** The earliest day that a value stands for; undefined where it names none. */
const earliestOf = (value: unknown): LocalDate | undefined => {
  const day = LocalDate.safeParse(value);
  if (day.success) return day.data;
  const stated = DateStatement.safeParse(value);
  return stated.success ? (firstDayStated(stated.data) ?? undefined) : undefined;
};

export interface Happened {
  readonly pointer: string;
  /** The earliest day that is meant. */
  readonly day: LocalDate;
}

/** The dates of what happened that a value holds, in the order of its fields, each with its JSON pointer. */
export const happenedIn = (schema: Schema, value: unknown, pointer = ''): readonly Happened[] => {
  const inner = within(schema);
  if (dateOf(inner) === 'what happened') {
    const day = earliestOf(value);
    return day === undefined ? [] : [{ pointer, day }];
  }
  if (inner instanceof z.ZodArray && Array.isArray(value))
    return value.flatMap((one, n) => happenedIn(inner.element, one, `${pointer}/${n}`));
  if (inner instanceof z.ZodObject && typeof value === 'object' && value !== null)
    return Object.entries(inner.shape).flatMap(([name, field]) =>
      happenedIn(field, Reflect.get(value, name), `${pointer}/${name}`),
    );
  return [];
};
