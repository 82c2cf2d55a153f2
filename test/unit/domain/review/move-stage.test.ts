import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type GateContext, gateOf } from '#domain/review/gate.ts';
import { moveStage } from '#domain/review/move-stage.ts';
import { recordStageWork } from '#domain/review/stage-work.ts';
import { waiveCriterion } from '#domain/review/waive-criterion.ts';
import { ReviewFacts } from '#schemas/review.ts';
import { stagesOf } from '#schemas/stages.ts';
import {
  by,
  faultLines,
  following,
  otherSro,
  ownSro,
  perfectEntries,
  refusalOf,
  resultOf,
  reviewAt,
  team,
  told,
} from '../perfect-review.ts';

const move = (context: GateContext, to: string, reason?: string, command = team) =>
  moveStage({ ...context, request: reason === undefined ? { to } : { to, reason }, command });
const waive = (context: GateContext, criterion: string, command = ownSro) =>
  waiveCriterion({ ...context, request: { criterion, reason: 'The scope is settled next month' }, command });

const noServices = { record: { services: [] } };

describe('Moving a review forward', () => {
  it('puts it at the next stage, since the telling, with the move in its record and stage work to begin anew', () => {
    const context = reviewAt('service-baseline', { facts: { stageWork: { state: 'complete', on: '2014-01-31' } } });
    const { facts, record } = resultOf(move(context, 'options-appraisal'));
    expect(ReviewFacts.parse(facts)).toEqual({
      ...context.review.facts,
      stage: 'options-appraisal',
      stageSince: told,
      stageWork: null,
      moves: [
        {
          at: told,
          from: 'service-baseline',
          to: 'options-appraisal',
          direction: 'forward',
          by: 'tina-team',
          waived: [],
        },
      ],
    });
    expect(record).toBe(context.review.record);
  });

  it('needs its gate: the refusal lists the criteria in the way and what they lack, in words', () => {
    const refusal = refusalOf(move(reviewAt('service-baseline', noServices), 'options-appraisal'));
    expect(refusal.code).toBe('stage.gate-not-met');
    expect(refusal.detail).toBe(
      'The review may not move from "Service baseline (1)" to "Options appraisal (2)" yet: 1 of 4 criteria is in the way. No service is recorded.',
    );
    expect(refusal.facts).toEqual({
      criteria: [
        {
          id: 'GATE-12',
          sentence: 'The services in scope are recorded.',
          state: 'not-met',
          because: 'No service is recorded.',
        },
      ],
    });
  });

  it('needs evidence of a review taken over at this stage as well', () => {
    const record = { services: [], openedAt: { stage: 'service-baseline', source: 'The outturn report' } };
    expect(refusalOf(move(reviewAt('service-baseline', { record }), 'options-appraisal')).code).toBe(
      'stage.gate-not-met',
    );
  });

  it.each([
    ['a stage that does not exist', 'pilot', 'stage.unknown'],
    ['the stage it is at', 'service-baseline', 'stage.already-there'],
    ['a stage beyond the next', 'full-business-case', 'stage.not-next'],
  ])('is refused to %s', (_what, to, code) => {
    expect(refusalOf(move(reviewAt('service-baseline'), to)).code).toBe(code);
  });

  it.each([
    ['the team', team, 'done'],
    ['its own SRO', ownSro, 'done'],
    ["another review's SRO", otherSro, 'refused'],
    ["another review's SRO who is also of the team", by('bob-cox', 'sro', 'transformation-team'), 'done'],
    ['a listed SRO without the role', by('ann-lee', 'board'), 'refused'],
  ])('by %s is %s', (_who, command, kind) => {
    const decided = move(reviewAt('service-baseline'), 'options-appraisal', undefined, command);
    expect(decided.kind === 'done' ? 'done' : decided.refusal.code).toBe(
      kind === 'done' ? 'done' : 'review.not-the-sro',
    );
  });

  it('takes the waivers it leaned on into its record, and leaves none in force', () => {
    const waived = following(
      reviewAt('service-baseline', noServices),
      waive(reviewAt('service-baseline', noServices), 'GATE-12'),
    );
    const { facts } = resultOf(move(waived, 'options-appraisal'));
    expect(facts.moves[0]?.waived).toEqual([
      { criterion: 'GATE-12', reason: 'The scope is settled next month', by: 'ann-lee', at: told },
    ]);
    expect(facts.waivers).toEqual([]);
  });

  it('claims no waiver where the criterion was met after all', () => {
    const waivers = [{ criterion: 'GATE-12', reason: 'Later', by: 'ann-lee', at: told, stage: 'service-baseline' }];
    const { facts } = resultOf(move(reviewAt('service-baseline', { facts: { waivers } }), 'options-appraisal'));
    expect(facts.moves[0]?.waived).toEqual([]);
    expect(facts.waivers).toEqual([]);
  });
});

