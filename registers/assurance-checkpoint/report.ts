import { reviewKey } from '#domain/report/in-order.ts';
import { oldestMonthOfRatings } from '#domain/report/last-ratings.ts';
import type { ReportedMonth, ReportSetting } from '#domain/report/report-setting.ts';
import { type ReviewInReport, type SubjectOfRow, subjectOf } from '#domain/report/review-in-report.ts';
import { Rows } from '#domain/report/rows.ts';
import { monthOfDate } from '#language/time.ts';
import { dateStatementKey, isPast, lastDayStated } from '#schemas/date-statement.ts';
import type { CheckpointsPart, CheckpointsSection } from './record.ts';

type Due = CheckpointsPart['due']['rows'][number];
type Done = CheckpointsPart['done']['rows'][number];
type Checkpoint = CheckpointsSection[number];

/** Planned, and past the last day that its date stands for. */
export const isCheckpointOverdue = ({ status, planned }: Checkpoint, { lastDay }: ReportedMonth): boolean =>
  status === 'planned' && isPast(planned, lastDay);

/** Whether a checkpoint that was done names a day in that month or after; one without a day does not. */
export const isDoneSince = ({ status, doneOn }: Checkpoint, month: string): boolean => {
  const last = doneOn === undefined ? null : lastDayStated(doneOn);
  return status === 'done' && last !== null && monthOfDate(last) >= month;
};

/** Checkpoints of the programme and of counted reviews: what is due, what was done, and who never had one. */
export const assuranceCheckpointsPart = ({ programme, programmeWide }: ReportSetting, month: ReportedMonth) => {
  const due = new Rows<Due>((one) => [dateStatementKey(one.planned), reviewKey(one), one.checkpoint]);
  const done = new Rows<Done>((one) => [reviewKey(one), dateStatementKey(one.doneOn), one.checkpoint]);
  const never = new Rows<CheckpointsPart['never']['rows'][number]>((one) => [one.tier, reviewKey(one)]);
  const oldest = oldestMonthOfRatings(programme, month);
  let total = 0;
  let overdue = 0;
  const take = (subject: SubjectOfRow, checkpoints: CheckpointsSection): void => {
    for (const one of checkpoints) {
      const { id, title, kind, by = null, planned, doneOn, findings = null, rating = null } = one;
      const row = { ...subject, checkpoint: id, checkpointTitle: title, kind, by };
      total += 1;
      if (one.status === 'planned') {
        const late = isCheckpointOverdue(one, month);
        if (late) overdue += 1;
        due.add({ ...row, planned, overdue: late });
      }
      if (doneOn !== undefined)
        done.add({ ...row, doneOn, findings, rating, outOfDate: rating !== null && !isDoneSince(one, oldest) });
    }
  };
  take({ review: null, title: programme.name }, programmeWide.assuranceCheckpoints);
  return {
    add: (review: ReviewInReport): void => {
      if (!review.counted) return;
      const { assuranceCheckpoints } = review.position;
      take(subjectOf(review), assuranceCheckpoints);
      if (assuranceCheckpoints.every(({ status }) => status !== 'done'))
        never.add({ ...subjectOf(review), tier: review.position.review.tier });
    },
    close: (): CheckpointsPart => ({
      total,
      overdue,
      cancelled: total - due.total - done.total,
      due: due.listed(),
      done: done.listed(),
      never: never.listed(),
    }),
  };
};
