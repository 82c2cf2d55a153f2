import * as z from 'zod';
import { Id } from '../ids.ts';
import { everyRole } from '../people.ts';
import type { ProblemCode } from '../problems.ts';
import { FigureName, ReportFigure, ReportFigures } from '../report-figures.ts';
import { json } from './answer-parts.ts';
import type { Operation } from './operation.ts';
import { reading } from './problem-lists.ts';
import { monthOrLatest, revisionParams } from './report-params.ts';
import { asAtQuery, paging, programmePath, viewQuery } from './request-parts.ts';

const figureRead: readonly ProblemCode[] = [...reading, 'report.unpublished', 'figure.unknown'];
const listRead: readonly ProblemCode[] = [...reading, 'report.unpublished'];
const ofOne = { figure: FigureName };
const ofRecord = {
  review: Id.optional().meta({
    description: 'Only figures that a record of this review is in; without it, of the programme',
  }),
  register: z
    .string()
    .regex(/^[a-z]+(?:-[a-z]+)*$/, 'must be the name of a register')
    .max(64, 'must be the name of a register')
    .optional()
    .meta({ description: 'Of which register the record is; `review`: the review itself', example: 'saving' }),
  entry: Id.optional().meta({
    description: 'The id of the record: only figures that it is in, each with what it gives',
  }),
};
/** Of one record, or of every one. */
const listQuery = z
  .strictObject({ ...asAtQuery.shape, ...viewQuery.shape, ...ofRecord })
  .refine(({ register, entry }) => (register === undefined) === (entry === undefined), {
    path: ['entry'],
    message: 'is given with "register", and "register" with it',
  })
  .refine(({ review, entry }) => review === undefined || entry !== undefined, {
    path: ['entry'],
    message: 'is required with "review"',
  });

export const listReportFiguresOperation = {
  id: 'listReportFigures',
  method: 'GET',
  path: `${programmePath}/reports/{month}/figures`,
  tag: 'Reports',
  summary: 'List the figures of a published report that can be asked, each with the rule that made it',
  host: 'board',
  useCase: 'get-report-figures',
  roles: everyRole,
  params: monthOrLatest,
  query: listQuery,
  success: { status: 200, schema: ReportFigures, mediaTypes: json },
  problems: listRead,
} as const satisfies Operation;

export const getReportFigureOperation = {
  id: 'getReportFigure',
  method: 'GET',
  path: `${programmePath}/reports/{month}/figures/{figure}`,
  tag: 'Reports',
  summary: 'Ask why a figure of a published report is what it is: its rule, and the records that made it',
  host: 'board',
  useCase: 'get-report-figure',
  roles: everyRole,
  params: z.strictObject({ ...monthOrLatest.shape, ...ofOne }),
  query: z.strictObject({ ...asAtQuery.shape, ...paging, ...viewQuery.shape }),
  success: { status: 200, schema: ReportFigure, mediaTypes: json },
  problems: figureRead,
} as const satisfies Operation;

export const listRevisionFiguresOperation = {
  id: 'listRevisionFigures',
  method: 'GET',
  path: `${programmePath}/reports/{month}/revisions/{revision}/figures`,
  tag: 'Reports',
  summary: 'List the figures of one revision of a month that can be asked',
  host: 'board',
  useCase: 'get-report-figures',
  roles: everyRole,
  params: revisionParams,
  query: listQuery,
  success: { status: 200, schema: ReportFigures, mediaTypes: json },
  problems: listRead,
} as const satisfies Operation;

export const getRevisionFigureOperation = {
  id: 'getRevisionFigure',
  method: 'GET',
  path: `${programmePath}/reports/{month}/revisions/{revision}/figures/{figure}`,
  tag: 'Reports',
  summary: 'Ask why a figure of one revision of a month is what it is; it never changes',
  host: 'board',
  useCase: 'get-report-figure',
  roles: everyRole,
  params: z.strictObject({ ...revisionParams.shape, ...ofOne }),
  query: z.strictObject({ ...asAtQuery.shape, ...paging, ...viewQuery.shape }),
  success: { status: 200, schema: ReportFigure, mediaTypes: json },
  problems: figureRead,
} as const satisfies Operation;

export const reportFigureOperations: readonly Operation[] = [
  listReportFiguresOperation,
  getReportFigureOperation,
  listRevisionFiguresOperation,
  getRevisionFigureOperation,
];
