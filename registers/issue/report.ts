import { reviewKey } from '#domain/report/in-order.ts';
import type { ReportedMonth, ReportSetting } from '#domain/report/report-setting.ts';
import { type ReviewInReport, type SubjectOfRow, subjectOf } from '#domain/report/review-in-report.ts';
import { Rows } from '#domain/report/rows.ts';
import type { ReportContent } from '#schemas/report.ts';
import { isInRuleSet, type RuleSetName } from '#schemas/rule-set-name.ts';
import type { IssuesSection } from './record.ts';

type Issues = ReportContent['issues'];
type High = NonNullable<Issues['highOpen']>['rows'][number];
type Overdue = NonNullable<Issues['overdue']>['rows'][number];
type Issue = IssuesSection[number];
type Action = NonNullable<High['actions']>[number];

const openActionsOf = ({ actions = [] }: Issue): Action[] =>
  actions.flatMap(({ what, owner, dueOn, status }) =>
    status === 'open' ? [{ what, owner: owner ?? null, dueOn: dueOn ?? null }] : [],
  );

/** The open actions of an open issue that are past their day. */
export const overdueActionsOf = (issue: Issue, { lastDay }: ReportedMonth): (Action & { dueOn: string })[] =>
  issue.status === 'open'
    ? openActionsOf(issue).flatMap((one) =>
        one.dueOn !== null && one.dueOn < lastDay ? [{ ...one, dueOn: one.dueOn }] : [],
      )
    : [];

/** Open issues of the programme and of the counted reviews, which of them are severe, and what is overdue; by `rules-1` only how many. */
export const issuesPart = ({ programme, programmeWide }: ReportSetting, month: ReportedMonth, ruleSet: RuleSetName) => {
  const high = new Rows<High>((one) => [one.raisedOn, reviewKey(one), one.issue]);
  const overdue = new Rows<Overdue>((one) => [one.dueOn, reviewKey(one), one.issue]);
  let open = 0;
  let withoutOwner = 0;
  const take = (subject: SubjectOfRow, issues: IssuesSection): void => {
    for (const issue of issues.filter(({ status }) => status === 'open')) {
      const { id, title, severity, owner = null, raisedOn } = issue;
      const about = { ...subject, issue: id, issueTitle: title };
      open += 1;
      if (owner === null) withoutOwner += 1;
      if (severity === 'high') high.add({ ...about, owner, raisedOn, actions: openActionsOf(issue) });
      overdue.add(...overdueActionsOf(issue, month).map((one) => ({ ...about, ...one })));
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
      ...(isInRuleSet({ since: 'rules-2' }, ruleSet)
        ? { highOpen: high.listed(), withoutOwner, overdue: overdue.listed() }
        : {}),
    }),
  };
};
