import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type RuleSets, releasedRuleSets } from '#domain/report/rule-sets.ts';
import { type RolledUp, rollUpMonth } from '#functions/scheduled/roll-up-month.ts';
import { readHeads } from '#store/reports/reports.ts';
import { from, of, openReview, tomorrow } from '../support/one-programme.ts';
import { programme, risk } from '../support/records.ts';
import { people, startTestTracker, type TestTracker } from '../support/tracker.ts';

/*
 * A month that cannot be made from what is recorded is tried again from what is recorded by then, holds up no later one for
 * longer than its tries, and can be published later (docs/meaning.md PUBLISH-21).
 */

let tracker: TestTracker;
beforeAll(async () => {
  tracker = await startTestTracker();
});
afterAll(() => tracker.stop());

const programmeRef = (id: string) => ({ organisation: 'council', programme: id });

/** Rule sets of a release with a fault: a risk of a certain name stops every report. */
const faulty: RuleSets = {
  ...releasedRuleSets,
  current: {
    ...releasedRuleSets.current,
    lineOf: (review, ...rest) => {
      if (review.position.risks.open.some(({ title }) => title === 'Poison')) throw new Error('a fault of ours');
      return releasedRuleSets.current.lineOf(review, ...rest);
    },
  },
};

const start = async (programmeId: string): Promise<void> => {
  const params = { programmeId };
  const headers = from('2025-12-01');
  await tracker.must('putProgramme', { as: people.office, params, body: programme, headers });
  await tracker.must('putReview', { params: { ...of('property'), programmeId }, body: reviewBody, headers });
  await tracker.must('putRisk', {
    params: { ...of('property', 'poison'), programmeId },
    body: { ...risk, title: 'Poison' },
    headers: from('2026-01-10'),
  });
};
const reviewBody = { title: 'Property', services: [], tier: '1', lifecycle: 'active', sros: [] };

/** Takes a message of the schedule, of a morning. */
const rollUp = (programmeId: string, month: string, day: string, ruleSets = faulty): Promise<RolledUp> =>
  rollUpMonth(
    { kind: 'roll-up-month', ...programmeRef(programmeId), month, revision: 1, run: `${month}-r1`, sweepUpTo: day },
    { table: tracker.table, ruleSets },
    () => `${day}T06:00:00.000Z`,
  );
const strikeOut = (programmeId: string) =>
  tracker.must('strikeOutRisk', {
    params: { ...of('property', 'poison'), programmeId },
    body: { reason: 'It was never one' },
    headers: { 'if-match': '"1"', 'effective-at': '2026-01-20' },
  });
const runOf = async (programmeId: string, month = '2026-01') =>
  (await tracker.must('getReportRun', { params: { programmeId, runId: `${month}-r1` } })).body;

