import type { Report } from '#schemas/report.ts';
import { counted, dateInWords } from '#schemas/words.ts';
import { type Html, html } from '../html.ts';
import { section, subject, table } from './layout.ts';
import { plain } from './names.ts';
import { isOverdue } from './overdue.ts';

export const decisions = ({ content }: Report): Html => {
  const overdue = content.decisions.due.filter((one) => isOverdue(one.dueOn, content.observationEnd)).length;
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
    }),
    html`<p>${
      content.decisions.due.length === 0
        ? 'No decision is due.'
        : html`${counted(content.decisions.due.length, 'decision is', 'decisions are')} due${overdue > 0 && `, ${overdue} of them overdue`}: <a href="#board-needs">listed at the front</a>.`
    }</p>`,
  );
};
