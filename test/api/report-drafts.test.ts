import { afterAll, afterEach, beforeAll, describe, expect, it, vi } from 'vitest';
import { create, from, of, openReview, tomorrow } from '../support/one-programme.ts';
import { records, risk } from '../support/records.ts';
import { redact } from '../support/redacting.ts';
import { pullMonth, runMonth, startReportedProgramme } from '../support/reported-programme.ts';
import { type Person, people, type TestTracker } from '../support/tracker.ts';

let tracker: TestTracker;
const january = { ...tomorrow, month: '2026-01' };

const drafted = async (month = '2026-01') => {
  const asked = await tracker.must('draftReport', { as: people.office, params: { ...tomorrow, month }, body: {} });
  await tracker.settled();
  return (await runOf(asked.body.id)).draft as string;
};
const runOf = async (runId: string) =>
  (await tracker.must('getReportRun', { as: people.office, params: { ...tomorrow, runId } })).body;
const read = (month = '2026-01', as: Person = people.office) =>
  tracker.ask('getReportDraft', { as, params: { ...tomorrow, month } });
const published = async () =>
  (await tracker.must('listReports', { as: people.board, params: tomorrow })).body.items.map(
    (one: { month: string; revision: number }) => `${one.month}/${one.revision}`,
  );
const publish = (draft: string, month = '2026-01') =>
  tracker.ask('runReport', { as: people.office, params: tomorrow, body: { month, draft } });
const putRisk = (entryId: string, day: string) =>
  tracker.must('putRisk', { params: of('property', entryId), body: { ...risk, title: entryId }, headers: from(day) });

beforeAll(async () => {
  tracker = await startReportedProgramme();
});
afterAll(() => tracker.stop());
afterEach(() => vi.useRealTimers());

/** PUBLISH-24 */
describe('a draft of a month', () => {
  it('is not there before somebody made one', async () => {
    expect(await read()).toMatchObject({ status: 404, body: { code: 'draft.unknown' } });
  });

  it('is the report as it would be, publishes nothing, and is read by whoever keeps the record, not by a board', async () => {
    const digest = await drafted();
    const { body } = await read();
    expect(body).toMatchObject({
      status: 'draft',
      ...{ month: '2026-01', revision: 1, digest, recordedSince: false, differences: null },
      madeBy: { subject: people.office.subject },
      content: { month: '2026-01', revision: 1, counts: { counted: 2 }, revisionReason: null, early: null },
    });
    expect(await published()).toEqual([]);
    expect((await pullMonth(tracker, '2026-01')).status).toBe(404);
    expect((await read('2026-01', people.team)).status).toBe(200);
    expect(await read('2026-01', people.board)).toMatchObject({ status: 403, body: { code: 'role.not-allowed' } });
  });

  it('leaves nothing under the prefix that the board function may read', async () => {
    const items = await tracker.everything();
    const held = items.filter(({ sk }) => /^DRAFT/.test(sk?.S ?? ''));
    expect(held.length).toBeGreaterThan(1);
    expect(held.every(({ pk }) => pk?.S?.startsWith('ORG#') === true)).toBe(true);
  });

  it('can be made of the month under way, and of none that has not begun or is not reported', async () => {
    const now = new Date().toISOString().slice(0, 7);
    expect(await drafted(now)).toMatch(/^[0-9a-f]{64}$/);
    const refusedOf = async (month: string) =>
      (await tracker.ask('draftReport', { as: people.office, params: { ...tomorrow, month }, body: {} })).body.code;
    expect(await refusedOf('2199-01')).toBe('month.not-begun');
    expect(await refusedOf('2025-01')).toBe('month.not-reported');
  });

  it('says that something was recorded since, which changes nothing of its month', async () => {
    const before = (await read()).body.digest;
    await putRisk('march', '2026-03-10');
    expect((await read()).body).toMatchObject({ recordedSince: true, digest: before });
    expect(await drafted()).toBe(before);
    expect((await read()).body).toMatchObject({ recordedSince: false, digest: before });
  });
});

