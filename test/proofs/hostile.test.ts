import * as fc from 'fast-check';
import { afterAll, beforeAll, expect, it, vi } from 'vitest';
import { type Operation, operations } from '#schemas/operations.ts';
import { everyRole } from '#schemas/people.ts';
import { Problem, problems } from '#schemas/problems.ts';
import { everythingStored } from '../support/chain.ts';
import { people, type Told } from '../support/client.ts';
import { exampleBodyOf, operationsWithBody } from '../support/examples.ts';
import { create, property as propertyReview, tellOneOfEach, tomorrow } from '../support/one-of-each.ts';
import { addressOf, claimsOf, type RawRequest } from '../support/request-event.ts';
import { startTestTracker, type TestTracker } from '../support/tracker.ts';
import { noiseBody, noiseText, spoilt } from './noise.ts';
import { amount, counted, holds, timeLimitMilliseconds } from './running.ts';

/* Requests made from noise and from the schemas, each to be refused in the API's own words and to leave nothing. */

vi.setConfig({ testTimeout: timeLimitMilliseconds, hookTimeout: timeLimitMilliseconds });
let tracker: TestTracker;
beforeAll(async () => {
  tracker = await startTestTracker();
  await tellOneOfEach(tracker);
});
afterAll(() => tracker.stop());

interface Hostile extends RawRequest {
  /** What is bad about it. */
  readonly bad: 'body' | 'noise' | 'header' | 'query' | 'id' | 'token' | 'address';
}

const params = {
  ...propertyReview,
  entryId: 'late',
  month: '2026-01',
  revision: '1',
  figure: 'counts.counted',
  runId: '2026-01-r1',
  table: 'risks',
  resource: 'risks',
};
const reading = operations.filter((one) => one.method === 'GET' && one.roles !== 'anyone');
const claimsFor = ({ roles }: Operation) => claimsOf({ roles: roles === 'anyone' ? [] : roles, subject: 'mallory' });
const headersFor = (operation: Operation): Record<string, string> => ({
  'content-type': 'application/json',
  ...(operation.method === 'POST' ? { 'idempotency-key': 'once' } : {}),
  ...(operation.version === 'put' ? create : operation.version === undefined ? {} : { 'if-match': '"1"' }),
});
const goodWrite = (operation: Operation): RawRequest => ({
  ...addressOf(operation.id, params),
  headers: headersFor(operation),
  body: JSON.stringify(exampleBodyOf(operation)),
  claims: claimsFor(operation),
});
const fits = (operation: Operation, text: string): boolean => {
  try {
    return operation.body?.safeParse(JSON.parse(text)).success === true;
  } catch {
    return false;
  }
};
/** What an HTTP header can carry. */
const visible = (text: string): string => text.replaceAll(/[^\x20-\x7e\u00a0-\u00ff]/g, '?');
/** Nothing that could be an id: a good one would be stored, and rightly. */
const noId = noiseText.map((text) => `${text}#A`);

const anyWrite = fc.constantFrom(...operationsWithBody);
const anyRead = fc.constantFrom(...reading);
/** Headers of which one is bad whatever the operation. */
const badHeaders = fc.oneof(
  fc.constantFrom('2199-01-01', '2026-02-30', 'soon', '', '0').map((on) => ({ 'effective-at': on })),
  fc.constantFrom('text/plain', 'application/xml', '', 'multipart/form-data').map((type) => ({ 'content-type': type })),
  fc.constantFrom(' ', 'a b', 'k'.repeat(256), 'ü').map((key) => ({ 'idempotency-key': key })),
  noiseText.map((text) => ({
    'if-match': '"0"',
    'if-none-match': visible(text) || '"x"',
    'idempotency-key': '\u0007',
  })),
);

