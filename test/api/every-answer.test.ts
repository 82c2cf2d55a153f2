import { type AttributeValue, DynamoDBClient, PutItemCommand, ScanCommand } from '@aws-sdk/client-dynamodb';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { handler as preToken } from '#functions/hosts/pre-token.ts';
import { type Operation, operations } from '#schemas/operations.ts';
import { everyRole } from '#schemas/people.ts';
import { personKey } from '#store/table/keys.ts';
import { inTwoParts } from '../support/in-every-run.ts';
import { named, whoMay } from '../support/role-holders.ts';
import { mark, reviewIds, type Target, tellRecord } from '../support/role-record.ts';
import { type Willing, willingRequests } from '../support/role-requests.ts';
import { startTestTracker, type TestTracker } from '../support/tracker.ts';

/*
 * Every operation, done, refused and failing: what its answers carry, and what is logged of it.
 */

vi.setConfig({ testTimeout: 300_000, hookTimeout: 120_000 });
let tracker: TestTracker;
const lines: string[] = [];
const spies = [process.stdout, process.stderr].map((stream) =>
  vi.spyOn(stream, 'write').mockImplementation((chunk) => {
    lines.push(String(chunk));
    return true;
  }),
);
const allRoles = { roles: everyRole, subject: named.itsSro.subject };

/** Words of people and papers that were sent or stored: what has a blank in it, and who somebody is. */
const words = new Set<string>([mark, ...Object.values(named).flatMap(({ subject, name }) => [subject, name])]);
for (const subject of ['pat-office', 'asha-assurance', 'rita-reader']) words.add(subject);
const wordsIn = (value: unknown): readonly string[] =>
  typeof value === 'string'
    ? value.includes(' ')
      ? [value]
      : []
    : typeof value === 'object' && value !== null
      ? Object.values(value).flatMap(wordsIn)
      : [];
const saidOfAnybody = (log: string): readonly string[] => [...words].filter((word) => log.includes(word));
const logSoFar = (): string => lines.splice(0).join('');

interface Answered {
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
  readonly text: string;
}
const ask = async (
  operation: Operation,
  willing: Willing,
  more: { headers?: Readonly<Record<string, string>>; as?: typeof allRoles | null } = {},
): Promise<Answered> => {
  for (const word of wordsIn(willing.body)) words.add(word);
  const { as = whoMay(operation) } = more;
  const headers = { ...willing.headers, ...more.headers };
  return tracker.ask(operation.id, { ...willing, headers, as });
};

const target: Target = { reviewId: reviewIds.own, ratingOf: null };
let willing: (operation: Operation, target: Target) => Promise<Willing>;

beforeAll(async () => {
  process.env.POWERTOOLS_LOG_LEVEL = 'DEBUG';
  tracker = await startTestTracker();
  await tellRecord(tracker);
  willing = willingRequests(tracker);
});
afterAll(async () => {
  await tracker.stop();
  for (const spy of spies) spy.mockRestore();
});

const safe = {
  'strict-transport-security': 'max-age=31536000; includeSubDomains',
  'x-content-type-options': 'nosniff',
  'referrer-policy': 'no-referrer',
  'x-frame-options': 'DENY',
  'cross-origin-resource-policy': 'same-origin',
};
/** What is wanting in the headers of an answer; only a page may be a page, and it runs no script but its own. */
const expectSafe = ({ headers, status }: Answered, what: string): void => {
  expect({ what, status, headers }).toMatchObject({ what, headers: safe });
  const policy = headers['content-security-policy'] ?? '';
  expect({ what, policy }).toEqual({ what, policy: expect.stringMatching(/^default-src 'none';/) });
  expect({ what, policy }).not.toEqual({ what, policy: expect.stringMatching(/unsafe|\*/) });
  expect(Object.keys(headers).filter((name) => /^(?:server|via|x-powered-by|x-amz.*)$/.test(name))).toEqual([]);
};
const strictest = "default-src 'none'; frame-ancestors 'none'";

