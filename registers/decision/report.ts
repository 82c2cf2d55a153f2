import { reviewKey } from '#domain/report/in-order.ts';
import type { ReportedMonth, ReportSetting } from '#domain/report/report-setting.ts';
import { type ReviewInReport, type SubjectOfRow, subjectOf } from '#domain/report/review-in-report.ts';
import { Rows } from '#domain/report/rows.ts';
import type { DateStatement } from '#schemas/date-statement.ts';
import type { ReportContent } from '#schemas/report.ts';
import type { DecisionsSection } from './record.ts';

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
  const taken = new Rows<Decisions['taken']['rows'][number]>((one) => [one.on, reviewKey(one)]);
  const due = new Rows<Decisions['due']['rows'][number]>((one) => [dateStatementKey(one.dueOn), reviewKey(one)]);
  const take = (subject: SubjectOfRow, section: DecisionsSection, inResults: boolean): void => {
    for (const { title, body, kind, status, takenOn, reference, dueOn } of section) {
      const row = { ...subject, decision: title, body, kind };
      switch (status) {
        case 'taken':
          if (takenOn?.startsWith(month.month)) taken.add({ ...row, on: takenOn, reference: reference ?? null });
          break;
        case 'due':
        case 'deferred':
          if (inResults) due.add({ ...row, dueOn });
          break;
        case 'refused':
          break;
      }
    }
  };
  take({ review: null, title: setting.programme.name }, setting.programmeWide.decisions, true);
  return {
    add: (review: ReviewInReport): void => take(subjectOf(review), review.position.decisions, review.inResults),
    close: (): Decisions => ({
      taken: taken.listed(),
      due: due.listed(),
    }),
  };
};
