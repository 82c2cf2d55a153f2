import { counted, dateInWords } from '#language/in-words.ts';
import type { ReportContent } from '#schemas/report.ts';
import { html } from '#web/html.ts';
import { count, words } from '#web/report/fact.ts';
import { subject, table } from '#web/report/layout.ts';
import type { RegisterPage } from '#web/report/register-page.ts';

const none = (ended: ReportContent['ended']): string =>
  ended === undefined || ended.issues.total === 0
    ? 'No open issue is recorded.'
    : `No issue of a counted review is open; ${ended.issues.total} of reviews that have ended.`;

/** The open issues, at the end of the risks. */
export const issuesPage: RegisterPage<ReportContent['issues']> = {
  section: { within: 'risks' },
  body: (issues, { ended }) => [
    html`<p>${issues.open === 0 ? none(ended) : `${counted(issues.open, 'issue')} open, ${issues.high} of high severity.`}</p>`,
    issues.highOpen !== undefined &&
      issues.high > 0 &&
      table({
        caption: 'Open issues of high severity',
        columns: [{ head: 'Issue' }, { head: 'Review' }, { head: 'Owner' }, { head: 'Raised on' }],
        rows: issues.highOpen.rows.map((one) => [
          one.issueTitle,
          subject(one),
          one.owner ?? 'no owner',
          dateInWords(one.raisedOn),
        ]),
        none: '',
        total: issues.highOpen.total,
      }),
  ],
  facts: (issues) => [
    count('Issues', 'Open', issues.open),
    count('Issues', 'High', issues.high),
    ...(issues.highOpen?.rows ?? []).map((one) =>
      words('Issues', one.title, 'Open, of high severity', `${one.issueTitle} (${one.owner ?? 'no owner'})`),
    ),
  ],
};
