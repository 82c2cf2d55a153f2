import { afterAll, beforeAll, expect, it } from 'vitest';
import {
  cases,
  entry,
  expectShut,
  expectThrough,
  newOn,
  path,
  programme,
  programmePath,
  type ReviewByClients,
  type Schemas,
  savings,
  startClients,
} from '../support/review-by-clients.ts';
import { answered, type Client } from '../support/running-tracker.ts';

// A client made from the published document, and nothing else, takes one review from identified to closed, stage after stage. Outcomes and
// validations happen when they are recorded: from the first of them on the review's own changes are effective today.

let tracker: Awaited<ReturnType<typeof startClients>>['tracker'];
let office: Client;
let team: Client;
let finance: Client;
let libraries: ReviewByClients;

beforeAll(async () => {
  ({ tracker, office, team, finance, libraries } = await startClients());
}, 120_000);
afterAll(() => tracker?.stop());

it('the programme office sets a programme up and the team opens a review, identified', async () => {
  const settings = await office.PUT('/programmes/{programmeId}', {
    params: { path: programmePath, header: newOn('2025-01-06') },
    body: programme,
  });
  expect(settings.response.status).toBe(201);

  const opened = await libraries.openReview({ title: 'Libraries', tier: '2', lifecycle: 'active' }, '2025-01-07');
  expect(opened.response.status).toBe(201);
  expect(opened.response.headers.get('etag')).toBe('"review:better-services/libraries:1"');
  expect(opened.data?.facts.stage).toBe('identified');
  await expectThrough(libraries, 'Identified', 'Service baseline (1)', 'service-baseline', '2025-01-08');
});

it('it leaves the service baseline once its expenditure, services and one SRO are recorded, and not before', async () => {
  await expectShut(libraries, 'Service baseline (1)', 'Options appraisal (2)', ['GATE-11', 'GATE-12', 'GATE-13']);
  const refused = await libraries.askToMove('options-appraisal', '2025-01-09');
  expect(refused.response.status).toBe(409);
  expect(refused.response.headers.get('content-type')).toContain('application/problem+json');
  expect(refused.error).toMatchObject({ code: 'stage.gate-not-met', detail: (await libraries.gate()).sentence });

  await libraries.changeReview(
    {
      services: ['Libraries', 'Registration'],
      sros: [{ subject: 'anna-green', name: 'Anna Green' }],
      grossExpenditure: { kind: 'amount', pounds: 4_200_000, source: 'Budget book 2025/26' },
      netExpenditure: { kind: 'not-stated' },
    },
    '2025-02-03',
  );
  await expectThrough(libraries, 'Service baseline (1)', 'Options appraisal (2)', 'options-appraisal', '2025-02-04');
});

