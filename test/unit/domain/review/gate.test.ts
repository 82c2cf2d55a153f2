import { describe, expect, it } from 'vitest';
import { type GateContext, gateOf, gateRules } from '#domain/review/gate.ts';
import { Gate } from '#schemas/review.ts';
import { stagesOf } from '#schemas/stages.ts';
import {
  adoption,
  entriesWith,
  full,
  goLive,
  outline,
  perfectEntries,
  recordRef,
  reviewAt,
  told,
} from '../perfect-review.ts';

const stateOf = (context: GateContext, id: string) => gateOf(context).criteria.find((one) => one.id === id);

const everyStage = (['service-review', 'commissioning-cycle'] as const).flatMap((model) =>
  stagesOf({ kind: model })
    .slice(0, -1)
    .map((step) => [model, step.id] as const),
);

describe('A review that has everything', () => {
  it.each(everyStage)('passes every gate: %s, %s', (model, stage) => {
    const gate = Gate.parse(gateOf(reviewAt(stage, { model })));
    expect(gate.criteria.map((one) => one.state)).toEqual(gate.criteria.map(() => 'met'));
    expect(gate.open).toBe(true);
    expect(gate.sentence).toMatch(/^The review may move from /);
  });
});

const without = (change: object) => ({ record: change });
const entry = (...given: Parameters<typeof entriesWith>) => ({ entries: entriesWith(...given) });
const outcome = (name: string) => ({
  outcomes: [
    {
      number: 1,
      outcome: name,
      body: 'Cabinet',
      on: '2014-03-13',
      by: 'ann-lee',
      at: told,
      ofVersion: 3,
      conditions: [],
    },
  ],
});
const waiting = {
  waitsFor: [{ id: 'strategy', on: 'document', what: 'the Accommodation Strategy', holdsStage: 'identified' }],
};
const unrealised = { unrealisedBenefits: [{ what: 'Rents above the market' }] };

