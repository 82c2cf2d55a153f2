import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { nothingStored } from '../support/chain.ts';
import { create, from, of, openReview, startWithProgramme, tomorrow } from '../support/one-programme.ts';
import { published, rebuiltRun } from '../support/published-month.ts';
import { programme, records, saving } from '../support/records.ts';
import { people, type TestTracker } from '../support/tracker.ts';

/*
 * A baseline is fixed by name as at a day, and dates, costs, benefits and savings are compared with it (docs/meaning.md PROGRAMME-23).
 * Property has a milestone of 30 June, a cost of £1,000,000 and a saving of £400,000 when the baseline of January is fixed; later its
 * milestone moves to 30 September and its cost to £1,200,000, each by an agreed change request, Legal is opened, and the programme's own milestone is late.
 */

const milestone = records.milestone as object;
const cost = { title: 'Moving out', type: 'cost', kind: 'one-off' };
const costing = (pounds: number) => ({
  ...cost,
  approved: { kind: 'amount', pounds, source: 'Cabinet' },
  forecast: { kind: 'amount', pounds },
});
const baseline = { title: 'The baseline of January', asAt: '2026-01-15', agreedBy: 'Transformation Board' };
const asked = { ...(records['change-request'] as object), raisedOn: '2026-01-20' };
const agreed = { decision: 'agreed', body: 'Programme board', on: '2026-02-02' };
const at = (entryId: string) => of('property', entryId);
const named = (entryId: string) => ({ ...tomorrow, entryId });
const as = people.office;

let tracker: TestTracker;
const latest = async (id: string, params: object) => ({
  'if-match': (await tracker.must(id, { params: params as Record<string, string> })).headers.etag ?? '',
});
const sinceJanuary = async (reviewId: string) =>
  (await tracker.must('getReviewSinceBaseline', { as: people.board, params: of(reviewId, 'january') })).body;

beforeAll(async () => {
  tracker = await startWithProgramme();
  await openReview(tracker, 'property');
  await tracker.must('putMilestone', { params: at('hall'), body: milestone, headers: from('2026-01-02') });
  await tracker.must('putCostOrBenefit', {
    params: at('moving'),
    body: costing(1_000_000),
    headers: from('2026-01-02'),
  });
  await tracker.must('putSaving', { params: at('rents'), body: saving, headers: from('2026-01-02') });
  await tracker.must('putProgrammeMilestone', {
    params: named('budget'),
    body: { ...milestone, title: 'Budget agreed' },
    headers: from('2026-01-02'),
  });
  await tracker.must('putProgrammeNamedBaseline', {
    as,
    params: named('january'),
    body: baseline,
    headers: from('2026-01-16'),
  });

  await openReview(tracker, 'legal', {}, '2026-01-18');
  const body = {
    ...asked,
    milestones: [{ milestone: 'hall', baseline: '2026-09-30' }],
    costsAndBenefits: [{ costOrBenefit: 'moving', approved: { kind: 'amount', pounds: 1_200_000 } }],
  };
  await tracker.must('putChangeRequest', { params: at('later'), body, headers: from('2026-01-20') });
  await tracker.must('decideChangeRequest', { as, params: at('later'), body: agreed });
  const moved = { changeRequest: 'later' };
  await tracker.must('putMilestone', {
    params: at('hall'),
    body: { ...milestone, baseline: '2026-09-30', forecast: '2026-09-30', ...moved },
    headers: { ...(await latest('getMilestone', at('hall'))), 'effective-at': '2026-02-03' },
  });
  await tracker.must('putProgrammeMilestone', {
    params: named('budget'),
    body: { ...milestone, title: 'Budget agreed', forecast: '2026-07-10', delayReason: 'The settlement came late' },
    headers: { ...(await latest('getProgrammeMilestone', named('budget'))), 'effective-at': '2026-02-03' },
  });
  await tracker.must('putCostOrBenefit', {
    params: at('moving'),
    body: { ...costing(1_200_000), ...moved },
    headers: { ...(await latest('getCostOrBenefit', at('moving'))), 'effective-at': '2026-02-03' },
  });
});
afterAll(() => tracker.stop());

