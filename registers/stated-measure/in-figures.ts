import { figuresOfRecords } from '#domain/report/figures/of-records.ts';

export const statedMeasuresInFigures = [
  figuresOfRecords({
    part: 'statedMeasures',
    register: 'stated-measure',
    whose: 'every',
    rule: {
      id: 'SAVINGS-26',
      sentence: 'Counts, shares and durations that papers state are listed, and none is added.',
    },
    ofProgramme: (wide) => wide.statedMeasures,
    named: ({ id, record }) => ({ id, title: record.title }),
    figures: { total: { title: 'Stated measures', value: ({ total }) => total, gives: () => true } },
  }),
];
