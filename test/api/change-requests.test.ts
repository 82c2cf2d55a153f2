import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { chainOf, eventsIn, nothingStored } from '../support/chain.ts';
import { create, from, of, openReview, startWithProgramme } from '../support/one-programme.ts';
import { records } from '../support/records.ts';
import { people, type TestTracker } from '../support/tracker.ts';

/*
 * A baseline moves by a change request that was agreed (docs/meaning.md REVIEW-23).
 */

const milestone = records.milestone as object;
const asked = { ...(records['change-request'] as object), raisedOn: '2026-01-05' };
const agreed = { decision: 'agreed', body: 'Programme board', on: '2026-01-20', reference: 'PB/26/004' };
const at = (entryId: string) => of('property', entryId);

let tracker: TestTracker;
beforeAll(async () => {
  tracker = await startWithProgramme();
  await openReview(tracker, 'property');
  for (const id of ['hall', 'annexe'])
    await tracker.must('putMilestone', { params: at(id), body: milestone, headers: from('2026-01-02') });
});
afterAll(() => tracker.stop());

const raise = (id: string, baseline: string, over: object = {}) =>
  tracker.must('putChangeRequest', {
    params: at(id),
    body: { ...asked, milestones: [{ milestone: 'hall', baseline }], ...over },
    headers: create,
  });
const latest = async (id: string, entryId: string) => ({
  'if-match': (await tracker.must(id, { params: at(entryId) })).headers.etag ?? '',
});
const move = async (entryId: string, over: object) =>
  tracker.ask('putMilestone', {
    params: at(entryId),
    body: { ...milestone, ...over },
    headers: await latest('getMilestone', entryId),
  });

describe('decideChangeRequest', () => {
  it('records what was decided and by whom, and the request stays as it was decided on', async () => {
    await raise('winter', '2026-09-30');
    const { body } = await tracker.must('decideChangeRequest', {
      as: people.office,
      params: at('winter'),
      body: agreed,
    });
    expect(body).toMatchObject({
      version: 2,
      computed: { status: 'agreed' },
      facts: { askedBySubject: 'tara-team', decisions: [{ number: 1, ...agreed, by: 'pat-office', ofVersion: 1 }] },
    });
    const event = (await eventsIn(tracker, chainOf('tomorrow', 'property'))).at(-1);
    expect(event).toMatchObject({ type: 'change-decided', by: 'pat-office', changed: ['decisions'] });
    const other = {
      params: at('winter'),
      body: { ...asked, what: 'In May' },
      headers: await latest('getChangeRequest', 'winter'),
    };
    const locked = await nothingStored(tracker, () => tracker.ask('putChangeRequest', other));
    expect(locked).toMatchObject({ status: 409, body: { code: 'change.decided' } });
    const out = {
      params: at('winter'),
      body: { reason: 'Entered twice' },
      headers: await latest('getChangeRequest', 'winter'),
    };
    expect((await tracker.ask('strikeOutChangeRequest', out)).body.code).toBe('change.decided');
  });

  it('is refused to the team, and to whoever asked', async () => {
    await raise('own', '2026-10-30');
    const params = at('own');
    expect((await tracker.ask('decideChangeRequest', { params, body: agreed })).body.code).toBe('role.not-allowed');
    const both = { ...people.office, subject: people.team.subject };
    const told = await nothingStored(tracker, () =>
      tracker.ask('decideChangeRequest', { as: both, params, body: agreed }),
    );
    expect(told).toMatchObject({ status: 403, body: { code: 'change.own-request' } });
  });
});

