import { byTitle, figuresOfRecords } from '#domain/report/figures/of-records.ts';
import type { IssuesSection } from './record.ts';
import { overdueActionsOf } from './report.ts';

const isOpen = ({ status }: IssuesSection[number]): boolean => status === 'open';

export const issuesInFigures = [
  figuresOfRecords({
    part: 'issues',
    register: 'issue',
    whose: 'counted',
    rule: { id: 'DELIVERY-6', sentence: 'Open issues of counted reviews and of the programme are counted.' },
    ofReview: ({ position }) => position.issues.filter(isOpen),
    ofProgramme: (wide) => wide.issues.filter(isOpen),
    named: byTitle,
    figures: {
      open: { title: 'Open issues', value: ({ open }) => open, gives: () => true },
      high: {
        title: 'Open issues of high severity',
        value: ({ high }) => high,
        gives: ({ severity }) => severity === 'high',
      },
      'without-owner': {
        title: 'Open issues without an owner',
        value: ({ withoutOwner }) => withoutOwner,
        gives: ({ owner }) => owner === undefined,
      },
      'overdue-actions': {
        title: 'Overdue actions of open issues',
        value: ({ overdue }) => overdue?.total,
        gives: (one, { month }) => overdueActionsOf(one, month).length,
      },
    },
  }),
];
