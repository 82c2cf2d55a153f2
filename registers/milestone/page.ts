import { counted, dateInWords, listed, poundsInWords } from '#language/in-words.ts';
import { dateStatementInWords } from '#schemas/date-statement.ts';
import type { ReportContent } from '#schemas/report.ts';
import { type Html, html } from '#web/html.ts';
import { count, words } from '#web/report/fact.ts';
import { none, subject, table } from '#web/report/layout.ts';
import type { RegisterPage } from '#web/report/register-page.ts';
import { wordingOf } from '#web/report/wording.ts';
import { isDue, wasDue } from './page-dates.ts';
import { slipsChart } from './page-slips-chart.ts';

type Slipped = ReportContent['milestones']['slipped']['rows'][number];

/** It keeps to the baseline of now, and not to the first. */
const isOfFirst = ({ baseline, forecast, actual }: Slipped): boolean => (actual ?? forecast ?? baseline) <= baseline;

/** The baseline of now, with the first one below it where it was moved. */
const baselineOf = ({ baseline, firstBaseline, rebaselines = 0 }: Slipped): Html => {
  const moved = rebaselines === 1 ? 'once' : `${rebaselines} times`;
  return html`${dateInWords(baseline)}${firstBaseline !== undefined && rebaselines > 0 && html`<span class="under">first ${dateInWords(firstBaseline)}, moved ${moved}</span>`}`;
};

const leavesInWords = (savings: NonNullable<Slipped['savings']>): string =>
  savings.length === 0 ? 'nothing' : listed(savings.map(({ year, pounds }) => `${poundsInWords(pounds)} (${year})`));

/** Outstanding milestones of which no day is stated: in neither of the lists by day. */
const undatedTable = (undated: ReportContent['milestones']['undated']): Html | false =>
  undated !== undefined &&
  undated.total > 0 &&
  table({
    caption: 'Milestones that stand for no day',
    columns: [{ head: 'Milestone' }, { head: 'Review' }, { head: 'When' }],
    rows: undated.rows.map((one) => [one.milestone, subject(one), dateStatementInWords(one.stated)]),
    none: '',
    total: undated.total,
  });

/** Milestones due, missed and slipped, with the reason for every delay. */
export const milestonesPage: RegisterPage<ReportContent['milestones']> = {
  section: { id: 'milestones', title: 'Milestones' },
  body: (m, content, estimates = m.slipped.rows.some((one) => one.savings !== undefined)) => [
    m.total === 0
      ? none('No milestone is recorded.')
      : html`<p>${m.done} of ${counted(m.total, 'milestone')} done. ${wordingOf(content).rebaselines}: ${m.rebaselines}.</p>`,
    table({
      caption: 'Milestones past due, or due by the end of next month',
      columns: [{ head: 'Milestone' }, { head: 'Review' }, { head: 'Due' }],
      rows: m.due.rows.map((one) => [one.milestone, subject(one), isDue(one, content.observationEnd)]),
      none: 'No milestone is due.',
      total: m.due.total,
    }),
    table({
      caption: 'Milestones missed',
      columns: [{ head: 'Milestone' }, { head: 'Review' }, { head: 'Was due' }],
      rows: m.missed.rows.map((one) => [
        html`${one.milestone}${one.reason !== undefined && html`<span class="under">${one.reason}</span>`}`,
        subject(one),
        wasDue(one),
      ]),
      none: 'No milestone is missed.',
      total: m.missed.total,
    }),
    undatedTable(m.undated),
    slipsChart(m.slipped.rows),
    table({
      caption: 'Milestones that slipped',
      columns: [
        { head: 'Milestone' },
        { head: 'Review' },
        { head: 'Baseline' },
        { head: 'Forecast' },
        { head: 'Actual' },
        { head: 'Reason' },
        ...(estimates ? [{ head: 'Leaves the year, estimated' }] : []),
      ],
      rows: m.slipped.rows.map((one) => [
        one.milestone,
        subject(one),
        baselineOf(one),
        one.forecast === null ? 'not stated' : dateInWords(one.forecast),
        one.actual === null ? 'not yet' : dateInWords(one.actual),
        one.reason ?? (isOfFirst(one) ? 'moved by an agreed change' : html`<strong>no reason given</strong>`),
        ...(one.savings === undefined ? [] : [leavesInWords(one.savings)]),
      ]),
      none: 'No milestone slipped.',
      total: m.slipped.total,
    }),
  ],
  facts: (milestones) => [
    count('Milestones', 'In all', milestones.total),
    count('Milestones', 'Done', milestones.done),
    count('Milestones', 'Missed', milestones.missed.total),
    count('Milestones', 'Slipped', milestones.slipped.total),
    ...(milestones.undated === undefined ? [] : [count('Milestones', 'Without a day', milestones.undated.total)]),
    ...(milestones.undated?.rows ?? []).map((one) =>
      words('Milestones', one.title, one.milestone, dateStatementInWords(one.stated)),
    ),
  ],
};
