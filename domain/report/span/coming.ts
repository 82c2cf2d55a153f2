import { lastDayOf } from '#language/time.ts';
import { dateStatementKey, isPast } from '#schemas/date-statement.ts';
import type { Coming, SpanReport } from '#schemas/span-report.ts';
import { reviewKey } from '../in-order.ts';
import { Rows } from '../rows.ts';
import { type GivenMonth, type GivenSpan, lastOf, partOf } from './given-months.ts';

/** What is due after the span, or has been since before: as its last report has it. */
const comingAfter = (given: GivenMonth): Pick<SpanReport, 'coming'> => {
  const end = lastDayOf(given.report.content.month);
  const rows = new Rows<Coming>((one) => [dateStatementKey(one.due), one.kind, reviewKey(one), one.what], Infinity);
  const [milestones, decisions] = [partOf(given, 'milestones'), partOf(given, 'decisions')];
  const meetings = partOf(given, 'meetings')?.ahead;
  const add = (kind: Coming['kind'], one: Omit<Coming, 'kind' | 'overdue'>): void =>
    rows.add({ ...one, kind, overdue: isPast(one.due, end) });
  for (const { review, title, milestone, dueOn, stated } of milestones?.due.rows ?? [])
    add('milestone', { review, title, what: milestone, by: null, due: stated ?? { kind: 'date', date: dueOn } });
  for (const { review, title, decision, body, dueOn } of decisions?.due.rows ?? [])
    add('decision', { review, title, what: decision, by: body, due: dueOn });
  for (const { review, title, meetingTitle, body, on } of meetings?.rows ?? [])
    add('meeting', { review, title, what: meetingTitle, by: body, due: { kind: 'date', date: on } });
  const unnamed = [milestones?.due, decisions?.due, meetings].reduce(
    (sum, list) => sum + (list === undefined ? 0 : list.total - list.rows.length),
    0,
  );
  const { total, rows: named } = rows.listed();
  return { coming: { total: total + unnamed, rows: named } };
};

const assuranceDue = (given: GivenMonth): SpanReport['assurance'] => {
  const part = partOf(given, 'assuranceCheckpoints');
  if (part === undefined) return null;
  const rows = part.due.rows.map(({ review, title, checkpointTitle, planned, overdue }) => ({
    ...{ review, title, what: checkpointTitle, due: planned, overdue },
  }));
  return { due: { total: part.due.total, rows }, never: part.never };
};

/** What the last report of the span says is coming, and what is due for assurance. */
export const whatIsComing = (span: GivenSpan): Pick<SpanReport, 'coming' | 'assurance'> => ({
  ...comingAfter(lastOf(span)),
  assurance: assuranceDue(lastOf(span)),
});