describe('A month that failed for what it is made from', () => {
  it('is made from what is recorded by then when it is tried again, and its failure and heads stay', async () => {
    await start('mended');
    await expect(rollUp('mended', '2026-01', '2026-02-06')).rejects.toThrow('a fault of ours');
    expect(await runOf('mended')).toMatchObject({ state: 'failed', attempt: 2, failures: [{ attempt: 1 }] });
    await strikeOut('mended');
    expect(await rollUp('mended', '2026-01', '2026-02-07')).toBe('published');
    const published = await tracker.must('getReport', { params: { programmeId: 'mended', month: '2026-01' } });
    expect(published.body.content.risks.open).toBe(0);
    expect(await runOf('mended')).toMatchObject({ state: 'published', failures: [{ attempt: 1 }] });
    const headsOf = (attempt?: number) =>
      readHeads(tracker.table, programmeRef('mended'), { month: '2026-01', revision: 1, ...(attempt && { attempt }) });
    expect((await headsOf(1)).heads.at(-1)?.slice(0, 2)).toEqual(['property', 2]);
    expect((await headsOf()).heads.at(-1)?.slice(0, 2)).toEqual(['property', 3]);
  });

  it('is not reported after it failed on three days, and the months after it go on', async () => {
    await start('given-up');
    for (const day of ['2026-02-06', '2026-02-06', '2026-02-07'])
      await expect(rollUp('given-up', '2026-01', day)).rejects.toThrow('a fault of ours');
    expect(await rollUp('given-up', '2026-01', '2026-02-08')).toBe('not-reported');
    const reason =
      'It was tried on 6 February 2026, 7 February 2026 and 8 February 2026 and failed each time; what failed is in the log.';
    const notReported = { month: '2026-01', reason, since: '2026-02-08T06:00:00.000Z' };
    expect(await runOf('given-up')).toMatchObject({ state: 'failed', notReported, problem: reason });
    const params = { programmeId: 'given-up' };
    const list = () => tracker.must('listReports', { as: people.board, params });
    expect((await list()).body).toMatchObject({ items: [], notReported: [notReported] });
    const nextReport = async () => (await tracker.must('getProgramme', { params })).body.computed.nextReport;
    expect(await nextReport()).toBe('2026-02');
    // A change of the settings does not bring it back.
    await tracker.must('putProgramme', {
      as: people.office,
      params,
      body: { ...programme, name: 'Another name' },
      headers: { 'if-match': '"1"' },
    });
    expect(await nextReport()).toBe('2026-02');

    expect(await rollUp('given-up', '2026-02', '2026-03-06', releasedRuleSets)).toBe('published');
    const february = async () => (await tracker.must('getReport', { params: { ...params, month: '2026-02' } })).body;
    const before = await february();
    expect(before.content).toMatchObject({ previous: null, flow: { openingFrom: 'history', reconciles: true } });

    const asked = await tracker.ask('runReport', { as: people.office, params, body: { month: '2026-01' } });
    expect(asked.status).toBe(202);
    await tracker.settled();
    expect(tracker.failures).toEqual([]);
    expect(await runOf('given-up')).toMatchObject({ state: 'published', failures: expect.any(Array) });
    expect((await list()).body).toMatchObject({ items: [{ month: '2026-02' }, { month: '2026-01' }], notReported: [] });
    expect(await nextReport()).toBe('2026-03');
    expect(await february()).toEqual(before);
    // The month after opens by the closing that was published last before it.
    expect(await rollUp('given-up', '2026-03', '2026-04-06', releasedRuleSets)).toBe('published');
    const march = await tracker.must('getReport', { params: { ...params, month: '2026-03' } });
    expect(march.body.content.previous).toMatchObject({ month: '2026-02', revision: 1 });
  });

  it('is not reported five days after it failed first, whatever was tried between', async () => {
    await start('late');
    await expect(rollUp('late', '2026-01', '2026-02-06')).rejects.toThrow();
    expect(await rollUp('late', '2026-01', '2026-02-12')).toBe('not-reported');
  });

  it('is not given up for what the store did', async () => {
    await start('unreached');
    const { client } = tracker.table;
    const down = new Proxy(client, {
      get: (of, name) =>
        name === 'send'
          ? (command: Parameters<typeof of.send>[0]) =>
              command.constructor.name === 'QueryCommand' && JSON.stringify(command.input).includes('#REVIEWS')
                ? Promise.reject(Object.assign(new Error('no'), { name: 'InternalServerError', $metadata: {} }))
                : of.send(command)
          : Reflect.get(of, name),
    });
    for (const day of ['2026-02-06', '2026-02-07', '2026-02-08', '2026-02-20'])
      await expect(
        rollUpMonth(
          { kind: 'roll-up-month', ...programmeRef('unreached'), month: '2026-01', revision: 1, run: '2026-01-r1' },
          { table: { ...tracker.table, client: down }, ruleSets: releasedRuleSets },
          () => `${day}T06:00:00.000Z`,
        ),
      ).rejects.toThrow('no');
    expect(await runOf('unreached')).not.toHaveProperty('failures');
  });
});

describe('A message of the queue that nobody asked for', () => {
  it.each([
    ['a revision of a month that is not published', '2026-01', 7],
    ['a month before its report day', '2026-12', 1],
  ])('publishes nothing: %s', async (_, month, revision) => {
    await start(`asked-${revision}`);
    const message = { kind: 'roll-up-month' as const, ...programmeRef(`asked-${revision}`), month, revision };
    const deps = { table: tracker.table, ruleSets: releasedRuleSets };
    await expect(
      rollUpMonth({ ...message, run: `${month}-r${revision}` }, deps, () => '2026-02-06T06:00:00.000Z'),
    ).rejects.toMatchObject({ name: 'NotAskedFor' });
    const list = await tracker.must('listReports', { params: { programmeId: `asked-${revision}` } });
    expect(list.body.items).toEqual([]);
  });

  it('publishes no second revision of a published month, which takes a reason', async () => {
    await openReview(await withProgramme(), 'property');
    const deps = { table: tracker.table, ruleSets: releasedRuleSets };
    const message = { kind: 'roll-up-month' as const, ...programmeRef('tomorrow'), month: '2026-01' };
    const at = () => '2026-02-06T06:00:00.000Z';
    expect(await rollUpMonth({ ...message, revision: 1, run: '2026-01-r1' }, deps, at)).toBe('published');
    for (const revision of [2, 7])
      await expect(rollUpMonth({ ...message, revision, run: `2026-01-r${revision}` }, deps, at)).rejects.toMatchObject({
        name: 'NotAskedFor',
      });
  });
});
const withProgramme = async (): Promise<TestTracker> => {
  await tracker.must('putProgramme', {
    as: people.office,
    params: tomorrow,
    body: programme,
    headers: from('2025-12-01'),
  });
  return tracker;
};
