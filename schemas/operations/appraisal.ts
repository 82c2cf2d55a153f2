import * as z from 'zod';
import { Appraisal } from '../appraisal.ts';
import { everyRole } from '../people.ts';
import { AppraisalEntry, json } from './answer-parts.ts';
import type { Operation } from './operation.ts';
import { acting, putting, readingAsKnown, team } from './problem-lists.ts';
import { correctionOf, Nothing, reviewParams, reviewPath, twoTimes, viewQuery } from './request-parts.ts';

export const getAppraisalOperation = {
  id: 'getAppraisal',
  method: 'GET',
  path: `${reviewPath}/appraisal`,
  tag: 'Options appraisal',
  summary: 'Read the appraisal: totals, rank, flip weights, net present value, payback',
  host: 'queries',
  useCase: 'get-appraisal',
  roles: everyRole,
  params: reviewParams,
  query: z.strictObject({ ...twoTimes.shape, ...viewQuery.shape }),
  success: { status: 200, schema: AppraisalEntry, mediaTypes: json },
  problems: [...readingAsKnown, 'review.unknown', 'entry.unknown'],
} as const satisfies Operation;

export const putAppraisalOperation = {
  id: 'putAppraisal',
  method: 'PUT',
  path: `${reviewPath}/appraisal`,
  tag: 'Options appraisal',
  summary: 'Set the criteria, weights and tests of the appraisal',
  host: 'commands',
  useCase: 'put-appraisal',
  roles: team,
  params: reviewParams,
  query: Nothing,
  body: Appraisal,
  version: 'put',
  success: { status: 200, schema: AppraisalEntry, mediaTypes: json },
  problems: [...putting, 'review.unknown'],
} as const satisfies Operation;

export const correctAppraisalOperation = {
  id: 'correctAppraisal',
  method: 'POST',
  path: `${reviewPath}/appraisal/corrections`,
  tag: 'Options appraisal',
  summary: 'Correct what was recorded of the appraisal, from the instant at which it was true',
  host: 'commands',
  useCase: 'correct-appraisal',
  effectiveAt: 'in-body',
  roles: team,
  params: reviewParams,
  query: Nothing,
  body: correctionOf(Appraisal, 'Appraisal'),
  success: { status: 200, schema: AppraisalEntry, mediaTypes: json },
  problems: [...acting, 'effective.not-taken', 'review.unknown', 'entry.unknown', 'correction.event-unknown'],
} as const satisfies Operation;

export const appraisalOperations: readonly Operation[] = [
  getAppraisalOperation,
  putAppraisalOperation,
  correctAppraisalOperation,
];
