import type { ReportMonth } from '#language/time.ts';
import type { ReportRun } from '#schemas/report-run.ts';
import { attemptOf, runId } from '#store/reports/runs.ts';
import type { ProgrammeRef } from '#store/table/keys.ts';

/** A run that has just been asked for. */
export const newRun = (
  programmeRef: ProgrammeRef,
  given: Pick<
    ReportRun,
    'month' | 'revision' | 'reason' | 'early' | 'requestedAt' | 'askedBy' | 'draft' | 'notReported'
  >,
  kind: ReportRun['kind'] = 'publish',
): ReportRun => ({
  id: runId(given.month, given.revision),
  programme: programmeRef.programme,
  ...given,
  kind,
  state: 'waiting',
  reviewsDone: 0,
  reviewsTotal: null,
  report: null,
  problem: null,
  rebuilt: null,
});

/** A run that is asked for again after one that came to nothing: what that one was asked with, and how it failed, stays. */
export const askedAgain = (before: ReportRun, run: ReportRun): ReportRun => ({
  ...run,
  // The heads that were fixed before may be older than the draft: it is compared with a report of heads that are fixed anew.
  ...(run.draft === undefined
    ? before.attempt === undefined
      ? {}
      : { attempt: before.attempt }
    : { attempt: attemptOf(before) + 1 }),
  ...(before.failures === undefined ? {} : { failures: before.failures }),
  ...(before.notReported === undefined || run.notReported !== undefined ? {} : { notReported: before.notReported }),
  ...(before.reason === null && before.askedBefore === undefined
    ? {}
    : {
        askedBefore: [
          ...(before.askedBefore ?? []),
          ...(before.reason === null
            ? []
            : [{ requestedAt: before.requestedAt, reason: before.reason, early: before.early }]),
        ],
      }),
});

export const reportAddress = (programme: string, month: ReportMonth): string =>
  `/programmes/${programme}/reports/${month}`;
/** Where the lines of a report go on, of the latest revision of a month unless one is named, as at an instant and so many a page where that was asked for. */
export const linesAddress = (
  {
    programme,
    month,
    revision,
  }: { readonly programme: string; readonly month: ReportMonth; readonly revision?: string | undefined },
  cursor: string,
  { asAt, limit }: { readonly asAt?: string | undefined; readonly limit?: string | undefined },
): string =>
  `${reportAddress(programme, month)}${revision === undefined ? '' : `/revisions/${revision}`}/lines?cursor=${cursor}${limit === undefined ? '' : `&limit=${limit}`}${asAt === undefined ? '' : `&asAt=${encodeURIComponent(asAt)}`}`;
export const runAddress = (programme: string, id: string): string => `/programmes/${programme}/report-runs/${id}`;
