import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { Programme } from '#schemas/programme.ts';
import { defaultRiskMatrix } from '#schemas/risk-matrix.ts';
import { published } from '../support/published-month.ts';
import { review, risk } from '../support/records.ts';
import { people, startTestTracker, type TestTracker } from '../support/tracker.ts';

/*
 * Every setting of a programme is changed on one day of February. January's report, revised after that, goes by the settings in force at
 * its end, and February's by the new ones; a setting that no report shows says where it matters. A new setting needs its row here.
 */

type Content = Awaited<ReturnType<typeof published>>;
interface Row {
  readonly from: unknown;
  readonly to: unknown;
  /** What a report shows of it; of what none shows, where it matters. */
  readonly shows: ((content: Content) => unknown) | 'read with the settings' | 'the board reads another view';
}
const named = (list: string) => (content: Content) => content.counts[list].map(({ name }: { name: string }) => name);
const programmeOf = (field: string) => (content: Content) => content.programme[field];
const mtfp = (id: string) => ({ id, name: id, prices: 'cash', from: '2025/26', to: '2027/28' });
const own = (...ids: string[]) => ({ kind: 'own', stages: ids.map((id) => ({ id, name: id })) });

const rows: Readonly<Record<Exclude<keyof Programme, 'closeDown'>, Row>> = {
  name: { from: 'Services for Tomorrow', to: 'Services for Today', shows: programmeOf('name') },
  phase: { from: 'Phase 1', to: 'Phase 2', shows: programmeOf('phase') },
  council: { from: 'Testshire Council', to: 'Testshire Unitary Council', shows: programmeOf('council') },
  approved: { from: 'By Cabinet', to: 'By Council', shows: 'read with the settings' },
  services: { from: ['Property'], to: ['Property', 'Legal'], shows: programmeOf('services') },
  boards: { from: [], to: [{ id: 'board', name: 'Board' }], shows: 'read with the settings' },
  directorates: {
    from: [{ id: 'places', name: 'Places' }],
    to: [{ id: 'places', name: 'Place' }],
    shows: named('directorate'),
  },
  portfolios: {
    from: [{ id: 'customer', name: 'Customer' }],
    to: [{ id: 'customer', name: 'Customers' }],
    shows: named('portfolio'),
  },
  themes: { from: [], to: [{ id: 'digital', name: 'Digital' }], shows: named('theme') },
  objectives: {
    from: undefined,
    to: [{ id: 'balance', name: 'A balanced budget' }],
    shows: ({ savings }) => savings.byObjective !== undefined,
  },
  stageModel: { from: own('look', 'act'), to: own('see', 'act'), shows: named('stage') },
  stagesMoved: {
    from: undefined,
    to: [{ from: 'look', to: 'see' }],
    shows: ({ movedByModel }) => movedByModel?.total ?? 0,
  },
  gatesWithout: {
    from: undefined,
    to: [{ criterion: 'GATE-01', reason: 'Nothing is waited for' }],
    shows: ({ gatesWithout }) => gatesWithout ?? null,
  },
  riskMatrix: {
    from: defaultRiskMatrix,
    to: { ...defaultRiskMatrix, lowUpTo: 20, mediumUpTo: 22 },
    shows: ({ risks }) => risks.byBand,
  },
  ratingScheme: { from: 'three-point', to: 'five-point', shows: ({ ratings }) => ratings.scheme },
  pausedCounts: { from: undefined, to: false, shows: ({ counts }) => counts.counted },
  findings: {
    from: undefined,
    to: [{ as: 'off', rule: 'GAP-02', reason: 'Not yet' }],
    shows: ({ foundByRule }) => foundByRule.some(({ rule }: { rule: string }) => rule === 'GAP-02'),
  },
  reportLeavesOut: { from: undefined, to: ['contracts'], shows: ({ leftOut }) => leftOut ?? null },
  deliveryModels: { from: ['trust'], to: ['trust', 'joint-venture'], shows: 'read with the settings' },
  reporting: {
    from: { firstMonth: '2026-01', reportDay: 6, returnsDueDay: 5 },
    to: { firstMonth: '2026-01', reportDay: 10, returnsDueDay: 9, daysAre: 'working' },
    shows: ({ returns }) => returns.dueBy.slice(-2),
  },
  keyDecisionThreshold: {
    from: 1_000_000,
    to: 500_000,
    shows: ({ foundByRule }) => foundByRule.some(({ rule }: { rule: string }) => rule === 'CON-26'),
  },
  mtfps: { from: [mtfp('first')], to: [mtfp('first'), mtfp('next')], shows: 'read with the settings' },
  mtfpInUse: { from: 'first', to: 'next', shows: ({ savings }) => savings.mtfp.inUse.id },
  caseTolerancePercent: { from: undefined, to: 5, shows: 'read with the settings' },
  comparedWith: { from: undefined, to: 'january', shows: ({ sinceBaseline }) => sinceBaseline.baseline },
  decisionRoute: { from: [], to: ['Cabinet'], shows: 'read with the settings' },
  // Where it is true nothing is published by one person alone: test/api/published-by-two.test.ts.
  publishedByTwo: { from: undefined, to: false, shows: 'read with the settings' },
  boardReadsExempt: { from: false, to: true, shows: 'the board reads another view' },
  source: { from: 'The plan', to: 'The second plan', shows: programmeOf('source') },
  fictional: { from: false, to: true, shows: programmeOf('fictional') },
};
const settings = (which: 'from' | 'to') =>
  Object.fromEntries(
    Object.entries(rows).flatMap(([name, row]) => (row[which] === undefined ? [] : [[name, row[which]]])),
  );

