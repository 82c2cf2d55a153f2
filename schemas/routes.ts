import { type HostName, type Method, type Operation, operations } from './operations.ts';

/*
 * The routes of the gateway. One route leads to the same operation of every register, with the register in the path: so a
 * register adds none. A route without a pattern is more specific than one with, and wins over it.
 */

export interface Route {
  /** `GET /programmes/{programmeId}/{register}`: the route key of an HTTP API. */
  readonly key: string;
  readonly method: Method;
  readonly path: string;
  readonly host: HostName;
  readonly isOpen: boolean;
  readonly isCostly: boolean;
  /** One, or one for each register that has it. */
  readonly operations: readonly Operation[];
}

const routePath = ({ pattern, path }: Operation): string => pattern ?? path;
const routeKey = (operation: Operation): string => `${operation.method} ${routePath(operation)}`;

/** Every route, each with the operations that it leads to. */
export const routes: readonly Route[] = [...Map.groupBy(operations, routeKey)].flatMap(([key, reached]) => {
  const [first] = reached;
  return first === undefined
    ? []
    : [
        {
          key,
          method: first.method,
          path: routePath(first),
          host: first.host,
          isOpen: first.roles === 'anyone',
          isCostly: reached.some((operation) => operation.costly),
          operations: reached,
        },
      ];
});

const byKey = new Map(routes.map((route) => [route.key, route]));

/** The part of a path that names its register, where the route has one. */
export const registerPart = 'register';

/** The operation that is asked for by a route, and where the route is of every register, by the register's part of the path. */
export const operationAt = (
  key: string,
  pathParts: Readonly<Record<string, string | undefined>>,
): Operation | undefined =>
  byKey
    .get(key)
    ?.operations.find(
      (operation) => operation.pattern === undefined || operation.register?.path === pathParts[registerPart],
    );
