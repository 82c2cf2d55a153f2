import { randomBytes } from 'node:crypto';
import { flattenClaims } from '#local/authorizer.ts';
import { httpEventOf } from '#local/http-event.ts';
import { createRoutes } from '#local/routes.ts';
import { type HostName, operationById, pathOf } from '#schemas/operations.ts';
import type { Role } from '#schemas/people.ts';
import { routes } from '#schemas/routes.ts';

export interface Person {
  readonly roles: readonly Role[];
  readonly subject: string;
  readonly organisation?: string;
  /** What it is called, where it is a machine. */
  readonly machine?: string | undefined;
}

/** A request as its sender makes it. */
export interface RawRequest {
  readonly method: string;
  readonly path: string;
  readonly query?: string;
  readonly headers?: Readonly<Record<string, string>>;
  readonly body?: string;
  readonly claims: Readonly<Record<string, unknown>> | undefined;
  /** The day or instant at which the clock of the tracker stands when it is answered, where a test says so. */
  readonly recordedAt?: string;
}

const match = createRoutes(routes.map(({ key }) => key));

export const claimsOf = (person: Person): Readonly<Record<string, unknown>> => ({
  sub: person.subject,
  organisation: person.organisation ?? 'council',
  roles: person.roles,
  ...(person.machine === undefined ? {} : { machine: person.machine }),
});

/** The event that the HTTP API makes of a request, and the function it goes to; undefined: the path cannot be read. */
export const eventOf = (request: RawRequest): { host: HostName; event: unknown } | undefined => {
  const found = match(request.method, request.path);
  if (found === undefined) return undefined;
  const route = routes.find(({ key }) => key === found.routeKey);
  const event = httpEventOf(
    {
      method: request.method,
      path: request.path,
      query: request.query ?? '',
      headers: Object.fromEntries(
        Object.entries(request.headers ?? {}).map(([name, value]) => [name.toLowerCase(), value]),
      ),
      body: Buffer.from(request.body ?? ''),
    },
    {
      match: found,
      claims: route?.isOpen || request.claims === undefined ? undefined : flattenClaims(request.claims),
      requestId: randomBytes(11).toString('base64'),
      atEpochMilliseconds: Date.now(),
      sourceIp: '127.0.0.1',
      domainName: 'localhost',
    },
  );
  return { host: route?.host ?? 'front', event };
};

/** The address of an operation with its parameters put in. */
export const addressOf = (
  operationId: string,
  params: Readonly<Record<string, string>>,
): { method: string; path: string } => {
  const operation = operationById(operationId);
  return { method: operation.method, path: pathOf(operation, params) };
};
