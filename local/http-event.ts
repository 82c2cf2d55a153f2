import * as z from 'zod';
import type { LocalAnswer, LocalRequest } from './local-answer.ts';
import type { Match } from './routes.ts';

export interface EventTerms {
  readonly match: Match;
  readonly claims: Readonly<Record<string, string>> | undefined;
  readonly requestId: string;
  readonly atEpochMilliseconds: number;
  readonly sourceIp: string;
  readonly domainName: string;
}

// Measured on AWS by others: an HTTP API hands these on as text, and everything else, forms and bodies without a
// type included, in base64 (ministackorg/ministack#766).
const isText = (contentType: string | undefined): boolean =>
  /^(?:text\/|application\/(?:json|xml|javascript)\s*(?:;|$))/i.test(contentType ?? '');

const queryOf = (query: string): Record<string, string> | undefined => {
  const params = new URLSearchParams(query);
  const names = new Set(params.keys());
  return names.size === 0
    ? undefined
    : Object.fromEntries([...names].map((name) => [name, params.getAll(name).join(',')]));
};

const months = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'];
const two = (value: number): string => String(value).padStart(2, '0');

/** `03/Sep/2013:09:00:00 +0000` */
const commonLogTime = (epochMilliseconds: number): string => {
  const at = new Date(epochMilliseconds);
  const day = `${two(at.getUTCDate())}/${months[at.getUTCMonth()]}/${at.getUTCFullYear()}`;
  return `${day}:${two(at.getUTCHours())}:${two(at.getUTCMinutes())}:${two(at.getUTCSeconds())} +0000`;
};

// The path reaches a function decoded: so it does on AWS, where payload 2.0's rawPath is raw by name only.
const decodedPath = (path: string): string => path.split('/').map(decodeURIComponent).join('/');

/**
 * A request as an HTTP API hands it to a function, payload format 2.0.
 * https://docs.aws.amazon.com/apigateway/latest/developerguide/http-api-develop-integrations-lambda.html
 */
export const httpEventOf = (request: LocalRequest, terms: EventTerms) => {
  const { cookie, ...headers } = request.headers;
  const contentType = headers['content-type'];
  const text = isText(contentType);
  const query = queryOf(request.query);
  const rawPath = decodedPath(request.path);
  return {
    version: '2.0',
    routeKey: terms.match.routeKey,
    rawPath,
    rawQueryString: request.query,
    ...(cookie === undefined ? {} : { cookies: cookie.split(/;\s*/) }),
    headers: {
      ...headers,
      'x-forwarded-for': terms.sourceIp,
      'x-forwarded-proto': 'http',
      'x-forwarded-port': terms.domainName.split(':')[1] ?? '80',
    },
    ...(query === undefined ? {} : { queryStringParameters: query }),
    ...(terms.match.pathParameters === undefined ? {} : { pathParameters: terms.match.pathParameters }),
    requestContext: {
      accountId: '000000000000',
      apiId: 'local',
      ...(terms.claims === undefined ? {} : { authorizer: { jwt: { claims: terms.claims, scopes: null } } }),
      domainName: terms.domainName,
      domainPrefix: 'local',
      http: {
        method: request.method,
        path: rawPath,
        protocol: 'HTTP/1.1',
        sourceIp: terms.sourceIp,
        userAgent: headers['user-agent'] ?? '',
      },
      requestId: terms.requestId,
      routeKey: terms.match.routeKey,
      stage: '$default',
      time: commonLogTime(terms.atEpochMilliseconds),
      timeEpoch: terms.atEpochMilliseconds,
    },
    ...(request.body.length === 0 ? {} : { body: request.body.toString(text ? 'utf8' : 'base64') }),
    isBase64Encoded: request.body.length > 0 && !text,
  };
};

const FunctionAnswer = z.object({
  statusCode: z.int().min(200).max(599),
  headers: z.record(z.string(), z.union([z.string(), z.number(), z.boolean()])).optional(),
  cookies: z.array(z.string()).optional(),
  body: z.string().nullish(),
  isBase64Encoded: z.boolean().optional(),
});

/** What a function answered, as the HTTP API sends it on; undefined where it is not an answer at all. */
export const httpAnswerOf = (answered: unknown): LocalAnswer | undefined => {
  if (typeof answered !== 'object' || answered === null) return undefined;
  if (!('statusCode' in answered))
    return { status: 200, headers: { 'content-type': 'application/json' }, body: JSON.stringify(answered) };
  const answer = FunctionAnswer.safeParse(answered);
  if (!answer.success) return undefined;
  const { statusCode, headers = {}, cookies = [], body, isBase64Encoded = false } = answer.data;
  const lowered = Object.fromEntries(Object.entries(headers).map(([name, value]) => [name.toLowerCase(), `${value}`]));
  return {
    status: statusCode,
    headers: {
      'content-type': 'text/plain;charset=UTF-8',
      ...lowered,
      ...(cookies.length === 0 ? {} : { 'set-cookie': cookies }),
    },
    body: isBase64Encoded ? Buffer.from(body ?? '', 'base64') : (body ?? ''),
  };
};
