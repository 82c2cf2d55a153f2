import { dateInWords, monthInWords } from '#language/in-words.ts';
import { monthOf, type ReportMonth } from '#language/time.ts';
import { labelOf } from '#schemas/choices.ts';
import { MonthState, ReportingCalendar } from '#schemas/reporting-calendar.ts';
import { bulletList, insetText, link, tag } from '../../design/blocks.ts';
import { dataTable } from '../../design/tables.ts';
import { type Html, html } from '../../html.ts';
import { mayReadHistory } from '../history/history.ts';
import { apiChainPath, entryPath, monthEndPath, programmePath, programmesPath, reportPath } from '../paths.ts';
import { asking } from '../question.ts';
import { type At, type Screen, screen } from '../screen.ts';
import { ProgrammeOfMonth } from './month-at.ts';

type Month = ReportingCalendar['months'][number];

const colours = { reported: 'green', 'not-reported': 'orange', waiting: 'blue', 'to-come': 'grey' } as const;

const dueDay = ({ on, workingDay, notWorking }: Month['returnsDue']): Html =>
  html`${dateInWords(on)}<br>${notWorking === null ? `Working day ${workingDay}` : `${notWorking.replace(/^a /, 'A ')}`}`;

const meetingsOf = (programme: string, { meetings }: Month): Html =>
  meetings.length === 0
    ? html`None`
    : html`${meetings.map(({ id, title, on, beforeReport }, n) => html`${n > 0 && html`<br>`}${link(entryPath({ programme }, 'meetings', id), title)}, ${dateInWords(on)}${beforeReport && ', before the report'}`)}`;

const holidays = ({ bankHolidays }: Month): Html =>
  bankHolidays.length === 0
    ? html`None`
    : html`${bankHolidays.map(({ on, name }, n) => html`${n > 0 && html`<br>`}${name}, ${dateInWords(on)}`)}`;

/** To the report where there is one; for those who keep the record, to the month's own room once it has begun. */
const monthLink = (programme: string, { month, state }: Month, { viewer, now }: At): Html => {
  const name = monthInWords(month);
  if (state === 'reported') return link(reportPath(programme, month), name);
  const hasBegun = month <= monthOf(now);
  return hasBegun && mayReadHistory(viewer) ? link(monthEndPath(programme, month), name) : html`${name}`;
};

const heads = (of: ReportMonth): string => `The twelve months from ${monthInWords(of)}`;

/** The months to come: when each ends, when returns and the report are due, and which boards meet. */
export const calendar: Screen = screen({
  path: `${programmesPath}/{programmeId}/calendar`,
  asks: ({ params: { programmeId = '' } }) => {
    const api = apiChainPath({ programme: programmeId });
    return { programme: asking(api, ProgrammeOfMonth), calendar: asking(`${api}/calendar`, ReportingCalendar) };
  },
  show: ({ programme, calendar: { months, bankHolidays } }, at) => {
    const { programmeId: id = '' } = at.params;
    const [first] = months;
    return {
      title: 'Calendar',
      caption: programme.record.name,
      crumbs: [
        { text: 'Programmes', to: programmesPath },
        { text: programme.record.name, to: programmePath(id) },
      ],
      body: html`${dataTable({
        caption: first === undefined ? 'Months to come' : heads(first.month),
        stacked: true,
        columns: [
          { head: 'Month' },
          { head: 'Ends', short: true },
          { head: 'Returns due', short: true },
          { head: 'Report due', short: true },
          { head: 'Boards meet' },
          { head: 'Bank holidays in the month after' },
        ],
        rows: months.map((one) => [
          html`${monthLink(id, one, at)}<br>${tag(labelOf(MonthState, one.state), colours[one.state])}`,
          dateInWords(one.endsOn),
          dueDay(one.returnsDue),
          dueDay(one.reportDue),
          meetingsOf(id, one),
          holidays(one),
        ]),
        none: 'The programme reports no more months.',
      })}
${bankHolidays.goesBeyond && insetText(`Bank holidays are as published until ${dateInWords(bankHolidays.publishedUntil)}. Later ones are worked out by law; one that is proclaimed for an occasion is not among them.`)}
${bulletList([
  'Returns and reports fall due in the month after the one that they are about; the meetings and bank holidays that stand with it are of that month too.',
  'Below each day stands which working day of its month it is, or why it is none. Working days are Monday to Friday, without the bank holidays of England.',
  'A meeting stands here once it is recorded among the meetings of the programme.',
])}`,
    };
  },
});
