import { describe, expect, it } from 'vitest';
import { stretchesOf } from '#local/scenario-stretches.ts';
import { samples } from '../../../examples/samples.ts';
import type { ChangeStep, Step } from '../../../examples/step.ts';
import { dayOfPlaying } from '../../../examples/step.ts';

const as = { role: 'transformation-team' as const, subject: 'team', name: 'Team' };
const step = (reviewId: string | null, body: unknown = {}, on = '2025-04-01'): ChangeStep => ({
  kind: 'change',
  on,
  as,
  operation: 'putRisk',
  params: { programmeId: 'one', ...(reviewId === null ? {} : { reviewId }) },
  body,
});
const report: Step = { kind: 'report', on: '2025-04-01', month: '2025-03', as };
const lanesOf = (...steps: Step[]) =>
  stretchesOf({ name: 'One', programme: 'one', steps }).map(({ lanes }) =>
    lanes.map((lane) => lane.map(({ number }) => number)),
  );

describe('What of a scenario is recorded at once', () => {
  it('is what follows each other on one day, of different reviews, each in its order', () =>
    expect(lanesOf(step('a'), step('b'), step('a'), step('c'))).toEqual([[[1, 3], [2], [4]]]));

  it.each<[string, Step]>([
    ['of the programme', step(null)],
    ['that names another review', step('c', { waitsFor: [{ review: 'a' }] })],
    ['that runs a report', report],
  ])('never goes past a step %s', (_what, alone) => {
    expect(lanesOf(step('a'), step('b'), alone, step('a'), step('b'))).toEqual([[[1], [2]], [[3]], [[4], [5]]]);
  });

  it('never goes past a day', () => expect(lanesOf(step('a'), step('b', {}, '2025-04-02'))).toEqual([[[1]], [[2]]]));

  it.each(samples.map((one) => [one.name, one] as const))(
    '%s: every step once, in order of time',
    (_name, scenario) => {
      const stretches = stretchesOf(scenario);
      const numbers = stretches.flatMap(({ lanes }) => lanes.flat().map(({ number }) => number));
      expect(numbers.toSorted((one, other) => one - other)).toEqual(scenario.steps.map((_, n) => n + 1));
      expect(stretches.map(({ day }) => day)).toEqual(stretches.map(({ day }) => day).toSorted());
      for (const { day, lanes } of stretches)
        for (const { step: one } of lanes.flat()) expect(dayOfPlaying(one)).toBe(day);
    },
  );
});
