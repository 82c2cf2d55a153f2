import { counted, dateInWords } from '#language/in-words.ts';
import type { ReportContent } from '#schemas/report.ts';
import { html } from '#web/html.ts';
import { subject, table } from '#web/report/layout.ts';
import { plain } from '#web/report/names.ts';
import { isOverdue } from '#web/report/overdue.ts';
import type { RegisterPage } from '#web/report/register-page.ts';

const body: RegisterPage<ReportContent['decisions']>['body'] = ({ taken, due }, { observationEnd }) => {
  const { total } = due;
  const overdue = due.rows.filter((one) => isOverdue(one.dueOn, observationEnd)).length;
  // The earliest come first, so that what a report has no room for is overdue only where all that it shows is.
  const orMore = overdue === due.rows.length && total > due.rows.length ? ' or more' : '';
  return [
    table({
      caption: 'Decisions taken in the month',
      columns: [{ head: 'Decision' }, { head: 'Subject' }, { head: 'Body' }, { head: 'On' }, { head: 'Reference' }],
      rows: taken.rows.map((one) => [
        html`${one.decision} <span class="aside">${plain(one.kind)}</span>`,
        subject(one),
        one.body,
        dateInWords(one.on),
        one.reference ?? 'not stated',
      ]),
      none: 'No decision was taken in the month.',
      total: taken.total,
    }),
    html`<p>${
      total === 0
        ? 'No decision is due.'
        : html`${counted(total, 'decision is', 'decisions are')} due${overdue > 0 && `, ${overdue}${orMore} of them overdue`}: <a href="#board-needs">listed at the front</a>.`
    }</p>`,
  ];
};

export const decisionsPage: RegisterPage<ReportContent['decisions']> = {
  section: { id: 'decisions', title: 'Decisions' },
  body,
};
