import { counted, dateInWords } from '#language/in-words.ts';
import type { Report } from '#schemas/report.ts';
import { type Html, html } from '#web/html.ts';
import { section, subject, table } from '#web/report/layout.ts';
import { outcomeNames, plain } from '#web/report/names.ts';

/** What became of the month's business cases. */
export const outcomes = ({ content }: Report): Html =>
  section(
    'outcomes',
    'Business-case outcomes',
    table({
      caption: 'Outcomes recorded in the month',
      columns: [
        { head: 'Review' },
        { head: 'Business case' },
        { head: 'Outcome' },
        { head: 'Body and date' },
        { head: 'Reason' },
      ],
      rows: content.outcomes.map((one) => [
        subject(one),
        html`${one.businessCase}<span class="under">${plain(one.type)}</span>`,
        outcomeNames[one.outcome],
        html`${one.body}, ${dateInWords(one.on)}<span class="under">Reference: ${one.reference ?? 'not stated'}</span>`,
        one.reason ?? 'none given',
      ]),
      none: 'No business-case outcome was recorded in the month.',
      total: content.totals.outcomes,
    }),
    html`<p>${counted(content.conditions.open, 'condition')} of approvals open, ${content.totals.conditionsOverdue} overdue.</p>`,
  );
