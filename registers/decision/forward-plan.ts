import { reviewKey } from '#domain/report/in-order.ts';
import type { SubjectOfRow } from '#domain/report/review-in-report.ts';
import { Rows } from '#domain/report/rows.ts';
import { monthOfDate, type ReportMonth } from '#language/time.ts';
import { type DateStatement, dateStatementKey, firstDayStated, lastDayStated } from '#schemas/date-statement.ts';
import { noticeNeededBy } from './decision-dates.ts';
import type { DecisionsSection, PlannedStep } from './record.ts';

/** The first month in which it may be, or the month by a day of which it is to be; null where none is stated. */
const monthStated = (when: DateStatement): ReportMonth | null => {
  const day = firstDayStated(when) ?? lastDayStated(when);
  return day === null ? null : monthOfDate(day);
};

/** Later than every month. */
const noMonth = '9999-99';

type Decision = DecisionsSection[number];

/** Each body that has yet to take it up, in the order of the route, and the decision itself. */
export const stepsOf = ({ body, dueOn, route = [] }: Decision): Pick<PlannedStep, 'body' | 'purpose' | 'when'>[] => [
  ...route
    .filter(({ purpose, actual }) => actual === undefined && purpose !== 'decision')
    .map((step) => ({ body: step.body, purpose: step.purpose, when: step.planned })),
  { body, purpose: 'decision', when: dueOn },
];

/** What bodies are still to take up, by month and body, of decisions that are due or deferred; what has no month last. */
export const forwardPlan = () => {
  const steps = new Rows<PlannedStep>((one) => [
    one.month ?? noMonth,
    one.body,
    dateStatementKey(one.when),
    reviewKey(one),
    one.id,
    one.purpose,
  ]);
  return {
    add: (subject: SubjectOfRow, decision: Decision): void => {
      const { id, title, kind, status, noticeOn = null, urgency, bestValue, equalityImpact, consultation } = decision;
      if (status !== 'due' && status !== 'deferred') return;
      const key = kind === 'key-decision';
      for (const step of stepsOf(decision)) {
        const isNoticeNeeded = key && noticeOn === null && step.purpose === 'decision';
        steps.add({
          ...subject,
          ...{ id, decision: title, kind, status, key, noticeOn },
          ...step,
          month: monthStated(step.when),
          noticeBy: isNoticeNeeded ? noticeNeededBy(step.when, urgency?.kind) : null,
          hasBestValue: bestValue !== undefined,
          equalityImpact: equalityImpact?.status ?? null,
          consultation: consultation?.status ?? null,
        });
      }
    },
    listed: () => steps.listed(),
  };
};
