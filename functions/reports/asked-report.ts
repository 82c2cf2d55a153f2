import { type Decided, done, refused } from '#domain/decided.ts';
import type { Shown } from '#schemas/exemption.ts';
import type { ReportContent } from '#schemas/report.ts';
import { readReport, withEveryRow } from '#store/reports/reports.ts';
import type { StoredReport } from '#store/reports/stored-report.ts';
import type { ProgrammeRef } from '#store/table/keys.ts';
import { requestedAsAt } from '../http/as-at.ts';
import type { Call, ReadsTable } from '../http/call.ts';
import { chainRefOf } from '../http/chain-ref.ts';
import { matches } from '../http/etag.ts';
import { notCached, type ViewRequest } from '../http/view-access.ts';
import { type ShownReport, sinceRedacted, storedInView, viewOfReport } from './report-view.ts';

/** A call for what is kept with a report: of a month's latest revision, or of one of its revisions. */
export type ReportPartCall = Call<
  { readonly programmeId: string; readonly month: string; readonly revision?: string | undefined },
  { readonly asAt?: string | undefined; readonly view?: string | undefined }
> &
  ViewRequest;

/** The report that is asked, in the view of whoever asks. */
export interface AskedReport {
  readonly programmeRef: ProgrammeRef;
  readonly stored: StoredReport;
  readonly shown: Shown;
  readonly view: ShownReport;
}

/** The report that a call is about. Refused: `report.unpublished`. */
export const askedReport = async (call: ReportPartCall, deps: ReadsTable): Promise<Decided<AskedReport>> => {
  const programmeRef = chainRefOf(call);
  const { month, revision } = call.params;
  const stored = await readReport(deps.table, programmeRef, {
    month,
    revision: revision === undefined ? undefined : Number(revision),
    by: requestedAsAt(call),
  });
  if (stored === undefined) return refused({ code: 'report.unpublished', detail: 'No such report is published.' });
  const view = await viewOfReport(call, deps, stored);
  return done({ programmeRef, stored, shown: view.shown, view });
};

/** Its content with every row, in that view. */
export const wholeContent = async (
  deps: ReadsTable,
  { programmeRef, stored, shown }: AskedReport,
): Promise<ReportContent> => storedInView(await withEveryRow(deps.table, programmeRef, stored), shown).content;

/** How long an answer may be kept of a report, or of what is kept with it: `part` names what of the report it is, and in which format. */
export const headersOfPart = (
  call: Pick<ReportPartCall, 'params' | 'query'>,
  { stored, view: { digest, showsExempt, shown } }: Pick<AskedReport, 'stored' | 'view'>,
  part: string,
): Readonly<Record<string, string>> => {
  const vary = { vary: 'Accept, Authorization' };
  if (requestedAsAt(call) !== undefined) return { ...vary, 'cache-control': notCached };
  const mayCache = call.params.revision === undefined ? 'private, no-cache' : 'private, max-age=31536000, immutable';
  return {
    ...vary,
    etag: `"${digest.slice(0, 32)}-${sinceRedacted(stored)}${part}-${shown.view}"`,
    'cache-control': showsExempt ? notCached : mayCache,
  };
};

/** Whether the sender holds what these headers are of. */
export const isUnchanged = (
  call: Pick<ReportPartCall, 'headers'>,
  { etag }: Readonly<Record<string, string>>,
): boolean => etag !== undefined && matches(call.headers['if-none-match'], etag);