describe('the baseline of a milestone', () => {
  it('moves by a change request of its review once that is agreed', async () => {
    await raise('spring', '2026-11-30');
    const moved = { baseline: '2026-11-30', changeRequest: 'spring' };
    const open = await nothingStored(tracker, () => move('hall', moved));
    expect(open).toMatchObject({ status: 422, body: { faults: [{ pointer: '/changeRequest' }] } });
    expect(open.body.detail).toContain('is open: it must be agreed');
    await tracker.must('decideChangeRequest', { as: people.office, params: at('spring'), body: agreed });
    const { body } = await move('hall', moved);
    expect(body.facts).toMatchObject({
      originalBaseline: '2026-06-30',
      rebaselines: 1,
      moves: [{ from: '2026-06-30', to: '2026-11-30', changeRequest: 'spring' }],
    });
  });

  it('moves by one of the programme that names it, on the version that was read', async () => {
    const entry = { milestone: 'annexe', baseline: '2026-12-31' };
    const body = { ...asked, ofReviews: [{ review: 'property', milestones: [entry] }] };
    await tracker.must('putProgrammeChangeRequest', { params: at('all-later'), body, headers: create });
    const moved = { baseline: '2026-12-31', programmeChangeRequest: 'all-later' };
    expect((await nothingStored(tracker, () => move('annexe', moved))).body.detail).toContain('is open');
    await tracker.must('decideProgrammeChangeRequest', { as: people.office, params: at('all-later'), body: agreed });
    expect((await move('annexe', moved)).body.facts).toMatchObject({ rebaselines: 1 });
    const nowhere = await nothingStored(tracker, () => move('hall', { ...moved, programmeChangeRequest: 'nowhere' }));
    expect(nowhere).toMatchObject({ status: 422, body: { faults: [{ pointer: '/programmeChangeRequest' }] } });
  });

  it('moves by no agreement in words, and by no correction of the team', async () => {
    const agreedChange = { by: 'The board', on: '2026-01-20', reason: 'They said so' };
    const told = await nothingStored(tracker, () => move('hall', { baseline: '2027-01-31', agreedChange }));
    expect(told.body.faults.map((one: { pointer: string }) => one.pointer)).toEqual([
      '/changeRequest',
      '/agreedChange',
    ]);
    const history = await tracker.must('getReviewHistory', {
      as: people.assurance,
      params: at('hall'),
      query: 'kind=milestone&id=hall&limit=10',
    });
    const corrects = history.body.items.at(-1).sequence;
    const record = { ...milestone, baseline: '2026-07-31' };
    const body = { corrects, effectiveAt: '2026-01-02', record, reason: 'July, as the paper says' };
    const byTeam = await nothingStored(tracker, () => tracker.ask('correctMilestone', { params: at('hall'), body }));
    expect(byTeam).toMatchObject({ status: 422, body: { faults: [{ pointer: '/record/changeRequest' }] } });
    const byOffice = await tracker.must('correctMilestone', { as: people.office, params: at('hall'), body });
    expect(byOffice.status).toBeLessThan(300);
    expect((await tracker.must('getMilestone', { params: at('hall') })).body.facts.originalBaseline).toBe('2026-07-31');
  });
});

describe('what is approved of a cost', () => {
  const cost = { title: 'Moving out', type: 'cost', kind: 'one-off', case: 'full' };
  const figure = (pounds: number) => ({ approved: { kind: 'amount', pounds } });
  const put = async (over: object) =>
    tracker.ask('putCostOrBenefit', {
      params: at('moving'),
      body: { ...cost, ...over },
      headers: await latest('getCostOrBenefit', 'moving'),
    });

  it('changes freely in the draft of its case, and once that is approved by an agreed change request alone', async () => {
    const body = { ...(records['business-case'] as object), on: '2026-01-04' };
    await tracker.must('putBusinessCase', { params: at('full'), body, headers: from('2026-01-04') });
    const first = { params: at('moving'), body: { ...cost, ...figure(900_000) }, headers: create };
    await tracker.must('putCostOrBenefit', first);
    expect((await put(figure(1_000_000))).body.facts).toMatchObject({ changesOfApproved: 0, moves: [] });
    const outcome = { outcome: 'approved', body: 'Cabinet', on: '2026-01-20' };
    await tracker.must('recordOutcome', { as: people.sro, params: at('full'), body: outcome });

    const dearer = figure(1_200_000);
    const refused = await nothingStored(tracker, () => put(dearer));
    expect(refused).toMatchObject({ status: 422, body: { faults: [{ pointer: '/changeRequest' }] } });
    expect(refused.body.detail).toContain('must name the agreed change request');
    const costsAndBenefits = [{ costOrBenefit: 'moving', ...dearer }];
    const asks = { ...asked, costsAndBenefits };
    await tracker.must('putChangeRequest', { params: at('dearer'), body: asks, headers: create });
    const named = { ...dearer, changeRequest: 'dearer' };
    expect((await nothingStored(tracker, () => put(named))).body.detail).toContain('is open');
    await tracker.must('decideChangeRequest', { as: people.office, params: at('dearer'), body: agreed });
    const { body: moved } = await put(named);
    expect(moved.facts).toMatchObject({
      firstApproved: { case: 'full', pounds: { low: 1_000_000 } },
      changesOfApproved: 1,
      moves: [{ from: { pounds: { low: 1_000_000 } }, to: { pounds: { low: 1_200_000 } }, changeRequest: 'dearer' }],
    });
  });
});
