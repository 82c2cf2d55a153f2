import * as z from 'zod';
import { Id } from '../ids.ts';
import { everyRole } from '../people.ts';
import type { ProblemCode } from '../problems.ts';
import { Report, ReportLines, ReportList } from '../report.ts';
import { ReportDraft } from '../report-draft.ts';
import { CloseMonth, NotReported, RebuildReport, ReportRun, ReviseReport, RunReport } from '../report-run.ts';
import { ReportingCalendar } from '../reporting-calendar.ts';
import { json } from './answer-parts.ts';
import { fileTypes, type Operation } from './operation.ts';
import { acting, office, readersOfDrafts, reading } from './problem-lists.ts';
import { monthOrLatest, monthParams, revisionParams } from './report-params.ts';
import {
  asAtQuery,
  linesLimit,
  Nothing,
  paging,
  programmeParams,
  programmePath,
  sectionAsked,
  viewQuery,
} from './request-parts.ts';

const formats = ['application/json', 'text/html', 'text/csv', ...fileTypes] as const;
const rowsAsked = z.strictObject({
  rows: z.literal('all', { error: 'must be "all"' }).optional().meta({
    description: 'Every row that was published, and not only as many of each list as a summary has room for.',
  }),
});
const reportRead: readonly ProblemCode[] = [...reading, 'report.unpublished', 'answer.not-acceptable'];

export const listReportsOperation = {
  id: 'listReports',
  method: 'GET',
  path: `${programmePath}/reports`,
  tag: 'Reports',
  summary: 'List the published reports of a programme, latest first',
  host: 'queries',
  useCase: 'list-reports',
  roles: everyRole,
  params: programmeParams,
  query: z.strictObject({ ...asAtQuery.shape, ...paging, ...viewQuery.shape }),
  success: { status: 200, schema: ReportList, mediaTypes: json },
  problems: [...reading, 'programme.unknown'],
} as const satisfies Operation;

export const getReportOperation = {
  id: 'getReport',
  method: 'GET',
  path: `${programmePath}/reports/{month}`,
  tag: 'Reports',
  summary: "Pull the published report of a month, or the latest: the board's one call",
  host: 'board',
  useCase: 'get-report',
  roles: everyRole,
  params: monthOrLatest,
  query: z.strictObject({ ...asAtQuery.shape, ...rowsAsked.shape, ...sectionAsked.shape, ...viewQuery.shape }),
  success: { status: 200, schema: Report, mediaTypes: formats },
  problems: reportRead,
} as const satisfies Operation;

export const getReportRevisionOperation = {
  id: 'getReportRevision',
  method: 'GET',
  path: `${programmePath}/reports/{month}/revisions/{revision}`,
  tag: 'Reports',
  summary: 'Pull one revision of a month; it never changes',
  host: 'board',
  useCase: 'get-report',
  roles: everyRole,
  params: revisionParams,
  query: z.strictObject({ ...asAtQuery.shape, ...rowsAsked.shape, ...sectionAsked.shape, ...viewQuery.shape }),
  success: { status: 200, schema: Report, mediaTypes: formats },
  problems: reportRead,
} as const satisfies Operation;

export const getReportLinesOperation = {
  id: 'getReportLines',
  method: 'GET',
  path: `${programmePath}/reports/{month}/lines`,
  tag: 'Reports',
  summary: 'Pull the lines of a published report, one per review',
  host: 'board',
  useCase: 'get-report-lines',
  roles: everyRole,
  params: monthOrLatest,
  query: z.strictObject({ ...asAtQuery.shape, limit: linesLimit, cursor: paging.cursor, ...viewQuery.shape }),
  success: { status: 200, schema: ReportLines, mediaTypes: ['application/json', 'text/csv'] },
  problems: reportRead,
} as const satisfies Operation;

export const getRevisionLinesOperation = {
  id: 'getRevisionLines',
  method: 'GET',
  path: `${programmePath}/reports/{month}/revisions/{revision}/lines`,
  tag: 'Reports',
  summary: 'Pull the lines of one revision of a month; they never change',
  host: 'board',
  useCase: 'get-report-lines',
  roles: everyRole,
  params: revisionParams,
  query: z.strictObject({ ...asAtQuery.shape, limit: linesLimit, cursor: paging.cursor, ...viewQuery.shape }),
  success: { status: 200, schema: ReportLines, mediaTypes: ['application/json', 'text/csv'] },
  problems: reportRead,
} as const satisfies Operation;

export const runReportOperation = {
  id: 'runReport',
  method: 'POST',
  path: `${programmePath}/reports`,
  tag: 'Reports',
  summary: 'Run the report of a month by hand',
  host: 'commands',
  useCase: 'run-report',
  effectiveAt: 'none',
  costly: true,
  roles: office,
  params: programmeParams,
  query: Nothing,
  body: RunReport,
  success: { status: 202, schema: ReportRun, mediaTypes: json },
  problems: [
    ...acting,
    'effective.not-taken',
    'programme.unknown',
    'month.not-ended',
    'month.not-reported',
    'month.out-of-order',
    'month.before-report-day',
    'run.under-way',
    'draft.unknown',
    'draft.moved',
    'draft.needed',
    'draft.own',
  ],
} as const satisfies Operation;

