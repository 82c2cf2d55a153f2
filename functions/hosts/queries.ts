import { pathToFileURL } from 'node:url';
import * as z from 'zod';
import { tableClient } from '#store/table/client.ts';
import { compareReports } from '../api/compare-reports.ts';
import { exportProgramme } from '../api/export-programme.ts';
import { getAppraisal } from '../api/get-appraisal.ts';
import { getCalendar } from '../api/get-calendar.ts';
import { getDaysComparison } from '../api/get-days-comparison.ts';
import { getEntry } from '../api/get-entry.ts';
import { getFeed } from '../api/get-feed.ts';
import { getGate } from '../api/get-gate.ts';
import { getHistory } from '../api/get-history.ts';
import { getMeetingAgenda } from '../api/get-meeting-agenda.ts';
import { getODataResource } from '../api/get-odata-resource.ts';
import { getODataService } from '../api/get-odata-service.ts';
import { getPerson } from '../api/get-person.ts';
import { getProgramme } from '../api/get-programme.ts';
import { getReportDraft } from '../api/get-report-draft.ts';
import { getReportRun } from '../api/get-report-run.ts';
import { getReturnFigures } from '../api/get-return-figures.ts';
import { getReturnsOfMonth } from '../api/get-returns-of-month.ts';
import { getReview } from '../api/get-review.ts';
import { getReviewSinceBaseline } from '../api/get-review-since-baseline.ts';
import { getTransfer } from '../api/get-transfer.ts';
import { listAcross } from '../api/list-across.ts';
import { listActionsAcross } from '../api/list-actions-across.ts';
import { listEntries } from '../api/list-entries.ts';
import { listEvents } from '../api/list-events.ts';
import { listFeeds } from '../api/list-feeds.ts';
import { listLedgerFigures } from '../api/list-ledger-figures.ts';
import { listMessages } from '../api/list-messages.ts';
import { listPeople } from '../api/list-people.ts';
import { listProgrammes } from '../api/list-programmes.ts';
import { listReports } from '../api/list-reports.ts';
import { listRestatements } from '../api/list-restatements.ts';
import { listReviews } from '../api/list-reviews.ts';
import { listTransfers } from '../api/list-transfers.ts';
import { searchProgramme } from '../api/search-programme.ts';
import type { ReadsFeeds } from '../http/call.ts';
import { claimNamesFrom, claimsShape, readEnvironment } from '../http/environment.ts';
import { httpApi } from '../http/http-api.ts';
import { limitFrom, limitShape } from '../http/rate-limit.ts';
import type { ReadsDrafts } from '../reports/reads-drafts.ts';

/** Reads the registers, and drafts; its grant is read-only. */
const environment = readEnvironment({
  ...claimsShape,
  ...limitShape,
  TABLE_NAME: z.string().min(1),
  DYNAMODB_ENDPOINT: z.string().optional(),
  /** The folder of the fonts of files: next to the bundle, where Lambda puts that, unless said. */
  FONTS: z.string().min(1).default('/var/task/fonts'),
});

export const handler = httpApi<ReadsFeeds & ReadsDrafts>(
  {
    host: 'queries',
    claims: claimNamesFrom(environment),
    limit: limitFrom(environment),
    now: () => new Date().toISOString(),
    deps: {
      table: tableClient({ name: environment.TABLE_NAME, endpoint: environment.DYNAMODB_ENDPOINT }),
      loadFacts: () => import('../files/facts.ts'),
      loadDrafts: () => import('../files/drafts.ts'),
      loadWriters: () => import('../files/writers.ts'),
      loadPaper: () => import('../files/paper.ts'),
      fonts: pathToFileURL(`${environment.FONTS}/`),
    },
  },
  [
    listProgrammes,
    getProgramme,
    listReviews,
    getReview,
    getGate,
    getReturnFigures,
    getReviewSinceBaseline,
    getMeetingAgenda,
    getReturnsOfMonth,
    getCalendar,
    listEntries,
    listAcross,
    listActionsAcross,
    listLedgerFigures,
    getEntry,
    getAppraisal,
    getReportRun,
    getDaysComparison,
    getReportDraft,
    getHistory,
    listReports,
    compareReports,
    listRestatements,
    exportProgramme,
    listPeople,
    listEvents,
    listMessages,
    getPerson,
    listTransfers,
    getTransfer,
    searchProgramme,
    listFeeds,
    getFeed,
    getODataService,
    getODataResource,
  ],
);
