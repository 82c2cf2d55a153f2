import { byTitle, figuresOfRecords } from '#domain/report/figures/of-records.ts';
import type { ReportedMonth } from '#domain/report/report-setting.ts';
import { addMonths, lastDayOf } from '#language/time.ts';
import { expectedOn, expectedStated, isOutstanding, type Milestone } from './expected.ts';
import { hasSlipped } from './report.ts';

type ListedAs = 'done' | 'missed' | 'undated' | 'due';

/** In which list it is; undefined: in none. */
const listedAs = (milestone: Milestone, { month }: ReportedMonth): ListedAs | undefined => {
  if (milestone.actual !== undefined) return 'done';
  if (milestone.missed) return 'missed';
  if (!isOutstanding(milestone)) return undefined;
  const dueOn = expectedOn(milestone);
  if (dueOn === undefined) return expectedStated(milestone) === undefined ? undefined : 'undated';
  return dueOn <= lastDayOf(addMonths(month, 1)) ? 'due' : undefined;
};

export const milestonesInFigures = [
  figuresOfRecords({
    part: 'milestones',
    register: 'milestone',
    whose: 'in-results',
    rule: {
      id: 'DELIVERY-4',
      sentence:
        'A milestone is done with an actual date, or missed, or moved to a named owner; anything else is outstanding, and listed where it is due by the end of the month after.',
    },
    ofReview: ({ position }) => position.milestones,
    ofProgramme: (wide) => wide.milestones,
    named: byTitle,
    figures: {
      total: { title: 'Milestones', value: ({ total }) => total, gives: () => true },
      done: {
        title: 'Milestones done',
        value: ({ done }) => done,
        gives: (one, { month }) => listedAs(one, month) === 'done',
      },
      due: {
        title: 'Milestones due',
        value: ({ due }) => due.total,
        gives: (one, { month }) => listedAs(one, month) === 'due',
      },
      missed: {
        title: 'Milestones missed',
        value: ({ missed }) => missed.total,
        gives: (one, { month }) => listedAs(one, month) === 'missed',
      },
      undated: {
        title: 'Outstanding milestones that stand for no day',
        value: ({ undated }) => undated?.total,
        gives: (one, { month }) => listedAs(one, month) === 'undated',
      },
      slipped: {
        title: 'Milestones that slipped',
        value: ({ slipped }) => slipped.total,
        gives: hasSlipped,
        rule: { id: 'DELIVERY-5', sentence: 'A slip is measured against both baselines, the first and the current.' },
      },
      rebaselines: {
        title: 'Moves of baselines of milestones',
        value: ({ rebaselines }) => rebaselines,
        gives: ({ rebaselines }) => rebaselines,
        rule: {
          id: 'DELIVERY-5',
          sentence: 'A baseline moves only by an agreed change request; each move is counted.',
        },
      },
    },
  }),
];
