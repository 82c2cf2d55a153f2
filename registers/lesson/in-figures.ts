import { byTitle, figuresOfRecords } from '#domain/report/figures/of-records.ts';
import { labelOf } from '#schemas/choices.ts';
import { LessonKind } from './record.ts';

export const lessonsInFigures = [
  figuresOfRecords({
    part: 'lessons',
    register: 'lesson',
    whose: 'under-way-or-ended',
    rule: {
      id: 'ADVICE-3',
      sentence: 'Lessons of the programme, of counted reviews and of those that have ended are counted.',
    },
    ofReview: ({ position }) => position.lessons,
    ofProgramme: (wide) => wide.lessons,
    named: byTitle,
    figures: {
      total: { title: 'Lessons', value: ({ total }) => total, gives: () => true },
      applied: {
        title: 'Lessons that were applied',
        value: ({ applied }) => applied,
        gives: ({ applied }) => applied.length > 0,
      },
    },
    tables: [
      {
        asked: ({ byKind }) =>
          byKind.map(({ kind, count }) => ({
            name: `kind.${kind}`,
            title: `Lessons: ${labelOf(LessonKind, kind)}`,
            value: count,
          })),
        gives: ({ kind }) => ({ [`kind.${kind}`]: true }),
      },
    ],
  }),
];
