import { reviewKey } from '#domain/report/in-order.ts';
import type { ReportSetting } from '#domain/report/report-setting.ts';
import { type ReviewInReport, type SubjectOfRow, subjectOf } from '#domain/report/review-in-report.ts';
import { Rows } from '#domain/report/rows.ts';
import { stageNamer } from '#domain/report/stage-names.ts';
import { stageNow } from '#schemas/stages.ts';
import { LessonKind, type LessonsPart, type LessonsSection } from './record.ts';

type Row = LessonsPart['rows']['rows'][number];

const daysBefore = (day: string): number => -Date.parse(day);

/** Lessons of the programme, of the reviews under way and of those that have ended, which teach most; the newest first. */
export const lessonsPart = ({ programme, programmeWide }: ReportSetting) => {
  const rows = new Rows<Row>((one) => [daysBefore(one.learnedOn), reviewKey(one), one.lesson]);
  const stageName = stageNamer(programme);
  const counts = new Map<string, number>();
  let applied = 0;
  const take = (subject: SubjectOfRow, lessons: LessonsSection): void => {
    for (const { id, title, stage, ...one } of lessons) {
      counts.set(one.kind, (counts.get(one.kind) ?? 0) + 1);
      if (one.applied.length > 0) applied += 1;
      rows.add({
        ...{ ...subject, lesson: id, lessonTitle: title, ...one },
        stage: stage === undefined ? null : stageName(stageNow(programme, stage)),
      });
    }
  };
  take({ review: null, title: programme.name }, programmeWide.lessons);
  return {
    add: (review: ReviewInReport): void => {
      if (review.counted || review.ended) take(subjectOf(review), review.position.lessons);
    },
    close: (): LessonsPart => ({
      total: rows.total,
      byKind: LessonKind.options.map((kind) => ({ kind, count: counts.get(kind) ?? 0 })),
      applied,
      rows: rows.listed(),
    }),
  };
};