describe('publishing a draft that was read', () => {
  it('is refused where another was made since, and where none has that digest', async () => {
    const first = await drafted();
    await putRisk('of-january', '2026-01-20');
    const second = await drafted();
    expect(second).not.toBe(first);
    expect(await publish(first)).toMatchObject({
      status: 412,
      body: { code: 'draft.moved', facts: { digest: second } },
    });
    expect(await publish(second, '2026-02')).toMatchObject({ status: 409, body: { code: 'month.out-of-order' } });
    expect(await published()).toEqual([]);
  });

  it('publishes nothing where the record has moved since, and says so at its run', async () => {
    const digest = await drafted();
    await putRisk('late-of-january', '2026-01-21');
    const asked = await publish(digest);
    expect(asked.status).toBe(202);
    await tracker.settled();
    expect(await runOf('2026-01-r1')).toMatchObject({ state: 'refused', draft: digest });
    expect((await runOf('2026-01-r1')).problem).toContain('nothing was published');
    expect(await published()).toEqual([]);
  });

  it('comes to nothing either where the same message is delivered again', async () => {
    const { draft } = await runOf('2026-01-r1');
    const message = { kind: 'roll-up-month', organisation: 'council', programme: 'tomorrow', month: '2026-01' };
    tracker.queue.send(JSON.stringify({ ...message, revision: 1, run: '2026-01-r1', draft }), 0);
    await tracker.settled();
    expect(await published()).toEqual([]);
    expect(tracker.queue.state().deadLetters).toEqual([]);
  });

  it('publishes what the draft said, once', async () => {
    const digest = await drafted();
    const { body } = await read();
    await publish(digest);
    await tracker.settled();
    expect(await runOf('2026-01-r1')).toMatchObject({
      state: 'published',
      draft: digest,
      askedBy: people.office.subject,
    });
    const { content } = (await pullMonth(tracker, '2026-01')).body;
    expect(content.headline).toEqual(body.content.headline);
    expect(content.risks.open).toBe(body.content.risks.open);
    expect(await published()).toEqual(['2026-01/1']);
    expect(await publish(await drafted())).toMatchObject({ status: 412, body: { code: 'draft.moved' } });
  });

  it('of a published month is the draft of its revision, which says what differs', async () => {
    await putRisk('later-of-january', '2026-01-22');
    const draft = await drafted();
    const { body } = await read();
    expect(body).toMatchObject({ revision: 2, content: { revision: 2 } });
    expect(body.differences.join(' ')).toContain('Open risks: 4, was 3.');
    const revise = (digest: string) =>
      tracker.ask('reviseReport', {
        as: people.office,
        params: january,
        body: { reason: 'A risk was recorded late', draft: digest },
      });
    expect(await revise('0'.repeat(64))).toMatchObject({ status: 412, body: { code: 'draft.moved' } });
    await revise(draft);
    await tracker.settled();
    expect(await published()).toEqual(['2026-01/2', '2026-01/1']);
  });
});

it('the schedule publishes what is due, whatever draft came to nothing', async () => {
  const digest = await drafted('2026-02');
  await putRisk('of-february', '2026-02-20');
  await publish(digest, '2026-02');
  await tracker.settled();
  expect(await runOf('2026-02-r1')).toMatchObject({ state: 'refused' });
  await tracker.rollUp({ kind: 'reports-due', scheduledTime: '2026-03-06T05:00:00Z' });
  await tracker.settled();
  const run = await runOf('2026-02-r1');
  expect(run).toMatchObject({ state: 'published' });
  expect(run.draft).toBeUndefined();
});

it('what happened in the month is no difference from the report that says so already', async () => {
  await openReview(tracker, 'roads', { title: 'Roads' }, '2026-03-05');
  await tracker.rollUp({ kind: 'reports-due', scheduledTime: '2026-04-06T05:00:00Z' });
  await tracker.settled();
  expect(await published()).toContain('2026-03/1');
  const said = (await pullMonth(tracker, '2026-03')).body.content.changes;
  expect(JSON.stringify(said)).toContain('1 review entered');
  await drafted('2026-03');
  expect((await read('2026-03')).body.differences).toEqual([]);
});

it('a draft is kept for fourteen days', async () => {
  await drafted('2026-03');
  const { madeAt, keptUntil } = (await read('2026-03')).body;
  expect((Date.parse(keptUntil) - Date.parse(madeAt)) / 86_400_000).toBe(14);
  vi.useFakeTimers({ now: Date.parse(keptUntil) + 1000, toFake: ['Date'] });
  expect(await read('2026-03')).toMatchObject({ status: 404, body: { code: 'draft.unknown' } });
});

it('a draft withholds from the public view what is exempt, and its digest is of the whole', async () => {
  await tracker.must('putIssue', {
    params: of('property', 'secret'),
    body: {
      ...(records.issue as object),
      ...{ title: 'The bidder named Acme', severity: 'high', raisedOn: '2026-03-10' },
      exempt: { fields: ['title'], ground: 3 },
    },
    headers: { ...create, 'effective-at': '2026-03-11' },
  });
  await drafted('2026-03');
  expect((await read('2026-03')).text).toContain('Acme');
  const open = await tracker.must('getReportDraft', {
    as: people.team,
    params: { ...tomorrow, month: '2026-03' },
    query: 'view=public',
  });
  expect(open.text).not.toContain('Acme');
  expect(open.body).toMatchObject({ view: 'public' });
});

it('of words that are taken out of the record no draft is left', async () => {
  await runMonth(tracker, '2026-03');
  await drafted('2026-04');
  expect((await read('2026-04')).text).toContain('Acme');
  await redact(
    tracker,
    { ...tomorrow, entryId: 'acme' },
    {
      ...{ review: 'property', kind: 'issue', entry: 'secret', texts: [{ pointer: '/record/title' }] },
    },
  );
  expect(await read('2026-04')).toMatchObject({ status: 404, body: { code: 'draft.unknown' } });
  const stored = JSON.stringify((await tracker.everything()).filter(({ sk }) => /^DRAFT/.test(sk?.S ?? '')));
  expect(stored).not.toContain('body');
  expect(await drafted('2026-04')).toMatch(/^[0-9a-f]{64}$/);
});
