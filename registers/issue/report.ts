import type { ReportSetting } from '#domain/report/report-setting.ts';
import type { ReviewInReport } from '#domain/report/review-in-report.ts';
import type { ReportContent } from '#schemas/report.ts';
import type { IssuesSection } from './record.ts';

/** Open issues of the programme and of the counted reviews, and how many of them are severe. */
export const issuesPart = ({ programmeWide }: ReportSetting) => {
  const tally = { open: 0, high: 0 };
  const take = (issues: IssuesSection): void => {
    for (const issue of issues) {
      if (issue.status !== 'open') continue;
      tally.open += 1;
      if (issue.severity === 'high') tally.high += 1;
    }
  };
  take(programmeWide.issues);
  return {
    add: (review: ReviewInReport): void => {
      if (review.counted) take(review.position.issues);
    },
    close: (): ReportContent['issues'] => ({ ...tally }),
  };
};