it('it leaves the options appraisal with a preferred option, the market engaged and an outline case approved', async () => {
  await expectShut(libraries, 'Options appraisal (2)', 'Full business case (3)', [
    'GATE-21',
    'GATE-22',
    'GATE-23',
    'GATE-24',
    'GATE-25',
  ]);
  await answered(
    team.PUT('/programmes/{programmeId}/reviews/{reviewId}/appraisal', {
      params: { path, header: newOn('2025-02-10') },
      body: {
        criteria: [
          { id: 'outcomes', name: 'Outcomes for readers', group: 'desirability', weight: 60 },
          { id: 'cost', name: 'Cost', group: 'viability', weight: 40 },
        ],
      },
    }),
  );
  const options: Readonly<Record<string, Schemas['Option']>> = {
    'as-now': {
      label: 'Go on as now',
      deliveryModel: 'do-nothing',
      disposition: 'not-recommended',
      reason: 'The budget falls',
      scores: [
        { criterion: 'outcomes', score: 4 },
        { criterion: 'cost', score: 3 },
      ],
    },
    trust: {
      label: 'A libraries trust',
      deliveryModel: 'trust',
      disposition: 'preferred',
      scores: [
        { criterion: 'outcomes', score: 8 },
        { criterion: 'cost', score: 6 },
      ],
    },
  };
  for (const [id, body] of Object.entries(options))
    await answered(
      team.PUT('/programmes/{programmeId}/reviews/{reviewId}/options/{entryId}', {
        params: { path: entry(id), header: newOn('2025-02-17') },
        body,
      }),
    );
  const appraisal = await answered(
    team.GET('/programmes/{programmeId}/reviews/{reviewId}/appraisal', { params: { path } }),
  );
  expect(appraisal.computed.first).toEqual(['trust']);

  await answered(
    team.PUT('/programmes/{programmeId}/reviews/{reviewId}/market-engagements/{entryId}', {
      params: { path: entry('supplier-day'), header: newOn('2025-03-03') },
      body: {
        title: 'Supplier day',
        kind: 'supplier-session',
        on: { kind: 'date', date: '2025-02-27' },
        organisations: [{ id: 'reading-room', name: 'The Reading Room', kind: 'vcse' }],
      },
    }),
  );
  await answered(
    team.PUT('/programmes/{programmeId}/reviews/{reviewId}/business-cases/{entryId}', {
      params: { path: entry('outline'), header: newOn('2025-03-10') },
      body: { title: 'Outline case for a trust', type: 'outline', caseVersion: '1', on: '2025-03-10' },
    }),
  );
  await expectShut(libraries, 'Options appraisal (2)', 'Full business case (3)', ['GATE-24', 'GATE-25']);
  await libraries.recordOutcome('outline', { outcome: 'approved', body: 'Transformation Board', on: '2025-03-24' });
  await libraries.changeReview({
    authorisationToProceed: { body: 'Transformation Board', on: { kind: 'date', date: '2025-03-24' } },
  });
  await expectThrough(libraries, 'Options appraisal (2)', 'Full business case (3)', 'full-business-case');
});

it('it leaves the full business case approved with a condition that is tracked, and a plan beside it', async () => {
  await expectShut(libraries, 'Full business case (3)', 'Decision', ['GATE-31', 'GATE-32', 'GATE-33', 'GATE-34']);
  await answered(
    team.PUT('/programmes/{programmeId}/reviews/{reviewId}/business-cases/{entryId}', {
      params: { path: entry('full'), header: newOn('2025-05-12') },
      body: {
        title: 'Full case for a trust',
        type: 'full',
        caseVersion: '1',
        on: '2025-05-12',
        costs: { kind: 'amount', pounds: 150_000 },
        benefits: { kind: 'range', low: 100_000, high: 140_000 },
      },
    }),
  );
  const decided = await libraries.recordOutcome('full', {
    outcome: 'approved-with-conditions',
    body: 'Transformation Board',
    on: '2025-05-19',
    conditions: [{ id: 'pensions', text: 'Agree pensions', owner: 'Head of Finance', dueOn: '2025-06-30' }],
  });
  expect(decided.facts.outcomes.map((one) => [one.number, one.outcome, one.by])).toEqual([
    [1, 'approved-with-conditions', 'anna-green'],
  ]);
  await answered(
    team.PUT('/programmes/{programmeId}/reviews/{reviewId}/milestones/{entryId}', {
      params: { path: entry('go-live'), header: newOn('2025-05-20') },
      body: { title: 'The trust takes over', type: 'delivery', owner: 'Head of Libraries', baseline: '2025-10-01' },
    }),
  );
  await libraries.changeReview({
    equalityImpact: { status: 'complete', on: '2025-05-12' },
    consultation: { status: 'not-required', words: 'Nothing changes for those who use the libraries' },
  });
  const updated = await answered(
    team.POST('/programmes/{programmeId}/reviews/{reviewId}/business-cases/{entryId}/condition-updates', {
      params: await libraries.judging(cases, 'full'),
      body: { condition: 'pensions', status: 'met', on: '2025-06-16' },
    }),
  );
  expect(updated.facts.outcomes[0]?.conditions.map((one) => one.status)).toEqual(['met']);
  await expectThrough(libraries, 'Full business case (3)', 'Decision', 'decision');
});

