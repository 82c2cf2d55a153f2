import { byTitle, figuresOfRecords } from '#domain/report/figures/of-records.ts';
import { isUpdateOverdue } from './report.ts';

export const handoversInFigures = [
  figuresOfRecords({
    part: 'handovers',
    register: 'handover',
    whose: 'under-way-or-ended',
    rule: {
      id: 'REVIEW-26',
      sentence: 'Handovers of reviews under way and of those that have ended are counted by what became of them.',
    },
    ofReview: ({ position }) => position.handovers,
    named: byTitle,
    figures: {
      total: { title: 'Handovers', value: ({ total }) => total, gives: () => true },
      open: { title: 'Open handovers', value: ({ open }) => open, gives: ({ status }) => status === 'open' },
      realised: {
        title: 'Handovers realised',
        value: ({ realised }) => realised,
        gives: ({ status }) => status === 'realised',
      },
      'given-up': {
        title: 'Handovers given up',
        value: ({ givenUp }) => givenUp,
        gives: ({ status }) => status === 'given-up',
      },
      overdue: {
        title: 'Handovers of which an update is overdue',
        value: ({ overdue }) => overdue,
        gives: (one, { month }) => isUpdateOverdue(one, month),
      },
    },
  }),
];
