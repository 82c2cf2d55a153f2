import { byTitle, figuresOfRecords } from '#domain/report/figures/of-records.ts';
import { isOverdue } from './report.ts';

export const recommendationsInFigures = [
  figuresOfRecords({
    part: 'recommendations',
    register: 'recommendation',
    whose: 'under-way-or-ended',
    rule: {
      id: 'ADVICE-2',
      sentence: 'Recommendations stay in the report until they are closed, also those to a review that has ended.',
    },
    ofReview: ({ position }) => position.recommendations,
    ofProgramme: (wide) => wide.recommendations,
    named: byTitle,
    figures: {
      total: { title: 'Recommendations', value: ({ total }) => total, gives: () => true },
      open: { title: 'Open recommendations', value: ({ open }) => open, gives: ({ status }) => status !== 'closed' },
      closed: {
        title: 'Recommendations closed',
        value: ({ closed }) => closed,
        gives: ({ status }) => status === 'closed',
      },
      'awaiting-response': {
        title: 'Open recommendations that await a response',
        value: ({ awaitingResponse }) => awaitingResponse,
        gives: ({ status, response }) => status !== 'closed' && response === 'awaited',
      },
      rejected: {
        title: 'Recommendations rejected',
        value: ({ rejected }) => rejected,
        gives: ({ response }) => response === 'rejected',
      },
      overdue: {
        title: 'Overdue recommendations',
        value: ({ overdue }) => overdue,
        gives: (one, { month }) => isOverdue(one, month),
      },
    },
  }),
];
