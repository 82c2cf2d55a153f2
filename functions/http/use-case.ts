import * as z from 'zod';
import { type Decided, done } from '#domain/decided.ts';
import { faultsOf, inPlainEnglish, mostFaults } from '#schemas/faults-of-issues.ts';
import type { Operation } from '#schemas/operations.ts';
import type { Fault } from '#schemas/problems.ts';
import type { ChangeOutcome } from '../commands/change-outcome.ts';
import type { Answer } from './answer.ts';
import { refusalOfTimeToCome } from './as-at.ts';
import type { Call } from './call.ts';
import type { ReadRequest } from './read-request.ts';
import { requestInvalid } from './request-faults.ts';
import { unclearTextIn } from './unclear-text.ts';

/*
 * A use case, bound to its operations: the request is parsed here, once, by the operation's own schemas, and the use case
 * is given what they make of it, with its types.
 */

/** What a use case comes to. */
export type Outcome = Decided<Answer> | ChangeOutcome;

/** A use case as one of its operations is done by it. */
export interface Endpoint<D> {
  readonly operation: Operation;
  /** Parses a request; refused with every fault, or done with what is left to do. */
  readonly parse: (request: ReadRequest) => Decided<(deps: D) => Promise<Outcome>>;
}

/** A use case: an endpoint for each of its operations. */
export type UseCase<D> = readonly Endpoint<D>[];

type OneOrMore<T> = T | readonly T[];
const listOf = <T extends object>(given: OneOrMore<T>): readonly T[] => (isList(given) ? given : [given]);
const isList = <T extends object>(given: OneOrMore<T>): given is readonly T[] => Array.isArray(given);

const error = inPlainEnglish;

/** A use case that reads: of one operation, or of several that it does alike. */
export const query = <P extends z.ZodObject, Q extends z.ZodObject, D>(
  operations: OneOrMore<Operation<P, Q>>,
  answer: (call: Call<z.output<P>, z.output<Q>>, deps: D) => Promise<Decided<Answer>>,
): UseCase<D> =>
  listOf(operations).map((operation) => ({
    operation,
    parse: ({ call }) => {
      const params = z.safeParse(operation.params, call.params, { error, reportInput: true });
      const query = z.safeParse(operation.query, call.query, { error, reportInput: true });
      if (!params.success || !query.success)
        return requestInvalid([...faultsOf('path', params.error), ...faultsOf('query', query.error)]);
      const asked = { ...call, params: params.data, query: query.data };
      return refusalOfTimeToCome(call) ?? done((deps) => answer(asked, deps));
    },
  }));

/** What does not fit, and where it fits what could not be read as it is written: one fault for each place. */
const faultsOfBody = (error: z.core.$ZodError | undefined, unclear: readonly Fault[]): readonly Fault[] => {
  const faults = faultsOf('body', error);
  const faulty = new Set(faults.map((one) => one.pointer));
  return [...faults, ...unclear.filter((one) => !faulty.has(one.pointer))].slice(0, mostFaults);
};

/** A use case that changes something: of one operation, or of several that it does alike. */
export const command = <P extends z.ZodObject, Q extends z.ZodObject, B extends z.ZodType, D>(
  operations: OneOrMore<Operation<P, Q, B> & { readonly body: B }>,
  change: (call: Call<z.output<P>, z.output<Q>, z.output<B>>, deps: D) => Promise<ChangeOutcome>,
): UseCase<D> =>
  listOf(operations).map((operation) => ({
    operation,
    parse: ({ call }) => {
      const params = z.safeParse(operation.params, call.params, { error, reportInput: true });
      const query = z.safeParse(operation.query, call.query, { error, reportInput: true });
      const body = z.safeParse(operation.body, call.body, { error, reportInput: true });
      const unclear = unclearTextIn(operation.body, call.body);
      return params.success && query.success && body.success && unclear.length === 0
        ? done((deps) => change({ ...call, params: params.data, query: query.data, body: body.data }, deps))
        : requestInvalid([
            ...faultsOf('path', params.error),
            ...faultsOf('query', query.error),
            ...faultsOfBody(body.error, unclear),
          ]);
    },
  }));
