import { counted, dateInWords } from '#language/in-words.ts';
import type { Report } from '#schemas/report.ts';
import { type Html, html } from '#web/html.ts';
import { none, section, subject, table } from '#web/report/layout.ts';

/** Milestones due, missed and slipped, with the reason for every delay. */
export const milestones = ({ content: { milestones: m, totals } }: Report): Html =>
  section(
    'milestones',
    'Milestones',
    m.total === 0
      ? none('No milestone is recorded.')
      : html`<p>${m.done} of ${counted(m.total, 'milestone')} done. Baselines moved by an agreed change: ${m.rebaselines}.</p>`,
    table({
      caption: 'Milestones past due, or due by the end of next month',
      columns: [{ head: 'Milestone' }, { head: 'Review' }, { head: 'Due' }],
      rows: m.due.map((one) => [one.milestone, subject(one), dateInWords(one.dueOn)]),
      none: 'No milestone is due.',
      total: totals.milestonesDue,
    }),
    table({
      caption: 'Milestones missed',
      columns: [{ head: 'Milestone' }, { head: 'Review' }, { head: 'Was due' }],
      rows: m.missed.map((one) => [one.milestone, subject(one), dateInWords(one.dueOn)]),
      none: 'No milestone is missed.',
      total: totals.milestonesMissed,
    }),
    table({
      caption: 'Milestones that slipped',
      columns: [
        { head: 'Milestone' },
        { head: 'Review' },
        { head: 'Baseline' },
        { head: 'Forecast' },
        { head: 'Actual' },
        { head: 'Reason' },
      ],
      rows: m.slipped.map((one) => [
        one.milestone,
        subject(one),
        dateInWords(one.baseline),
        one.forecast === null ? 'not stated' : dateInWords(one.forecast),
        one.actual === null ? 'not yet' : dateInWords(one.actual),
        one.reason ?? html`<strong>no reason given</strong>`,
      ]),
      none: 'No milestone slipped.',
      total: totals.milestonesSlipped,
    }),
  );
