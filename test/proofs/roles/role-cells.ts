import { randomUUID } from 'node:crypto';
import type { LocalRequest } from '#local/local-answer.ts';
import { type Operation, operations, routeKeyOf } from '#schemas/operations.ts';
import { everyRole } from '#schemas/people.ts';
import { digestOfTable } from '../../support/chain.ts';
import { addressOf, claimsOf } from '../../support/request-event.ts';
import { mark, organisations, reviewIds, tellRecord } from '../../support/role-record.ts';
import { type Target, type Willing, willingRequests } from '../../support/role-requests.ts';
import {
  allHolders,
  disagreements,
  fewHolders,
  type Holder,
  isOpenToAnyone,
  mayDo,
  named,
  type Standing,
} from '../../support/role-table.ts';
import type { TrackerInOneProcess } from '../../support/tracker-in-one-process.ts';
import { badTokens, type Edge, startEdge } from './gateway.ts';

/*
 * Who may do what: every operation, asked for by every holder of a token, of their own and of another's review, in
 * their own and in another organisation; and by each role with every kind of bad token. What each cell must come to is
 * worked out from prove/role-table.ts. For the tests and for npm run prove, in a process of its own tracker:
 *
 *   const tracker = await startTrackerInOneProcess();
 *   const { cells, losses } = await roleCells(tracker);
 *
 * `cells` are counts by their names, 'role cells' the sum of them; `losses` are sentences, none if all is as it must be.
 */

export type RoleCells = Readonly<Record<'role cells' | Expected | 'bad tokens' | 'over HTTP', number>>;

type Expected = 'done' | 'refused by role' | 'not found elsewhere';

const { itsSro, lead, persona } = named;

export const standingOf = (holder: Holder, { reviewId, ratingOf }: Target): Standing => ({
  roles: holder.roles,
  isItsSro: reviewId === reviewIds.own && holder.subject === itsSro.subject,
  leadsIt: reviewId === reviewIds.own && holder.subject === lead.subject,
  claimedIt: holder.subject === persona.subject,
  ratingOf,
});

/** Once for each review and each rating where it makes a difference. */
export const targetsOf = (operation: Operation): readonly Target[] => {
  const ofReviews = operation.path.includes('{reviewId}') ? Object.values(reviewIds) : [reviewIds.own];
  const ofRatings =
    operation.register?.kind === 'rating' && operation.path.includes('{entryId}')
      ? (['sro', 'assurance'] as const)
      : [null];
  return ofReviews.flatMap((reviewId) => ofRatings.map((ratingOf) => ({ reviewId, ratingOf })));
};

interface Cell {
  readonly operation: Operation;
  readonly holder: Holder;
  readonly target: Target;
  readonly organisation: string;
  readonly expected: Expected;
}

/** Lists of another organisation are there, and empty. */
const listsNothing = ['listProgrammes', 'listReports'];

/**
 * Done where the table says so; 403 where not. In another organisation nobody is the SRO of anything, and whoever has
 * the role for it finds nothing.
 */
const expectedOf = (operation: Operation, holder: Holder, target: Target, isOwn: boolean): Expected => {
  const routeKey = routeKeyOf(operation);
  if (isOpenToAnyone(routeKey)) return 'done';
  const standing = standingOf(holder, target);
  if (isOwn) return mayDo(routeKey, standing) === true ? 'done' : 'refused by role';
  const atTheirs = [true, false].flatMap((isItsSro) =>
    (['sro', 'assurance'] as const).map((ratingOf) => ({
      ...standing,
      isItsSro,
      leadsIt: false,
      claimedIt: false,
      ratingOf,
    })),
  );
  return atTheirs.some((one) => mayDo(routeKey, one) === true) ? 'not found elsewhere' : 'refused by role';
};

const cellsOf = (operation: Operation, holders: readonly Holder[]): readonly Cell[] =>
  targetsOf(operation).flatMap((target) =>
    holders.flatMap((holder) =>
      Object.values(organisations).map((organisation) => ({
        operation,
        holder,
        target,
        organisation,
        expected: expectedOf(operation, holder, target, organisation === organisations.own),
      })),
    ),
  );

