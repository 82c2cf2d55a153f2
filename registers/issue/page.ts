import { counted, dateInWords } from '#language/in-words.ts';
import type { ReportContent } from '#schemas/report.ts';
import { html } from '#web/html.ts';
import { endedInWords } from '#web/report/ended-in-words.ts';
import { count, words } from '#web/report/fact.ts';
import { listOf, subject, table } from '#web/report/layout.ts';
import type { RegisterPage } from '#web/report/register-page.ts';

type Issues = ReportContent['issues'];

const none = (ended: ReportContent['ended']): string =>
  ended === undefined || ended.issues.total === 0
    ? 'No open issue is recorded.'
    : `No issue of a counted review is open; ${ended.issues.total} of reviews that ${endedInWords(ended)}.`;

const unowned = ({ withoutOwner = 0 }: Issues): string =>
  withoutOwner === 0 ? '' : ` ${withoutOwner} ${withoutOwner === 1 ? 'has' : 'have'} no owner.`;

const withOwner = ({ what, owner }: { readonly what: string; readonly owner: string | null }): string =>
  owner === null ? what : `${what} (${owner})`;
const actionInWords = (action: {
  readonly what: string;
  readonly owner: string | null;
  readonly dueOn: string | null;
}) => `${withOwner(action)}${action.dueOn === null ? '' : `, due ${dateInWords(action.dueOn)}`}`;

/** The open issues, at the end of the risks. */
export const issuesPage: RegisterPage<Issues> = {
  section: { within: 'risks' },
  body: (issues, { ended }) => [
    html`<p>${issues.open === 0 ? none(ended) : `${counted(issues.open, 'issue')} open, ${issues.high} of high severity.${unowned(issues)}`}</p>`,
    issues.highOpen !== undefined &&
      issues.high > 0 &&
      table({
        caption: 'Open issues of high severity',
        columns: [
          { head: 'Issue' },
          { head: 'Review' },
          { head: 'Owner' },
          { head: 'Raised on' },
          { head: 'Open actions' },
        ],
        rows: issues.highOpen.rows.map((one) => [
          one.issueTitle,
          subject(one),
          one.owner ?? 'no owner',
          dateInWords(one.raisedOn),
          listOf((one.actions ?? []).map(actionInWords), 'none'),
        ]),
        none: '',
        total: issues.highOpen.total,
      }),
    issues.overdue !== undefined &&
      issues.overdue.total > 0 &&
      table({
        caption: 'Overdue actions of open issues',
        columns: [{ head: 'Issue' }, { head: 'Review' }, { head: 'Action' }, { head: 'Was due' }],
        rows: issues.overdue.rows.map((one) => [one.issueTitle, subject(one), withOwner(one), dateInWords(one.dueOn)]),
        none: '',
        total: issues.overdue.total,
      }),
  ],
  facts: (issues) => [
    count('Issues', 'Open', issues.open),
    count('Issues', 'High', issues.high),
    ...(issues.withoutOwner === undefined ? [] : [count('Issues', 'Without an owner', issues.withoutOwner)]),
    ...(issues.highOpen?.rows ?? []).flatMap((one) => [
      words('Issues', one.title, 'Open, of high severity', `${one.issueTitle} (${one.owner ?? 'no owner'})`),
      ...(one.actions ?? []).map((action) => words('Issues', one.issueTitle, 'Open action', actionInWords(action))),
    ]),
    ...(issues.overdue?.rows ?? []).map((one) => words('Issues', one.issueTitle, 'Overdue action', actionInWords(one))),
  ],
};
