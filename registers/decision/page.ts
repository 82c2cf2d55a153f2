import { counted, dateInWords, listed } from '#language/in-words.ts';
import { labelOf } from '#schemas/choices.ts';
import { dateStatementInWords } from '#schemas/date-statement.ts';
import type { ReportContent } from '#schemas/report.ts';
import { type Html, html } from '#web/html.ts';
import { count, words } from '#web/report/fact.ts';
import { dayOrLate, subject, table } from '#web/report/layout.ts';
import { plain } from '#web/report/names.ts';
import { isOverdue } from '#web/report/overdue.ts';
import type { RegisterPage } from '#web/report/register-page.ts';
import { votesInWords } from '../field-kinds.ts';
import { type KnownStep, RoutePurpose } from './choices.ts';
import { forwardPlanTable, plannedInWords } from './page-forward-plan.ts';

type Decisions = ReportContent['decisions'];
type Taken = Decisions['taken']['rows'][number];
type Settled = NonNullable<Decisions['settled']>;

/** The route so far, a line for each body. */
const routeOf = (route: readonly KnownStep[]): Html | null =>
  route.length === 0
    ? null
    : html`<span class="under">${route
        .map(({ body, purpose, planned, actual, outcome }) => {
          const when = actual === undefined ? `planned ${dateStatementInWords(planned)}` : dateInWords(actual);
          return `${labelOf(RoutePurpose, purpose)}: ${body}, ${when}${outcome === undefined ? '' : `: ${outcome}`}`;
        })
        .join('; ')}</span>`;

const voted = (votes: Taken['votes']): Html | null =>
  votes === undefined ? null : html`<span class="under">${votesInWords(votes)}</span>`;

const settledTable = ({ rows, total }: Settled): Html =>
  table({
    caption: 'Decisions that were due and were deferred, refused or withdrawn',
    columns: [{ head: 'Decision' }, { head: 'Subject' }, { head: 'Body' }, { head: 'What became of it' }],
    rows: rows.map((one) => [
      html`${one.decision} <span class="aside">${plain(one.kind)}</span>`,
      subject(one),
      one.body,
      html`<strong>${plain(one.how)}</strong>${one.on !== null && ` on ${dateInWords(one.on)}`}: ${one.reason ?? 'no reason is stated'}${voted(one.votes)}${routeOf(one.route)}`,
    ]),
    none: 'No decision was deferred, refused or withdrawn.',
    total,
  });

const notKeyTable = ({ rows, total }: NonNullable<Decisions['notKey']>): Html | null =>
  total === 0
    ? null
    : table({
        caption: 'Decisions over the threshold, or of two or more divisions, that are not treated as key',
        columns: [
          { head: 'Decision' },
          { head: 'Subject' },
          { head: 'Body' },
          { head: 'Why it would be key' },
          { head: 'Why not key' },
        ],
        rows: rows.map((one) => [
          html`${one.decision} <span class="aside">${plain(one.kind)}</span>`,
          subject(one),
          one.body,
          listed(one.because),
          one.reason ?? html`<strong>No reason is stated</strong>`,
        ]),
        none: '',
        total,
      });

const implementable = ({ callInEndsOn = null, earliestImplementationOn = null }: Taken): Html | null =>
  earliestImplementationOn === null
    ? null
    : html`<span class="under">${callInEndsOn !== null && `call-in until ${dateInWords(callInEndsOn)}; `}may be implemented from ${dateInWords(earliestImplementationOn)}</span>`;

const body: RegisterPage<Decisions>['body'] = ({ taken, due, settled, notKey, forwardPlan }, { observationEnd }) => {
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
        html`${dayOrLate(one)}${voted(one.votes)}${implementable(one)}${routeOf(one.route ?? [])}`,
        one.reference ?? 'not stated',
      ]),
      none: 'No decision was taken in the month.',
      total: taken.total,
    }),
    ...(settled === undefined ? [] : [settledTable(settled)]),
    ...(notKey === undefined ? [] : [notKeyTable(notKey)]),
    html`<p>${
      total === 0
        ? 'No decision is due.'
        : html`${counted(total, 'decision is', 'decisions are')} due${overdue > 0 && `, ${overdue}${orMore} of them overdue`}: <a href="#board-needs">listed at the front</a>.`
    }</p>`,
    ...(forwardPlan === undefined ? [] : [forwardPlanTable(forwardPlan)]),
  ];
};

const votesFact = ({ votes }: Pick<Taken, 'votes'>): string => (votes === undefined ? '' : ` (${votesInWords(votes)})`);

export const decisionsPage: RegisterPage<Decisions> = {
  section: { id: 'decisions', title: 'Decisions' },
  body,
  facts: ({ taken, due, settled, notKey, forwardPlan }) => [
    count('Decisions', 'Taken', taken.total),
    count('Decisions', 'Due', due.total),
    ...taken.rows.map((one) =>
      words(
        'Decisions',
        one.title,
        'Taken',
        `${one.decision}, ${one.on}${one.recordedLate === true ? ' (recorded late)' : ''}${votesFact(one)}`,
      ),
    ),
    ...(settled?.rows ?? []).map((one) =>
      words(
        'Decisions',
        one.title,
        plain(one.how),
        `${one.decision}${one.on === null ? '' : `, ${one.on}`}${one.reason === null ? '' : `: ${one.reason}`}${votesFact(one)}`,
      ),
    ),
    ...(notKey?.rows ?? []).map((one) =>
      words(
        'Decisions',
        one.title,
        'Not treated as key',
        `${one.decision}: ${listed(one.because)}; ${one.reason ?? 'no reason is stated'}`,
      ),
    ),
    ...(forwardPlan?.rows ?? []).map((one) =>
      words('Forward plan', one.title, `${one.month ?? 'No month stated'}, ${one.body}`, plannedInWords(one)),
    ),
  ],
};
