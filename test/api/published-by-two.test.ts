import { afterAll, beforeAll, expect, it } from 'vitest';
import { from, of, tomorrow } from '../support/one-programme.ts';
import { programme, risk } from '../support/records.ts';
import { startReportedProgramme } from '../support/reported-programme.ts';
import { type Person, people, type TestTracker } from '../support/tracker.ts';

/* PUBLISH-25: where the settings ask for it, who made the draft is not who publishes it. */

let tracker: TestTracker;
const second: Person = { roles: ['programme-office'], subject: 'olga-office' };
const january = { ...tomorrow, month: '2026-01' };

const draft = async (as: Person, month = '2026-01') => {
  await tracker.must('draftReport', { as, params: { ...tomorrow, month }, body: {} });
  await tracker.settled();
  return (await tracker.must('getReportDraft', { as, params: { ...tomorrow, month } })).body;
};
const publish = (as: Person, digest?: string, month = '2026-01') =>
  tracker.ask('runReport', {
    as,
    params: tomorrow,
    body: { month, ...(digest === undefined ? {} : { draft: digest }) },
  });
const sweep = async (day: string) => {
  const handed = await tracker.rollUp({ kind: 'reports-due', scheduledTime: `${day}T06:00:00Z` });
  await tracker.settled();
  return handed;
};
const months = async () =>
  (await tracker.must('listReports', { as: people.board, params: tomorrow })).body.items.map(
    ({ month, revision }: { month: string; revision: number }) => `${month}/${revision}`,
  );
const setPublishedByTwo = async (publishedByTwo: boolean | undefined, day: string) => {
  const { headers } = await tracker.must('getProgramme', { as: people.office, params: tomorrow });
  const record = { ...programme, ...(publishedByTwo === undefined ? {} : { publishedByTwo }) };
  return tracker.must('putProgramme', {
    as: people.office,
    params: tomorrow,
    body: record,
    headers: { 'if-match': headers.etag ?? '', 'effective-at': day },
  });
};

beforeAll(async () => {
  tracker = await startReportedProgramme();
  await setPublishedByTwo(true, '2026-01-15');
});
afterAll(() => tracker.stop());

it('nothing is published by hand without a draft', async () => {
  expect(await publish(people.office)).toMatchObject({ status: 409, body: { code: 'draft.needed' } });
});

it('nobody publishes the draft that they made', async () => {
  const { digest } = await draft(people.office);
  expect(await publish(people.office, digest)).toMatchObject({ status: 403, body: { code: 'draft.own' } });
});

it('the schedule publishes nothing of it, and counts it neither as due nor as late', async () => {
  expect(await sweep('2026-05-06')).toEqual({ handedOver: 0 });
  expect(await months()).toEqual([]);
  const { computed } = (await tracker.must('getProgramme', { as: people.office, params: tomorrow })).body;
  expect(computed).toMatchObject({ nextReport: '2026-01', nextReportDueOn: '2026-02-06' });
});

it('a message that nobody sent by hand publishes nothing of it', async () => {
  const message = { kind: 'roll-up-month', organisation: 'council', programme: 'tomorrow', month: '2026-01' };
  tracker.queue.send(JSON.stringify({ ...message, revision: 1, run: '2026-01-r1' }), 0);
  await tracker.settled();
  expect(await months()).toEqual([]);
});

it('a second person who makes the same draft again may publish it, and the record says who did what', async () => {
  const again = await draft(second);
  expect(again.madeBy.subject).toBe(people.office.subject);
  expect((await publish(second, again.digest)).status).toBe(202);
  await tracker.settled();
  expect(await months()).toEqual(['2026-01/1']);
  const history = await tracker.must('getProgrammeHistory', { as: people.assurance, params: tomorrow });
  const event = history.body.items.find(({ type }: { type: string }) => type === 'published');
  const said = event.changes.find(({ field }: { field: string }) => field === 'draft');
  expect(said.after).toEqual({
    digest: again.digest,
    madeBy: people.office.subject,
    publishedBy: second.subject,
  });
});

it('a revision takes two people likewise: a draft that says something else is that of who made it', async () => {
  await tracker.must('putRisk', { params: of('property', 'forgotten'), body: risk, headers: from('2026-01-25') });
  const { digest, madeBy } = await draft(second);
  expect(madeBy.subject).toBe(second.subject);
  const revise = (as: Person, named?: string) =>
    tracker.ask('reviseReport', {
      as,
      params: january,
      body: { reason: 'A risk was forgotten', ...(named === undefined ? {} : { draft: named }) },
    });
  expect(await revise(people.office)).toMatchObject({ status: 409, body: { code: 'draft.needed' } });
  expect(await revise(second, digest)).toMatchObject({ status: 403, body: { code: 'draft.own' } });
  expect((await revise(people.office, digest)).status).toBe(202);
  await tracker.settled();
  expect(await months()).toEqual(['2026-01/2', '2026-01/1']);
});

it('once the setting is taken back, the schedule publishes what has waited, one month after the other', async () => {
  expect(await sweep('2026-05-06')).toEqual({ handedOver: 0 });
  await setPublishedByTwo(undefined, '2026-03-01');
  expect(await sweep('2026-04-06')).toEqual({ handedOver: 1 });
  expect(await months()).toEqual(['2026-03/1', '2026-02/1', '2026-01/2', '2026-01/1']);
});
