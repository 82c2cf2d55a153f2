import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { chainOf, eventsIn, nothingStored } from '../support/chain.ts';
import { etagFor } from '../support/etag-for.ts';
import { create, entry, params, startWithOneReview, stopWithWholeChain } from '../support/one-review.ts';
import { risk } from '../support/records.ts';
import { people, type TestTracker } from '../support/tracker.ts';

/* A risk that happens becomes an issue in one act (docs/meaning.md SCORE-22). */

let tracker: TestTracker;
beforeAll(async () => {
  tracker = await startWithOneReview();
});
afterAll(() => stopWithWholeChain(tracker));

const lease = {
  id: 'lease-ran-on',
  title: 'The lease ran on',
  severity: 'high',
  owner: 'Estates',
  raisedOn: '2026-01-20',
  actions: [{ id: 'settle', what: 'Settle with the landlord', owner: 'Estates', dueOn: '2026-03-31' }],
};
const scopes = [
  { stem: 'Risk', issue: 'Issue', scope: 'review' },
  { stem: 'ProgrammeRisk', issue: 'ProgrammeIssue', scope: 'programme' },
] as const;

describe.each(scopes)('a risk of a $scope that happens', ({ stem, issue, scope }) => {
  const chain = chainOf(params.programmeId, scope === 'review' ? params.reviewId : null);
  const act = `record${stem}Happening`;
  const at = (id: string) => entry(id);
  const ifMatch = (id: string, version = 1) => ({ 'if-match': etagFor(`get${stem}`, at(id), version) });
  const put = (id: string, over: object = {}) =>
    tracker.must(`put${stem}`, {
      params: at(id),
      body: { ...risk, ...over },
      headers: { ...create, 'effective-at': '2026-01-10' },
    });
  const refusedAs = async (id: string, asked: object) => {
    const told = await nothingStored(tracker, () =>
      tracker.ask(act, { params: at(id), body: lease, headers: ifMatch(id), ...asked }),
    );
    return [told.status, told.body.code, told.body.faults?.[0]?.pointer];
  };

  it(`${act} makes the issue and names it, in one transaction of two events`, async () => {
    await put('lease');
    const before = (await eventsIn(tracker, chain)).length;
    const asked = {
      params: at('lease'),
      body: lease,
      headers: { ...ifMatch('lease'), 'effective-at': '2026-01-21', 'idempotency-key': `once-${scope}` },
    };
    const told = await tracker.must(act, asked);
    expect(told.body).toMatchObject({ version: 2, record: { status: 'happened', issue: lease.id } });
    expect(told.body.facts.scores).toHaveLength(1);
    const { id: _, ...given } = lease;
    expect((await tracker.must(`get${issue}`, { params: at(lease.id) })).body).toMatchObject({
      version: 1,
      effectiveAt: told.body.effectiveAt,
      record: { ...given, risk: 'lease', status: 'open', actions: [{ ...lease.actions[0], status: 'open' }] },
    });
    const events = (await eventsIn(tracker, chain)).slice(before);
    expect(events.map(({ recordRef, type }) => [recordRef.kind, recordRef.id, type])).toEqual([
      ['risk', 'lease', 'happened'],
      ['issue', lease.id, 'happened'],
    ]);
    expect(new Set(events.map(({ recordedAt }) => recordedAt)).size).toBe(1);
    expect((await nothingStored(tracker, () => tracker.ask(act, asked))).body).toEqual(told.body);
  });

  it('happens once, and only while it is open', async () => {
    const again = { headers: ifMatch('lease', 2), body: { ...lease, id: 'another' } };
    expect(await refusedAs('lease', again)).toEqual([409, 'risk.not-open', undefined]);
    await put('closed', { status: 'closed' });
    expect(await refusedAs('closed', { body: { ...lease, id: 'another' } })).toEqual([409, 'risk.not-open', undefined]);
  });

  it('is refused whole where anything of it is', async () => {
    await put('open');
    expect(await refusedAs('open', {})).toEqual([409, 'entry.already-there', '/id']);
    expect(await refusedAs('open', { headers: ifMatch('open', 2), body: { ...lease, id: 'another' } })).toEqual([
      412,
      'version.stale',
      undefined,
    ]);
    const tomorrow = { ...lease, id: 'another', raisedOn: '2199-01-01' };
    expect(await refusedAs('open', { body: tomorrow })).toEqual([422, 'content.breaks-rule', '/raisedOn']);
    expect(await refusedAs('open', { body: { ...lease, id: 'another', status: 'closed' } })).toEqual([
      400,
      'request.invalid',
      '/status',
    ]);
    expect(await refusedAs('not-there', { body: { ...lease, id: 'another' } })).toEqual([
      404,
      'entry.unknown',
      undefined,
    ]);
  });
});

it('is an open issue of the report, and no open risk', async () => {
  await tracker.must('runReport', { as: people.office, params, body: { month: '2026-01' } });
  await tracker.settled();
  const { content } = (await tracker.must('getReport', { params: { ...params, month: '2026-01' } })).body;
  expect([content.issues.open, content.issues.high, content.risks.open]).toEqual([2, 2, 2]);
});
