import { dateInWords, monthInWords, shareInWords, totalInWords } from '#language/in-words.ts';
import { ratingInWords } from '#schemas/rating-names.ts';
import type { ReportContent } from '#schemas/report.ts';
import { html } from '#web/html.ts';
import { count, share, total, words } from '#web/report/fact.ts';
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
    r.confirmedFigures !== undefined &&
      r.confirmedFigures.total > 0 &&
      table({
        caption: 'What SROs confirmed with their returns',
        columns: [
          { head: 'Review' },
          { head: 'Confirmed' },
          { head: 'Stage' },
          { head: "SRO's rating" },
          { head: 'Planned savings', figures: true },
          { head: 'Forecast savings', figures: true },
          { head: 'Next milestone' },
        ],
        rows: r.confirmedFigures.rows.map((one) => [
          subject(one),
          dateInWords(one.confirmedOn),
          one.stage,
          ratingInWords(one.sroRating ?? 'not-rated'),
          `${one.year}: ${totalInWords(one.planned)}`,
          `${one.year}: ${totalInWords(one.forecast)}`,
          one.next === null ? 'none' : `${one.next.milestone}, ${dateInWords(one.next.expectedOn)}`,
        ]),
        none: '',
        total: r.confirmedFigures.total,
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
    ...(returns.confirmedFigures?.rows ?? []).flatMap((one) => [
      words('Returns', one.title, 'Confirmed on', dateInWords(one.confirmedOn)),
      words('Returns', one.title, 'Confirmed: stage', one.stage),
      words('Returns', one.title, "Confirmed: SRO's rating", ratingInWords(one.sroRating ?? 'not-rated')),
      total('Returns', one.title, `Confirmed: planned savings of ${one.year}`, one.planned),
      total('Returns', one.title, `Confirmed: forecast savings of ${one.year}`, one.forecast),
      ...(one.next === null
        ? []
        : [
            words(
              'Returns',
              one.title,
              'Confirmed: next milestone',
              `${one.next.milestone}, ${dateInWords(one.next.expectedOn)}`,
            ),
          ]),
    ]),
  ],
};