describe('putProgrammeNamedBaseline', () => {
  it('is for the office alone, and what is fixed stays: a later one has another name', async () => {
    const byTeam = { params: named('february'), body: { ...baseline, asAt: '2026-02-01' }, headers: create };
    expect((await nothingStored(tracker, () => tracker.ask('putProgrammeNamedBaseline', byTeam))).body.code).toBe(
      'role.not-allowed',
    );
    const headers = await latest('getProgrammeNamedBaseline', named('january'));
    const other = { as, params: named('january'), body: { ...baseline, asAt: '2026-02-01' }, headers };
    expect(await nothingStored(tracker, () => tracker.ask('putProgrammeNamedBaseline', other))).toMatchObject({
      status: 409,
      body: { code: 'baseline.fixed' },
    });
    const history = await tracker.must('getProgrammeHistory', {
      as: people.assurance,
      params: tomorrow,
      query: 'kind=named-baseline&id=january',
    });
    const corrects = history.body.items.at(-1).sequence;
    const record = { ...baseline, asAt: '2026-01-10' };
    const correction = { corrects, effectiveAt: '2026-01-16', record, reason: 'Another day' };
    const corrected = await nothingStored(tracker, () =>
      tracker.ask('correctProgrammeNamedBaseline', { as, params: named('january'), body: correction }),
    );
    expect(corrected.body.code).toBe('baseline.fixed');
  });
});

describe('getReviewSinceBaseline', () => {
  const moved = {
    baseline: { id: 'january', title: 'The baseline of January', asAt: '2026-01-15' },
    wasThere: true,
    milestones: [
      {
        ...{ milestone: 'hall', was: '2026-06-30', now: '2026-09-30', expected: '2026-09-30' },
        ...{ daysLater: 92, moves: 1 },
      },
    ],
    costsAndBenefits: [
      {
        ...{ costOrBenefit: 'moving', was: { low: 1_000_000 }, now: { low: 1_200_000 } },
        ...{ latest: { low: 1_200_000 }, moves: 1 },
      },
    ],
    savings: [{ year: '2026/27', was: { low: 400_000 }, now: { low: 400_000 } }],
    moves: { milestones: 1, plans: 0, approvals: 1 },
  };

  it('says what was in the baseline, what is so now, and how often it moved since', async () => {
    expect(await sinceJanuary('property')).toMatchObject(moved);
    expect(await sinceJanuary('legal')).toMatchObject({ wasThere: false, milestones: [] });
  });

  it('takes nothing into the baseline that was recorded after it was fixed, of however early a time', async () => {
    const { body: history } = await tracker.must('getReviewHistory', {
      as: people.assurance,
      params: at('hall'),
      query: 'kind=milestone&id=hall&limit=10',
    });
    const corrects = history.items.at(-1).sequence;
    const record = { ...milestone, baseline: '2026-07-31' };
    const body = { corrects, effectiveAt: '2026-01-02', record, reason: 'July, as the paper says' };
    await tracker.must('correctMilestone', { as, params: at('hall'), body });
    expect((await sinceJanuary('property')).milestones[0]).toMatchObject({ was: '2026-06-30', now: '2026-09-30' });
  });

  it('answers 404 for a baseline that is not there, and a review', async () => {
    const asks = (params: Record<string, string>) => tracker.ask('getReviewSinceBaseline', { params });
    expect(await asks(of('property', 'never'))).toMatchObject({ status: 404, body: { code: 'entry.unknown' } });
    expect(await asks(of('nowhere', 'january'))).toMatchObject({ status: 404, body: { code: 'review.unknown' } });
  });
});

describe('the named baseline that the settings name', () => {
  it('must be there (PRG-09), and from that date reports compare with it; a rebuild comes to the same digest', async () => {
    const settings = async (comparedWith: string) => ({
      ...{ as, params: tomorrow, body: { ...programme, comparedWith } },
      headers: { ...(await latest('getProgramme', tomorrow)), 'effective-at': '2026-02-10' },
    });
    const never = await settings('never');
    const refused = await nothingStored(tracker, () => tracker.ask('putProgramme', never));
    expect(refused).toMatchObject({ status: 422, body: { faults: [{ pointer: '/comparedWith' }] } });
    expect(refused.body.detail).toContain('january');
    await tracker.must('putProgramme', await settings('january'));

    const january = await published(tracker, 'tomorrow', '2026-01');
    expect(january.sinceBaseline).toMatchObject({ baseline: null, reviews: 0 });
    const february = await published(tracker, 'tomorrow', '2026-02');
    expect(february.sinceBaseline).toMatchObject({
      baseline: { id: 'january', asAt: '2026-01-15', agreedBy: 'Transformation Board' },
      ...{ reviews: 2, notThere: 1, moves: { milestones: 1, plans: 0, approvals: 1 } },
      dates: { later: 2, earlier: 0, onTheDay: 0, gone: 0, added: 0 },
      milestones: {
        total: 2,
        rows: [
          { review: 'property', daysLater: 92 },
          { review: null, milestone: 'budget', daysLater: 10 },
        ],
      },
      costsAndBenefits: { total: 1 },
    });
    for (const knowledge of ['then', 'now'] as const)
      expect((await rebuiltRun(tracker, 'tomorrow', '2026-02', knowledge)).rebuilt).toMatchObject({ same: true });
  });
});
