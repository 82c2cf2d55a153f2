import { listed } from '#language/in-words.ts';
import { registers } from '#registers/all.ts';
import { type HostName, operations } from '#schemas/operations.ts';
import { operationAt, registerPart } from '#schemas/routes.ts';
import type { ApiEvent } from './api-event.ts';
import { type HttpAnswer, problemAnswer } from './problem.ts';
import type { Endpoint, UseCase } from './use-case.ts';

/** The endpoint that a request asks for; undefined where there is none at its address. */
export type FindEndpoint<D> = (event: ApiEvent) => Endpoint<D> | undefined;

/**
 * The use cases of a function, by operation.
 *
 * @throws where an operation of the function has no use case, or a use case is of another function: it does not start
 */
export const endpointsOf = <D>(host: HostName, useCases: readonly UseCase<D>[]): FindEndpoint<D> => {
  const endpoints = new Map(useCases.flat().map((endpoint) => [endpoint.operation.id, endpoint]));
  const own = operations.filter((operation) => operation.host === host).map(({ id }) => id);
  const without = own.filter((id) => !endpoints.has(id));
  const astray = [...endpoints.keys()].filter((id) => !own.includes(id));
  if (without.length > 0) throw new Error(`the function ${host} has no use case for ${without.join(', ')}`);
  if (astray.length > 0) throw new Error(`the function ${host} is not that of ${astray.join(', ')}`);
  return (event) => {
    const operation = operationAt(event.routeKey, event.pathParameters ?? {});
    return operation === undefined ? undefined : endpoints.get(operation.id);
  };
};

/** The parts of a path but for the register's, which says no more than the operation. */
export const withoutRegister = (event: ApiEvent): ApiEvent => {
  const { [registerPart]: _, ...pathParameters } = event.pathParameters ?? {};
  return { ...event, pathParameters };
};

const fitsPath = (address: string, path: string): boolean =>
  new RegExp(`^${address.replaceAll('.', '\\.').replaceAll(/\{[^}]+\}/g, '[^/]+')}$`).test(path);

const isRegister = (part: string | undefined): boolean => registers.some((one) => one.path === part);
const partOf = (path: string, pattern: string): string | undefined =>
  path.split('/')[pattern.split('/').indexOf(`{${registerPart}}`)];

/** What to say of an address that some registers have, where it was asked of another that there is; undefined: anything else. */
const notOfThisRegister = (path: string): string | undefined => {
  const having = operations.flatMap(({ pattern, register }) =>
    pattern !== undefined && register !== undefined && fitsPath(pattern, path) && isRegister(partOf(path, pattern))
      ? [register.path]
      : [],
  );
  return having.length === 0
    ? undefined
    : `Not every register takes this: it is there for ${listed([...new Set(having)])}. What others take is in /openapi.json.`;
};

/** An address that is not there, or does not take the method (docs/meaning.md WRITE-12). */
export const unknownRoute = (path: string): HttpAnswer => {
  const fits = operations.filter((operation) => fitsPath(operation.path, path));
  const allow = [...new Set(fits.map((operation) => operation.method))].join(', ');
  return fits.length === 0
    ? problemAnswer(
        {
          code: 'route.unknown',
          detail:
            notOfThisRegister(path) ??
            'Look the address up in /openapi.json, which has all that there are, and mind its spelling.',
        },
        undefined,
      )
    : problemAnswer(
        {
          code: 'method.not-allowed',
          detail: `This address takes ${allow}: send one of these, or look up in /openapi.json where what you want is done.`,
        },
        undefined,
        { allow },
      );
};
