import type { ReviewInReport } from '#domain/report/review-in-report.ts';
import type { IssuesSection } from '#schemas/position.ts';
import type { ReportContent } from '#schemas/report.ts';

/** Open issues of the programme and of the counted reviews, and how many of them are severe. */
export const issuesPart = (programmeWide: IssuesSection) => {
  const tally = { open: 0, high: 0 };
  const take = (issues: IssuesSection): void => {
    for (const issue of issues) {
      if (issue.status !== 'open') continue;
      tally.open += 1;
      if (issue.severity === 'high') tally.high += 1;
    }
  };
  take(programmeWide);
  return {
    add: (review: ReviewInReport): void => {
      if (review.counted) take(review.position.issues);
    },
    close: (): ReportContent['issues'] => ({ ...tally }),
  };
};
