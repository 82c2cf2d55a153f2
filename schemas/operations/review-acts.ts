import type * as z from 'zod';
import { StrikeOut } from '../history.ts';
import { ChangeLifecycle } from '../lifecycle-change.ts';
import type { Role } from '../people.ts';
import type { ProblemCode } from '../problems.ts';
import { MoveStage, RecordStageWork, WaiveCriterion } from '../review.ts';
import { json, ReviewEntry } from './answer-parts.ts';
import type { Operation } from './operation.ts';
import { acting, team } from './problem-lists.ts';
import { Nothing, reviewParams, reviewPath } from './request-parts.ts';

/** What acts differ in; `path` is what follows the address of what is acted on. */
interface ReviewAct<B extends z.ZodType> {
  readonly id: string;
  readonly path: string;
  readonly summary: string;
  readonly useCase: string;
  readonly roles: readonly Role[];
  readonly body: B;
  readonly problems: readonly ProblemCode[];
}

const reviewAct = <B extends z.ZodType>(given: ReviewAct<B>) =>
  ({
    ...given,
    method: 'POST',
    path: `${reviewPath}${given.path}`,
    tag: 'Reviews',
    host: 'commands',
    params: reviewParams,
    query: Nothing,
    version: 'if-match',
    success: { status: 200, schema: ReviewEntry, mediaTypes: json },
    problems: [...acting, 'version.missing', 'review.unknown', ...given.problems],
  }) as const satisfies Operation;

export const moveStageOperation = reviewAct({
  id: 'moveStage',
  path: '/stage-moves',
  summary: 'Move a review to its next stage, or back with a reason',
  useCase: 'move-stage',
  roles: ['transformation-team', 'sro'],
  body: MoveStage,
  problems: [
    'review.not-the-sro',
    'review.own-assurance',
    'stage.unknown',
    'stage.not-stated',
    'stage.not-next',
    'stage.gate-not-met',
    'stage.already-there',
  ],
});

export const changeLifecycleOperation = reviewAct({
  id: 'changeLifecycle',
  path: '/lifecycle-changes',
  summary: 'Approve, pause, restart, stop, complete, transfer, merge, split, reopen, re-tier, move or rename a review',
  useCase: 'change-lifecycle',
  roles: team,
  body: ChangeLifecycle,
  problems: ['programme.unknown', 'lifecycle.not-from-here'],
});

export const recordStageWorkOperation = reviewAct({
  id: 'recordStageWork',
  path: '/stage-work',
  summary: "Say whether the work of the review's stage is in progress or complete",
  useCase: 'record-stage-work',
  roles: ['transformation-team'],
  body: RecordStageWork,
  problems: [],
});

export const strikeOutReviewOperation = reviewAct({
  id: 'strikeOutReview',
  path: '/strike-out',
  summary: 'Strike out a review that was opened by mistake, with a reason, or put it back',
  useCase: 'strike-out-review',
  roles: team,
  body: StrikeOut,
  problems: ['review.not-struck-out'],
});

export const waiveCriterionOperation = {
  ...reviewAct({
    id: 'waiveCriterion',
    path: '/waivers',
    summary: 'Waive a criterion of the gate ahead, with a reason',
    useCase: 'waive-criterion',
    roles: ['sro'],
    body: WaiveCriterion,
    problems: [
      'review.not-the-sro',
      'review.own-assurance',
      'criterion.unknown',
      'criterion.met',
      'effective.not-taken',
    ],
  }),
  judges: true,
} as const satisfies Operation;

export const reviewActOperations: readonly Operation[] = [
  moveStageOperation,
  changeLifecycleOperation,
  recordStageWorkOperation,
  waiveCriterionOperation,
  strikeOutReviewOperation,
];