for (const { which, these, tags } of inTwoParts(operations))
  describe(`every operation: ${which}`, { tags }, () => {
    it('answers with the headers that keep a browser safe, in every format that it offers', async () => {
      // An entry that is struck out takes no more.
      const strikesOut = ({ useCase }: Operation): boolean => useCase === 'strike-out-entry';
      const ofReview = ({ useCase }: Operation): boolean => useCase === 'strike-out-review';
      for (const operation of [
        ...these.filter((one) => !strikesOut(one) && !ofReview(one)),
        ...these.filter(strikesOut),
        // The second puts the review back.
        ...[1, 2].flatMap(() => these.filter(ofReview)),
      ])
        for (const accept of operation.success.mediaTypes) {
          // A redaction that was agreed is done first: an export meanwhile may have to be asked for again.
          await tracker.settled();
          const told = await ask(operation, await willing(operation, target), { headers: { accept } });
          expect({ id: operation.id, status: told.status, text: told.text }).toMatchObject({
            status: expect.toSatisfy((status: number) => status < 300),
          });
          expectSafe(told, `${operation.id} as ${accept}`);
          if (accept !== 'text/html') expect(told.headers['content-security-policy']).toBe(strictest);
          expect(told.headers['content-type']?.split(';')[0]).toBe(accept);
        }
      await tracker.settled();
      expect(tracker.failures).toEqual([]);
    });

    const answersAnyway = new Set([
      'listProgrammes',
      'listPeople',
      'listDirectory',
      'listTransfers',
      'listMessages',
      'listEvents',
      'getMe',
    ]);
    it('refuses with the same headers, and lets no cache keep that', async () => {
      for (const operation of these) {
        if (operation.roles === 'anyone') continue;
        const elsewhere = { programmeId: 'nowhere', personId: 'nobody', transferId: 'none' };
        const request = { params: { ...(await willing(operation, target)).params, ...elsewhere }, headers: {} };
        for (const as of [allRoles, { ...allRoles, roles: [] }, null]) {
          const told = await ask(operation, request, { as });
          // Nothing is listed of a programme that is not there.
          if (answersAnyway.has(operation.id)) continue;
          expect(told.status).toBeGreaterThanOrEqual(400);
          expectSafe(told, operation.id);
          expect(told.headers).toMatchObject({
            // The service of OData says it in the form that its tools read.
            'content-type': operation.errors === 'odata' ? 'application/json' : 'application/problem+json',
            'cache-control': 'no-store',
            'content-security-policy': strictest,
          });
        }
      }
    });

    it('that has nothing new to say (304) carries them too, with the policy of what was said before', async () => {
      for (const operation of these.filter((one) => one.useCase === 'get-report' || one.useCase === 'get-report-lines'))
        for (const accept of operation.success.mediaTypes) {
          const request = await willing(operation, target);
          const first = await ask(operation, request, { headers: { accept } });
          const again = await ask(operation, request, {
            headers: { accept, 'if-none-match': first.headers.etag ?? '' },
          });
          expect(again).toMatchObject({ status: 304, text: '' });
          expectSafe(again, operation.id);
          expect(again.headers['content-security-policy']).toBe(first.headers['content-security-policy']);
        }
    });

    it('is logged by its name, its status and its time, and by nothing that anybody wrote or is', () => {
      const log = logSoFar();
      const done = new Set([...log.matchAll(/"operation":"(\w+)"/g)].map(([, id]) => id));
      expect(these.map(({ id }) => id).filter((id) => !done.has(id))).toEqual([]);
      const reported = these.some(({ useCase }) => useCase === 'run-report')
        ? ['REPORT_PUBLISHED', 'REPORT_REBUILT']
        : [];
      for (const code of ['REQUEST_DONE', ...reported]) expect(log).toContain(code);
      expect(words.size).toBeGreaterThan(50);
      expect(saidOfAnybody(log)).toEqual([]);
    });
  });