export const reviseReportOperation = {
  id: 'reviseReport',
  method: 'POST',
  path: `${programmePath}/reports/{month}/revisions`,
  tag: 'Reports',
  summary: 'Publish the next revision of a month, with the reason',
  host: 'commands',
  useCase: 'revise-report',
  effectiveAt: 'none',
  costly: true,
  roles: office,
  params: monthParams,
  query: Nothing,
  body: ReviseReport,
  success: { status: 202, schema: ReportRun, mediaTypes: json },
  problems: [
    ...acting,
    'effective.not-taken',
    'programme.unknown',
    'report.unpublished',
    'run.under-way',
    'draft.unknown',
    'draft.moved',
    'draft.needed',
    'draft.own',
  ],
} as const satisfies Operation;

export const rebuildReportOperation = {
  id: 'rebuildReport',
  method: 'POST',
  path: `${programmePath}/reports/{month}/rebuilds`,
  tag: 'Reports',
  summary:
    'Make a published month again from history: as recorded then, to compare digests, or as now known, to see what differs',
  host: 'commands',
  useCase: 'rebuild-report',
  effectiveAt: 'none',
  costly: true,
  roles: ['assurance', 'programme-office'],
  params: monthParams,
  query: Nothing,
  body: RebuildReport,
  success: { status: 202, schema: ReportRun, mediaTypes: json },
  problems: [...acting, 'effective.not-taken', 'programme.unknown', 'report.unpublished'],
} as const satisfies Operation;

export const getReportRunOperation = {
  id: 'getReportRun',
  method: 'GET',
  path: `${programmePath}/report-runs/{runId}`,
  tag: 'Reports',
  summary: 'How far the run of a report has come',
  host: 'queries',
  useCase: 'get-report-run',
  roles: everyRole,
  params: z.strictObject({ programmeId: Id, runId: Id }),
  query: viewQuery,
  success: { status: 200, schema: ReportRun, mediaTypes: json },
  problems: [...reading, 'run.unknown'],
} as const satisfies Operation;

export const draftReportOperation = {
  id: 'draftReport',
  method: 'POST',
  path: `${programmePath}/reports/{month}/drafts`,
  tag: 'Reports',
  summary: 'Make a draft of the report of a month, or of its next revision, as it would be now; nothing is published',
  host: 'commands',
  useCase: 'draft-report',
  effectiveAt: 'none',
  costly: true,
  roles: office,
  params: monthParams,
  query: Nothing,
  body: Nothing,
  success: { status: 202, schema: ReportRun, mediaTypes: json },
  problems: [...acting, 'effective.not-taken', 'programme.unknown', 'month.not-begun', 'month.not-reported'],
} as const satisfies Operation;

export const getReportDraftOperation = {
  id: 'getReportDraft',
  method: 'GET',
  path: `${programmePath}/reports/{month}/drafts/latest`,
  tag: 'Reports',
  summary: 'Read the draft of a month that is kept: the report as it would have been, unpublished',
  host: 'queries',
  useCase: 'get-report-draft',
  roles: readersOfDrafts,
  params: monthParams,
  query: viewQuery,
  success: { status: 200, schema: ReportDraft, mediaTypes: formats },
  problems: [...reading, 'programme.unknown', 'draft.unknown', 'answer.not-acceptable'],
} as const satisfies Operation;

export const closeMonthOperation = {
  id: 'closeMonth',
  method: 'POST',
  path: `${programmePath}/reports/{month}/not-reported`,
  tag: 'Reports',
  summary: 'Close a month as not reported, with the reason, so that the next one can be',
  host: 'commands',
  useCase: 'close-month',
  roles: office,
  params: monthParams,
  query: Nothing,
  body: CloseMonth,
  judges: true,
  success: { status: 200, schema: NotReported, mediaTypes: json },
  problems: [
    ...acting,
    'effective.not-taken',
    'programme.unknown',
    'month.not-ended',
    'month.not-reported',
    'month.out-of-order',
    'run.under-way',
  ],
} as const satisfies Operation;

export const getCalendarOperation = {
  id: 'getCalendar',
  method: 'GET',
  path: `${programmePath}/calendar`,
  tag: 'Reports',
  summary:
    'The months to come: when each ends, when its returns and its report are due, and which boards meet; bank holidays counted',
  host: 'queries',
  useCase: 'get-calendar',
  roles: everyRole,
  params: programmeParams,
  query: viewQuery,
  success: { status: 200, schema: ReportingCalendar, mediaTypes: json },
  problems: [...reading, 'programme.unknown'],
} as const satisfies Operation;

export const reportOperations: readonly Operation[] = [
  getCalendarOperation,
  closeMonthOperation,
  listReportsOperation,
  getReportOperation,
  getReportRevisionOperation,
  getReportLinesOperation,
  getRevisionLinesOperation,
  runReportOperation,
  reviseReportOperation,
  rebuildReportOperation,
  draftReportOperation,
  getReportDraftOperation,
  getReportRunOperation,
];
