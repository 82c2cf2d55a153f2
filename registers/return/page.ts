import { dateInWords, monthInWords, shareInWords } from '#language/in-words.ts';
import type { Report } from '#schemas/report.ts';
import { type Html, html } from '#web/html.ts';
import { none, section, subject, table } from '#web/report/layout.ts';

/** The month's returns; late, unconfirmed and missing are states of their own. */
export const returns = ({ content: { returns: r, totals } }: Report): Html =>
  section(
    'returns',
    'Returns for the month',
    r.expected === 0
      ? none('No return was expected.')
      : html`<p>Received by ${dateInWords(r.dueBy)}: ${shareInWords(r.received)}, of which ${r.nothingChanged} said that nothing had changed. Late: ${totals.returnsLate}. Not confirmed by an SRO: ${totals.returnsUnconfirmed}. Missing: ${totals.returnsMissing}.</p>`,
    table({
      caption: 'Returns that are not in, or came late',
      columns: [{ head: 'Review' }, { head: 'State' }, { head: 'Confirmed' }],
      rows: [
        ...r.missing.map((one) => [
          subject(one),
          'Missing',
          one.lastConfirmed === null ? 'never before' : `last for ${monthInWords(one.lastConfirmed)}`,
        ]),
        ...r.unconfirmed.map((one) => [subject(one), 'Submitted, not confirmed by an SRO', 'not yet']),
        ...r.late.map((one) => [subject(one), 'Late', dateInWords(one.confirmedOn)]),
      ],
      none: 'No return is missing, unconfirmed or late.',
      total: totals.returnsMissing + totals.returnsUnconfirmed + totals.returnsLate,
    }),
  );
