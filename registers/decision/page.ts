import { counted, dateInWords } from '#language/in-words.ts';
import type { Report } from '#schemas/report.ts';
import { type Html, html } from '#web/html.ts';
import { section, subject, table } from '#web/report/layout.ts';
import { plain } from '#web/report/names.ts';
import { isOverdue } from '#web/report/overdue.ts';

export const decisions = ({ content }: Report): Html => {
  const { due } = content.decisions;
  const total = content.totals.decisionsDue;
  const overdue = due.filter((one) => isOverdue(one.dueOn, content.observationEnd)).length;
  // The earliest come first, so that what a report has no room for is overdue only where all that it shows is.
  const orMore = overdue === due.length && total > due.length ? ' or more' : '';
  return section(
    'decisions',
    'Decisions',
    table({
      caption: 'Decisions taken in the month',
      columns: [{ head: 'Decision' }, { head: 'Subject' }, { head: 'Body' }, { head: 'On' }, { head: 'Reference' }],
      rows: content.decisions.taken.map((one) => [
        html`${one.decision} <span class="aside">${plain(one.kind)}</span>`,
        subject(one),
        one.body,
        dateInWords(one.on),
        one.reference ?? 'not stated',
      ]),
      none: 'No decision was taken in the month.',
      total: content.totals.decisionsTaken,
    }),
    html`<p>${
      total === 0
        ? 'No decision is due.'
        : html`${counted(total, 'decision is', 'decisions are')} due${overdue > 0 && `, ${overdue}${orMore} of them overdue`}: <a href="#board-needs">listed at the front</a>.`
    }</p>`,
  );
};
