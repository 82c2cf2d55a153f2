import { byTitle, figuresOfRecords, givesTotal } from '#domain/report/figures/of-records.ts';
import { totalOf } from '#domain/totals.ts';
import { undecidedOf } from './undecided.ts';

export const contractsInFigures = [
  figuresOfRecords({
    part: 'contracts',
    register: 'contract',
    whose: 'in-results',
    rule: {
      id: 'DELIVERY-23',
      sentence: 'Contracts that have not ended are listed, with their value and what of them is to be decided.',
    },
    ofReview: ({ position }) => position.contracts,
    ofProgramme: (wide) => wide.contracts,
    named: byTitle,
    figures: {
      total: { title: 'Contracts', value: ({ total }) => total, gives: () => true },
      ended: {
        title: 'Contracts that have ended',
        value: ({ ended }) => ended,
        gives: ({ endedOn }) => endedOn !== undefined,
      },
      running: {
        title: 'Contracts that have not ended',
        value: ({ rows }) => rows.total,
        gives: ({ endedOn }) => endedOn === undefined,
      },
      value: {
        title: 'Value of contracts that have not ended',
        unit: 'pounds',
        value: ({ value }) => value,
        gives: ({ endedOn, value }) => (endedOn === undefined ? givesTotal(totalOf([value])) : undefined),
      },
      undecided: {
        title: 'What is to be decided of contracts',
        value: ({ undecided }) => undecided.total,
        gives: (one, { month }) => undecidedOf(one, month.lastDay).length,
      },
    },
  }),
];
