import type { DateStatement } from '#schemas/date-statement.ts';
import type { DecisionsSection, IssuesSection } from '#schemas/position.ts';
import type { ReportContent } from '#schemas/report.ts';
import { reviewKey } from './in-order.ts';
import type { ReportedMonth, ReportSetting } from './report-setting.ts';
import { type ReviewInReport, type SubjectOfRow, subjectOf } from './review-in-report.ts';
import { Rows } from './rows.ts';

type Decisions = ReportContent['decisions'];

/** Days and months in their order; what has no date comes last. */
export const dateStatementKey = (statement: DateStatement): string => {
  switch (statement.kind) {
    case 'date':
    case 'by':
      return statement.date;
    case 'month':
      return statement.month;
    case 'words':
    case 'to-be-confirmed':
    case 'not-stated':
      return '9999';
  }
};

/** Decisions taken within the month, of every review; decisions still to be taken, of those whose results stand. */
export const decisionsPart = (setting: ReportSetting, month: ReportedMonth) => {
  const taken = new Rows<Decisions['taken'][number]>((one) => [one.on, reviewKey(one)]);
  const due = new Rows<Decisions['due'][number]>((one) => [dateStatementKey(one.dueOn), reviewKey(one)]);
  const take = (subject: SubjectOfRow, section: DecisionsSection, stands: boolean): void => {
    for (const { title, body, kind, status, takenOn, reference, dueOn } of section) {
      const row = { ...subject, decision: title, body, kind };
      switch (status) {
        case 'taken':
          if (takenOn?.startsWith(month.month)) taken.add({ ...row, on: takenOn, reference: reference ?? null });
          break;
        case 'due':
        case 'deferred':
          if (stands) due.add({ ...row, dueOn });
          break;
        case 'refused':
          break;
      }
    }
  };
  take({ review: null, title: setting.programme.name }, setting.programmeWide.decisions, true);
  return {
    add: (review: ReviewInReport): void => take(subjectOf(review), review.position.decisions, review.stands),
    close: (): Decisions => ({
      taken: taken.first(),
      due: due.first(),
    }),
    totals: () => ({ decisionsTaken: taken.total, decisionsDue: due.total }),
  };
};

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
