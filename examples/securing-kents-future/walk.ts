import type * as z from 'zod';
import type { InYearWalk } from '#registers/in-year-walk/record.ts';
import { team } from '../officers.ts';
import { asItChanges, stepsFor } from '../scenario-steps.ts';
import type { ChangeStep } from '../step.ts';
import { strategy } from './paper.ts';

const { ofProgramme } = stepsFor('securing-kents-future');
const { source, on, walk, urgentActions } = strategy;

type Walk = z.input<typeof InYearWalk>;

const asReported: Walk = {
  title: 'Forecast of the first quarter',
  year: walk.year,
  asAt: { kind: 'date', date: walk.asAt },
  reportedOn: walk.reported,
  beforeAction: walk.beforeAction,
  actions: walk.actions.map(({ id, what, pounds }) => ({ id, what, pounds })),
  left: walk.left,
  commentary: 'No owner of an action is stated.',
  source: `${source}: as reported in August 2023`,
};

// The urgent actions are no steps of the walk: what is left is before them, and one alone has a target.
const urgent: NonNullable<Walk['actions']> = urgentActions.map(({ id, what, pounds, for: time }) => ({
  id: `urgent-${id}`,
  what,
  ...(pounds === null ? {} : { pounds }),
  ...(time === undefined ? {} : { due: { kind: 'words', words: time } }),
  inWalk: false,
}));

/** The walk of August 2023, and the urgent actions of October in it. */
export const walkSteps: readonly ChangeStep[] = asItChanges(walk.reported, asReported, [
  [on, { actions: [...(asReported.actions ?? []), ...urgent] }],
]).map(({ on: day, record }) => ofProgramme({ on: day, as: team }, 'in-year-walk', 'first-quarter', record));
