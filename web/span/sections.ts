import { dateInWords, monthInWords, poundsInWords } from '#language/in-words.ts';
import { dateStatementInWords } from '#schemas/date-statement.ts';
import type { Listed } from '#schemas/row-lists.ts';
import type { Happening, SavingsAt, SpanReport, SpanSavings } from '#schemas/span-report.ts';
import { type Html, html, type Printable } from '../html.ts';
import { figureCell, gapCell, totalCell } from '../report/figure.ts';
import { dayOrLate, none, section, subject, table } from '../report/layout.ts';
import { plain } from '../report/names.ts';

const figuresOf: readonly (readonly [name: string, cell: (at: SavingsAt) => Printable])[] = [
  ['Required', ({ required }) => figureCell(required)],
  ['Planned', ({ plan }) => totalCell(plan)],
  ['Achievable', ({ identified }) => totalCell(identified)],
  ['Forecast', ({ forecast }) => totalCell(forecast)],
  ['Claimed as saved', ({ claimedPounds }) => poundsInWords(claimedPounds)],
  ['Validated by finance', ({ validatedPounds }) => poundsInWords(validatedPounds)],
  ['Still to find', ({ gap }) => gapCell(gap, 'not known')],
];

const yearTable = ({ year, start, end, changes }: SpanSavings['years'][number]): Html => html`${table({
  caption: `Savings of ${year}`,
  columns: [{ head: 'Figure' }, { head: 'At the start', figures: true }, { head: 'At the end', figures: true }],
  rows: figuresOf.map(([name, cell]) => [
    name,
    start === null ? 'not in the report' : cell(start),
    end === null ? 'not in the report' : cell(end),
  ]),
  none: '',
})}
<p class="aside">${changes.length === 0 ? 'Nothing of it changed.' : changes.join(' ')}</p>`;

const plansTable = ({ byReview }: SpanSavings): Html =>
  byReview === null
    ? none('There are too many reviews to say by name whose plan changed.')
    : table({
        caption: 'Reviews whose planned savings changed, or that came or went',
        columns: [
          { head: 'Review' },
          { head: 'Year' },
          { head: 'At the start', figures: true },
          { head: 'At the end', figures: true },
        ],
        rows: byReview.rows.map((one) => [
          subject(one),
          one.year,
          one.start === null ? 'nothing' : totalCell(one.start),
          one.end === null ? 'nothing' : totalCell(one.end),
        ]),
        none: 'No review plans another saving.',
        total: byReview.total,
      });

const startOf = ({ before, months }: SpanReport): string =>
  before === null
    ? `The start is the end of ${monthInWords(months[0]?.month ?? '')}: no report came before it.`
    : `The start is the end of ${monthInWords(before.month)}, as its report (revision ${before.revision}) has it.`;

export const savingsOfSpan = (report: SpanReport): Html =>
  section(
    'savings',
    'Savings at the start and at the end',
    report.savings === null
      ? none('The first or the last report says nothing of savings.')
      : html`<p class="aside">${startOf(report)}</p>${report.savings.years.map(yearTable)}${plansTable(report.savings)}`,
  );

const kinds: readonly (readonly [kind: Happening['kind'], caption: string, none: string])[] = [
  ['decision', 'Decisions taken', 'No decision was taken.'],
  ['no-longer-due', 'Decisions deferred, refused or withdrawn', 'No decision was deferred, refused or withdrawn.'],
  ['outcome', 'Outcomes of business cases', 'No outcome of a business case was recorded.'],
  ['stage-move', 'Moves of stage', 'No review moved to another stage.'],
  ['change-request', 'Change requests raised and decided', 'No change request was raised or decided.'],
];

/** What happened, without the month whose report holds it. */
type Happened = Listed<Omit<Happening, 'month'>>;

const happenedTable = (happened: Happened, [kind, caption, empty]: (typeof kinds)[number]): Html =>
  table({
    caption,
    columns: [{ head: 'What' }, { head: 'Review' }, { head: 'How' }, { head: 'By' }, { head: 'On' }],
    rows: happened.rows
      .filter((one) => one.kind === kind)
      .map((one) => [
        one.what,
        subject(one),
        html`${plain(one.how)}${one.reason !== null && html`<span class="under">${one.reason}</span>`}`,
        one.by ?? '',
        one.on === null ? 'not stated' : dayOrLate({ on: one.on, recordedLate: one.recordedLate }),
      ]),
    none: empty,
  });

