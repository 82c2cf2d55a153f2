import { byTitle, figuresOfRecords } from '#domain/report/figures/of-records.ts';
import { walked } from './walked.ts';

export const walksInFigures = [
  figuresOfRecords({
    part: 'inYearWalks',
    register: 'in-year-walk',
    whose: 'every',
    rule: {
      id: 'MEASURE-7',
      sentence: 'What is left is the forecast less the actions that are steps of the walk.',
    },
    ofProgramme: (wide) => wide.inYearWalks,
    named: byTitle,
    figures: {
      total: { title: 'In-year walks', value: ({ walks }) => walks.total, gives: () => true },
      actions: {
        title: 'Actions of in-year walks',
        value: ({ actions }) => actions.total,
        gives: ({ actions }) => actions.length,
      },
    },
    tables: [
      {
        asked: ({ walks }) =>
          walks.rows.map(({ walk, walkTitle, actions }) => ({
            name: `${walk}.taken-off`,
            title: `${walkTitle}: taken off by its actions`,
            value: actions.pounds,
            unit: 'pounds' as const,
          })),
        gives: (walk) => ({ [`${walk.id}.taken-off`]: walked(walk).takenOff }),
      },
    ],
  }),
];
