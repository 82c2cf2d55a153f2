import type { Asked, Client } from '../support/client.ts';
import { programme, records, review, saving } from '../support/records.ts';
import type { Person } from '../support/request-event.ts';
import type { TrackerInProcesses } from '../support/tracker-in-processes.ts';
import type { StoredChain } from './history/read-chains.ts';
import { deliver } from './monthly-programme.ts';

/*
 * Requests that may meet: of the settings, a review, its entries, signatures, reports and people, each sent with the version
 * that was there before any of them.
 */

const params = { programmeId: 'tomorrow', reviewId: 'property', month: '2026-01' };
const of = (entryId: string) => ({ ...params, entryId });
const create = { 'if-none-match': '*' };
const { directorate: _, portfolio: __, ...bare } = review;
const settings = { ...programme, reporting: { firstMonth: '2026-01', lastMonth: '2026-01' } };
const closeDown = { on: '2026-03-01', achieved: 'Much', notAchieved: 'Little', lessons: 'Some', carriesOn: [] };
const outcome = { body: 'Cabinet', on: '2026-02-01' };

type Role = Person['roles'][number];
interface Request extends Omit<Asked, 'as' | 'body'> {
  readonly operation: string;
  readonly role: Role;
  /** Of what it changes or judges; null: it creates. */
  readonly version: number | null;
  /** With the words of whose it is. */
  readonly body: (by: string) => object;
}
const requests = {
  'take a directorate out': {
    operation: 'putProgramme',
    role: 'programme-office',
    version: 1,
    body: () => ({ ...settings, directorates: [] }),
  },
  'close the programme': {
    operation: 'putProgramme',
    role: 'programme-office',
    version: 1,
    body: () => ({ ...settings, closeDown }),
  },
  'rename the programme': {
    operation: 'putProgramme',
    role: 'programme-office',
    version: 1,
    body: (by: string) => ({ ...settings, name: by }),
  },
  'take a directorate': {
    operation: 'putReview',
    role: 'transformation-team',
    version: 1,
    body: () => ({ ...bare, directorate: 'places' }),
  },
  'name another SRO': {
    operation: 'putReview',
    role: 'transformation-team',
    version: 1,
    body: (by: string) => ({ ...bare, sros: [...review.sros, { subject: 'olga-other', name: `Olga ${by}` }] }),
  },
  'open another review': {
    operation: 'putReview',
    role: 'transformation-team',
    version: null,
    params: { ...params, reviewId: 'libraries' },
    body: (by: string) => ({ ...bare, title: by }),
  },
  'strike the review out': {
    operation: 'strikeOutReview',
    role: 'programme-office',
    version: 1,
    body: (by: string) => ({ reason: by }),
  },
  'move the stage': {
    operation: 'moveStage',
    role: 'transformation-team',
    version: 1,
    body: (by: string) => ({ to: 'service-baseline', reason: by }),
  },
  'record an issue': {
    operation: 'putIssue',
    role: 'transformation-team',
    version: null,
    params: of('first'),
    body: (by: string) => ({ ...Object(records.issue), title: by }),
  },
  'change the case': {
    operation: 'putBusinessCase',
    role: 'transformation-team',
    version: 1,
    params: of('full'),
    body: (by: string) => ({ ...Object(records['business-case']), title: by }),
  },
  'approve the case': {
    operation: 'recordOutcome',
    role: 'sro',
    version: 1,
    params: of('full'),
    body: () => ({ ...outcome, outcome: 'approved' }),
  },
  'change the claim': {
    operation: 'putSaving',
    role: 'transformation-team',
    version: 1,
    params: of('line'),
    body: () => ({ ...saving, years: [{ year: '2026/27', plan: 400_000, claimedActual: 9_000_000 }] }),
  },
  'validate the claim': {
    operation: 'validateSaving',
    role: 'finance',
    version: 1,
    params: of('line'),
    body: () => ({ year: '2026/27', pounds: 100, on: '2026-02-01' }),
  },
  'rate the review': {
    operation: 'rateReview',
    role: 'sro',
    version: 1,
    body: (by: string) => ({ on: '2026-02-01', overall: { rating: 'green', words: by } }),
  },
  'revise the report': {
    operation: 'reviseReport',
    role: 'programme-office',
    version: null,
    body: (by: string) => ({ reason: by }),
    headers: {},
  },
  'enter a person': {
    operation: 'putPerson',
    role: 'programme-office',
    version: null,
    params: { personId: 'olga-other' },
    body: (by: string) => ({ name: `Olga Entered ${by}` }),
  },
} as const satisfies Record<string, Request>;
type Name = keyof typeof requests;
export const requestNames = Object.keys(requests) as Name[];

