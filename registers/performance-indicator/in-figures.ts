import { figuresOfRecords } from '#domain/report/figures/of-records.ts';
import type { ReportedMonth } from '#domain/report/report-setting.ts';
import { labelOf } from '#schemas/choices.ts';
import { IndicatorStatus, type IndicatorsSection } from './record.ts';
import { inForceIn, latestBy, statusOf } from './status.ts';

const statusAt = (given: IndicatorsSection[number], month: ReportedMonth): IndicatorStatus => {
  const { latest } = latestBy(given.readings, month.month);
  return statusOf(inForceIn(given, latest?.month ?? month.month), latest?.value);
};

export const indicatorsInFigures = [
  figuresOfRecords({
    part: 'performanceIndicators',
    register: 'performance-indicator',
    whose: 'in-results',
    rule: {
      id: 'MEASURE-3',
      sentence: 'Each indicator of the programme and of reviews in the results is shown by its latest reading.',
    },
    ofReview: ({ position }) => position.performanceIndicators,
    ofProgramme: (wide) => wide.performanceIndicators,
    named: ({ id, title }) => ({ id, title }),
    figures: { total: { title: 'Performance indicators', value: ({ total }) => total, gives: () => true } },
    tables: [
      {
        asked: ({ byStatus }) =>
          byStatus.map(({ status, count }) => ({
            name: `status.${status}`,
            title: `Performance indicators: ${labelOf(IndicatorStatus, status)}`,
            value: count,
            rule: {
              id: 'MEASURE-2',
              sentence: 'Green meets the target, Amber is short of it and not beyond the floor, Red is beyond it.',
            },
          })),
        gives: (one, { month }) => ({ [`status.${statusAt(one, month)}`]: true }),
      },
    ],
  }),
];
