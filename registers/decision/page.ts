import { counted, dateInWords } from '#language/in-words.ts';
import type { ReportContent } from '#schemas/report.ts';
import { type Html, html } from '#web/html.ts';
import { count, words } from '#web/report/fact.ts';
import { dayOrLate, subject, table } from '#web/report/layout.ts';
import { plain } from '#web/report/names.ts';
import { isOverdue } from '#web/report/overdue.ts';
import type { RegisterPage } from '#web/report/register-page.ts';

type Settled = NonNullable<ReportContent['decisions']['settled']>;

const settledTable = ({ rows, total }: Settled): Html =>
  table({
    caption: 'Decisions that were due and were deferred, refused or withdrawn',
    columns: [{ head: 'Decision' }, { head: 'Subject' }, { head: 'Body' }, { head: 'What became of it' }],
    rows: rows.map((one) => [
      html`${one.decision} <span class="aside">${plain(one.kind)}</span>`,
      subject(one),
      one.body,
      plain(one.how),
    ]),
    none: 'No decision was deferred, refused or withdrawn.',
    total,
  });

type Taken = ReportContent['decisions']['taken']['rows'][number];

const implementable = ({ callInEndsOn = null, earliestImplementationOn = null }: Taken): Html | null =>
  earliestImplementationOn === null
    ? null
    : html`<span class="under">${callInEndsOn !== null && `call-in until ${dateInWords(callInEndsOn)}; `}may be implemented from ${dateInWords(earliestImplementationOn)}</span>`;

const body: RegisterPage<ReportContent['decisions']>['body'] = ({ taken, due, settled }, { observationEnd }) => {
  const { total } = due;
  const overdue = due.rows.filter((one) => isOverdue(one.dueOn, observationEnd)).length;
  // The earliest come first, so that what a report has no room for is overdue only where all that it shows is.
  const orMore = overdue === due.rows.length && total > due.rows.length ? ' or more' : '';
  return [
    table({
      caption: 'Decisions taken in the month',
      columns: [{ head: 'Decision' }, { head: 'Subject' }, { head: 'Body' }, { head: 'On' }, { head: 'Reference' }],
      rows: taken.rows.map((one) => [
        html`${one.decision} <span class="aside">${plain(one.kind)}</span>`,
        subject(one),
        one.body,
        html`${dayOrLate(one)}${implementable(one)}`,
        one.reference ?? 'not stated',
      ]),
      none: 'No decision was taken in the month.',
      total: taken.total,
    }),
    ...(settled === undefined ? [] : [settledTable(settled)]),
    html`<p>${
      total === 0
        ? 'No decision is due.'
        : html`${counted(total, 'decision is', 'decisions are')} due${overdue > 0 && `, ${overdue}${orMore} of them overdue`}: <a href="#board-needs">listed at the front</a>.`
    }</p>`,
  ];
};

export const decisionsPage: RegisterPage<ReportContent['decisions']> = {
  section: { id: 'decisions', title: 'Decisions' },
  body,
  facts: ({ taken, due, settled }) => [
    count('Decisions', 'Taken', taken.total),
    count('Decisions', 'Due', due.total),
    ...taken.rows.map((one) =>
      words(
        'Decisions',
        one.title,
        'Taken',
        `${one.decision}, ${one.on}${one.recordedLate === true ? ' (recorded late)' : ''}`,
      ),
    ),
    ...(settled?.rows ?? []).map((one) => words('Decisions', one.title, plain(one.how), one.decision)),
  ],
};
