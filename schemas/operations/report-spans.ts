import * as z from 'zod';
import { ReportMonth } from '#language/time.ts';
import { DaysComparison } from '../days-comparison.ts';
import { mostSpanMonths } from '../limits.ts';
import { everyRole } from '../people.ts';
import { ReportComparison } from '../report-comparison.ts';
import { ReportRun } from '../report-run.ts';
import { SpanReport } from '../span-report.ts';
import { CompareDays, TwoDays } from '../two-days.ts';
import { json } from './answer-parts.ts';
import { fileTypes, type Operation } from './operation.ts';
import { acting, readersOfDrafts, reading } from './problem-lists.ts';
import {
  asAtQuery,
  Nothing,
  programmeParams,
  programmePath,
  Revision,
  sectionAsked,
  viewQuery,
} from './request-parts.ts';

const span = z.strictObject({
  from: ReportMonth.optional().meta({
    description: `The first month; without it, April of the financial year that the last one is in. At most ${mostSpanMonths} months in all`,
  }),
  to: ReportMonth.optional().meta({ description: 'The last month; without it, the latest published one' }),
  ...asAtQuery.shape,
  ...sectionAsked.shape,
  ...viewQuery.shape,
});

export const getSpanReportOperation = {
  id: 'getSpanReport',
  method: 'GET',
  path: `${programmePath}/reports/span`,
  tag: 'Reports',
  summary:
    'The report of a quarter, a half year, a year or any other span, made from the published reports of its months',
  host: 'board',
  useCase: 'get-span-report',
  costly: true,
  roles: everyRole,
  params: programmeParams,
  query: span,
  success: {
    status: 200,
    schema: SpanReport,
    mediaTypes: ['application/json', 'text/html', 'text/csv', ...fileTypes],
  },
  problems: [...reading, 'report.unpublished', 'answer.not-acceptable'],
} as const satisfies Operation;

export const compareReportsOperation = {
  id: 'compareReports',
  method: 'GET',
  path: `${programmePath}/reports/compare`,
  tag: 'Reports',
  summary: 'All that differs between two published reports: every figure, every row and every review, in words',
  host: 'queries',
  useCase: 'compare-reports',
  roles: everyRole,
  params: programmeParams,
  query: z.strictObject({
    from: ReportMonth.optional().meta({
      description: 'The month that it is compared with; without it, the report that came before the other one',
    }),
    fromRevision: Revision.optional().meta({ description: 'Its revision; without it, the latest' }),
    to: ReportMonth.optional().meta({
      description: 'The month that is compared; without it, the latest published one',
    }),
    toRevision: Revision.optional().meta({ description: 'Its revision; without it, the latest' }),
    ...viewQuery.shape,
  }),
  success: { status: 200, schema: ReportComparison, mediaTypes: json },
  problems: [...reading, 'report.unpublished'],
} as const satisfies Operation;

export const compareDaysOperation = {
  id: 'compareDays',
  method: 'POST',
  path: `${programmePath}/reports/compare-days`,
  tag: 'Reports',
  summary: 'Compare any two days of the programme by what is recorded now; a run does it, and nothing is published',
  host: 'commands',
  useCase: 'compare-days',
  effectiveAt: 'none',
  costly: true,
  roles: readersOfDrafts,
  params: programmeParams,
  query: Nothing,
  body: CompareDays,
  success: { status: 202, schema: ReportRun, mediaTypes: json },
  problems: [...acting, 'effective.not-taken', 'programme.unknown'],
} as const satisfies Operation;

export const getDaysComparisonOperation = {
  id: 'getDaysComparison',
  method: 'GET',
  path: `${programmePath}/reports/compare-days`,
  tag: 'Reports',
  summary:
    'All that differs between two days that were compared: every figure, row and review, and what happened between',
  host: 'queries',
  useCase: 'get-days-comparison',
  roles: readersOfDrafts,
  params: programmeParams,
  query: z.strictObject({ ...TwoDays.shape, ...viewQuery.shape }),
  success: { status: 200, schema: DaysComparison, mediaTypes: json },
  problems: [...reading, 'programme.unknown', 'comparison.unknown'],
} as const satisfies Operation;

export const reportSpanOperations: readonly Operation[] = [
  getSpanReportOperation,
  compareReportsOperation,
  compareDaysOperation,
  getDaysComparisonOperation,
];
