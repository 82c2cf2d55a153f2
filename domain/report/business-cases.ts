import type { ReportContent } from '#schemas/report.ts';
import { inOrder, reviewKey } from './in-order.ts';
import { isWithinMonth, type ReportedMonth } from './report-setting.ts';
import { type ReviewInReport, subjectOf } from './review-in-report.ts';

/** Business-case outcomes recorded within the month, of every review; conditions still open, of those whose results stand. */
export const openBusinessCases = (month: ReportedMonth) => {
  const outcomes: ReportContent['outcomes'] = [];
  const overdue: ReportContent['conditions']['overdue'] = [];
  let open = 0;
  return {
    add: (review: ReviewInReport): void => {
      const subject = subjectOf(review);
      for (const businessCase of review.position.businessCases) {
        for (const { at, outcome, on, body, reference, reason } of businessCase.outcomes) {
          if (!isWithinMonth(at, month)) continue;
          outcomes.push({
            ...subject,
            businessCase: businessCase.title,
            type: businessCase.type,
            outcome,
            on,
            body,
            reference: reference ?? null,
            reason: reason ?? null,
          });
        }
        if (!review.stands) continue;
        open += businessCase.openConditions.length;
        for (const { text, owner, dueOn } of businessCase.openConditions) {
          if (dueOn < month.lastDay) overdue.push({ ...subject, condition: text, owner, dueOn });
        }
      }
    },
    close: () => ({
      outcomes: inOrder(outcomes, (one) => [one.on, reviewKey(one)]),
      conditions: { open, overdue: inOrder(overdue, (one) => [one.dueOn, reviewKey(one)]) },
    }),
  };
};