const oneThingBroken = [
  ['GATE-01', 'it waits for a document that holds its stage', 'identified', without(waiting)],
  ['GATE-11', 'its net expenditure is not recorded', 'service-baseline', without({ netExpenditure: undefined })],
  ['GATE-11', 'its gross expenditure is not recorded', 'service-baseline', without({ grossExpenditure: undefined })],
  ['GATE-12', 'no service is in scope', 'service-baseline', without({ services: [] })],
  ['GATE-13', 'it has no SRO', 'service-baseline', without({ sros: [] })],
  [
    'GATE-13',
    'it has two SROs',
    'service-baseline',
    without({ sros: ['ann-lee', 'bob-cox'].map((subject) => ({ subject, name: subject })) }),
  ],
  ['GATE-21', 'it has one option only', 'options-appraisal', entry('option', 'as-is', null)],
  [
    'GATE-21',
    'to do nothing, which is preferred, is the only option',
    'options-appraisal',
    {
      entries: [
        ...perfectEntries.filter((one) => one.kind !== 'option'),
        recordRef('option', 'as-is', { label: 'Do nothing', deliveryModel: 'do-nothing', disposition: 'preferred' }),
      ],
    },
  ],
  [
    'GATE-21',
    'no option is to do nothing',
    'options-appraisal',
    entry('option', 'as-is', recordRef('option', 'as-is', { label: 'Share it', deliveryModel: 'shared-service' })),
  ],
  [
    'GATE-22',
    'no option is preferred',
    'options-appraisal',
    entry('option', 'company', recordRef('option', 'company', { label: 'Company', deliveryModel: 'trust' })),
  ],
  ['GATE-23', 'the market is not engaged', 'options-appraisal', entry('market-engagement', 'soft-market-test', null)],
  ['GATE-24', 'there is no outline case', 'options-appraisal', entry('business-case', 'outline', null)],
  [
    'GATE-24',
    'the outline case has no outcome',
    'options-appraisal',
    entry('business-case', 'outline', recordRef('business-case', 'outline', outline, { outcomes: [] })),
  ],
  ...['returned', 'rejected', 'deferred', 'withdrawn'].map(
    (name) =>
      [
        'GATE-24',
        `the outline case is ${name}`,
        'options-appraisal',
        entry('business-case', 'outline', recordRef('business-case', 'outline', outline, outcome(name))),
      ] as const,
  ),
  ['GATE-25', 'nobody authorised it', 'options-appraisal', without({ authorisationToProceed: undefined })],
  ['GATE-31', 'there is no full case', 'full-business-case', entry('business-case', 'full', null)],
  [
    'GATE-31',
    'the full case is rejected',
    'full-business-case',
    entry('business-case', 'full', recordRef('business-case', 'full', full, outcome('rejected'))),
  ],
  ['GATE-32', 'there is no plan', 'full-business-case', entry('milestone', 'go-live', null)],
  [
    'GATE-33',
    'nothing is said of equality impact',
    'full-business-case',
    without({ equalityImpact: { status: 'not-stated' } }),
  ],
  [
    'GATE-34',
    'nothing is said of consultation',
    'full-business-case',
    without({ consultation: { status: 'not-stated' } }),
  ],
  ['GATE-41', 'no delivery model is recorded', 'decision', entry('delivery-model', 'company', null)],
  [
    'GATE-41',
    'the decision is still due',
    'decision',
    entry(
      'decision',
      'adopt',
      recordRef('decision', 'adopt', { title: 'Adopt', body: 'Cabinet', kind: 'key-decision' }),
    ),
  ],
  ...['officer-decision', 'endorsement', 'other'].map(
    (kind) =>
      [
        'GATE-41',
        `the decision is of the kind ${kind}`,
        'decision',
        entry('decision', 'adopt', recordRef('decision', 'adopt', { ...adoption, kind })),
      ] as const,
  ),
  ['GATE-51', 'no milestone is recorded', 'implementation', entry('milestone', 'go-live', null)],
  [
    'GATE-51',
    'a milestone is neither done nor moved',
    'implementation',
    entry(
      'milestone',
      'go-live',
      recordRef(
        'milestone',
        'go-live',
        { ...goLive, actual: undefined },
        { originalBaseline: '2014-03-31', rebaselines: 0 },
      ),
    ),
  ],
  ['GATE-52', 'it is not handed over', 'implementation', without({ handover: undefined })],
  ['GATE-61', 'there is no savings line', 'benefits-review', entry('saving', 'buildings', null)],
  [
    'GATE-61',
    'its actuals are claimed but not validated',
    'benefits-review',
    {
      entries: perfectEntries.map((one) =>
        one.kind === 'saving'
          ? { ...one, state: { ...one.state, facts: { ...one.state.facts, validations: [] } } }
          : one,
      ),
    },
  ],
  ['GATE-62', 'no lesson is recorded', 'benefits-review', without({ lessons: [] })],
  ['GATE-63', 'an unrealised benefit has no owner', 'benefits-review', without(unrealised)],
  ['GATE-71', 'no outcomes are sought', 'analyse', without({ outcomesSought: undefined })],
  ['GATE-72', 'it has no SRO', 'analyse', without({ sros: [] })],
  ['GATE-73', 'no case is approved', 'plan', { entries: perfectEntries.filter((one) => one.kind !== 'business-case') }],
  ['GATE-74', 'nothing is said of cost and benefit', 'plan', without({ costAndBenefit: undefined })],
  [
    'GATE-74',
    'its benefit is not stated',
    'plan',
    without({ costAndBenefit: { cost: { kind: 'amount', pounds: 1 }, benefit: { kind: 'not-stated' } } }),
  ],
  ['GATE-75', 'no milestone is recorded', 'do', entry('milestone', 'go-live', null)],
  ['GATE-76', 'there is no savings line', 'review', entry('saving', 'buildings', null)],
  ['GATE-77', 'no lesson is recorded', 'review', without({ lessons: [] })],
] as const;

const modelOf = (stage: string) =>
  stagesOf({ kind: 'commissioning-cycle' }).some((step) => step.id === stage)
    ? 'commissioning-cycle'
    : 'service-review';

describe('A review that lacks one thing', () => {
  it.each(oneThingBroken)('%s alone is not met where %s (%s)', (id, _what, stage, given) => {
    const gate = Gate.parse(gateOf(reviewAt(stage, { model: modelOf(stage), ...given })));
    expect(gate.criteria.filter((one) => one.state !== 'met').map((one) => [one.id, one.state])).toEqual([
      [id, 'not-met'],
    ]);
    expect(gate.open).toBe(false);
    expect(gate.sentence).toContain(gate.criteria.find((one) => one.id === id)?.because);
  });

  it('is told of every rule by a case above', () => {
    expect([...new Set(oneThingBroken.map(([id]) => id))]).toEqual(gateRules.map((rule) => rule.id));
  });
});

