import { counted, dateInWords, listed } from '#language/in-words.ts';
import { labelOf } from '#schemas/choices.ts';
import { html } from '#web/html.ts';
import { count, words } from '#web/report/fact.ts';
import { listOf, none, subject, table } from '#web/report/layout.ts';
import type { RegisterPage } from '#web/report/register-page.ts';
import { LessonKind, type LessonsPart } from './record.ts';

type Row = LessonsPart['rows']['rows'][number];

const comesFrom = ({ learnedOn, stage }: Row): string =>
  `${dateInWords(learnedOn)}${stage === null ? '' : `, at ${stage}`}`;

const applications = ({ applied }: Row): string[] => applied.map(({ where, on }) => `${where}, ${dateInWords(on)}`);

/** Lessons with where their advice was followed, the newest first. */
export const lessonsPage: RegisterPage<LessonsPart> = {
  section: { id: 'lessons', title: 'Lessons' },
  body: (part) => [
    part.total === 0
      ? none('No lesson of a review that is counted or has ended, or of the programme, is in the register.')
      : html`<p>${counted(part.total, 'lesson')}: ${listed(
          part.byKind.map((one) => `${one.count} of ${labelOf(LessonKind, one.kind).toLowerCase()}`),
        )}. Applied somewhere: ${part.applied}; nowhere yet: ${part.total - part.applied}.</p>`,
    part.total > 0 &&
      table({
        caption: 'Lessons, the newest first',
        columns: [{ head: 'Lesson' }, { head: 'From' }, { head: 'Advice' }, { head: 'Learned' }, { head: 'Applied' }],
        rows: part.rows.rows.map((one) => [
          html`${one.lessonTitle}<span class="under">${labelOf(LessonKind, one.kind)}</span>`,
          subject(one),
          one.advice,
          comesFrom(one),
          listOf(applications(one), 'nowhere yet'),
        ]),
        none: '',
        total: part.rows.total,
      }),
  ],
  facts: (part) => [
    count('Lessons', 'In all', part.total),
    ...part.byKind.map((one) => count('Lessons', labelOf(LessonKind, one.kind), one.count)),
    count('Lessons', 'Applied somewhere', part.applied),
    ...part.rows.rows.map((one) => {
      const where = one.applied.length === 0 ? 'applied nowhere yet' : `applied: ${listed(applications(one))}`;
      return words('Lessons', one.title, one.lessonTitle, `${one.advice} (${comesFrom(one)}; ${where})`);
    }),
  ],
};
