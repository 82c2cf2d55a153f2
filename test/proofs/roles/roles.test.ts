// @module-tag long
import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { bodyTypeOf, type Operation, operations, routeKeyOf } from '#schemas/operations.ts';
import { everyRole } from '#schemas/people.ts';
import { digestOfTable } from '../../support/chain.ts';
import { addressOf } from '../../support/request-event.ts';
import { allHolders, fewHolders, type Holder } from '../../support/role-holders.ts';
import { organisations, targetsOf, tellRecord } from '../../support/role-record.ts';
import { type Willing, willingRequests } from '../../support/role-requests.ts';
import { disagreements, isOpenToAnyone } from '../../support/role-table.ts';
import { startTestTracker, type TestTracker } from '../../support/tracker.ts';
import { counted, isLong, isProved, timeLimitMilliseconds } from '../running.ts';
import { askFor, type Cell, cellsOf, type Expected, wrongWith } from './cells.ts';
import { type BadToken, badTokens, type Edge, startEdge } from './gateway.ts';

vi.setConfig({ testTimeout: timeLimitMilliseconds, hookTimeout: timeLimitMilliseconds });
let tracker: TestTracker;
let edge: Edge;
let willing: ReturnType<typeof willingRequests>;
beforeAll(async () => {
  tracker = await startTestTracker();
  edge = await startEdge();
  await tellRecord(tracker);
  willing = willingRequests(tracker);
});
afterAll(async () => {
  await edge.stop();
  await tracker.stop();
});

const holders = isLong ? allHolders : fewHolders;
const guarded = operations.filter((operation) => !isOpenToAnyone(routeKeyOf(operation)));
/** Every kind at every operation; in `npm run test:long` none at each, which shows that it is guarded, and the other kinds in turn. */
const badTokensAt = (n: number): readonly BadToken[] =>
  isProved ? badTokens : ['none', badTokens[1 + (n % (badTokens.length - 1))] ?? 'none'];
const oneOfEachRole = everyRole.map((role): Holder => {
  const found = fewHolders.find(({ roles }) => roles.length === 1 && roles[0] === role);
  if (found === undefined) throw new Error(`nobody holds ${role} alone`);
  return found;
});
const personOf = ({ subject, roles, called }: Holder) => ({
  subject,
  roles,
  name: called,
  organisation: organisations.own,
});
const requestOf = (operation: Operation, request: Willing, token: string | undefined) => ({
  ...addressOf(operation.id, request.params),
  query: request.query ?? '',
  headers: {
    ...(request.body === undefined ? {} : { 'content-type': bodyTypeOf(operation) }),
    ...(operation.method === 'POST' ? { 'idempotency-key': randomUUID() } : {}),
    ...request.headers,
    ...(token === undefined ? {} : { authorization: `Bearer ${token}` }),
  },
  body: request.body === undefined ? '' : JSON.stringify(request.body),
});

/** So many operations together, since the digest of all that is stored takes longer than the requests of one. */
const batches = (all: readonly Operation[]): readonly (readonly Operation[])[] =>
  Array.from({ length: Math.ceil(all.length / 16) }, (_, n) => all.slice(n * 16, (n + 1) * 16));

const cellsWith = (operation: Operation, is: (expected: Expected) => boolean): readonly Cell[] =>
  cellsOf(operation, holders).filter((cell) => is(cell.expected));

it('the table of roles speaks of every address that there is, and of no other', () => {
  expect(disagreements(operations.map(routeKeyOf))).toEqual([]);
  const wrong = disagreements(['GET /programmes', 'DELETE /programmes/{programmeId}']);
  expect(wrong).toContain('nothing says who may DELETE /programmes/*');
  expect(wrong).toContain('there is no PUT /programmes/* any more');
});

