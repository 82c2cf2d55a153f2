import { createHash, randomUUID } from 'node:crypto';
import { ScanCommand, type ScanCommandOutput } from '@aws-sdk/client-dynamodb';
import * as z from 'zod';
import { type Operation, operations } from '#schemas/operations.ts';
import { Problem, problems } from '#schemas/problems.ts';
import { canonicalJson } from '#store/digests/digest.ts';
import type { Table } from '#store/table/client.ts';
import { ask, sendRaw, type Told } from '../support/patient-client.ts';
import { programme, records, review } from '../support/records.ts';
import { addressOf, claimsOf, type RawRequest } from '../support/request-event.ts';
import type { TrackerInProcesses } from '../support/tracker-in-processes.ts';
import { office, once, openingOf, openProgramme } from './answer-lost.ts';
import type { Chance } from './chance.ts';
import { mutated, noiseBody, noiseText, noiseValue } from './noise.ts';

/** A request that must be refused, and what is bad about it. */
interface Hostile extends RawRequest {
  readonly bad: 'body' | 'noise' | 'header' | 'query' | 'id' | 'token' | 'address';
  readonly mayRead: boolean;
}

const params = {
  programmeId: 'hostile',
  reviewId: 'property',
  entryId: 'late',
  month: '2026-01',
  revision: '1',
  runId: '2026-01-r1',
};

/** One body for each operation that takes one and fits it. */
const bodies: Readonly<Record<string, unknown>> = {
  putProgramme: programme,
  putReview: review,
  moveStage: { to: 'service-baseline' },
  recordStageWork: { state: 'in-progress' },
  waiveCriterion: { criterion: 'GATE-03', reason: 'Not needed' },
  validateSaving: { year: '2026/27', pounds: 1, on: '2026-02-01' },
  recordOutcome: { outcome: 'approved', body: 'Board', on: '2026-01-25' },
  rateReview: { on: '2026-01-31', overall: { rating: 'green', words: 'Well' } },
  confirmReturn: {},
  runReport: { month: '2026-01' },
  reviseReport: { reason: 'Told late' },
};
const bodyFor = (operation: Operation): unknown =>
  bodies[operation.id] ??
  (operation.register === undefined || operation.method === 'POST'
    ? { reason: 'Because' }
    : records[operation.register.kind]);

const taking = operations.filter((operation) => operation.body !== undefined);
const reading = operations.filter((operation) => operation.method === 'GET' && operation.roles !== 'anyone');
const oneOf = (chance: Chance, among: readonly Operation[]): Operation => {
  const [first, ...more] = among;
  if (first === undefined) throw new Error('there are no operations');
  return chance.pick([first, ...more]);
};

const personFor = (operation: Operation) =>
  claimsOf({ roles: operation.roles === 'anyone' ? [] : operation.roles, subject: 'mallory' });

const headersFor = (operation: Operation): Record<string, string> => ({
  'content-type': 'application/json',
  ...(operation.method === 'POST' ? { 'idempotency-key': randomUUID() } : {}),
  ...(operation.version === 'put'
    ? { 'if-none-match': '*' }
    : operation.version === 'if-match'
      ? { 'if-match': '"1"' }
      : {}),
});

const writeOf = (operation: Operation, body: string): Omit<Hostile, 'bad'> => ({
  ...addressOf(operation.id, params),
  headers: headersFor(operation),
  body,
  claims: personFor(operation),
  mayRead: false,
});

const visible = (text: string): string => text.replaceAll(/[^\x20-\x7e\u00a0-\u00ff]/g, '?');

