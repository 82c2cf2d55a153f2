import { describe, expect, it } from 'vitest';
import { gateOf, gateRules } from '#domain/review/gate.ts';
import { Gate } from '#schemas/review.ts';
import { stagesOf } from '#schemas/stages.ts';
import { adoption, entriesWith, full, goLive, perfectEntries, recordRef, reviewAt, told } from '../perfect-review.ts';
import { outcome, stateOf, waiting } from './gate-state.ts';

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

  it('GATE-74 takes cost and benefit from the register where the review itself states none', () => {
    const stated = (type: string) =>
      recordRef(
        'cost-or-benefit',
        type,
        { title: type, type, kind: 'one-off', forecast: { kind: 'to-be-confirmed', reason: 'No tender yet' } },
        { firstApproved: null, changesOfApproved: 0 },
      );
    const context = reviewAt('plan', {
      model: 'commissioning-cycle',
      record: { costAndBenefit: undefined },
      entries: [...perfectEntries, stated('cost'), stated('benefit')],
    });
    expect(stateOf(context, 'GATE-74')).toMatchObject({
      state: 'met',
      because: 'Cost stated of 1 entry; benefit stated of 1 entry.',
    });
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

  it.each([
    ['open', 'not-met'],
    ['at-risk', 'not-met'],
    ['met', 'met'],
    ['no-longer-needed', 'met'],
  ])('GATE-01 looks at the register of dependencies too: one that is %s', (status, state) => {
    const lease = { title: 'The lease', on: 'document', holdsStage: 'identified', status, statusWords: 'It is late' };
    const entries = entriesWith('dependency', 'lease', recordRef('dependency', 'lease', lease));
    expect(stateOf(reviewAt('identified', { entries }), 'GATE-01')?.state).toBe(state);
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
