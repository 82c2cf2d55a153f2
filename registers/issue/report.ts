import { reviewKey } from '#domain/report/in-order.ts';
import type { ReportedMonth, ReportSetting } from '#domain/report/report-setting.ts';
import { type ReviewInReport, type SubjectOfRow, subjectOf } from '#domain/report/review-in-report.ts';
import { Rows } from '#domain/report/rows.ts';
import type { ReportContent } from '#schemas/report.ts';
import { isInRuleSet, type RuleSetName } from '#schemas/rule-set-name.ts';
import type { IssuesSection } from './record.ts';

type Issues = ReportContent['issues'];
type High = NonNullable<Issues['highOpen']>['rows'][number];

/** Open issues of the programme and of the counted reviews, and which of them are severe; by `rules-1` only how many. */
export const issuesPart = (
  { programme, programmeWide }: ReportSetting,
  _month: ReportedMonth,
  ruleSet: RuleSetName,
) => {
  const high = new Rows<High>((one) => [one.raisedOn, reviewKey(one), one.issue]);
  let open = 0;
  const take = (subject: SubjectOfRow, issues: IssuesSection): void => {
    for (const { id, title, severity, owner, raisedOn } of issues.filter(({ status }) => status === 'open')) {
      open += 1;
      if (severity === 'high') high.add({ ...subject, issue: id, issueTitle: title, owner: owner ?? null, raisedOn });
    }
  };
  take({ review: null, title: programme.name }, programmeWide.issues);
  return {
    add: (review: ReviewInReport): void => {
      if (review.counted) take(subjectOf(review), review.position.issues);
    },
    close: (): Issues => ({
      open,
      high: high.total,
      ...(isInRuleSet({ since: 'rules-2' }, ruleSet) ? { highOpen: high.listed() } : {}),
    }),
  };
};
