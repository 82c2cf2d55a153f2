import * as z from 'zod';
import { ReportMonth } from '#language/time.ts';
import { ReviewSinceBaseline } from '#registers/named-baseline/projections.ts';
import { namedBaseline } from '#registers/named-baseline/record.ts';
import { FiguresToConfirm, monthlyReturn } from '#registers/return/record.ts';
import { Id, Subject } from '../ids.ts';
import { everyRole } from '../people.ts';
import { RatingName } from '../rating-names.ts';
import { Gate, Lifecycle, ReviewToPut, Tier } from '../review.ts';
import { json, pageOf, ReviewEntry, ReviewSummary } from './answer-parts.ts';
import type { Operation } from './operation.ts';
import { order } from './order.ts';
import { acting, putting, reading, readingAsKnown, team } from './problem-lists.ts';
import { registerTag } from './register-schemas.ts';
import {
  correctionOf,
  Nothing,
  paging,
  programmeParams,
  programmePath,
  reviewParams,
  reviewPath,
  twoTimes,
  viewQuery,
} from './request-parts.ts';

export const ReviewSort = z.enum(['id', 'worst', 'title', 'stage', 'lifecycle', 'tier']);
export type ReviewSort = z.infer<typeof ReviewSort>;

export const listReviewsOperation = {
  id: 'listReviews',
  method: 'GET',
  path: `${programmePath}/reviews`,
  tag: 'Reviews',
  summary: 'List reviews, by stage, lifecycle, portfolio, tier, rating or SRO',
  host: 'queries',
  useCase: 'list-reviews',
  roles: everyRole,
  params: programmeParams,
  query: z.strictObject({
    ...twoTimes.shape,
    ...paging,
    stage: Id.optional(),
    lifecycle: Lifecycle.optional(),
    portfolio: Id.optional(),
    struckOut: z.enum(['true', 'false']).optional().meta({ description: '`true`: those as well that are struck out' }),
    tier: Tier.optional(),
    sro: Subject.optional().meta({
      description: 'Of this SRO; `me`: of whoever asks, and of those for whom they act today',
    }),
    rating: z
      .enum([...RatingName.options, 'not-rated'])
      .optional()
      .meta({
        description: 'Last rated so overall, by its SRO or by assurance; of today alone',
      }),
    sort: ReviewSort.optional().meta({
      description:
        'By `id` unless said. `worst`: reviews that count before others, of these the worst rating by SRO or assurance first; of today alone. With `sort` or `rating` the list of today says what each was last rated',
    }),
    order,
    ...viewQuery.shape,
  }),
  success: { status: 200, schema: pageOf(ReviewSummary).meta({ id: 'ReviewList' }), mediaTypes: json },
  problems: [...readingAsKnown, 'programme.unknown'],
} as const satisfies Operation;

export const getReviewOperation = {
  id: 'getReview',
  method: 'GET',
  path: reviewPath,
  tag: 'Reviews',
  summary: 'Read a review: its record, its stage and how it came there',
  host: 'queries',
  useCase: 'get-review',
  roles: everyRole,
  params: reviewParams,
  query: z.strictObject({ ...twoTimes.shape, ...viewQuery.shape }),
  success: { status: 200, schema: ReviewEntry, mediaTypes: json },
  problems: [...readingAsKnown, 'review.unknown'],
} as const satisfies Operation;

export const putReviewOperation = {
  id: 'putReview',
  method: 'PUT',
  path: reviewPath,
  tag: 'Reviews',
  summary: 'Open a review or change its record',
  host: 'commands',
  useCase: 'put-review',
  roles: team,
  params: reviewParams,
  query: Nothing,
  body: ReviewToPut,
  version: 'put',
  success: { status: 200, schema: ReviewEntry, mediaTypes: json },
  problems: [...putting, 'programme.unknown', 'review.own-assurance'],
} as const satisfies Operation;

export const correctReviewOperation = {
  id: 'correctReview',
  method: 'POST',
  path: `${reviewPath}/corrections`,
  tag: 'Reviews',
  summary: "Correct what was recorded of a review's record, from the instant at which it was true",
  host: 'commands',
  useCase: 'correct-review',
  effectiveAt: 'in-body',
  roles: team,
  params: reviewParams,
  query: Nothing,
  body: correctionOf(ReviewToPut, 'Review'),
  success: { status: 200, schema: ReviewEntry, mediaTypes: json },
  problems: [
    ...acting,
    'effective.not-taken',
    'programme.unknown',
    'review.unknown',
    'correction.event-unknown',
    'review.own-assurance',
  ],
} as const satisfies Operation;

export const getReviewGateOperation = {
  id: 'getReviewGate',
  method: 'GET',
  path: `${reviewPath}/gate`,
  tag: 'Reviews',
  summary: 'What a review still needs before its next stage, in words',
  host: 'queries',
  useCase: 'get-gate',
  roles: everyRole,
  params: reviewParams,
  query: z.strictObject({ ...twoTimes.shape, ...viewQuery.shape }),
  success: { status: 200, schema: Gate, mediaTypes: json },
  problems: [...readingAsKnown, 'programme.unknown', 'review.unknown'],
} as const satisfies Operation;

export const getReviewSinceBaselineOperation = {
  id: 'getReviewSinceBaseline',
  method: 'GET',
  path: `${reviewPath}/named-baselines/{entryId}`,
  tag: registerTag(namedBaseline),
  summary: 'How dates, costs, benefits and savings of a review have moved since a named baseline',
  host: 'queries',
  useCase: 'get-review-since-baseline',
  roles: everyRole,
  params: z.strictObject({ ...reviewParams.shape, entryId: namedBaseline.id }),
  query: viewQuery,
  success: { status: 200, schema: ReviewSinceBaseline, mediaTypes: json },
  problems: [...reading, 'programme.unknown', 'review.unknown', 'entry.unknown'],
} as const satisfies Operation;

export const getReturnFiguresOperation = {
  id: 'getReturnFigures',
  method: 'GET',
  path: `${reviewPath}/returns/{month}/figures`,
  tag: registerTag(monthlyReturn),
  summary: "The figures that a review's return of a month confirms, and what of them has changed since the last one",
  host: 'queries',
  useCase: 'get-return-figures',
  roles: everyRole,
  params: z.strictObject({ ...reviewParams.shape, month: ReportMonth }),
  query: viewQuery,
  success: { status: 200, schema: FiguresToConfirm, mediaTypes: json },
  problems: ['programme.unknown', 'review.unknown'],
} as const satisfies Operation;

export const reviewOperations: readonly Operation[] = [
  listReviewsOperation,
  getReviewOperation,
  putReviewOperation,
  correctReviewOperation,
  getReviewGateOperation,
  getReturnFiguresOperation,
  getReviewSinceBaselineOperation,
];
