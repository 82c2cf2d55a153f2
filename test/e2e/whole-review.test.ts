import { afterAll, beforeAll, expect, it } from 'vitest';
import type { components } from '../support/generated/tracker-api.d.ts';
import { actOn, answered, type Client, startTracker } from '../support/running-tracker.ts';

/*
 * A client made from the published document, and nothing else, takes one review from identified to closed.
 * The tests follow one another: each begins at the stage where the one before ended.
 */

type Schemas = components['schemas'];

const programmePath = { programmeId: 'better-services' };
const path = { ...programmePath, reviewId: 'libraries' };
const entry = (entryId: string) => ({ ...path, entryId });
const newOn = (day: string) => ({ 'If-None-Match': '*', 'Effective-At': day }) as const;

const programme: Schemas['Programme'] = {
  name: 'Better Services',
  council: 'Exampleshire County Council',
  fictional: true,
  reporting: { firstMonth: '2025-01' },
};

let tracker: Awaited<ReturnType<typeof startTracker>>;
let office: Client;
let team: Client;
let sro: Client;
let finance: Client;

beforeAll(async () => {
  tracker = await startTracker();
  [office, team, sro, finance] = await Promise.all([
    tracker.signIn('programme-office', 'Olu Adeyemi'),
    tracker.signIn('transformation-team', 'Tess Marsh'),
    tracker.signIn('sro', 'Anna Green'),
    tracker.signIn('finance', 'Farid Khan'),
  ]);
}, 120_000);
afterAll(() => tracker?.stop());

const review = () => answered(team.GET('/programmes/{programmeId}/reviews/{reviewId}', { params: { path } }));
const reviewVersion = async (): Promise<string> => {
  const { response } = await team.GET('/programmes/{programmeId}/reviews/{reviewId}', { params: { path } });
  return response.headers.get('etag') ?? 'no ETag';
};
const gate = () => answered(team.GET('/programmes/{programmeId}/reviews/{reviewId}/gate', { params: { path } }));

/** Changes some of the record of the review and leaves the rest as it was last put. */
let put: Schemas['Review'] = { title: 'Libraries' };
const changeReview = async (changes: Partial<Schemas['Review']>, day: string) => {
  put = { ...put, ...changes };
  return answered(
    team.PUT('/programmes/{programmeId}/reviews/{reviewId}', {
      params: { path, header: { 'If-Match': await reviewVersion(), 'Effective-At': day } },
      body: put,
    }),
  );
};
const askToMove = async (to: string, day: string) =>
  team.POST('/programmes/{programmeId}/reviews/{reviewId}/stage-moves', {
    params: { path, header: { 'If-Match': await reviewVersion(), ...actOn(day) } },
    body: { to },
  });
const recordOutcome = async (businessCase: string, body: Schemas['RecordOutcome'], day: string) =>
  answered(
    sro.POST('/programmes/{programmeId}/reviews/{reviewId}/business-cases/{entryId}/outcomes', {
      params: { path: entry(businessCase), header: { 'If-Match': await reviewVersion(), ...actOn(day) } },
      body,
    }),
  );

/** The gate ahead is shut: it says so in a sentence, and these criteria stand in the way. */
const expectShut = async (from: string, to: string, criteria: readonly string[]): Promise<void> => {
  const ahead = await gate();
  expect(ahead.open).toBe(false);
  expect(ahead.sentence).toContain(`The review may not move from "${from}" to "${to}" yet`);
  expect(ahead.criteria.filter((one) => one.state !== 'met').map((one) => one.id)).toEqual(criteria);
  for (const one of ahead.criteria.filter(({ state }) => state !== 'met')) {
    expect(one.state).toBe('not-met');
    expect(ahead.sentence).toContain(one.because);
  }
};

/** The gate ahead is open by criteria that are all met, none of them waived, and the review goes through it. */
const expectThrough = async (from: string, to: string, id: string, day: string): Promise<void> => {
  const ahead = await gate();
  expect(ahead.sentence).toBe(`The review may move from "${from}" to "${to}".`);
  expect(ahead).toMatchObject({ open: true, next: id, nextName: to });
  expect(ahead.criteria.filter((one) => one.state !== 'met')).toEqual([]);
  const moved = await answered(askToMove(id, day));
  expect(moved.facts.stage).toBe(id);
  expect(moved.computed.stageName).toBe(to);
  expect(moved.facts.moves.at(-1)).toMatchObject({ to: id, direction: 'forward', by: 'tess-marsh', waived: [] });
  expect(moved.facts.waivers).toEqual([]);
};

it('the programme office sets a programme up and the team opens a review, identified', async () => {
  const settings = await office.PUT('/programmes/{programmeId}', {
    params: { path: programmePath, header: newOn('2025-01-06') },
    body: programme,
  });
  expect(settings.response.status).toBe(201);

  put = { title: 'Libraries', tier: '2', lifecycle: 'active' };
  const opened = await team.PUT('/programmes/{programmeId}/reviews/{reviewId}', {
    params: { path, header: newOn('2025-01-07') },
    body: put,
  });
  expect(opened.response.status).toBe(201);
  expect(opened.response.headers.get('etag')).toBe('"1"');
  expect(opened.data?.facts.stage).toBe('identified');
  await expectThrough('Identified', 'Service baseline (1)', 'service-baseline', '2025-01-08');
});