const badHeaders = (chance: Chance, operation: Operation): Record<string, string> => {
  const headers = headersFor(operation);
  const noise = visible(noiseText(chance)) || '""';
  const turn = chance.below(5);
  if (turn === 0) return { ...headers, 'effective-at': chance.pick(['2199-01-01', '2026-02-30', 'soon', '', '0']) };
  if (turn === 1)
    return { ...headers, 'content-type': chance.pick(['text/plain', 'application/xml', '', 'multipart/form-data']) };
  if (turn === 2) return { ...headers, 'idempotency-key': chance.pick([' ', 'a b', 'k'.repeat(256), 'ü']) };
  if (turn === 3)
    return {
      'content-type': 'application/json',
      'if-match': noise,
      'if-none-match': noise,
      'idempotency-key': '\u0007',
    };
  return operation.version === undefined
    ? { ...headers, 'effective-at': noise }
    : { ...headers, 'if-match': '"0"', 'if-none-match': '"x"' };
};

const hostileOne = (chance: Chance): Hostile => {
  const turn = chance.below(12);
  const write = oneOf(chance, taking);
  const body = JSON.stringify(bodyFor(write));
  if (turn < 5) {
    for (let tries = 0; tries < 20; tries += 1) {
      const text = JSON.stringify(mutated(bodyFor(write), chance)) ?? '';
      // What fits its schema after all is no hostile request, but a good one.
      if (text !== '' && write.body?.safeParse(JSON.parse(text)).success === false)
        return { ...writeOf(write, text), bad: 'body' };
    }
  }
  if (turn < 7) {
    const text = noiseBody(chance);
    if (!fits(write, text)) return { ...writeOf(write, text), bad: 'noise' };
  }
  if (turn < 8) return { ...writeOf(write, body), headers: badHeaders(chance, write), bad: 'header' };
  if (turn < 9) {
    const read = oneOf(chance, reading);
    const query = new URLSearchParams({
      [chance.pick(['cursor', 'limit', 'asAt', 'sro', noiseText(chance)])]: noiseText(chance),
    });
    return {
      ...addressOf(read.id, params),
      query: query.toString(),
      headers: { accept: noiseText(chance) },
      claims: personFor(read),
      bad: 'query',
      mayRead: true,
    };
  }
  if (turn < 10) {
    const any = oneOf(chance, [...taking, ...reading]);
    const spoilt = Object.fromEntries(Object.keys(params).map((name) => [name, noiseId(chance)]));
    return {
      ...addressOf(any.id, spoilt),
      headers: headersFor(any),
      body: any.body === undefined ? '' : JSON.stringify(bodyFor(any)),
      claims: personFor(any),
      bad: 'id',
      mayRead: any.method === 'GET',
    };
  }
  if (turn < 11) {
    const roles = chance.pick([[], ['admin'], '[admin', noiseValue(chance)]);
    return {
      ...writeOf(write, body),
      claims: chance.pick([
        undefined,
        {},
        { sub: noiseText(chance), organisation: '', roles },
        { sub: 'x', organisation: 'council', roles: ['board'] },
      ]),
      bad: 'token',
    };
  }
  return {
    method: chance.pick(['GET', 'PUT', 'POST', 'DELETE', 'PATCH']),
    path: `/${noiseId(chance)}/${noiseId(chance)}`,
    claims: personFor(write),
    bad: 'address',
    mayRead: false,
  };
};

/** Nothing that could be an id: a good one would be stored, and rightly. */
const noiseId = (chance: Chance): string => `${noiseText(chance)}#A`;

const fits = (operation: Operation, text: string): boolean => {
  try {
    return operation.body?.safeParse(JSON.parse(text)).success === true;
  } catch {
    return false;
  }
};