const happenedTables = (happened: Happened): Html =>
  html`${kinds.map((kind) => happenedTable(happened, kind))}${
    happened.total > happened.rows.length && none(`${happened.total - happened.rows.length} more are not named here.`)
  }`;

export const happenedBetween = (happened: Happened): Html =>
  section('happened', 'What was decided and what happened', happenedTables(happened));

export const happenedInSpan = (report: SpanReport): Html =>
  section(
    'happened',
    'What was decided and what happened',
    happenedTables(report.happened),
    table({
      caption: 'Recorded late',
      columns: [{ head: 'What' }, { head: 'Review' }, { head: 'On' }, { head: 'In the report of' }],
      rows: report.recordedLate.rows.map((one) => [
        one.what,
        subject(one),
        one.on === null ? '' : dateInWords(one.on),
        monthInWords(one.month),
      ]),
      none: 'Nothing was recorded late.',
      total: report.recordedLate.total,
    }),
  );

const due = (one: { readonly due: SpanReport['coming']['rows'][number]['due']; readonly overdue: boolean }): Html =>
  html`${dateStatementInWords(one.due)}${one.overdue && html`<span class="under"><strong>Overdue</strong></span>`}`;

export const comingAfterSpan = ({ coming, assurance, madeFrom }: SpanReport): Html =>
  section(
    'coming',
    'What is coming',
    html`<p class="aside">From the report of ${monthInWords(madeFrom.at(-1)?.month ?? '')}.</p>`,
    table({
      caption: 'Milestones, decisions and meetings',
      columns: [{ head: 'What' }, { head: 'Review' }, { head: 'Kind' }, { head: 'By' }, { head: 'Due' }],
      rows: coming.rows.map((one) => [one.what, subject(one), plain(one.kind), one.by ?? '', due(one)]),
      none: 'No milestone, decision or meeting is to come.',
      total: coming.total,
    }),
    assurance === null
      ? none('The report says nothing of checkpoints by assurance.')
      : html`${table({
          caption: 'Due for assurance',
          columns: [{ head: 'Checkpoint' }, { head: 'Review' }, { head: 'Planned' }],
          rows: assurance.due.rows.map((one) => [one.what, subject(one), due(one)]),
          none: 'No checkpoint by assurance is planned.',
          total: assurance.due.total,
        })}${table({
          caption: 'Counted reviews that never had a checkpoint',
          columns: [{ head: 'Review' }, { head: 'Tier' }],
          rows: assurance.never.rows.map((one) => [subject(one), plain(one.tier)]),
          none: 'Every counted review has had one.',
          total: assurance.never.total,
        })}`,
  );

/** The reports that it is made from, and what none of them says. */
export const madeFromReports = ({ madeFrom, before, notPublished, notIn }: SpanReport): Html =>
  section(
    'made-from',
    'Which reports this is made from',
    table({
      caption: 'Published reports',
      columns: [
        { head: 'Month' },
        { head: 'Revision', figures: true },
        { head: 'Content digest' },
        { head: 'Published' },
      ],
      rows: [
        ...(before === null ? [] : [{ ...before, start: true }]),
        ...madeFrom.map((one) => ({ ...one, start: false })),
      ].map((one) => [
        html`${monthInWords(one.month)}${one.start && html`<span class="under">the position at the start</span>`}`,
        html`${one.revision}${one.supersededBy !== null && html`<span class="under"><strong>Superseded</strong> by revision ${one.supersededBy}</span>`}`,
        html`<code>${one.contentDigest}</code>`,
        dateInWords(one.publishedAt.slice(0, 10)),
      ]),
      none: '',
    }),
    notPublished.length > 0 && none(`Not published: ${notPublished.map(monthInWords).join(', ')}.`),
    notIn.length > 0 &&
      table({
        caption: 'Parts that reports have nothing of',
        columns: [{ head: 'Month' }, { head: 'Part' }, { head: 'Why' }],
        rows: notIn.map(({ month, title, why }) => [
          monthInWords(month),
          title,
          why === 'left-out' ? 'left out by the programme’s settings' : 'could not be made',
        ]),
        none: '',
      }),
  );