describe('Moving a review back', () => {
  it('needs a reason', () => {
    const decided = move(reviewAt('full-business-case'), 'options-appraisal');
    expect(refusalOf(decided).code).toBe('content.breaks-rule');
    expect(faultLines(decided)).toEqual(['/reason must say why the review goes back to an earlier stage']);
  });

  it('goes to any earlier stage, whatever its gate says', () => {
    const { facts } = resultOf(
      move(reviewAt('full-business-case', { entries: [] }), 'identified', 'The case does not stand up'),
    );
    expect(facts.stage).toBe('identified');
    expect(facts.moves).toEqual([
      {
        at: told,
        from: 'full-business-case',
        to: 'identified',
        direction: 'back',
        reason: 'The case does not stand up',
        by: 'tina-team',
        waived: [],
      },
    ]);
  });

  it('lapses the waivers in force, so that coming again needs them again', () => {
    const start = reviewAt('service-baseline', noServices);
    const waived = following(start, waive(start, 'GATE-12'));
    const wentBack = following(waived, move(waived, 'identified', 'The scope is unclear'));
    const again = following(wentBack, move(wentBack, 'service-baseline'));
    expect(again.review.facts.waivers).toEqual([]);
    expect(refusalOf(move(again, 'options-appraisal')).code).toBe('stage.gate-not-met');
  });

  it('does not bring back the waivers of the move it undoes', () => {
    const start = reviewAt('service-baseline', noServices);
    const waived = following(start, waive(start, 'GATE-12'));
    const forward = following(waived, move(waived, 'options-appraisal'));
    const wentBack = following(forward, move(forward, 'service-baseline', 'The baseline was incomplete'));
    expect(refusalOf(move(wentBack, 'options-appraisal')).code).toBe('stage.gate-not-met');
    expect(wentBack.review.facts.moves[0]?.waived).toHaveLength(1);
  });
});

describe('Waiving a criterion', () => {
  it("is its own SRO's act, and stands in the facts with the stage", () => {
    expect(resultOf(waive(reviewAt('service-baseline', noServices), 'GATE-12')).facts.waivers).toEqual([
      {
        criterion: 'GATE-12',
        reason: 'The scope is settled next month',
        by: 'ann-lee',
        at: told,
        stage: 'service-baseline',
      },
    ]);
  });

  it('told twice keeps the later reason alone', () => {
    const start = reviewAt('service-baseline', noServices);
    const once = following(start, waive(start, 'GATE-12'));
    const request = { criterion: 'GATE-12', reason: 'The services are being merged' };
    const twice = resultOf(waiveCriterion({ ...once, request, command: ownSro }));
    expect(twice.facts.waivers.map((waiver) => waiver.reason)).toEqual(['The services are being merged']);
  });

  it.each([
    ["another review's SRO", otherSro, 'GATE-12', 'review.not-the-sro'],
    ['the team', team, 'GATE-12', 'review.not-the-sro'],
    ['its SRO, of a criterion of another gate', ownSro, 'GATE-31', 'criterion.unknown'],
    ['its SRO, of a criterion that is met', ownSro, 'GATE-13', 'criterion.met'],
  ])('by %s is refused', (_who, command, criterion, code) => {
    expect(refusalOf(waive(reviewAt('service-baseline', noServices), criterion, command)).code).toBe(code);
  });

  it('is refused at the last stage, which has no gate ahead', () => {
    expect(refusalOf(waive(reviewAt('closed'), 'GATE-01')).detail).toContain('no gate ahead');
  });
});

