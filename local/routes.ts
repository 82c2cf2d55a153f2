/** What an address and method lead to. */
export interface Match {
  /** `GET /programmes/{programmeId}`, or `$default` where no route fits. */
  readonly routeKey: string;
  /** Percent-decoded; undefined where the route has none. */
  readonly pathParameters: Readonly<Record<string, string>> | undefined;
}

interface Template {
  readonly routeKey: string;
  readonly method: string;
  readonly segments: readonly string[];
}

const parameterOf = (segment: string): string | undefined => /^\{(.+?)\+?\}$/.exec(segment)?.[1];
/** `{page+}` at the end stands for one segment or more. */
const isGreedy = ({ segments }: Template): boolean => segments.at(-1)?.endsWith('+}') ?? false;

const fits = (template: Template, method: string, segments: readonly string[]): boolean =>
  template.method === method &&
  (isGreedy(template) ? template.segments.length <= segments.length : template.segments.length === segments.length) &&
  template.segments.every((part, n) => (parameterOf(part) === undefined ? part === segments[n] : segments[n] !== ''));

/** A greedy one comes after all others. Of templates of one length, a literal segment wins over a parameter, the first difference deciding. */
const bySpecificity = (one: Template, other: Template): number => {
  if (isGreedy(one) !== isGreedy(other)) return Number(isGreedy(one)) - Number(isGreedy(other));
  if (one.segments.length !== other.segments.length) return one.segments.length - other.segments.length;
  for (const [n, part] of one.segments.entries()) {
    const difference =
      Number(parameterOf(part) !== undefined) - Number(parameterOf(other.segments[n] ?? '') !== undefined);
    if (difference !== 0) return difference;
  }
  return 0;
};

/**
 * Matches as an HTTP API does: method and every segment, the most specific route first, `$default` otherwise.
 * A path that is not percent-encoded rightly matches nothing at all: undefined.
 */
export const createRoutes = (routeKeys: readonly string[]): ((method: string, path: string) => Match | undefined) => {
  const templates = routeKeys
    .map((routeKey): Template => {
      const [method = '', path = ''] = routeKey.split(' ');
      return { routeKey, method, segments: path.split('/') };
    })
    .sort(bySpecificity);
  return (method, path) => {
    let segments: readonly string[];
    try {
      segments = path.split('/').map((segment) => decodeURIComponent(segment));
    } catch {
      return undefined;
    }
    const found = templates.find((template) => fits(template, method, segments));
    if (found === undefined) return { routeKey: '$default', pathParameters: undefined };
    const parameters = found.segments.flatMap((part, n) => {
      const name = parameterOf(part);
      const rest = n === found.segments.length - 1 && isGreedy(found) ? segments.slice(n).join('/') : segments[n];
      return name === undefined ? [] : [[name, rest ?? ''] as const];
    });
    return {
      routeKey: found.routeKey,
      pathParameters: parameters.length === 0 ? undefined : Object.fromEntries(parameters),
    };
  };
};
