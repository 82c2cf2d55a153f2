import { figuresOfRecords, inReviewRecord } from '#domain/report/figures/of-records.ts';
import { type DependencyOfReview, isOpen, registered } from './open-dependencies.ts';
import { isOverdue } from './report.ts';

export const dependenciesInFigures = [
  figuresOfRecords({
    part: 'dependencies',
    register: 'dependency',
    whose: 'under-way-or-ended',
    rule: {
      id: 'REVIEW-30',
      sentence:
        'Dependencies of the programme, of reviews under way and of those that have ended are counted, wherever they are recorded.',
    },
    ofReview: ({ dependencies }) => dependencies,
    ofProgramme: registered,
    named: ({ id, title, inReviewRecord: own }: DependencyOfReview) => ({
      id,
      title,
      ...(own ? { register: inReviewRecord } : {}),
    }),
    figures: {
      total: { title: 'Dependencies', value: ({ total }) => total, gives: () => true },
      open: { title: 'Open dependencies', value: ({ open }) => open, gives: isOpen },
      'at-risk': {
        title: 'Dependencies at risk',
        value: ({ atRisk }) => atRisk,
        gives: ({ status }) => status === 'at-risk',
      },
      overdue: {
        title: 'Overdue dependencies',
        value: ({ overdue }) => overdue,
        gives: (one, { month }) => isOverdue(one, month),
      },
      met: { title: 'Dependencies met', value: ({ met }) => met, gives: ({ status }) => status === 'met' },
      'no-longer-needed': {
        title: 'Dependencies no longer needed',
        value: ({ noLongerNeeded }) => noLongerNeeded,
        gives: ({ status }) => status === 'no-longer-needed',
      },
    },
  }),
];
