import { counted, dateInWords } from '#language/in-words.ts';
import { labelOf } from '#schemas/choices.ts';
import type { ReportContent } from '#schemas/report.ts';
import { html } from '#web/html.ts';
import { words } from '#web/report/fact.ts';
import { dayOrLate, subject, table } from '#web/report/layout.ts';
import { plain } from '#web/report/names.ts';
import type { RegisterPage } from '#web/report/register-page.ts';
import { OutcomeName } from './record.ts';

/** What became of the month's business cases. */
export const businessCasesPage: RegisterPage<ReportContent['businessCases']> = {
  section: { id: 'outcomes', title: 'Business-case outcomes' },
  body: ({ outcomes, conditions }) => [
    table({
      caption: 'Outcomes recorded in the month',
      columns: [
        { head: 'Review' },
        { head: 'Business case' },
        { head: 'Outcome' },
        { head: 'Body and date' },
        { head: 'Reason' },
      ],
      rows: outcomes.rows.map((one) => [
        subject(one),
        html`${one.businessCase}<span class="under">${plain(one.type)}</span>`,
        labelOf(OutcomeName, one.outcome),
        html`${one.body}, ${dayOrLate(one)}<span class="under">Reference: ${one.reference ?? 'not stated'}</span>`,
        one.reason ?? 'none given',
      ]),
      none: 'No business-case outcome was recorded in the month.',
      total: outcomes.total,
    }),
    html`<p>${counted(conditions.open, 'condition')} of approvals open, ${conditions.overdue.total} overdue.</p>`,
  ],
  facts: ({ outcomes }) =>
    outcomes.rows.map((one) =>
      words(
        'Business-case outcomes',
        one.title,
        one.businessCase,
        `${labelOf(OutcomeName, one.outcome)} by ${one.body} on ${dateInWords(one.on)}`,
      ),
    ),
};
