import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { operations } from '#schemas/operations.ts';
import { everyRole } from '#schemas/people.ts';
import { tagsOf } from '../support/in-every-run.ts';
import { programme, records, review, risk } from '../support/records.ts';
import { type Asked, people, startTestTracker, type TestTracker, type Told } from '../support/tracker.ts';

let tracker: TestTracker;
const create = { 'if-none-match': '*' };
const property = { programmeId: 'tomorrow', reviewId: 'property' };
const entry = (entryId: string) => ({ ...property, entryId });

/** Words of people and papers, each of which would be known again wherever it turned up. */
const confidential = {
  sro: 'Quilla Quartermain',
  subject: 'quilla.quartermain@council.example',
  title: 'Zephyr House closure',
  narrative: 'The landlord has been told nothing of xylophones',
  key: 'key-of-kumquats',
};
const quilla = { roles: ['transformation-team', 'sro'], subject: confidential.subject } as const;

const lines: string[] = [];
const spies = [process.stdout, process.stderr].map((stream) =>
  vi.spyOn(stream, 'write').mockImplementation((chunk) => {
    lines.push(String(chunk));
    return true;
  }),
);
/** What is logged while something is done. */
const logOf = async (act: () => Promise<unknown>): Promise<string> => {
  lines.length = 0;
  await act();
  return lines.join('');
};

beforeAll(async () => {
  process.env.POWERTOOLS_LOG_LEVEL = 'DEBUG';
  tracker = await startTestTracker();
  await tracker.must('putProgramme', {
    as: people.office,
    params: { programmeId: 'tomorrow' },
    body: programme,
    headers: create,
  });
  await tracker.must('putReview', { params: property, body: review, headers: create });
  await tracker.must('putRisk', { params: entry('late'), body: risk, headers: create });
});
afterAll(async () => {
  await tracker.stop();
  for (const spy of spies) spy.mockRestore();
});

const headersOfEvery = {
  'strict-transport-security': 'max-age=31536000; includeSubDomains',
  'x-content-type-options': 'nosniff',
  'referrer-policy': 'no-referrer',
  'x-frame-options': 'DENY',
};

describe('every answer', () => {
  const asked: readonly (readonly [string, number, () => Promise<Told>])[] = [
    ['the document of the API', 200, () => tracker.ask('getOpenApi', { as: null })],
    ['a list', 200, () => tracker.ask('listReviews', { params: property })],
    ['a change', 201, () => tracker.ask('putRisk', { params: entry('new'), body: risk, headers: create })],
    ['a body that does not fit', 400, () => tracker.ask('putRisk', { params: entry('x'), body: {}, headers: create })],
    ['nobody', 401, () => tracker.ask('listReviews', { as: null, params: property })],
    ['a role that may not', 403, () => tracker.ask('putRisk', { as: people.board, params: entry('x') })],
    ['what is not there', 404, () => tracker.ask('getRisk', { params: entry('nowhere') })],
    ['no address', 404, () => tracker.send('GET', '/nowhere')],
    ['a wrong method', 405, () => tracker.send('DELETE', '/programmes/tomorrow')],
    ['a stale version', 412, () => tracker.ask('putRisk', { params: entry('late'), body: risk, headers: create })],
  ];
  it.each(asked)(
    'to %s (%i) carries the headers that keep a browser safe, and names no server',
    async (_, status, ask) => {
      const told = await ask();
      expect(told.status).toBe(status);
      expect(told.headers).toMatchObject(headersOfEvery);
      expect(Object.keys(told.headers)).not.toEqual(
        expect.arrayContaining([expect.stringMatching(/^(?:server|via|x-powered-by|x-amz.*)$/)]),
      );
      expect(told.text.replace(told.body?.instance ?? '', '')).not.toMatch(
        /dynamo|middy|lambda|sqlite|aws-sdk|node_modules|\.ts:\d/i,
      );
    },
  );

  it('of a register is kept by no cache', async () => {
    for (const told of [
      await tracker.ask('getRisk', { params: entry('late') }),
      await tracker.ask('getRisk', { params: entry('nowhere') }),
    ])
      expect(told.headers['cache-control']).toBe('no-store');
  });
});

describe('a failure on our side', () => {
  const failing = async (error: Error): Promise<Told> => {
    const { DynamoDBClient } = await import('@aws-sdk/client-dynamodb');
    const spy = vi.spyOn(DynamoDBClient.prototype, 'send').mockRejectedValue(error as never);
    try {
      return await tracker.ask('getRisk', { params: entry('late') });
    } finally {
      spy.mockRestore();
    }
  };
  const engineText = 'SQLITE_ERROR: no such table "tracker-test" at 127.0.0.1';

  it('that nobody foresaw answers 500 with an id and nothing of what failed', async () => {
    const told = await failing(Object.assign(new Error(engineText), { name: 'ValidationException' }));
    expect(told).toMatchObject({ status: 500, headers: headersOfEvery, body: { code: 'fault' } });
    expect(told.body.instance).toMatch(/^urn:transformation-tracker:request:\S+$/);
    expect(told.text).not.toMatch(/SQLITE|Validation|127\.0\.0\.1|tracker-test/);
  });

  it.each(['ThrottlingException', 'ProvisionedThroughputExceededException', 'TimeoutError', 'InternalServerError'])(
    'that passes (%s) answers 503 and when to try again',
    async (name) => {
      const told = await failing(Object.assign(new Error(engineText), { name }));
      expect(told).toMatchObject({ status: 503, headers: { ...headersOfEvery, 'retry-after': '2' } });
      expect(told.text).not.toMatch(/SQLITE|Exception|127\.0\.0\.1/);
    },
  );

  it('of an item that cannot be read answers 500 and never an empty list', async () => {
    const { PutItemCommand } = await import('@aws-sdk/client-dynamodb');
    const [item] = (await tracker.stored('ORG#council#PROGRAMME#tomorrow#REVIEW#property')).filter(
      (one) => one.sk?.S === 'RECORD#risk#late',
    );
    if (item === undefined) throw new Error('there is no such risk');
    const put = (some: typeof item) =>
      tracker.client.send(new PutItemCommand({ TableName: tracker.tableName, Item: some }));
    await put({ ...item, body: { S: '{"broken":' } });
    const told = await tracker.ask('listRisks', { params: property });
    await put(item);
    expect(told).toMatchObject({ status: 500, body: { code: 'fault' } });
    expect((await tracker.ask('listRisks', { params: property })).status).toBe(200);
  });
});

