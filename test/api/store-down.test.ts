import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { fileTypes, operations } from '#schemas/operations.ts';
import { idOfEntry } from '../support/id-of-entry.ts';
import { type KillableEngine, killableEngine } from '../support/killable-engine.ts';
import { programme, review, risk } from '../support/records.ts';
import { type Asked, type Person, people, startTestTracker, type TestTracker } from '../support/tracker.ts';

/*
 * The functions stay warm in this process while the engine behind them is stopped and started again, on the same file
 * and port.
 */

const folder = mkdtempSync(join(tmpdir(), 'store-down-'));
let engine: KillableEngine;
let tracker: TestTracker;

const tomorrow = { programmeId: 'tomorrow' };
const elsewhere: Person = { ...people.board, organisation: 'other-council' };
const from = (day: string) => ({ 'if-none-match': '*', 'effective-at': day });
const pull = ({ month = '2026-01', ...asked }: Asked & { readonly month?: string } = {}) =>
  tracker.ask('getReport', { as: people.board, ...asked, params: { ...tomorrow, month } });

/** Sends while the engine is stopped, and starts it again whatever comes of that. */
const withStoreDown = async <T>(act: () => Promise<T>): Promise<T> => {
  await engine.stop();
  try {
    return await act();
  } finally {
    await engine.start();
  }
};

beforeAll(async () => {
  engine = await killableEngine(join(folder, 'table.db'));
  vi.stubEnv('DYNAMODB_ENDPOINT', engine.endpoint);
  tracker = await startTestTracker();
  for (const organisation of ['council', 'other-council']) {
    const office = { ...people.office, organisation };
    await tracker.must('putProgramme', {
      as: office,
      params: tomorrow,
      body: { ...programme, name: `Services of the ${organisation}` },
      headers: from('2025-12-01'),
    });
    await tracker.must('putReview', {
      as: { ...people.team, organisation },
      params: { ...tomorrow, reviewId: 'property' },
      body: review,
      headers: from('2025-12-02'),
    });
    await tracker.must('runReport', { as: office, params: tomorrow, body: { month: '2026-01' } });
    await tracker.settled();
  }
  expect(tracker.failures).toEqual([]);
});
afterAll(async () => {
  await tracker?.stop();
  await engine?.stop();
  vi.unstubAllEnvs();
  rmSync(folder, { recursive: true, force: true });
});

