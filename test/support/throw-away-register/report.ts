import type * as z from 'zod';
import { reviewKey } from '#domain/report/in-order.ts';
import type { ReportSetting } from '#domain/report/report-setting.ts';
import type { ReviewInReport, SubjectOfRow } from '#domain/report/review-in-report.ts';
import { Rows } from '#domain/report/rows.ts';
import type { lesson } from './record.ts';

type Lessons = z.output<(typeof lesson)['position']['schema']>;
/** The product's own type of a position does not know the throw-away section. */
interface WithLessons {
  readonly lessons: Lessons;
}

export const lessonsPart = (setting: ReportSetting) => {
  const unused = new Rows<SubjectOfRow & { readonly lesson: string }>((one) => [reviewKey(one), one.lesson]);
  let total = 0;
  const take = (subject: SubjectOfRow, { lessons }: WithLessons): void => {
    total += lessons.length;
    for (const one of lessons) if (one.use === 'no') unused.add({ ...subject, lesson: one.title });
  };
  take(
    { review: null, title: setting.programme.name },
    setting.programmeWide as typeof setting.programmeWide & WithLessons,
  );
  return {
    add: ({ id, title, position }: ReviewInReport): void =>
      take({ review: id, title }, position as typeof position & WithLessons),
    close: () => ({ total, used: total - unused.total, unused: unused.listed() }),
  };
};