export interface Requested {
  readonly name: Name;
  /** Whose words it holds. */
  readonly by: string;
  /** Its Idempotency-Key. */
  readonly key: string;
}
export const asksForReports = ({ name }: Requested): boolean => name === 'revise the report';
export interface Answered {
  readonly status: number;
  readonly code: string | undefined;
}

const subjects: Readonly<Partial<Record<Role, string>>> = { sro: 'sam-sro' };
const personIn = (role: Role, organisation: string): Person => ({
  roles: [role],
  subject: subjects[role] ?? `${role}-person`,
  organisation,
});

export const askedOf = ({ name, by, key }: Requested, organisation: string): readonly [string, Asked] => {
  const { operation, role, version, body, ...asked }: Request = requests[name];
  return [
    operation,
    {
      params,
      ...asked,
      body: body(by),
      as: personIn(role, organisation),
      headers: {
        'idempotency-key': key,
        ...(asked.headers ?? (version === null ? create : { 'if-match': `"${version}"` })),
      },
    },
  ];
};

/** Hands each message to both instances at once, until there is none. */
export const workOff = async (tracker: TrackerInProcesses): Promise<void> => {
  const { queue } = tracker;
  for (;;) {
    const messages = queue.receive(8);
    if (messages.length === 0 && queue.state().waiting + queue.state().inWork === 0) return;
    const bodies = messages.map(({ body }) => body);
    const [failed] = await Promise.all([deliver(tracker, 0, bodies), deliver(tracker, 1, bodies)]);
    for (const [n, { receiptHandle }] of messages.entries())
      if (failed?.has(n)) queue.release(receiptHandle);
      else queue.remove(receiptHandle);
  }
};

/** A programme of an organisation of its own, with what the requests change, and its first month reported. */
export const openRecord = async (
  tracker: TrackerInProcesses,
  organisation: string,
  isReported: boolean,
): Promise<void> => {
  const must = (operation: string, role: Role, entryId: string, body: unknown, headers: object = create) =>
    tracker.client(0).must(operation as 'putReview', {
      as: personIn(role, organisation),
      params: of(entryId),
      body,
      headers: { ...headers, 'effective-at': '2026-01-05' },
    });
  await must('putProgramme', 'programme-office', '', settings);
  await must('putReview', 'transformation-team', '', bare);
  await must('putBusinessCase', 'transformation-team', 'full', records['business-case']);
  await must('putSaving', 'transformation-team', 'line', saving);
  if (!isReported) return;
  await tracker.client(0).must('runReport', {
    as: personIn('programme-office', organisation),
    params,
    body: { month: '2026-01' },
  });
  await workOff(tracker);
};

/** An instant of today is when something was recorded, and differs from run to run as digests do. */
const withoutTimes = (value: unknown): unknown =>
  JSON.parse(
    JSON.stringify(value)
      .replaceAll(/"20\d\d-\d\d-\d\dT(?!00:00:00\.000)[^"]*"/g, '"then"')
      .replaceAll(/"[0-9a-f]{64}"/g, '"digest"'),
  );

/** All that stands of a record, but when it came to: each record with its version, the lists, the reports with their reasons, the people. */
export const stateOf = async (client: Client, organisation: string, chains: readonly StoredChain[]) => {
  const read = async (operation: string, query = ''): Promise<unknown> =>
    (await client.must(operation as 'getReview', { as: personIn('programme-office', organisation), params, query }))
      .body;
  const latest = new Map<string, unknown>();
  for (const { name, events } of chains)
    for (const { recordRef, version, after } of events)
      latest.set(`${name} ${recordRef.kind} ${recordRef.id}`, { version, after });
  return withoutTimes({
    records: Object.fromEntries([...latest].sort(([a], [b]) => (a < b ? -1 : 1))),
    events: chains.map(({ name, events }) => [name, events.length]).sort(),
    reviews: await read('listReviews', 'struckOut=true'),
    reports: await read('listReports'),
    report: Object(await client.ask('getReport', { as: personIn('board', organisation), params })).body?.content,
    people: await read('listPeople'),
  });
};