describe('The rules of the gates', () => {
  it('have ids of their own and a sentence', () => {
    expect(new Set(gateRules.map((rule) => rule.id)).size).toBe(gateRules.length);
    for (const rule of gateRules) expect(rule.sentence).toMatch(/^[A-Z].*\.$/);
  });

  it('belong to stages that their model has', () => {
    for (const { stageModel, stage } of gateRules)
      if (stageModel === 'service-review' || stageModel === 'commissioning-cycle')
        expect(stagesOf({ kind: stageModel }).map((step) => step.id)).toContain(stage);
    expect(gateRules.filter((rule) => rule.stageModel === 'any').map((rule) => rule.id)).toEqual(['GATE-01']);
  });

  it.each([
    ['GATE-23', 'a decision not to engage is recorded with its reason', 'options-appraisal', 'decision-not-to-engage'],
    ['GATE-23', 'the market was sounded out', 'options-appraisal', 'supplier-session'],
  ])('%s is met where %s', (id, _what, stage, kind) => {
    const engagement = recordRef('market-engagement', 'soft-market-test', {
      title: 'Soft',
      kind,
      reason: 'A statutory service',
    });
    const context = reviewAt(stage, { entries: entriesWith('market-engagement', 'soft-market-test', engagement) });
    expect(stateOf(context, id)?.state).toBe('met');
  });

  it('GATE-23 counts engagement of the whole programme, and says so', () => {
    const context = reviewAt('options-appraisal', {
      entries: entriesWith('market-engagement', 'soft-market-test', null),
      programmeWide: [recordRef('market-engagement', 'pin', { title: 'PIN', kind: 'prior-information-notice' })],
    });
    expect(stateOf(context, 'GATE-23')).toMatchObject({
      state: 'met',
      because: '1 market engagement recorded for the whole programme, none for this review alone.',
    });
  });

  it('GATE-31 allows conditions, and says how many are open', () => {
    const condition = {
      id: 'lease',
      text: 'Agree the lease',
      owner: 'Head of Property',
      dueOn: '2014-06-01',
      status: 'open',
    };
    const facts = { outcomes: [{ ...outcome('approved-with-conditions').outcomes[0], conditions: [condition] }] };
    const context = reviewAt('full-business-case', {
      entries: entriesWith('business-case', 'full', recordRef('business-case', 'full', full, facts)),
    });
    expect(stateOf(context, 'GATE-31')).toMatchObject({
      state: 'met',
      because: '"Full case for property" was approved with conditions (1 open) by Cabinet on 13 March 2014.',
    });
  });

  it('GATE-31 goes by the latest outcome of a case', () => {
    const outcomes = [
      outcome('approved').outcomes[0],
      { ...outcome('withdrawn').outcomes[0], number: 2, supersedes: 1 },
    ];
    const context = reviewAt('full-business-case', {
      entries: entriesWith('business-case', 'full', recordRef('business-case', 'full', full, { outcomes })),
    });
    expect(stateOf(context, 'GATE-31')?.state).toBe('not-met');
  });

  it.each([
    ['GATE-24', 'options-appraisal', 'outline'],
    ['GATE-31', 'full-business-case', 'full'],
  ])('%s is met by a single justification', (id, stage, replaced) => {
    const single = recordRef('business-case', replaced, { ...full, type: 'single-justification' }, outcome('approved'));
    expect(stateOf(reviewAt(stage, { entries: entriesWith('business-case', replaced, single) }), id)?.state).toBe(
      'met',
    );
  });

  it('GATE-41 is met by consideration of the Cabinet Committee, and by a decision that names the model', () => {
    const { decision: _none, ...unlinked } = { model: 'trust', fromOptions: ['company'], decision: 'adopt' };
    const entries = perfectEntries.map((one) => {
      if (one.kind === 'delivery-model') return recordRef('delivery-model', 'company', unlinked);
      if (one.kind !== 'decision') return one;
      const decision = { ...adoption, kind: 'cabinet-committee-consideration', deliveryModel: 'company' };
      return recordRef('decision', 'adopt', decision);
    });
    expect(stateOf(reviewAt('decision', { entries }), 'GATE-41')?.state).toBe('met');
  });

  it('GATE-51 lets a milestone move to a named owner', () => {
    const { actual: _none, ...open } = goLive;
    const moved = { ...open, movedTo: { owner: 'Head of Property', on: '2014-03-31' } };
    const milestone = recordRef('milestone', 'go-live', moved, { originalBaseline: '2014-03-31', rebaselines: 0 });
    const context = reviewAt('implementation', { entries: entriesWith('milestone', 'go-live', milestone) });
    expect(stateOf(context, 'GATE-51')?.state).toBe('met');
  });

  it('GATE-63 is met where no benefit is unrealised', () => {
    expect(stateOf(reviewAt('benefits-review', { record: { unrealisedBenefits: [] } }), 'GATE-63')?.state).toBe('met');
  });

  it.each(['met', 'no-longer-needed'])('GATE-01 lets a review go where what it waited for is %s', (status) => {
    const record = { waitsFor: waiting.waitsFor.map((wait) => ({ ...wait, status })) };
    expect(stateOf(reviewAt('identified', { record }), 'GATE-01')?.state).toBe('met');
  });

  it('GATE-01 holds the stage it names and no other', () => {
    expect(stateOf(reviewAt('service-baseline', { record: waiting }), 'GATE-01')?.state).toBe('met');
  });

  it('what is struck out is no evidence', () => {
    const struckOut = recordRef(
      'market-engagement',
      'soft-market-test',
      { title: 'Soft', kind: 'soft-market-test' },
      {},
      true,
    );
    const context = reviewAt('options-appraisal', {
      entries: entriesWith('market-engagement', 'soft-market-test', struckOut),
    });
    expect(stateOf(context, 'GATE-23')?.state).toBe('not-met');
  });
});

