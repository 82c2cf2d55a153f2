import { outcomeKey } from '#domain/report/facts-held.ts';
import { reviewKey } from '#domain/report/in-order.ts';
import { listedFacts } from '#domain/report/listed-facts.ts';
import type { ReportedMonth, ReportSetting } from '#domain/report/report-setting.ts';
import { type ReviewInReport, subjectOf } from '#domain/report/review-in-report.ts';
import { Rows } from '#domain/report/rows.ts';
import { dayOf } from '#language/time.ts';
import type { ReportContent } from '#schemas/report.ts';
import type { RuleSetName } from '#schemas/rule-set-name.ts';

type Part = ReportContent['businessCases'];

/** Business-case outcomes recorded within the month, of every review; conditions still open, of those whose results stand. */
export const businessCasesPart = (setting: ReportSetting, month: ReportedMonth, ruleSet: RuleSetName) => {
  const listed = listedFacts(setting, month, ruleSet);
  const outcomes = new Rows<Part['outcomes']['rows'][number]>((one) => [one.on, reviewKey(one)]);
  const overdue = new Rows<Part['conditions']['overdue']['rows'][number]>((one) => [one.dueOn, reviewKey(one)]);
  let open = 0;
  return {
    add: (review: ReviewInReport): void => {
      const subject = subjectOf(review);
      for (const businessCase of review.position.businessCases) {
        for (const { number, at, outcome, on, body, reference, reason } of businessCase.outcomes) {
          const found = listed(review.id, { key: outcomeKey(businessCase.id, number), on: dayOf(at) });
          if (found === null) continue;
          outcomes.add({
            ...subject,
            businessCase: businessCase.title,
            type: businessCase.type,
            outcome,
            on,
            body,
            reference: reference ?? null,
            reason: reason ?? null,
            ...found,
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
