import { dateInWords, monthInWords, shareInWords } from '#language/in-words.ts';
import type { ReportContent } from '#schemas/report.ts';
import { html } from '#web/html.ts';
import { count, share } from '#web/report/fact.ts';
import { none, subject, table } from '#web/report/layout.ts';
import type { RegisterPage } from '#web/report/register-page.ts';
import { wordingOf } from '#web/report/wording.ts';

/** The month's returns; late, unconfirmed and missing are states of their own. */
export const returnsPage: RegisterPage<ReportContent['returns']> = {
  section: { id: 'returns', title: 'Returns for the month' },
  body: (r, content) => [
    r.expected === 0
      ? none('No return was expected.')
      : html`<p>Received by ${dateInWords(r.dueBy)}: ${shareInWords(r.received)}, of which ${r.nothingChanged} said that nothing had changed. Late: ${r.late.total}. Not confirmed by an SRO: ${r.unconfirmed.total}. Missing: ${r.missing.total}.</p>`,
    table({
      caption: 'Returns that are not in, or came late',
      columns: [{ head: 'Review' }, { head: 'State' }, { head: 'Confirmed' }],
      rows: [
        ...r.missing.rows.map((one) => [
          subject(one),
          'Missing',
          one.lastConfirmed === null ? 'never before' : `last for ${monthInWords(one.lastConfirmed)}`,
        ]),
        ...r.unconfirmed.rows.map((one) => [subject(one), wordingOf(content).unconfirmedReturn, 'not yet']),
        ...r.late.rows.map((one) => [subject(one), 'Late', dateInWords(one.confirmedOn)]),
      ],
      none: 'No return is missing, unconfirmed or late.',
      total: r.missing.total + r.unconfirmed.total + r.late.total,
    }),
    r.cameSince !== undefined &&
      r.cameSince.total > 0 &&
      table({
        caption: 'Returns of earlier months, confirmed after the reports of these',
        columns: [{ head: 'Review' }, { head: 'Month' }, { head: 'Confirmed' }],
        rows: r.cameSince.rows.map((one) => [subject(one), monthInWords(one.month), dateInWords(one.confirmedOn)]),
        none: '',
        total: r.cameSince.total,
      }),
  ],
  facts: (returns) => [
    share('Returns', 'Received', returns.received),
    count('Returns', 'Nothing changed', returns.nothingChanged),
    count('Returns', 'Late', returns.late.total),
    count('Returns', 'Unconfirmed', returns.unconfirmed.total),
    count('Returns', 'Missing', returns.missing.total),
  ],
};
