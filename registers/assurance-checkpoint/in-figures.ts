import { byTitle, figuresOfRecords, reviewItself } from '#domain/report/figures/of-records.ts';
import { isCheckpointOverdue } from './report.ts';

const rule = {
  id: 'CONFIDENCE-23',
  sentence: 'Checkpoints of counted reviews and of the programme are counted by what became of them.',
};

export const checkpointsInFigures = [
  figuresOfRecords({
    part: 'assuranceCheckpoints',
    register: 'assurance-checkpoint',
    whose: 'counted',
    rule,
    ofReview: ({ position }) => position.assuranceCheckpoints,
    ofProgramme: (wide) => wide.assuranceCheckpoints,
    named: byTitle,
    figures: {
      total: { title: 'Assurance checkpoints', value: (part) => part.total, gives: () => true },
      due: {
        title: 'Assurance checkpoints planned',
        value: (part) => part.due.total,
        gives: ({ status }) => status === 'planned',
      },
      overdue: {
        title: 'Assurance checkpoints overdue',
        value: (part) => part.overdue,
        gives: (one, { month }) => isCheckpointOverdue(one, month),
      },
      done: {
        title: 'Assurance checkpoints done',
        value: (part) => part.done.total,
        gives: ({ doneOn }) => doneOn !== undefined,
      },
      cancelled: {
        title: 'Assurance checkpoints cancelled',
        value: (part) => part.cancelled,
        gives: ({ status }) => status === 'cancelled',
      },
    },
  }),
  figuresOfRecords({
    ...reviewItself,
    part: 'assuranceCheckpoints',
    whose: 'counted',
    unit: 'reviews',
    rule,
    figures: {
      never: {
        title: 'Reviews without an assurance checkpoint that was done',
        value: (part) => part.never.total,
        gives: ({ position }) => position.assuranceCheckpoints.every(({ status }) => status !== 'done'),
      },
    },
  }),
];
