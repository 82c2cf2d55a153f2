import { describe, expect, it } from 'vitest';
import { emptyPosition } from '#domain/position/sections.ts';
import { gateRules } from '#domain/review/gate.ts';
import type { GatePosition } from '#domain/review/gate-rule.ts';
import { reviewAt } from '../perfect-review.ts';

describe('A criterion', () => {
  it.each(gateRules.filter((rule) => rule.looksAtProgramme !== true).map((rule) => [rule.id, rule] as const))(
    'that does not say that it looks at the whole programme does not: %s',
    (_, rule) => {
      const model = rule.stageModel === 'any' ? 'service-review' : rule.stageModel;
      const { review, position } = reviewAt(rule.stage === 'any' ? 'identified' : rule.stage, { model });
      const evidenceOf = (so: GatePosition) => ({
        ...review,
        position: so,
        stageNow: (stage: string) => stage,
        get programmeWideEngagement(): never {
          throw new Error('it looks at the whole programme');
        },
      });
      // Who finds nothing looks further: each is judged with everything there, and with nothing.
      expect(rule.find(evidenceOf(position)).state).toBe('met');
      expect(() => rule.find(evidenceOf({ ...position, ...emptyPosition }))).not.toThrow();
    },
  );

  it('asks for lessons, and takes one of the register or of the review itself', () => {
    const rule = gateRules.find(({ id }) => id === 'GATE-62');
    const context = reviewAt('benefits-review', { record: { lessons: [] } });
    const judged = (lessons: GatePosition['lessons']) =>
      rule?.find({
        ...context,
        ...context.review,
        stageNow: (stage) => stage,
        position: { ...context.position, lessons },
      });
    expect(judged([])?.state).toBe('lacking');
    const ask = { id: 'ask', title: 'Ask first', advice: 'Ask', learnedOn: '2014-04-01', applied: [] };
    expect(judged([{ ...ask, kind: 'change' }])).toEqual({ state: 'met', because: '1 lesson recorded.' });
  });
});
