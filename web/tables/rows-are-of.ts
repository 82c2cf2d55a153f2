import { isDraft, markOfDraft, type ReportShown } from '../report/report-shown.ts';
import type { RowsAreOf } from './section-csv.ts';

/** What each row of a report as CSV says first; of a draft also that it is one. */
export const rowsAreOf = (report: ReportShown): RowsAreOf => {
  const { programme, month, revision } = report.content;
  return {
    Programme: programme.id,
    Month: month,
    Revision: revision,
    ...(isDraft(report) ? { Status: markOfDraft(report) } : {}),
  };
};