// What is refused comes first: the record is small then, and is looked at all along.
describe('what somebody may not do', () => {
  it('is refused and stores nothing: every operation by every role, at every review, in both organisations', async (context) => {
    const wrong: string[] = [];
    let cells = 0;
    for (const together of batches(operations)) {
      const refused = together.flatMap((operation) => cellsWith(operation, (expected) => expected !== 'done'));
      const requests = new Map<string, Willing>();
      const asked = ({ operation, target }: Cell): string => `${operation.id} ${JSON.stringify(target)}`;
      for (const cell of refused)
        if (!requests.has(asked(cell))) requests.set(asked(cell), await willing(cell.operation, cell.target));
      const before = await digestOfTable(tracker.table);
      await Promise.all(
        refused.map(async (cell) => {
          const request = requests.get(asked(cell)) ?? { params: {}, headers: {} };
          wrong.push(...[wrongWith(cell, await askFor(tracker, cell, request))].flatMap((one) => one ?? []));
        }),
      );
      cells += refused.length;
      if ((await digestOfTable(tracker.table)) !== before)
        wrong.push(`one of these stored something although it was refused: ${together.map(({ id }) => id).join(', ')}`);
    }
    counted(context, { 'cells refused': cells });
    expect(wrong).toEqual([]);
    expect(cells).toBeGreaterThan(guarded.length * fewHolders.length);
  });

  it('is not done by a bad token either, whichever role it claims', async (context) => {
    const wrong: string[] = [];
    let tokens = 0;
    const tried = new Set<BadToken>();
    for (const [n, operation] of guarded.entries()) {
      const [target] = targetsOf(operation);
      if (target === undefined) continue;
      const request = await willing(operation, target);
      // The token is judged before anything else: one role a kind, another at each operation.
      for (const [of, kind] of badTokensAt(n).entries())
        for (const holder of isLong
          ? oneOfEachRole
          : oneOfEachRole.slice((n + of) % oneOfEachRole.length).slice(0, 1)) {
          tokens += 1;
          tried.add(kind);
          const asked = requestOf(operation, request, await edge.badToken(kind, personOf(holder)));
          const told = await edge.answer({ ...asked, body: Buffer.from(asked.body) });
          // The gateway says 403 of a token of our issuer that lacks the scope, as AWS's does.
          const status = kind === 'an ID token' || kind === 'without the scope' ? 403 : 401;
          if (told.status !== status || !String(told.headers['www-authenticate']).startsWith('Bearer'))
            wrong.push(`${operation.id} by ${holder.called} with a token that is ${kind} was answered ${told.status}`);
        }
    }
    counted(context, { 'bad tokens': tokens });
    expect(wrong).toEqual([]);
    expect(tried.size).toBe(badTokens.length);
    expect(tokens).toBeGreaterThanOrEqual(guarded.length * badTokensAt(0).length);
  });
});

it('what somebody may do is done, each operation once over HTTP with a token of the issuer', async (context) => {
  const wrong: string[] = [];
  const all = operations.map((operation) => cellsWith(operation, (expected) => expected === 'done'));
  // Nobody may do these: a line of test/support/role-table.ts is missing.
  expect(operations.filter((_, n) => all[n]?.length === 0).map(({ id }) => id)).toEqual([]);
  // What ends an entry for a while comes last.
  const isLast = (cell: Cell): boolean => cell.operation.useCase === 'strike-out-entry';
  // And what ends a review for a while after everything of it.
  const ofReview = (cell: Cell): boolean => cell.operation.useCase === 'strike-out-review';
  const isFirstOfAll = (cell: Cell): boolean => !isLast(cell) && !ofReview(cell);
  const cells = [isFirstOfAll, isLast, ofReview].flatMap((among) => all.flat().filter(among));
  const overHttp = new Set<Operation>();
  for (const cell of cells) {
    const { operation, holder, target } = cell;
    const request = await willing(operation, target, holder.roles);
    const isFirst = cell.organisation === organisations.own && !overHttp.has(operation);
    if (isFirst) {
      overHttp.add(operation);
      const token = await edge.goodToken(personOf(holder));
      const { method, path, query, headers, body } = requestOf(operation, request, token);
      const response = await fetch(`${edge.origin}${path}${query === '' ? '' : `?${query}`}`, {
        method,
        headers,
        ...(body === '' ? {} : { body }),
      });
      const told = { status: response.status, text: await response.text() };
      wrong.push(...[wrongWith(cell, told)].flatMap((one) => one ?? []));
    } else wrong.push(...[wrongWith(cell, await askFor(tracker, cell, request))].flatMap((one) => one ?? []));
  }
  await tracker.settled();
  counted(context, { 'cells done': cells.length, 'over HTTP': overHttp.size });
  expect(wrong).toEqual([]);
  expect(tracker.failures).toEqual([]);
  expect(overHttp.size).toBe(operations.length);
});