describe('Stage work', () => {
  it('is a fact beside the stage, which stays', () => {
    const { review } = reviewAt('service-baseline');
    const request = { state: 'complete' as const, on: '2014-04-11' };
    expect(resultOf(recordStageWork({ review, request, command: team }))).toEqual({
      record: review.record,
      facts: { ...review.facts, stageWork: request },
    });
  });
});

const models = ['service-review', 'commissioning-cycle'] as const;

describe('A review that has everything', () => {
  it.each(models)(
    'moves from the first stage of %s to the last with nothing waived and every criterion met',
    (model) => {
      const stages = stagesOf({ kind: model }).map((step) => step.id);
      let context = reviewAt(stages[0] ?? '', { model });
      for (const stage of stages.slice(1)) {
        expect(gateOf(context).criteria.every((criterion) => criterion.state === 'met')).toBe(true);
        context = following(context, move(context, stage));
      }
      expect(context.review.facts.moves.map((one) => one.to)).toEqual(stages.slice(1));
      expect(context.review.facts.moves.every((one) => one.waived.length === 0)).toBe(true);
    },
  );
});

const parts = {
  services: [],
  sros: [],
  netExpenditure: undefined,
  authorisationToProceed: undefined,
  handover: undefined,
  lessons: [],
  outcomesSought: undefined,
  waitsFor: [{ id: 'wait', on: 'document', what: 'the strategy', holdsStage: 'decision' }],
};
const lackingSome = fc.record({
  model: fc.constantFrom(...models),
  record: fc.subarray(Object.entries(parts)).map((entries) => Object.fromEntries(entries)),
  lost: fc.subarray(perfectEntries.map((entry) => entry.id)),
});
const anyAct = fc.oneof(
  { weight: 4, arbitrary: fc.constant({ act: 'forward' as const }) },
  fc.record({ act: fc.constant('back' as const), to: fc.nat(7) }),
  fc.record({ act: fc.constant('waive' as const), which: fc.nat(5) }),
);

describe('Whatever is told, in whatever order', () => {
  it('a review moves forward one stage at a time, with every criterion met or waived, and keeps waivers for one move', () => {
    fc.assert(
      fc.property(lackingSome, fc.array(anyAct, { maxLength: 30 }), ({ model, record, lost }, acts) => {
        const stages = stagesOf({ kind: model }).map((step) => step.id);
        const entries = lost.reduce((kept, id) => kept.filter((entry) => entry.id !== id), perfectEntries);
        let context = reviewAt(stages[0] ?? '', { model, record, entries });
        for (const act of acts) {
          const { facts } = context.review;
          const gate = gateOf(context);
          const place = stages.indexOf(facts.stage);
          if (act.act === 'waive') {
            const decided = waive(
              context,
              gate.criteria[act.which % Math.max(1, gate.criteria.length)]?.id ?? 'GATE-01',
            );
            if (decided.kind === 'done') context = following(context, decided);
            continue;
          }
          const to = act.act === 'forward' ? stages[place + 1] : stages[act.to % stages.length];
          const decided = move(context, to ?? 'beyond', 'A reason');
          if (decided.kind === 'refused') {
            if (to === stages[place + 1] && to !== undefined) expect(gate.open).toBe(false);
            continue;
          }
          context = following(context, decided);
          const last = context.review.facts.moves.at(-1);
          expect(context.review.facts.waivers).toEqual([]);
          expect(context.review.facts.moves).toHaveLength(facts.moves.length + 1);
          if (last?.direction === 'forward') {
            expect(stages.indexOf(last.to)).toBe(place + 1);
            const unmet = gate.criteria
              .filter((criterion) => criterion.state !== 'met')
              .map((criterion) => criterion.id);
            expect(last.waived.map((waiver) => waiver.criterion).toSorted()).toEqual(unmet.toSorted());
          } else {
            expect(stages.indexOf(last?.to ?? '')).toBeLessThan(place);
            expect(last?.waived).toEqual([]);
          }
        }
        expect(context.review.facts.stage).toBe(context.review.facts.moves.at(-1)?.to ?? stages[0]);
      }),
      { numRuns: 150 },
    );
  });
});
