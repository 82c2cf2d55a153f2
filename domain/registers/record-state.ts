import type * as z from 'zod';
import { asJsonObject, type JsonObject, type RecordState } from '#schemas/history.ts';
import type { Refusal } from '#schemas/problems.ts';

/**
 * The facts or record of a state, by its register's schema.
 * @throws Error where what is stored does not parse: a fault, never an answer
 */
export const parsedPart = <T>(schema: z.ZodType<T>, part: JsonObject, what: string): T => {
  const result = schema.safeParse(part);
  if (result.success) return result.data;
  throw new Error(`the stored ${what} does not parse: ${result.error.message}`, { cause: result.error });
};

/** The same state with other facts. */
export const withFacts = (state: RecordState, facts: object): RecordState => ({ ...state, facts: asJsonObject(facts) });

/** What is struck out takes neither changes nor acts until the strike-out is undone. */
export const struckOutRefusal = (state: RecordState, noun: string): Refusal | null =>
  state.struckOut === null
    ? null
    : {
        code: 'entry.struck-out',
        detail: `The ${noun} is struck out (${state.struckOut.reason}): undo that first.`,
      };
