import type { Chance } from './chance.ts';
import { stagesOf } from './gate-of-the-model.ts';
import type { EntryKind, Json } from './world.ts';

/* Records by chance, every default spelled out, so that what is answered is what was sent. */

export const months = ['2026-01', '2026-02', '2026-03', '2026-04', '2026-05', '2026-06'] as const;
const twoDigits = (number: number): string => String(number).padStart(2, '0');
export const aDay = (chance: Chance): string =>
  chance.in(0.1)
    ? `2025-12-${twoDigits(1 + chance.below(31))}`
    : `${chance.pick(months)}-${twoDigits(1 + chance.below(28))}`;

const matrix = {
  likelihoodWords: ['Very unlikely', 'Unlikely', 'Possible', 'Likely', 'Very likely'],
  impactWords: ['Minor', 'Moderate', 'Significant', 'Serious', 'Major'],
  lowUpTo: 6,
  mediumUpTo: 15,
  nextReviewMonths: { low: 3, medium: 2, high: 1 },
};
const ownStages = ['begun', 'thought', 'done', 'over'].map((id) => ({ id, name: id }));

export const aProgramme = (chance: Chance, before?: Json): Json => ({
  name: chance.pick(['Tomorrow', 'The Day after', 'Next Year']),
  council: 'Testshire Council',
  services: [],
  boards: [],
  directorates: [],
  portfolios: chance.in(0.9) ? [{ id: 'customer', name: 'Customer' }] : [],
  themes: [],
  stageModel:
    before !== undefined && chance.in(0.9)
      ? before.stageModel
      : chance.weighted<Json>([
          [4, { kind: 'service-review' }],
          [2, { kind: 'commissioning-cycle' }],
          [2, { kind: 'own', stages: ownStages }],
        ]),
  riskMatrix: chance.in(0.8) ? matrix : { ...matrix, lowUpTo: 4, mediumUpTo: 10 },
  ratingScheme: 'three-point',
  deliveryModels: ['do-nothing', 'outsource', 'trust'],
  reporting: {
    firstMonth: before === undefined || chance.in(0.9) ? '2026-01' : '2026-02',
    ...chance.maybe(0.15, () => ({ lastMonth: chance.pick(['2026-02', '2026-04', '2026-06']) })),
    reportDay: chance.pick([5, 6, 20]),
    returnsDueDay: chance.pick([1, 5]),
  },
  keyDecisionThreshold: 1_000_000,
  decisionRoute: [],
  fictional: true,
  boardReadsExempt: false,
  ...chance.maybe(before === undefined ? 0 : 0.12, () => ({ closeDown })),
});
export const closeDown = { on: '2026-07-01', achieved: 'Much', notAchieved: 'Some', lessons: 'Many', carriesOn: [] };

const sam = { subject: 'sam-sro', name: 'Sam Sro' };
const olga = { subject: 'olga-other', name: 'Olga Other' };
const assessed = (chance: Chance): Json => ({
  status: chance.pick(['not-stated', 'not-started', 'complete', 'screened']),
});

export const aReview = (chance: Chance, programme: Json, before?: Json): Json => {
  const stages = stagesOf(programme ?? { stageModel: { kind: 'service-review' } });
  const lifecycle = chance.weighted([
    [6, 'active'],
    [2, 'potential'],
    [2, 'paused'],
    [1, 'stopped'],
    [1, 'completed'],
    [1, 'transferred'],
  ]);
  const openedAt =
    before === undefined || chance.in(0.05)
      ? chance.maybe(0.5, () => ({
          openedAt: { stage: chance.in(0.05) ? 'nowhere' : chance.pick(stages), source: 'A paper' },
        }))
      : before.openedAt === undefined
        ? {}
        : { openedAt: before.openedAt };
  return {
    title: chance.pick(['Property', 'Libraries', 'Parking']),
    kind: 'service-review',
    services: chance.in(0.8) ? ['Property'] : [],
    ...chance.maybe(0.6, () => ({ portfolio: chance.in(0.95) ? 'customer' : 'nowhere' })),
    tier: chance.pick(['1', '2', '3', 'to-be-confirmed']),
    lifecycle,
    ...(['paused', 'stopped', 'transferred'].includes(lifecycle) ? { lifecycleReason: 'Told so' } : {}),
    sros: chance.weighted([
      [8, [sam]],
      [1, []],
      [1, [sam, olga]],
      [1, [olga]],
    ]),
    ...chance.maybe(0.8, () => ({ grossExpenditure: { kind: 'amount', pounds: 12_000_000 } })),
    ...chance.maybe(0.8, () => ({ netExpenditure: { kind: 'not-stated' } })),
    endDate: { kind: 'not-stated' },
    ...chance.maybe(0.7, () => ({ outcomesSought: 'Better services' })),
    waitsFor: chance.in(0.85)
      ? []
      : [
          {
            id: 'stock',
            on: 'outside-body',
            what: 'Which buildings stay',
            status: chance.pick(['open', 'met']),
            ...chance.maybe(0.7, () => ({ holdsStage: chance.in(0.05) ? 'nowhere' : chance.pick(stages) })),
          },
        ],
    ...chance.maybe(0.7, () => ({ authorisationToProceed: { body: 'Cabinet', on: { kind: 'not-stated' } } })),
    equalityImpact: assessed(chance),
    consultation: assessed(chance),
    ...chance.maybe(0.7, () => ({
      costAndBenefit: { cost: { kind: 'amount', pounds: 5 }, benefit: { kind: 'non-financial', words: 'Calm' } },
    })),
    ...chance.maybe(0.7, () => ({ handover: { owner: 'Estates', on: '2026-05-01' } })),
    lessons: chance.in(0.7) ? [{ learned: 'Begin early' }] : [],
    unrealisedBenefits: chance.in(0.7) ? [] : [{ what: 'Space', ...chance.maybe(0.5, () => ({ owner: 'Estates' })) }],
    keyDates: [],
    ...openedAt,
  };
};

