import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { releasedRuleSets } from '#domain/report/rule-sets.ts';
import { rollUpMonth } from '#functions/scheduled/roll-up-month.ts';
import { nothingStored } from '../support/chain.ts';
import { from, of, openReview, startWithProgramme, tomorrow } from '../support/one-programme.ts';
import { programme } from '../support/records.ts';
import { type Person, people, type TestTracker } from '../support/tracker.ts';

/* A month that the programme office closes as not reported (docs/meaning.md PUBLISH-27). The programme reports from January 2026. */

let tracker: TestTracker;
beforeAll(async () => {
  tracker = await startWithProgramme('of-what-is-recorded');
  await openReview(tracker, 'property');
  await tracker.must('putDecision', {
    params: of('property', 'lease'),
    body: {
      ...{ title: 'The lease', body: 'Cabinet', kind: 'officer-decision', status: 'taken', takenOn: '2026-02-11' },
      dueOn: { kind: 'date', date: '2026-02-11' },
    },
    headers: from('2026-02-11'),
  });
});
afterAll(() => tracker.stop());

const reason = 'Nobody was in the office';
const close = (month: string, recordedAt: string, as: Person = people.office, key?: string) =>
  tracker.ask('closeMonth', {
    ...{ as, params: { ...tomorrow, month }, body: { reason }, recordedAt },
    ...(key === undefined ? {} : { headers: { 'idempotency-key': key } }),
  });
const publish = async (month: string, recordedAt: string) => {
  const asked = await tracker.ask('runReport', { as: people.office, params: tomorrow, body: { month }, recordedAt });
  await tracker.settled();
  return asked;
};
const report = async (month: string) =>
  (await tracker.must('getReport', { params: { ...tomorrow, month } })).body.content;
const next = async () => (await tracker.must('getProgramme', { params: tomorrow })).body.computed.nextReport;
const list = async () => (await tracker.must('listReports', { as: people.board, params: tomorrow })).body;

describe('closeMonth', () => {
  it.each([
    ['has not ended', '2026-01', '2026-01-31', 'month.not-ended'],
    ['comes before the first', '2025-12', '2026-02-06', 'month.not-reported'],
    ['is not the next', '2026-02', '2026-03-06', 'month.out-of-order'],
  ])('refuses a month that %s', async (_, month, recordedAt, code) => {
    const told = await nothingStored(tracker, () => close(month, recordedAt));
    expect(told).toMatchObject({ status: 409, body: { code } });
  });

  it('is for the programme office', async () => {
    expect(await close('2026-01', '2026-02-06', people.team)).toMatchObject({ status: 403 });
  });

  it('makes the next month due, keeps the reason, and is done once per key', async () => {
    await publish('2026-01', '2026-02-06');
    const told = await close('2026-02', '2026-03-06', people.office, 'closing');
    const closed = { month: '2026-02', reason, since: expect.any(String), byHand: true };
    expect(told).toMatchObject({ status: 200, body: closed });
    expect((await close('2026-02', '2026-03-07', people.office, 'closing')).body).toEqual(told.body);
    expect(await next()).toBe('2026-03');
    expect((await list()).notReported).toEqual([closed]);
    const { body } = await tracker.must('getProgrammeHistory', { as: people.office, params: tomorrow });
    expect(body.items.at(-1)).toMatchObject({ type: 'month-closed', by: people.office.subject, reason });
    const stored = await tracker.must('getProgramme', { params: tomorrow });
    expect(stored.body).toMatchObject({
      version: 2,
      facts: { notReported: [closed] },
      record: { name: programme.name },
    });
  });

  it('refuses a month that is closed or published already', async () => {
    for (const month of ['2026-01', '2026-02'])
      expect((await close(month, '2026-03-07')).body).toMatchObject({
        code: 'month.out-of-order',
        detail: expect.stringContaining('closed as not reported already'),
      });
  });

  it('is not undone by a message of the schedule that comes late', async () => {
    const message = { kind: 'roll-up-month' as const, organisation: 'council', programme: 'tomorrow', revision: 1 };
    const deps = { table: tracker.table, ruleSets: releasedRuleSets };
    const at = () => '2026-03-07T06:00:00.000Z';
    expect(await rollUpMonth({ ...message, month: '2026-02', run: '2026-02-r1' }, deps, at)).toBe('closed');
    expect((await list()).items).toMatchObject([{ month: '2026-01' }]);
  });

  it('has the next report go on from the last that was published, and say so, with what happened in between', async () => {
    await publish('2026-03', '2026-04-06');
    const content = await report('2026-03');
    expect(content).toMatchObject({
      previous: { month: '2026-01' },
      monthsNotReported: [{ month: '2026-02', reason }],
      flow: { reconciles: true },
      decisions: { taken: { rows: [{ decision: 'The lease' }] } },
    });
    expect(content.headline.slice(0, 2)).toEqual([
      'No report of February 2026 was published: Nobody was in the office.',
      'This report goes on from that of January 2026.',
    ]);
    const page = await tracker.must('getReport', {
      params: { ...tomorrow, month: '2026-03' },
      headers: { accept: 'text/html' },
    });
    expect(page.text).toContain('<strong>Months not reported.</strong> No report of February 2026 was published');
    const csv = await tracker.must('getReport', {
      params: { ...tomorrow, month: '2026-03' },
      headers: { accept: 'text/csv' },
    });
    expect(csv.text).toContain('Nobody was in the office');
  });

  it('keeps a month from nobody who publishes it later, and nothing after it changes', async () => {
    const before = await report('2026-03');
    expect((await publish('2026-02', '2026-04-07')).status).toBe(202);
    expect(tracker.failures).toEqual([]);
    expect(await list()).toMatchObject({
      items: [{ month: '2026-03' }, { month: '2026-02' }, { month: '2026-01' }],
      notReported: [],
    });
    expect(await next()).toBe('2026-04');
    expect(await report('2026-03')).toEqual(before);
    expect(await report('2026-02')).not.toHaveProperty('monthsNotReported');
    const rebuilt = await tracker.must('rebuildReport', {
      ...{ as: people.office, params: { ...tomorrow, month: '2026-03' }, body: { knowledge: 'then' } },
      recordedAt: '2026-04-08',
    });
    await tracker.settled();
    const run = await tracker.must('getReportRun', { params: { ...tomorrow, runId: rebuilt.body.id } });
    expect(run.body).toMatchObject({ state: 'rebuilt', rebuilt: { same: true } });
  });

  it('meets a roll-up of the schedule: what is closed while its report is written is not published', async () => {
    const { client } = tracker.table;
    let meanwhile: Promise<unknown> | undefined;
    const met = new Proxy(client, {
      get: (of, name) =>
        name === 'send'
          ? async (command: Parameters<typeof of.send>[0]) => {
              if (command.constructor.name === 'TransactWriteItemsCommand') {
                meanwhile ??= close('2026-04', '2026-05-06');
                await meanwhile;
              }
              return of.send(command);
            }
          : Reflect.get(of, name),
    });
    const rolledUp = await rollUpMonth(
      {
        kind: 'roll-up-month',
        organisation: 'council',
        programme: 'tomorrow',
        revision: 1,
        month: '2026-04',
        run: '2026-04-r1',
      } as const,
      { table: { ...tracker.table, client: met }, ruleSets: releasedRuleSets },
      () => '2026-05-06T06:00:00.000Z',
    );
    expect(await meanwhile).toMatchObject({ status: 200, body: { month: '2026-04' } });
    expect(rolledUp).toBe('closed');
    expect((await list()).items[0]).toMatchObject({ month: '2026-03' });
    expect(await next()).toBe('2026-05');
  });
});
