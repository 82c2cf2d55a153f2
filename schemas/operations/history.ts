import * as z from 'zod';
import { GivenInstant, LocalDate } from '#language/time.ts';
import { HistoryEntry, RecordKind, Restatements } from '../history.ts';
import { Subject } from '../ids.ts';
import { everyRole, type Role } from '../people.ts';
import { json, pageOf } from './answer-parts.ts';
import type { Operation } from './operation.ts';
import { reading } from './problem-lists.ts';
import {
  asAtQuery,
  paging,
  programmeParams,
  programmePath,
  reviewParams,
  reviewPath,
  viewQuery,
} from './request-parts.ts';

const day = z.union([LocalDate, GivenInstant], { error: 'must be a date written 2014-04-30 or an instant' });
const historyQuery = z.strictObject({
  ...paging,
  kind: RecordKind.optional().meta({ description: 'Of records of this kind alone' }),
  id: z.string().min(1).max(64).optional().meta({ description: 'Of the record with this id alone' }),
  actor: Subject.optional().meta({ description: 'Recorded by this person alone' }),
  field: z.string().min(1).max(64).optional().meta({ description: 'That changed this field' }),
  from: day.optional().meta({ description: 'Recorded from then on' }),
  to: day.optional().meta({ description: 'Recorded until then; a date means its end' }),
  order: z
    .enum(['oldest-first', 'newest-first'])
    .optional()
    .meta({ description: 'By when it was recorded; `oldest-first` unless said' }),
  late: z
    .enum(['true', 'false'])
    .optional()
    .meta({ description: '`true`: only what was recorded of a month after its report was made' }),
  ...viewQuery.shape,
});
export const auditors: readonly Role[] = ['transformation-team', 'sro', 'finance', 'assurance', 'programme-office'];
export const HistoryPage = pageOf(HistoryEntry).meta({ id: 'HistoryPage' });

export const getReviewHistoryOperation = {
  id: 'getReviewHistory',
  method: 'GET',
  path: `${reviewPath}/history`,
  tag: 'Record',
  summary: 'Read who recorded what of a review, and when: every change, each field before and after',
  host: 'queries',
  useCase: 'get-history',
  roles: auditors,
  params: reviewParams,
  query: historyQuery,
  success: { status: 200, schema: HistoryPage, mediaTypes: json },
  costly: true,
  problems: [...reading, 'review.unknown'],
} as const satisfies Operation;

export const getProgrammeHistoryOperation = {
  id: 'getProgrammeHistory',
  method: 'GET',
  path: `${programmePath}/history`,
  tag: 'Record',
  summary: 'Read who recorded what of the programme itself, and when: settings, its own registers, what was published',
  host: 'queries',
  useCase: 'get-history',
  roles: auditors,
  params: programmeParams,
  query: historyQuery,
  success: { status: 200, schema: HistoryPage, mediaTypes: json },
  costly: true,
  problems: [...reading, 'programme.unknown'],
} as const satisfies Operation;

export const listRestatementsOperation = {
  id: 'listRestatements',
  method: 'GET',
  path: `${programmePath}/restatements`,
  tag: 'Record',
  summary: 'List the published months that late changes would change',
  host: 'queries',
  useCase: 'list-restatements',
  roles: everyRole,
  params: programmeParams,
  query: z.strictObject({ ...asAtQuery.shape, ...viewQuery.shape }),
  success: { status: 200, schema: Restatements, mediaTypes: json },
  problems: [...reading, 'programme.unknown'],
} as const satisfies Operation;

export const exportProgrammeOperation = {
  id: 'exportProgramme',
  method: 'GET',
  path: `${programmePath}/export`,
  tag: 'Record',
  summary: 'Export the whole record of a programme as JSON Lines, page by page (Link: rel="next")',
  host: 'queries',
  useCase: 'export-programme',
  costly: true,
  roles: ['assurance', 'programme-office'],
  params: programmeParams,
  query: z.strictObject({ cursor: paging.cursor, ...viewQuery.shape }),
  success: { status: 200, schema: z.string(), mediaTypes: ['application/jsonl'] },
  problems: [...reading, 'programme.unknown'],
} as const satisfies Operation;

export const historyOperations: readonly Operation[] = [
  getReviewHistoryOperation,
  getProgrammeHistoryOperation,
  listRestatementsOperation,
  exportProgrammeOperation,
];
