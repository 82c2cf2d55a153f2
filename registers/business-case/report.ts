import { reviewKey } from '#domain/report/in-order.ts';
import { isWithinMonth, type ReportedMonth, type ReportSetting } from '#domain/report/report-setting.ts';
import { type ReviewInReport, subjectOf } from '#domain/report/review-in-report.ts';
import { Rows } from '#domain/report/rows.ts';
import type { ReportContent } from '#schemas/report.ts';

type Part = ReportContent['businessCases'];

/** Business-case outcomes recorded within the month, of every review; conditions still open, of those whose results stand. */
export const businessCasesPart = (_setting: ReportSetting, month: ReportedMonth) => {
  const outcomes = new Rows<Part['outcomes']['rows'][number]>((one) => [one.on, reviewKey(one)]);
  const overdue = new Rows<Part['conditions']['overdue']['rows'][number]>((one) => [one.dueOn, reviewKey(one)]);
  let open = 0;
  return {
    add: (review: ReviewInReport): void => {
      const subject = subjectOf(review);
      for (const businessCase of review.position.businessCases) {
        for (const { at, outcome, on, body, reference, reason } of businessCase.outcomes) {
          if (!isWithinMonth(at, month)) continue;
          outcomes.add({
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
        if (!review.inResults) continue;
        open += businessCase.openConditions.length;
        for (const { text, owner, dueOn } of businessCase.openConditions) {
          if (dueOn < month.lastDay) overdue.add({ ...subject, condition: text, owner, dueOn });
        }
      }
    },
    close: (): Part => ({
      outcomes: outcomes.listed(),
      conditions: { open, overdue: overdue.listed() },
    }),
  };
};