it('it leaves the service baseline once its expenditure, services and one SRO are recorded, and not before', async () => {
  await expectShut('Service baseline (1)', 'Options appraisal (2)', ['GATE-11', 'GATE-12', 'GATE-13']);
  const refused = await askToMove('options-appraisal', '2025-01-09');
  expect(refused.response.status).toBe(409);
  expect(refused.response.headers.get('content-type')).toContain('application/problem+json');
  expect(refused.error).toMatchObject({ code: 'stage.gate-not-met', detail: (await gate()).sentence });

  await changeReview(
    {
      services: ['Libraries', 'Registration'],
      sros: [{ subject: 'anna-green', name: 'Anna Green' }],
      grossExpenditure: { kind: 'amount', pounds: 4_200_000, source: 'Budget book 2025/26' },
      netExpenditure: { kind: 'not-stated' },
    },
    '2025-02-03',
  );
  await expectThrough('Service baseline (1)', 'Options appraisal (2)', 'options-appraisal', '2025-02-04');
});

it('it leaves the options appraisal with a preferred option, the market engaged and an outline case approved', async () => {
  await expectShut('Options appraisal (2)', 'Full business case (3)', [
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
  await expectShut('Options appraisal (2)', 'Full business case (3)', ['GATE-24', 'GATE-25']);
  await recordOutcome('outline', { outcome: 'approved', body: 'Transformation Board', on: '2025-03-24' }, '2025-03-24');
  await changeReview(
    { authorisationToProceed: { body: 'Transformation Board', on: { kind: 'date', date: '2025-03-24' } } },
    '2025-03-25',
  );
  await expectThrough('Options appraisal (2)', 'Full business case (3)', 'full-business-case', '2025-03-26');
});

it('it leaves the full business case approved with a condition that is tracked, and a plan beside it', async () => {
  await expectShut('Full business case (3)', 'Decision', ['GATE-31', 'GATE-32', 'GATE-33', 'GATE-34']);
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
  const decided = await recordOutcome(
    'full',
    {
      outcome: 'approved-with-conditions',
      body: 'Transformation Board',
      on: '2025-05-19',
      conditions: [{ id: 'pensions', text: 'Agree pensions', owner: 'Head of Finance', dueOn: '2025-06-30' }],
    },
    '2025-05-19',
  );
  expect(decided.facts.outcomes.map((one) => [one.number, one.outcome, one.by])).toEqual([
    [1, 'approved-with-conditions', 'anna-green'],
  ]);
  await answered(
    team.PUT('/programmes/{programmeId}/reviews/{reviewId}/milestones/{entryId}', {
      params: { path: entry('go-live'), header: newOn('2025-05-20') },
      body: { title: 'The trust takes over', type: 'delivery', owner: 'Head of Libraries', baseline: '2025-10-01' },
    }),
  );
  await changeReview(
    {
      equalityImpact: { status: 'complete', on: '2025-05-12' },
      consultation: { status: 'not-required', words: 'Nothing changes for those who use the libraries' },
    },
    '2025-05-21',
  );
  const updated = await answered(
    team.POST('/programmes/{programmeId}/reviews/{reviewId}/business-cases/{entryId}/condition-updates', {
      params: { path: entry('full'), header: actOn('2025-06-16') },
      body: { condition: 'pensions', status: 'met', on: '2025-06-16' },
    }),
  );
  expect(updated.facts.outcomes[0]?.conditions.map((one) => one.status)).toEqual(['met']);
  await expectThrough('Full business case (3)', 'Decision', 'decision', '2025-06-17');
});

it('it leaves the decision once a key decision adopts the delivery model', async () => {
  await expectShut('Decision', 'Implementation', ['GATE-41']);
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
  await expectThrough('Decision', 'Implementation', 'implementation', '2025-07-22');
});

it('it leaves implementation with every milestone done and the service handed over', async () => {
  await expectShut('Implementation', 'Benefits review', ['GATE-51', 'GATE-52']);
  const goLive = await team.GET('/programmes/{programmeId}/reviews/{reviewId}/milestones/{entryId}', {
    params: { path: entry('go-live') },
  });
  await answered(
    team.PUT('/programmes/{programmeId}/reviews/{reviewId}/milestones/{entryId}', {
      params: {
        path: entry('go-live'),
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
  await changeReview({ handover: { owner: 'Head of Libraries', on: '2025-10-01' } }, '2025-10-02');
  await expectThrough('Implementation', 'Benefits review', 'benefits-review', '2025-10-03');
});

it('it closes once finance has validated what it saved and its lessons are recorded', async () => {
  await expectShut('Benefits review', 'Closed', ['GATE-61', 'GATE-62']);
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
      params: { path: entry('running-costs'), header: actOn('2026-03-16') },
      body: { year: '2025/26', pounds: 115_000, on: '2026-03-16' },
    }),
  );
  expect(validated.computed.years[0]).toMatchObject({ claimedPounds: 118_000, validatedPounds: 115_000 });
  await changeReview({ lessons: [{ learned: 'Begin the transfer of contracts earlier' }] }, '2026-03-17');
  await expectThrough('Benefits review', 'Closed', 'closed', '2026-03-18');
});

it('the closed review has come through seven gates in order, none of them by a waiver', async () => {
  const closed = await review();
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
  expect(await gate()).toMatchObject({ next: null, open: false, sentence: expect.stringContaining('the last stage') });
});

it('asked as at an earlier day, it stands where it stood then', async () => {
  const then = await team.GET('/programmes/{programmeId}/reviews/{reviewId}', {
    params: { path, query: { asAt: '2025-05-31' } },
  });
  expect(then.data?.facts.stage).toBe('full-business-case');
  expect(then.response.headers.get('etag')).toBeNull();
});