/** Words of the store, of a run-time error or of a file of ours, which no answer may hold. */
const engineWords =
  /dynamo|dynoxide|sqlite|exception|conditional ?check|attribute_(?:not_)?exists|node_modules|at \S+ \(|\.ts:\d|stack|ORG#/i;

/** What is wrong with an answer; nothing if it is an honest refusal. */
export const faultIn = (told: Told, request: Hostile): string | undefined => {
  if (told.kind === 'lost') return 'the function ended';
  const { status, text, headers } = told;
  if (status >= 500) return `answered ${status}: ${text}`;
  if (status < 400) return request.mayRead ? undefined : `was taken: ${status}`;
  if (!String(headers['content-type']).startsWith('application/problem+json'))
    return `no problem: ${headers['content-type']}`;
  const problem = Problem.safeParse(JSON.parse(text));
  if (!problem.success) return `no problem: ${z.prettifyError(problem.error)}`;
  const { code, detail, faults = [] } = problem.data;
  if (!(code in problems) || detail === '') return `says too little: ${text}`;
  if (code === 'request.invalid' && (faults.length === 0 || faults.some((one) => one.message === '')))
    return `names no place: ${text}`;
  const own = [
    JSON.stringify(request),
    decodeURIComponent(request.path),
    ...new URLSearchParams(request.query).entries(),
  ]
    .flat()
    .join(' ');
  const words = engineWords.exec(text)?.[0];
  return words === undefined || own.includes(words) ? undefined : `holds ${words}: ${text}`;
};

/** A digest over everything stored; only proofs scan. */
export const digestOfTable = async (table: Table): Promise<string> => {
  const lines: string[] = [];
  let start: ScanCommandOutput['LastEvaluatedKey'];
  do {
    const page: ScanCommandOutput = await table.client.send(
      new ScanCommand({
        TableName: table.name,
        ConsistentRead: true,
        ...(start === undefined ? {} : { ExclusiveStartKey: start }),
      }),
    );
    for (const item of page.Items ?? []) lines.push(canonicalJson(item));
    start = page.LastEvaluatedKey;
  } while (start !== undefined);
  return createHash('sha256').update(lines.sort().join('\n')).digest('hex');
};

export interface HostileResult {
  readonly sent: Readonly<Record<Hostile['bad'], number>>;
  readonly statuses: Readonly<Record<string, number>>;
  readonly stored: number;
  readonly faults: readonly string[];
}

/** Sends bad requests, some at the same time; looks at every answer, and at the table every few hundred. */
export const sendHostile = async (tracker: TrackerInProcesses, count: number): Promise<HostileResult> => {
  await openProgramme(tracker, 'hostile');
  const opened = await ask(tracker.pool, 0, openingOf('hostile', 'property', randomUUID()), once);
  if (opened.status !== 201) throw new Error(opened.text);
  await ask(tracker.pool, 0, { operation: 'getProgramme', params, as: office }, once);
  const sent = { body: 0, noise: 0, header: 0, query: 0, id: 0, token: 0, address: 0 };
  const statuses: Record<string, number> = {};
  const faults: string[] = [];
  let stored = 0;
  let before = await digestOfTable(tracker.table);
  const total = (): number => Object.values(sent).reduce((sum, one) => sum + one, 0);
  while (total() < count) {
    const some = Array.from({ length: Math.min(250, count - total()) }, () => hostileOne(tracker.chance));
    let next = 0;
    await Promise.all(
      Array.from({ length: 8 }, async (_, slot) => {
        for (let request = some[next]; request !== undefined; request = some[next]) {
          next += 1;
          const told = await sendRaw(tracker.pool, slot, request);
          if (told === undefined) continue;
          sent[request.bad] += 1;
          const status = told.kind === 'lost' ? 'none' : String(told.status);
          statuses[status] = (statuses[status] ?? 0) + 1;
          const fault = faultIn(told, request);
          if (fault !== undefined)
            faults.push(
              `${request.method} ${request.path.slice(0, 120)} ${(request.body ?? '').slice(0, 160)} ${fault.slice(0, 300)}`,
            );
        }
      }),
    );
    const after = await digestOfTable(tracker.table);
    if (after !== before) stored += 1;
    before = after;
  }
  // A request that is refused for its rate is not looked at.
  const unseen = statuses['429'] ?? 0;
  if (unseen > 0) faults.push(`${unseen} requests were refused for their rate alone`);
  return { sent, statuses, stored, faults };
};
