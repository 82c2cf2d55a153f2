import type * as z from 'zod';
import type { StatedPosition } from '#registers/stated-position/record.ts';
import { strategy } from './paper.ts';

const { source, on, walk, urgentActions, objectives } = strategy;

interface Position {
  readonly id: string;
  readonly record: z.input<typeof StatedPosition>;
}

const inWalk = (id: string, title: string, pounds: number, words?: string): Position => ({
  id,
  record: {
    title,
    measure: 'other',
    year: walk.year,
    figure: { kind: 'amount', pounds, source: `${source}: as reported in August 2023`, asAt: walk.asAt },
    ...(words === undefined ? {} : { words }),
  },
});

/** From the forecast overspend, action by action, to what is left. */
export const walkAsReported: readonly Position[] = [
  inWalk('walk-1-before-action', 'Forecast overspend before action', walk.beforeAction),
  ...walk.actions.map(({ id, what, pounds }, n) =>
    inWalk(
      `walk-${n + 2}-${id}`,
      `Management action: ${what}`,
      pounds,
      'Taken off the forecast overspend; no owner is stated.',
    ),
  ),
  inWalk(`walk-${walk.actions.length + 2}-left`, 'Forecast overspend that is left', walk.left),
];

/** What is to be done at once: no step of the walk, and one alone has a target. */
export const urgent: readonly Position[] = urgentActions.map(({ id, what, pounds, for: time }) => ({
  id: `urgent-${id}`,
  record: {
    title: `Urgent action: ${what}`,
    measure: 'other',
    year: walk.year,
    figure: pounds === null ? { kind: 'not-stated', source, asAt: on } : { kind: 'amount', pounds, source, asAt: on },
    words: time === undefined ? 'No target is stated.' : `The target for ${time}.`,
  },
}));

/** What the recovery is for, in the order of the paper. */
export const aims: readonly Position[] = objectives.map(({ id, number, name }) => ({
  id,
  record: {
    title: `Objective ${number}`,
    measure: 'other',
    figure: { kind: 'non-financial', words: name, source, asAt: on },
  },
}));
