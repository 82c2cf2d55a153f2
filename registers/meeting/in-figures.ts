import { meetingHeldKey } from '#domain/report/facts-held.ts';
import { byTitle, figuresOfRecords } from '#domain/report/figures/of-records.ts';
import { isActionOverdue, openActionsOf } from './actions.ts';

export const meetingsInFigures = [
  figuresOfRecords({
    part: 'meetings',
    register: 'meeting',
    whose: 'every',
    rule: {
      id: 'MEETING-3',
      sentence:
        'A report has the meetings held that no report before it had, the open actions of all meetings and the meetings to come.',
    },
    ofProgramme: (wide) => wide.meetings,
    named: byTitle,
    figures: {
      held: {
        title: 'Meetings held',
        value: ({ held }) => held.total,
        gives: ({ id, on, status }, { isHere }) => status === 'held' && isHere({ key: meetingHeldKey(id), on }),
      },
      ahead: {
        title: 'Meetings to come',
        value: ({ ahead }) => ahead.total,
        gives: ({ on, status }, { month }) => status === 'planned' && on > month.lastDay,
      },
      'open-actions': {
        title: 'Open actions of meetings',
        value: ({ openActions }) => openActions,
        gives: (one) => openActionsOf(one).length,
      },
      'overdue-actions': {
        title: 'Overdue actions of meetings',
        value: ({ overdue }) => overdue,
        gives: (one, { month }) => openActionsOf(one).filter((action) => isActionOverdue(action, month.lastDay)).length,
      },
    },
  }),
];
