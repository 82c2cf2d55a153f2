import { counted } from '#language/in-words.ts';
import type { View } from '#schemas/exemption.ts';
import { isDraft, type ReportShown } from './report-shown.ts';

/** Which view a report is shown in, where the two are not the same. */
export const viewInWords: Readonly<Record<View, string>> = {
  full: 'Full view: not for publication.',
  public: 'Public view.',
};

/** How much of the report is withheld from the public, to those who see it and to those who do not. */
export const withheldInWords = (view: View, records: number | undefined): string =>
  `Text of ${records === undefined ? 'some records' : counted(records, 'record')} is exempt under Schedule 12A to the Local Government Act 1972${
    view === 'full' ? ' and shown here; the public view withholds it' : ' and withheld; each place says so'
  }. Every figure is the same in both views.`;

/** How many records that is of; of a draft it is not counted. */
export const withheldRecordsOf = (report: ReportShown): number | undefined =>
  isDraft(report) ? undefined : report.publication.publicView?.withheldRecords;

/** That one answer has no room for every row of a report, and where they all are. */
export const shortenedInWords = (rowsAtMost: number, ofDraft = false): string =>
  `One answer has no room for every row of this report: of each list ${rowsAtMost === 0 ? 'none is' : `the first ${rowsAtMost} are`} here. Every count and total is of the whole report${
    ofDraft ? '' : ', and the export of the programme’s record holds every row'
  }.`;
