import { reviewKey } from '#domain/report/in-order.ts';
import type { ReportedMonth, ReportSetting } from '#domain/report/report-setting.ts';
import { type ReviewInReport, type SubjectOfRow, subjectOf } from '#domain/report/review-in-report.ts';
import { Rows } from '#domain/report/rows.ts';
import { stageNamer } from '#domain/report/stage-names.ts';
import { dateStatementKey, isPast } from '#schemas/date-statement.ts';
import { type DependencyOfReview, isOpen, registered } from './open-dependencies.ts';
import type { DependenciesPart } from './record.ts';

type Row = DependenciesPart['openRows']['rows'][number];

/** Open, and past the last day that its date stands for. */
export const isOverdue = (
  { status, neededBy }: Pick<DependencyOfReview, 'status' | 'neededBy'>,
  { lastDay }: Pick<ReportedMonth, 'lastDay'>,
): boolean => isOpen({ status }) && isPast(neededBy, lastDay);

/** Dependencies of the programme, of the reviews under way, and of those that have ended: they stay until they are closed. */
export const dependenciesPart = ({ programme, programmeWide }: ReportSetting, month: ReportedMonth) => {
  const open = new Rows<Row>((one) => [dateStatementKey(one.neededBy), reviewKey(one), one.dependency]);
  const stageName = stageNamer(programme);
  const titles = new Map<string, string>();
  const tally = { total: 0, met: 0, noLongerNeeded: 0, atRisk: 0, overdue: 0 };
  const take = (
    subject: SubjectOfRow,
    dependencies: readonly DependencyOfReview[],
    milestones: readonly { readonly id: string; readonly title: string }[],
  ): void => {
    for (const one of dependencies) {
      tally.total += 1;
      if (one.status === 'met') tally.met += 1;
      if (one.status === 'no-longer-needed') tally.noLongerNeeded += 1;
      if (!isOpen(one)) continue;
      const overdue = isOverdue(one, month);
      if (one.status === 'at-risk') tally.atRisk += 1;
      if (overdue) tally.overdue += 1;
      const { id, title, direction, on, review, elsewhere, inReviewRecord } = one;
      const { owner, neededBy, status, milestone, holdsStage } = one;
      open.add({
        ...{ ...subject, dependency: id, inReviewRecord, dependencyTitle: title, direction, on },
        ...{ otherReview: review ?? elsewhere ?? null, owner: owner ?? null, neededBy, status, overdue },
        milestone: milestones.find((other) => other.id === milestone)?.title ?? milestone ?? null,
        holdsStage: holdsStage === undefined ? null : stageName(holdsStage),
      });
    }
  };
  take({ review: null, title: programme.name }, registered(programmeWide), programmeWide.milestones);
  return {
    add: (review: ReviewInReport): void => {
      titles.set(review.id, review.title);
      if (review.counted || review.ended) take(subjectOf(review), review.dependencies, review.position.milestones);
    },
    close: (): DependenciesPart => {
      const { total, rows } = open.listed();
      const named = rows.map((row) => ({
        ...row,
        otherReview: row.otherReview === null ? null : (titles.get(row.otherReview) ?? row.otherReview),
      }));
      return { ...tally, open: open.total, openRows: { total, rows: named } };
    },
  };
};