it('it leaves the decision once a key decision adopts the delivery model', async () => {
  await expectShut(libraries, 'Decision', 'Implementation', ['GATE-41']);
  await answered(
    team.PUT('/programmes/{programmeId}/reviews/{reviewId}/delivery-models/{entryId}', {
      params: { path: entry('trust'), header: newOn('2025-06-18') },
      body: { model: 'trust', fromOptions: ['trust'] },
    }),
  );
  const decision = await answered(
    team.PUT('/programmes/{programmeId}/reviews/{reviewId}/decisions/{entryId}', {
      params: { path: entry('adopt'), header: newOn('2025-07-21') },
      body: {
        title: 'Libraries to a trust',
        body: 'Cabinet',
        kind: 'key-decision',
        status: 'taken',
        takenOn: '2025-07-21',
        reference: '25/00071',
        noticeOn: '2025-06-20',
        deliveryModel: 'trust',
      },
    }),
  );
  expect(decision.computed.earliestMeetingOn).toBe('2025-07-19');
  await expectThrough(libraries, 'Decision', 'Implementation', 'implementation');
});

it('it leaves implementation with every milestone done and the service handed over', async () => {
  await expectShut(libraries, 'Implementation', 'Benefits review', ['GATE-51', 'GATE-52']);
  const params = { path: entry('go-live') };
  const goLive = await team.GET('/programmes/{programmeId}/reviews/{reviewId}/milestones/{entryId}', { params });
  await answered(
    team.PUT('/programmes/{programmeId}/reviews/{reviewId}/milestones/{entryId}', {
      params: {
        ...params,
        header: { 'If-Match': goLive.response.headers.get('etag') ?? 'no ETag', 'Effective-At': '2025-10-01' },
      },
      body: {
        title: 'The trust takes over',
        type: 'delivery',
        owner: 'Head of Libraries',
        baseline: '2025-10-01',
        actual: '2025-10-01',
      },
    }),
  );
  await libraries.changeReview({ handover: { owner: 'Head of Libraries', on: '2025-10-01' } });
  await expectThrough(libraries, 'Implementation', 'Benefits review', 'benefits-review');
});

it('it closes once finance has validated what it saved and its lessons are recorded', async () => {
  await expectShut(libraries, 'Benefits review', 'Closed', ['GATE-61', 'GATE-62']);
  await answered(
    team.PUT('/programmes/{programmeId}/reviews/{reviewId}/savings/{entryId}', {
      params: { path: entry('running-costs'), header: newOn('2026-03-02') },
      body: {
        title: 'Running costs',
        class: 'cash-releasing',
        mechanism: 'transformation',
        recurrence: 'recurring',
        firmness: 'agreed',
        years: [{ year: '2025/26', plan: 120_000, forecast: 118_000, claimedActual: 118_000 }],
      },
    }),
  );
  const validated = await answered(
    finance.POST('/programmes/{programmeId}/reviews/{reviewId}/savings/{entryId}/validations', {
      params: await libraries.judging(savings, 'running-costs'),
      body: { year: '2025/26', pounds: 115_000, on: '2026-03-16' },
    }),
  );
  expect(validated.computed.years[0]).toMatchObject({ claimedPounds: 118_000, validatedPounds: 115_000 });
  await libraries.changeReview({ lessons: [{ learned: 'Begin the transfer of contracts earlier' }] });
  await expectThrough(libraries, 'Benefits review', 'Closed', 'closed');
});

it('the closed review has come through seven gates in order, none of them by a waiver', async () => {
  const closed = await libraries.review();
  expect(closed.facts.moves.map((one) => one.to)).toEqual([
    'service-baseline',
    'options-appraisal',
    'full-business-case',
    'decision',
    'implementation',
    'benefits-review',
    'closed',
  ]);
  expect(closed.facts.moves.flatMap((one) => one.waived)).toEqual([]);
  expect(closed.facts.waivers).toEqual([]);
  expect(await libraries.gate()).toMatchObject({
    next: null,
    open: false,
    sentence: expect.stringContaining('the last stage'),
  });
});

it('asked as at an earlier day, it stands where it stood then', async () => {
  const then = await team.GET('/programmes/{programmeId}/reviews/{reviewId}', {
    params: { path, query: { asAt: '2025-03-10' } },
  });
  expect(then.data?.facts.stage).toBe('options-appraisal');
  expect(then.response.headers.get('etag')).toBeNull();
});
