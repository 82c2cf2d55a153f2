import { byTitle, figuresOfRecords } from '#domain/report/figures/of-records.ts';

export const papersInFigures = [
  figuresOfRecords({
    part: 'papers',
    register: 'paper',
    whose: 'under-way-or-ended',
    rule: {
      id: 'ADVICE-4',
      sentence: 'Papers of the programme, of counted reviews and of those that have ended are listed.',
    },
    ofReview: ({ position }) => position.papers,
    ofProgramme: (wide) => wide.papers,
    named: byTitle,
    figures: { total: { title: 'Papers', value: ({ total }) => total, gives: () => true } },
  }),
];
