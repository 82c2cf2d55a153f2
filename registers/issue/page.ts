import { counted } from '#language/in-words.ts';
import type { ReportContent } from '#schemas/report.ts';
import { html } from '#web/html.ts';
import { count } from '#web/report/fact.ts';
import type { RegisterPage } from '#web/report/register-page.ts';

/** The open issues, at the end of the risks. */
export const issuesPage: RegisterPage<ReportContent['issues']> = {
  section: { within: 'risks' },
  body: (issues) => [
    html`<p>${issues.open === 0 ? 'No open issue is recorded.' : `${counted(issues.open, 'issue')} open, ${issues.high} of high severity.`}</p>`,
  ],
  facts: (issues) => [count('Issues', 'Open', issues.open)],
};