interface Answered {
  readonly status: number;
  readonly text: string;
}

const nameOf = ({ operation, holder, target, organisation }: Cell): string =>
  `${operation.id} by ${holder.called} of ${organisation} at ${target.reviewId}${target.ratingOf === null ? '' : ` (${target.ratingOf}'s)`}`;

/** What is wrong with the answer that a cell came to; undefined if it is as it must be. */
const wrongWith = (cell: Cell, { status, text }: Answered): string | undefined => {
  const isAsExpected = {
    done: status >= 200 && status < 300,
    'refused by role': status === 403 && text.includes('"status":403'),
    'not found elsewhere': status === 404 || (listsNothing.includes(cell.operation.id) && status === 200),
  }[cell.expected];
  if (!isAsExpected) return `${nameOf(cell)} should be ${cell.expected}, was answered ${status}: ${text.slice(0, 200)}`;
  return cell.expected !== 'done' && text.includes(mark)
    ? `${nameOf(cell)} was shown the record: ${text.slice(0, 200)}`
    : undefined;
};

const headersOf = (operation: Operation, willing: Willing): Record<string, string> => ({
  ...(willing.body === undefined ? {} : { 'content-type': 'application/json' }),
  ...(operation.method === 'POST' ? { 'idempotency-key': randomUUID() } : {}),
  ...willing.headers,
});

/** Works through all of them, so many at a time. */
const each = async <T>(all: readonly T[], atOnce: number, act: (one: T) => Promise<void>): Promise<void> => {
  const left = [...all];
  await Promise.all(
    Array.from({ length: atOnce }, async () => {
      for (let one = left.shift(); one !== undefined; one = left.shift()) await act(one);
    }),
  );
};

const send = async (tracker: TrackerInOneProcess, cell: Cell, willing: Willing): Promise<Answered> => {
  const { operation, holder, organisation } = cell;
  const told = await tracker.send({
    ...addressOf(operation.id, willing.params),
    headers: headersOf(operation, willing),
    ...(willing.body === undefined ? {} : { body: JSON.stringify(willing.body) }),
    claims: claimsOf({ ...holder, organisation }),
  });
  return { status: told?.statusCode ?? 0, text: told?.body ?? '' };
};

const requestOf = (operation: Operation, willing: Willing, token: string | undefined): LocalRequest => ({
  ...addressOf(operation.id, willing.params),
  query: '',
  headers: { ...headersOf(operation, willing), ...(token === undefined ? {} : { authorization: `Bearer ${token}` }) },
  body: Buffer.from(willing.body === undefined ? '' : JSON.stringify(willing.body)),
});

const sendOverHttp = async (edge: Edge, operation: Operation, willing: Willing, token: string): Promise<Answered> => {
  const { method, path, headers, body } = requestOf(operation, willing, token);
  const response = await fetch(`${edge.origin}${path}`, {
    method,
    headers,
    ...(body.length === 0 ? {} : { body: body.toString('utf8') }),
  });
  return { status: response.status, text: await response.text() };
};

const oneOfEachRole = everyRole.flatMap(
  (role) => fewHolders.find(({ roles }) => roles.length === 1 && roles[0] === role) ?? [],
);

const personOf = ({ subject, roles, called }: Holder) => ({
  subject,
  roles,
  name: called,
  organisation: organisations.own,
});

interface Asking {
  readonly holders: readonly Holder[];
  readonly among: readonly Operation[];
}

interface Prepared {
  readonly cells: readonly Cell[];
  readonly requests: ReadonlyMap<Target, Willing>;
}

/** After so many refused operations the table is looked at. */
const lookedAtEvery = 12;

/** Asks for some operations of a record as `tellRecord` told it. */
export const judgeCells = async (
  tracker: TrackerInOneProcess,
  { holders, among }: Asking,
): Promise<{ cells: RoleCells; losses: readonly string[] }> => {
  const losses: string[] = [];
  const cells = { done: 0, 'refused by role': 0, 'not found elsewhere': 0, 'bad tokens': 0, 'over HTTP': 0 };
  const edge = await startEdge();
  const willing = willingRequests(tracker);
  const judge = (cell: Cell, answered: Answered): void => {
    cells[cell.expected] += 1;
    const wrong = wrongWith(cell, answered);
    if (wrong !== undefined) losses.push(wrong);
  };
  const spoilt = await Promise.all(
    oneOfEachRole.flatMap((holder) =>
      badTokens.map(async (kind) => ({ kind, holder, token: await edge.badToken(kind, personOf(holder)) })),
    ),
  );

  const refuseAll = async (): Promise<void> => {
    const prepared = new Map<Operation, Prepared>();
    for (const operation of among) {
      const refused = cellsOf(operation, holders).filter((cell) => cell.expected !== 'done');
      const requests = new Map<Target, Willing>();
      for (const target of new Set(refused.map((cell) => cell.target)))
        requests.set(target, await willing(operation, target));
      prepared.set(operation, { cells: refused, requests });
    }
    const refuse = async (operation: Operation, refused: Prepared): Promise<void> => {
      await each(refused.cells, 4, async (cell) => {
        const request = refused.requests.get(cell.target);
        if (request !== undefined) judge(cell, await send(tracker, cell, request));
      });
      const [request] = refused.requests.values();
      if (request === undefined || isOpenToAnyone(routeKeyOf(operation))) return;
      await each(spoilt, 4, async ({ kind, holder, token }) => {
        cells['bad tokens'] += 1;
        const told = await edge.answer(requestOf(operation, request, token));
        if (told.status !== 401 || !String(told.headers['www-authenticate']).startsWith('Bearer'))
          losses.push(`${operation.id} by ${holder.called} with a token that is ${kind} was answered ${told.status}`);
      });
    };
    let stored = await digestOfTable(tracker.table);
    const all = [...prepared];
    for (let from = 0; from < all.length; from += lookedAtEvery) {
      const some = all.slice(from, from + lookedAtEvery);
      for (const [operation, refused] of some) await refuse(operation, refused);
      const now = await digestOfTable(tracker.table);
      if (now !== stored)
        losses.push(`one of ${some.map(([{ id }]) => id).join(', ')} stored something although it was refused`);
      stored = now;
    }
  };

  const overHttp = new Set<Operation>();
  const doIt = async (cell: Cell): Promise<void> => {
    const { operation, holder, target } = cell;
    const request = await willing(operation, target);
    const isFirst = cell.organisation === organisations.own && !overHttp.has(operation);
    if (isFirst) overHttp.add(operation);
    judge(
      cell,
      isFirst
        ? await sendOverHttp(edge, operation, request, await edge.goodToken(personOf(holder)))
        : await send(tracker, cell, request),
    );
  };
  /** What changes the same chain comes one after the other; what ends an entry for a while comes last. */
  const doAll = async (): Promise<void> => {
    const all = among.flatMap((operation) => {
      const done = cellsOf(operation, holders).filter((cell) => cell.expected === 'done');
      if (done.length === 0) losses.push(`nobody may ${operation.id}`);
      return done;
    });
    const last = (cell: Cell): boolean => cell.operation.useCase === 'strike-out-entry';
    const ordered = [...all.filter((cell) => !last(cell)), ...all.filter(last)];
    const lanes = Map.groupBy(ordered, ({ operation, target }) =>
      operation.path.includes('{reviewId}') ? target.reviewId : 'the programme',
    );
    await Promise.all([...lanes.values()].map((lane) => each(lane, 1, doIt)));
  };

  try {
    // What is refused comes first: the record is small then, and is looked at all along.
    await refuseAll();
    await doAll();
    await tracker.settled();
  } finally {
    await edge.stop();
  }
  losses.push(...tracker.failures);
  const sum = cells.done + cells['refused by role'] + cells['not found elsewhere'] + cells['bad tokens'];
  return { cells: { 'role cells': sum, ...cells, 'over HTTP': overHttp.size }, losses };
};

/** Tells the record and asks for everything. */
export const roleCells = async (tracker: TrackerInOneProcess, holders: readonly Holder[] = allHolders) => {
  await tellRecord(tracker);
  const { cells, losses } = await judgeCells(tracker, { holders, among: operations });
  return { cells, losses: [...disagreements(operations.map(routeKeyOf)), ...losses] };
};