describe('the log', () => {
  it('tells operations, statuses and times, and nothing of people, titles, words or keys', async () => {
    const log = await logOf(async () => {
      const params = { programmeId: 'tomorrow', reviewId: 'zephyr', entryId: 'late' };
      const recordChange = (operationId: string, asked: Asked) =>
        tracker.ask(operationId, { as: quilla, params, ...asked });
      const { title, narrative, subject } = confidential;
      const named = { ...review, title, sros: [{ subject, name: confidential.sro }] };
      await recordChange('putReview', { body: named, headers: { ...create, 'idempotency-key': confidential.key } });
      await recordChange('putRisk', { body: { ...risk, title, cause: narrative }, headers: create });
      await recordChange('moveStage', { body: { to: title }, headers: { 'if-match': '"1"' } });
      const move = { to: 'service-baseline', reason: narrative };
      await recordChange('moveStage', { body: move, headers: { 'if-match': '"1"' } });
      const month = { ...params, entryId: '2026-01' };
      await recordChange('putReturn', { params: month, body: { narrative }, headers: create });
      await recordChange('listReviews', { query: `sro=${encodeURIComponent(subject)}` });
      await recordChange('getReview', {});
      await recordChange('putBusinessCase', { body: records['business-case'], headers: create });
      await recordChange('putRisk', { rawBody: `{"title": "${narrative}`, headers: create });
      await recordChange('putRisk', { as: people.board, body: { title }, headers: create });
      await tracker.send('GET', `/${encodeURIComponent(title)}`, { as: quilla });
    });
    expect(log.match(/REQUEST_DONE/g)).toHaveLength(11);
    expect(log).toMatch(/"operation":"moveStage"/);
    for (const word of Object.values(confidential)) expect(log).not.toContain(word);
    expect(log).not.toMatch(/quilla|zephyr|xylophone|kumquat|tara-team|bo-board|Bearer/i);
  });

  it('tells of a failure its kind, where it came from and the id that the answer gave, and quotes nobody', async () => {
    const { DynamoDBClient } = await import('@aws-sdk/client-dynamodb');
    const failing = vi
      .spyOn(DynamoDBClient.prototype, 'send')
      .mockRejectedValue(new Error(`Item {"title":"${confidential.title}"}`) as never);
    let told: Told | undefined;
    const log = await logOf(async () => {
      told = await tracker.ask('getRisk', { params: entry('late') });
    });
    failing.mockRestore();
    expect(log).toContain('REQUEST_FAILED');
    expect(log).toContain(told?.body.instance.replace('urn:transformation-tracker:request:', ''));
    expect(log).toMatch(/"frames":\["at /);
    expect(log).not.toContain(confidential.title);
  });

  it('tells which message of the queue failed, and nothing of what it holds', async () => {
    const record = { messageId: 'the-message', eventSource: 'aws:sqs', body: `{"programme": "${confidential.title}` };
    const log = await logOf(async () => {
      const answer = await tracker.rollUp({ Records: [record] });
      expect(answer).toEqual({ batchItemFailures: [{ itemIdentifier: 'the-message' }] });
    });
    expect(log).toMatch(/"REPORT_FAILED".*"queueMessage":"the-message"/);
    expect(log).not.toContain(confidential.title);
  });
});

describe('each role alone', () => {
  const rows = operations.flatMap((operation) =>
    everyRole.map((role) => ({
      operation,
      role,
      may: operation.roles === 'anyone' || operation.roles.includes(role) ? 'may' : 'may not',
    })),
  );
  const params = {
    programmeId: 'nowhere',
    reviewId: 'nowhere',
    entryId: 'nowhere',
    month: '2026-01',
    revision: '1',
    runId: 'nowhere',
    personId: 'nobody',
    transferId: 'none',
    figure: 'counts.counted',
    table: 'risks',
    resource: 'risks',
  };

  for (const { operation, role, may } of rows)
    it(`${role} ${may} ${operation.id}`, { tags: tagsOf(operation) }, async () => {
      const told = await tracker.ask(operation.id, { as: { roles: [role], subject: 'somebody' }, params });
      if (may === 'may') expect(told.status).not.toBe(403);
      else expect(told).toMatchObject({ status: 403, body: { code: 'role.not-allowed', facts: { has: [role] } } });
    });

  it('several roles together may what each of them may', async () => {
    const as = { roles: ['board', 'finance', 'transformation-team'], subject: 'somebody' } as const;
    for (const operation of operations) {
      const allowed =
        operation.roles === 'anyone' || operation.roles.some((role) => as.roles.some((has) => has === role));
      const told = await tracker.ask(operation.id, { as, params });
      expect({ id: operation.id, refused: told.status === 403 }).toEqual({ id: operation.id, refused: !allowed });
    }
  });

  it('nobody without a token may anything but read the document of the API', async () => {
    const open = [];
    for (const operation of operations)
      if ((await tracker.ask(operation.id, { as: null, params })).status !== 401) open.push(operation.id);
    expect(open.sort()).toEqual(['getOpenApi']);
  });
});