let tracker: TestTracker;
const params = { programmeId: 'tomorrow' };
const of = (reviewId: string) => ({ ...params, reviewId });
const from = (day: string) => ({ 'if-none-match': '*', 'effective-at': day });
let reports: Readonly<Record<'january' | 'revised' | 'february', Content>>;

beforeAll(async () => {
  tracker = await startTestTracker();
  const as = people.office;
  await tracker.must('putProgramme', { as, params, body: settings('from'), headers: from('2026-01-01') });
  for (const id of ['going', 'held'])
    await tracker.must('putReview', { params: of(id), body: { ...review, title: id }, headers: from('2026-01-02') });
  await tracker.must('putRisk', {
    params: { ...of('going'), entryId: 'late' },
    body: { ...risk, current: { likelihood: 4, impact: 5 } },
    headers: from('2026-01-06'),
  });
  await tracker.must('putProgrammeNamedBaseline', {
    as,
    params: { ...params, entryId: 'january' },
    body: { title: 'January', asAt: '2026-01-06' },
    headers: from('2026-01-06'),
  });
  await tracker.must('putDecision', {
    params: { ...of('going'), entryId: 'adopt' },
    body: {
      ...{ title: 'Adopt', body: 'Cabinet', kind: 'officer-decision', status: 'due' },
      dueOn: { kind: 'date', date: '2026-06-01' },
      value: { kind: 'amount', pounds: 700_000 },
    },
    headers: from('2026-01-06'),
  });
  await tracker.must('changeLifecycle', {
    params: of('held'),
    body: { kind: 'pause', reason: 'Waits' },
    headers: { 'if-match': '"1"', 'effective-at': '2026-01-20' },
  });
  const january = await published(tracker, params.programmeId, '2026-01');
  const headers = { 'if-match': '"1"', 'effective-at': '2026-02-10' };
  await tracker.must('putProgramme', { as, params, body: settings('to'), headers });
  const february = await published(tracker, params.programmeId, '2026-02');
  const revision = { as, params: { ...params, month: '2026-01' }, body: { reason: 'Asked for by the board' } };
  await tracker.must('reviseReport', revision);
  await tracker.settled();
  const revised = (await tracker.must('getReport', { params: { ...params, month: '2026-01' } })).body.content;
  reports = { january, revised, february };
});
afterAll(() => tracker.stop());

it('every setting has its row', () => {
  expect(Object.keys(rows).sort()).toEqual(
    Object.keys(Programme.shape)
      .filter((name) => name !== 'closeDown')
      .sort(),
  );
});

describe.each(Object.entries(rows))('%s', (name, row) => {
  it('is, of an instant, what it was then', async () => {
    const read = async (query: string) => (await tracker.must('getProgramme', { params, query })).body.record[name];
    expect(await read('asAt=2026-02-09')).toEqual(row.from);
    expect(await read('')).toEqual(row.to);
  });

  const { shows } = row;
  if (typeof shows === 'function')
    it('is in a report as it was in force at the end of the month, also where the month is revised later', () => {
      expect(reports.revised.revision).toBe(2);
      expect(shows(reports.revised)).toEqual(shows(reports.january));
      expect(shows(reports.february)).not.toEqual(shows(reports.january));
    });
});

it('a gate is judged by the settings in force at the instant that is asked about', async () => {
  const gate = async (query: string) => (await tracker.must('getReviewGate', { params: of('going'), query })).body;
  expect(await gate('asAt=2026-02-09')).toMatchObject({ stage: 'look', criteria: [{ id: 'GATE-01' }] });
  expect(await gate('')).toMatchObject({ stage: 'see', criteria: [], switchedOff: [{ id: 'GATE-01' }] });
});