describe('a failure', () => {
  const engineText = `Item {"title":"${mark}"} was refused\n    at the ${mark} (near Sam Sro:1:1)`;
  const whileFailing = async (act: () => Promise<void>): Promise<void> => {
    const failing = vi
      .spyOn(DynamoDBClient.prototype, 'send')
      .mockImplementation(() => Promise.reject(new Error(engineText)));
    await act().finally(() => failing.mockRestore());
  };

  for (const { which, these, tags } of inTwoParts(operations))
    describe(which, { tags }, () => {
      it('of the store in any operation is answered with those headers and an id, and quotes nobody in the log', async () => {
        const asked: { operation: Operation; request: Willing }[] = [];
        for (const operation of these)
          if (operation.roles !== 'anyone') asked.push({ operation, request: await willing(operation, target) });
        logSoFar();
        await whileFailing(async () => {
          for (const { operation, request } of asked) {
            const told = await ask(operation, request);
            expect({ id: operation.id, status: told.status }).toEqual({ id: operation.id, status: 500 });
            expectSafe(told, operation.id);
            expect(told.text).not.toMatch(new RegExp(`${mark}|Sam Sro|\\.ts:\\d`));
          }
        });
        const log = logSoFar();
        expect(log.match(/REQUEST_FAILED/g)).toHaveLength(asked.length);
        expect(log).toMatch(/"frames":\["at /);
        expect(saidOfAnybody(log)).toEqual([]);
      });
    });

  it('of the store in the roll-up, by the queue or by the schedule, quotes nobody either', async () => {
    const message = { kind: 'roll-up-month', organisation: 'council', programme: 'tomorrow', month: '2026-02' };
    const body = JSON.stringify({ ...message, revision: 1, run: '2026-02-r1' });
    const record = (text: string) => ({ messageId: 'one', eventSource: 'aws:sqs', body: text });
    await whileFailing(async () => {
      await tracker.rollUp({ Records: [record(body), record(`{"month": "${mark}`)] });
      await tracker.rollUp({ kind: 'reports-due', scheduledTime: '2026-05-06T05:00:00Z' }).catch(() => undefined);
    });
    const log = logSoFar();
    expect(log.match(/REPORT_FAILED/g)).toHaveLength(2);
    expect(saidOfAnybody(log)).toEqual([]);
  });

  it('to read any item that is stored names its key, and a person in it by a digest', { tags: ['long'] }, async () => {
    const { client, name: TableName } = tracker.table;
    const { Items: items = [] } = await client.send(new ScanCommand({ TableName, ConsistentRead: true }));
    const broken = (item: Record<string, AttributeValue>) => ({
      ...item,
      ...(item.body === undefined ? {} : { body: { S: `{"broken": "${mark} halls` } }),
    });
    const reads: { operation: Operation; request: Willing }[] = [];
    for (const operation of operations)
      if (operation.method === 'GET' && operation.roles !== 'anyone')
        reads.push({ operation, request: await willing(operation, target) });
    // People first, while everything else can be read.
    const isPerson = (item: Record<string, AttributeValue>): boolean => item.pk?.S?.endsWith('#PEOPLE') === true;
    logSoFar();
    for (const some of [items.filter(isPerson), items.filter((item) => !isPerson(item))]) {
      for (const item of some) await client.send(new PutItemCommand({ TableName, Item: broken(item) }));
      for (const { operation, request } of reads) await ask(operation, request);
    }
    await tracker.rollUp({ kind: 'reports-due', scheduledTime: '2026-05-06T05:00:00Z' }).catch(() => undefined);
    const log = logSoFar();
    expect(log.match(/ITEM_UNREADABLE/g)?.length).toBeGreaterThan(20);
    expect(log).toContain(`"pk":"${personKey('council', 'anybody').pk}","sk":"sha256:`);
    expect(saidOfAnybody(log)).toEqual([]);
  });
});

it('signing in leaves nothing in the log, and puts nothing but organisation, roles and name into the token', async () => {
  const userAttributes = { 'custom:organisation': 'council', email: 'sam.sro@council.example', name: 'Sam Sro' };
  vi.stubEnv('ORGANISATIONS', 'council');
  const answer = await preToken({
    request: { userAttributes, groupConfiguration: { groupsToOverride: ['sro'] } },
  } as never);
  expect(answer.response.claimsAndScopeOverrideDetails.accessTokenGeneration.claimsToAddOrOverride).toEqual({
    organisation: 'council',
    roles: ['sro'],
    name: 'Sam Sro',
  });
  expect(logSoFar()).toBe('');
});