describe('A review taken over under way', () => {
  const openedAt = (stage: string) => ({ openedAt: { stage, source: 'The outturn report' }, services: [] });

  it('shows what is not evidenced at the stage it was opened at as "not evidenced", which still stands in the way', () => {
    const gate = gateOf(reviewAt('service-baseline', { record: openedAt('service-baseline') }));
    expect(gate.criteria.find((one) => one.id === 'GATE-12')?.state).toBe('not-evidenced');
    expect(gate.open).toBe(false);
  });

  it('shows a stage before that, to which it went back, as not evidenced as well', () => {
    const context = reviewAt('service-baseline', { record: openedAt('options-appraisal') });
    expect(stateOf(context, 'GATE-12')?.state).toBe('not-evidenced');
  });

  it('shows a later stage as not met', () => {
    const context = reviewAt('service-baseline', { record: openedAt('identified') });
    expect(stateOf(context, 'GATE-12')?.state).toBe('not-met');
  });

  it('shows what its own record says against it as not met', () => {
    const record = {
      openedAt: { stage: 'service-baseline', source: 'The outturn report' },
      sros: ['ann-lee', 'bob-cox'].map((subject) => ({ subject, name: subject })),
    };
    expect(stateOf(reviewAt('service-baseline', { record }), 'GATE-13')?.state).toBe('not-met');
  });
});

describe('A waiver', () => {
  const waiver = { criterion: 'GATE-12', reason: 'The scope is settled next month', by: 'ann-lee', at: told };

  it('lets the gate open, with its reason and what is lacking', () => {
    const facts = { waivers: [{ ...waiver, stage: 'service-baseline' }] };
    const gate = gateOf(reviewAt('service-baseline', { record: { services: [] }, facts }));
    expect(gate.open).toBe(true);
    expect(gate.sentence).toBe(
      'The review may move from "Service baseline (1)" to "Options appraisal (2)", with 1 criterion waived.',
    );
    expect(gate.criteria.find((one) => one.id === 'GATE-12')).toMatchObject({
      state: 'waived',
      because: 'No service is recorded. Waived: The scope is settled next month',
    });
  });

  it('does not show where its criterion is met after all', () => {
    const facts = { waivers: [{ ...waiver, stage: 'service-baseline' }] };
    expect(stateOf(reviewAt('service-baseline', { facts }), 'GATE-12')?.state).toBe('met');
  });

  it('counts for the stage it was given at alone', () => {
    const facts = { waivers: [{ ...waiver, stage: 'identified' }] };
    const context = reviewAt('service-baseline', { record: { services: [] }, facts });
    expect(stateOf(context, 'GATE-12')?.state).toBe('not-met');
  });
});

describe('The ends of the line', () => {
  it('the last stage has no gate ahead', () => {
    expect(gateOf(reviewAt('closed'))).toEqual({
      stage: 'closed',
      stageName: 'Closed',
      next: null,
      nextName: null,
      open: false,
      sentence: '"Closed" is the last stage: there is no gate ahead.',
      criteria: [],
    });
  });

  it("a programme's own stages are held by what the review waits for alone", () => {
    expect(gateOf(reviewAt('look', { model: 'own', entries: [] })).criteria.map((one) => one.id)).toEqual(['GATE-01']);
  });

  it('a stage that the programme does not have is a fault', () => {
    expect(() => gateOf(reviewAt('elsewhere'))).toThrow('do not include "elsewhere"');
  });
});