describe('with the store down', () => {
  it.each([
    ['JSON', 'application/json'],
    ['a page', 'text/html'],
    ['CSV', 'text/csv'],
    ...fileTypes.map((type) => ['a file', type]),
  ])('getReport answers the board what it has pulled before as %s, marked with its age', async (_, accept = '') => {
    const before = await pull({ headers: { accept } });
    expect(before.status).toBe(200);
    expect(before.headers).not.toHaveProperty('age');
    const again = await withStoreDown(() => pull({ headers: { accept } }));
    expect({ status: again.status, text: again.text }).toEqual({ status: 200, text: before.text });
    expect(again.headers).toEqual({
      ...before.headers,
      age: expect.stringMatching(/^\d+$/),
      'cache-status': 'transformation-tracker; hit; detail=record-not-reached',
    });
  });

  it('its age is the time since the record last said so, also where it said that nothing has changed', async () => {
    const { headers } = await pull();
    vi.useFakeTimers({ toFake: ['Date'], now: Date.now() + 3_600_000 });
    try {
      const hourOld = await withStoreDown(() => pull());
      expect(Number(hourOld.headers.age)).toBeGreaterThanOrEqual(3_600);
      expect((await pull({ headers: { 'if-none-match': headers.etag ?? '' } })).status).toBe(304);
      const justSaid = await withStoreDown(() => pull());
      expect(Number(justSaid.headers.age)).toBeLessThan(60);
    } finally {
      vi.useRealTimers();
    }
  });

  it('whoever holds the report already is told so without its body, marked the same', async () => {
    const { headers } = await pull();
    const held = await withStoreDown(() => pull({ headers: { 'if-none-match': headers.etag ?? '' } }));
    expect({ status: held.status, text: held.text }).toEqual({ status: 304, text: '' });
    expect(held.headers).toMatchObject({ etag: headers.etag, age: expect.any(String) });
  });

  it.each<[string, Parameters<typeof pull>[0]]>([
    ['another organisation', { as: { ...people.sro, organisation: 'other-council' } }],
    ['people of another role', { as: people.finance }],
    ['somebody who holds a further role', { as: { ...people.board, roles: ['board', 'assurance'] } }],
    ['who asks for another format', { headers: { accept: 'text/csv;q=0.9' } }],
    ['who asks for another month', { month: '2025-12' }],
    ['who asks for the latest, which may be another by now', { month: 'latest' }],
  ])('what was pulled before is not answered to %s: they get an honest 503', async (_, other) => {
    expect((await pull()).status).toBe(200);
    const told = await withStoreDown(() => pull(other));
    expect(told).toMatchObject({ status: 503, body: { code: 'store.busy' } });
    expect(Number(told.headers['retry-after'])).toBeGreaterThan(0);
    expect(told.text).not.toContain('Services of');
  });

  it('two organisations with a programme of the same id each get their own report back', async () => {
    const [ours, theirs] = [await pull(), await pull({ as: elsewhere })];
    const again = await withStoreDown(async () => [await pull(), await pull({ as: elsewhere })]);
    expect(again.map(({ text }) => text)).toEqual([ours.text, theirs.text]);
    expect(ours.body.content.programme.name).toBe('Services of the council');
    expect(theirs.body.content.programme.name).toBe('Services of the other-council');
  });

  it('whatever else asks the record is answered an honest 503 that says when to try again', async () => {
    const params = {
      ...tomorrow,
      reviewId: 'property',
      month: '2026-01',
      runId: '2026-01-r1',
      figure: 'counts.counted',
      table: 'risks',
      resource: 'risks',
      revision: '1',
      personId: 'sam-sro',
      transferId: 'none',
    };
    const reads = operations
      .filter(({ method, roles, useCase }) => method === 'GET' && roles !== 'anyone' && useCase !== 'get-report')
      .map(({ id, register, roles }): [string, Asked] => [
        id,
        {
          as: Object.values(people).find((one) => roles !== 'anyone' && roles.includes(one.roles[0])) ?? null,
          params: { ...params, entryId: idOfEntry(register?.kind, 'late') },
          ...(id === 'getDaysComparison' ? { query: 'from=2026-01-01&to=2026-01-31' } : {}),
        },
      ]);
    const asks: readonly [string, Asked][] = [
      ...reads,
      ['getReportRevision', { as: people.board, params }],
      ['putRisk', { params: { ...params, entryId: 'late' }, body: risk, headers: { 'if-none-match': '*' } }],
      ['recordStageWork', { params, body: { state: 'in-progress' }, headers: { 'if-match': '"1"' } }],
      ['runReport', { as: people.office, params, body: { month: '2026-02' } }],
    ];
    const answers = await withStoreDown(() =>
      Promise.all(asks.map(async ([id, asked]) => ({ id, ...(await tracker.ask(id, asked)) }))),
    );
    expect(reads.length).toBeGreaterThan(30);
    expect(
      answers
        .filter(({ status, headers }) => status !== 503 || !(Number(headers['retry-after']) > 0))
        .map(({ id, status, text }) => `${id}: ${status} ${text.slice(0, 200)}`),
    ).toEqual([]);
  });
});

describe('with the store up again', () => {
  it('a revision published meanwhile is answered at once, and is what is kept from then on', async () => {
    const first = await pull();
    await tracker.must('reviseReport', {
      as: people.office,
      params: { ...tomorrow, month: '2026-01' },
      body: { reason: 'A review was told late' },
    });
    await tracker.settled();
    expect(tracker.failures).toEqual([]);
    const second = await pull();
    expect([first, second].map(({ body }) => body.content.revision)).toEqual([1, 2]);
    expect(second.headers).not.toHaveProperty('age');
    const again = await withStoreDown(() => pull());
    expect(again.body.content.revision).toBe(2);
  });
});
