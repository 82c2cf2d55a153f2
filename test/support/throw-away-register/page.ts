import type * as z from 'zod';
import { count } from '#web/report/fact.ts';
import { subject, table } from '#web/report/layout.ts';
import type { RegisterPage } from '#web/report/register-page.ts';
import type { lesson } from './record.ts';

export const lessonsPage: RegisterPage<z.output<(typeof lesson)['report']['schema']>> = {
  section: { id: 'lessons', title: 'Lessons learned' },
  body: ({ unused }) => [
    table({
      caption: 'Lessons that are not used',
      columns: [{ head: 'Lesson' }, { head: 'Review' }],
      rows: unused.rows.map((one) => [one.lesson, subject(one)]),
      none: 'Every lesson is used.',
      total: unused.total,
    }),
  ],
  facts: (lessons) => [count('Lessons', 'In all', lessons.total), count('Lessons', 'Used', lessons.used)],
};
