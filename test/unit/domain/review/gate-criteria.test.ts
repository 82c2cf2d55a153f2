import { describe, expect, it } from 'vitest';
import { gateOf, gateRules } from '#domain/review/gate.ts';
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
} from '../perfect-review.ts';
import { outcome, waiting } from './gate-state.ts';

const without = (change: object) => ({ record: change });
const entry = (...given: Parameters<typeof entriesWith>) => ({ entries: entriesWith(...given) });
const unrealised = { unrealisedBenefits: [{ what: 'Rents above the market' }] };
const unstatedBenefit = recordRef(
  'cost-or-benefit',
  'rent',
  { title: 'Rent', type: 'benefit', kind: 'a-year' },
  { firstApproved: null, changesOfApproved: 0 },
);

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
    'GATE-32',
    'no milestone stands for a day',
    'full-business-case',
    entry(
      'milestone',
      'go-live',
      recordRef(
        'milestone',
        'go-live',
        { title: 'Trading', type: 'delivery', baselineStated: { kind: 'words', words: 'once the lease is signed' } },
        { rebaselines: 0 },
      ),
    ),
  ],
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
  [
    'GATE-74',
    'its benefit is not stated, and neither is one in the register',
    'plan',
    {
      ...without({ costAndBenefit: { cost: { kind: 'amount', pounds: 1 }, benefit: { kind: 'not-stated' } } }),
      entries: [...perfectEntries, unstatedBenefit],
    },
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
