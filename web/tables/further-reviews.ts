import { isDraft, type ReportShown } from '../report/report-shown.ts';

/** Reviews that have no room in a file, and the address where they go on, if there is one. */
export interface FurtherReviews {
  readonly count: number;
  readonly address: string | null;
}

/** Where they are, where no address has them. */
export const withoutAddress = (report: ReportShown): string =>
  isDraft(report)
    ? 'The published report will hold them all'
    : 'Only the latest revision of a month can be pulled line by line';