const score = (chance: Chance): Json => ({ likelihood: 1 + chance.below(5), impact: 1 + chance.below(5) });
const pounds = (chance: Chance): number => chance.below(9) * 50_000;
const unknown = { kind: 'to-be-confirmed', reason: 'Not yet known' };

const makers: Record<EntryKind, (chance: Chance, before?: Json) => Json> = {
  risk: (chance) => {
    const status = chance.weighted([
      [6, 'open'],
      [2, 'closed'],
      [1, 'happened'],
    ]);
    return {
      title: chance.pick(['Late', 'Dear', 'Refused']),
      cause: 'The lease runs on',
      event: 'It is not given up',
      consequence: 'The saving slips',
      category: 'Financial',
      inherent: score(chance),
      current: score(chance),
      target: score(chance),
      treatment: 'treat',
      controls: [],
      actions: [],
      status,
      ...(status === 'happened' ? { issue: chance.pick(['one', 'two']) } : {}),
    };
  },
  saving: (chance) => ({
    title: 'Fewer buildings',
    class: chance.pick(['cash-releasing', 'cash-releasing', 'income', 'cost-avoidance']),
    mechanism: chance.pick(['transformation', 'efficiency']),
    recurrence: chance.pick(['recurring', 'one-off']),
    firmness: chance.pick(['indicative', 'business-case', 'agreed']),
    ...chance.maybe(0.15, () => ({ milestone: chance.pick(['one', 'two']) })),
    years: chance
      .pick<readonly string[]>([['2025/26'], ['2026/27'], ['2025/26', '2026/27'], ['2026/27', '2027/28']])
      .map((year) => {
        const plan = pounds(chance);
        const exact = chance.in(0.85);
        return {
          year,
          plan: exact ? plan : unknown,
          ...chance.maybe(0.5, () => ({ forecast: chance.in(0.8) ? pounds(chance) : unknown })),
          ...chance.maybe(0.4, () => ({ claimedActual: pounds(chance) - 100_000 })),
          ...chance.maybe(exact ? 0.5 : 0.05, () => ({
            states: { delivered: plan / 2, onTrack: 0, atRisk: chance.in(0.9) ? plan / 2 : plan, unachievable: 0 },
          })),
          ...chance.maybe(0.6, () => ({ alreadyInMtfp: chance.in(0.9) ? pounds(chance) : unknown })),
        };
      }),
  }),
  milestone: (chance, before) => {
    const baseline = before !== undefined && chance.in(0.6) ? before.baseline : aDay(chance);
    return {
      title: chance.pick(['Leave the hall', 'Sign']),
      type: 'delivery',
      baseline,
      ...chance.maybe(0.4, () => ({ forecast: aDay(chance) })),
      ...chance.maybe(0.3, () => ({ actual: aDay(chance) })),
      missed: chance.in(0.1),
      ...chance.maybe(0.2, () => ({ movedTo: { owner: 'Estates', on: '2026-05-01' } })),
      ...chance.maybe(0.8, () => ({ delayReason: 'The lease' })),
      ...chance.maybe(0.5, () => ({ agreedChange: { by: 'Board', on: aDay(chance), reason: 'Agreed' } })),
    };
  },
  issue: (chance) => {
    const closed = chance.in(0.3);
    return {
      title: chance.pick(['Survey missing', 'Roof']),
      severity: chance.pick(['low', 'medium', 'high']),
      raisedOn: aDay(chance),
      ...chance.maybe(0.25, () => ({ risk: chance.pick(['one', 'two']) })),
      status: closed ? 'closed' : 'open',
      ...(closed ? { closedOn: '2026-06-01' } : {}),
    };
  },
  option: (chance) => ({
    label: chance.pick(['As it is', 'A trust']),
    deliveryModel: chance.pick(['do-nothing', 'outsource', 'trust']),
    disposition: chance.pick(['preferred', 'preferred', 'short-listed', 'not-recommended']),
    scores: [],
    tests: [],
  }),
  return: (chance) =>
    chance.in(0.5)
      ? { nothingChanged: true }
      : { nothingChanged: false, narrative: chance.pick(['The lease ended', 'A sale began']) },
  'business-case': (chance) => ({
    title: chance.pick(['The case', 'Another case']),
    type: chance.pick(['outline', 'full', 'single-justification', 'strategic-outline']),
    caseVersion: chance.pick(['1.0', '2.0']),
    on: '2026-01-15',
    costs: { kind: 'not-stated' },
    benefits: { kind: 'not-stated' },
  }),
  'market-engagement': (chance) => ({
    title: chance.pick(['Supplier day', 'A visit']),
    kind: 'supplier-session',
    on: { kind: 'not-stated' },
    organisations: [],
  }),
};
export const anEntry = (chance: Chance, kind: EntryKind, before?: Json): Json => makers[kind](chance, before);