const hostile: fc.Arbitrary<Hostile> = fc.oneof(
  {
    weight: 5,
    // What fits its schema after all is no hostile request, but a good one.
    arbitrary: anyWrite
      .chain((write) => spoilt(exampleBodyOf(write)).map((body) => ({ write, text: JSON.stringify(body) ?? '' })))
      .filter(({ write, text }) => text !== '' && !fits(write, text))
      .map(({ write, text }): Hostile => ({ ...goodWrite(write), body: text, bad: 'body' })),
  },
  {
    weight: 2,
    arbitrary: fc
      .tuple(anyWrite, noiseBody)
      .filter(([write, text]) => !fits(write, text))
      .map(([write, text]): Hostile => ({ ...goodWrite(write), body: text, bad: 'noise' })),
  },
  fc.tuple(anyWrite, badHeaders).map(([write, headers]): Hostile => {
    const good = goodWrite(write);
    return { ...good, headers: { ...good.headers, ...headers }, bad: 'header' };
  }),
  fc.tuple(anyRead, fc.oneof(fc.constantFrom('cursor', 'limit', 'asAt', 'sro'), noiseText), noiseText, noiseText).map(
    ([read, name, value, accept]): Hostile => ({
      ...addressOf(read.id, params),
      query: new URLSearchParams({ [name]: value.toWellFormed() }).toString(),
      headers: { accept },
      claims: claimsFor(read),
      bad: 'query',
    }),
  ),
  fc.tuple(fc.oneof(anyWrite, anyRead), noId).map(
    ([any, id]): Hostile => ({
      ...goodWrite(any),
      ...addressOf(any.id, Object.fromEntries(Object.keys(params).map((name) => [name, id]))),
      bad: 'id',
    }),
  ),
  fc
    .tuple(
      anyWrite,
      fc.constantFrom(
        undefined,
        {},
        { sub: 'x', organisation: '', roles: ['board'] },
        { sub: 'x', organisation: 'council', roles: '[admin' },
        { sub: 'x', organisation: 'council', roles: ['board'] },
      ),
    )
    .map(([write, claims]): Hostile => ({ ...goodWrite(write), claims, bad: 'token' })),
  fc.tuple(fc.constantFrom('GET', 'PUT', 'POST', 'DELETE', 'PATCH'), noId, noId).map(
    ([method, one, other]): Hostile => ({
      method,
      path: `/${encodeURIComponent(one.toWellFormed())}/${other}`,
      claims: claimsOf(people.team),
      bad: 'address',
    }),
  ),
);

/** Words of the store, of a run-time error or of a file of ours, which no answer may hold. */
const engineWords =
  /dynamo|dynoxide|sqlite|exception|conditional ?check|attribute_(?:not_)?exists|node_modules|at \S+ \(|\.ts:\d|stack|ORG#/i;

/** What is wrong with an answer; undefined if it is an honest refusal, or a read that was answered. */
const faultIn = ({ status, text, headers }: Told, request: Hostile): string | undefined => {
  if (status >= 500 || status === 0) return `was answered ${status}: ${text}`;
  if (status < 400) return request.method === 'GET' && request.bad !== 'address' ? undefined : `was taken: ${status}`;
  if (status === 429) return 'was refused for its rate alone';
  const isOData = headers['odata-version'] !== undefined;
  const type = isOData ? 'application/json' : 'application/problem+json';
  if (!String(headers['content-type']).startsWith(type)) return `is no problem: ${text}`;
  const told = JSON.parse(text);
  const problem = Problem.safeParse(isOData ? told.error?.innererror : told);
  if (!problem.success) return `is no problem: ${text}`;
  const { code, detail, faults = [] } = problem.data;
  if (!(code in problems) || detail === '') return `says too little: ${text}`;
  if (code === 'request.invalid' && (faults.length === 0 || faults.some((one) => one.message === '')))
    return `names no place: ${text}`;
  const own = JSON.stringify([request, [...new URLSearchParams(request.query).entries()]]);
  const words = engineWords.exec(text)?.[0];
  return words === undefined || `${own} ${decodeURIComponent(request.path)}`.includes(words)
    ? undefined
    : `holds ${words}: ${text}`;
};

it('what is spoilt was good: the example of every operation fits its schema', () => {
  const astray = operationsWithBody.filter((one) => one.body?.safeParse(exampleBodyOf(one)).success !== true);
  expect(operationsWithBody.length).toBeGreaterThan(60);
  expect(astray.map((one) => one.id)).toEqual([]);
});

const perRun = 25;

it('bad requests are refused, each with a problem that says where, and leave nothing', async (context) => {
  const sent: Record<string, number> = {};
  // Whoever asks who they are is noted as seen that day.
  await tracker.ask('getMe', { as: { roles: everyRole, subject: 'mallory' } });
  await tracker.ask('getProgramme', { as: people.office, params: tomorrow });
  const before = await everythingStored(tracker);
  const many = fc.noBias(fc.array(hostile, { minLength: 1, maxLength: perRun, size: 'max' }));
  const property = fc.asyncProperty(many, async (all) => {
    for (const request of all) {
      const { method, path, query, headers = {}, body, claims } = request;
      const asked = {
        query: query ?? '',
        headers,
        rawBody: body ?? '',
        ...(claims === undefined ? { as: null } : { claims }),
      };
      const told = await tracker.send(method, path, asked).catch((fault: unknown) => {
        // An address that cannot be read goes to no function.
        if (fault instanceof Error && fault.message.startsWith('no route could be read')) return undefined;
        throw fault;
      });
      if (told === undefined) continue;
      sent[request.bad] = (sent[request.bad] ?? 0) + 1;
      expect(faultIn(told, request)).toBeUndefined();
    }
    expect(await everythingStored(tracker)).toEqual(before);
  });
  await holds(property, amount(30, 1_600, 12));
  counted(context, { 'bad requests': Object.values(sent).reduce((total, one) => total + one, 0) });
  expect(Object.keys(sent).sort()).toEqual(['address', 'body', 'header', 'id', 'noise', 'query', 'token']);
});
