import { dateInWords, listed, monthInWords } from '#language/in-words.ts';
import type { SpanFlowRow, SpanVolumes } from '#schemas/span-report.ts';
import { type Html, html, type Printable } from '../html.ts';
import { none, section, subject, table } from '../report/layout.ts';
import { signed } from './words.ts';

type Movement = SpanVolumes['movements']['rows'][number];

const oneInWords = ({ title, on, month, change, way, others, because }: Movement): Html =>
  html`<p class="small">${title}${way === 'restated' && ` (${signed(change)})`}: ${
    on === null ? `in the report of ${monthInWords(month)}` : dateInWords(on)
  }${others.length > 0 && ` (with ${listed(others)})`}${because !== null && html`. <span class="quoted">${because}</span>`}</p>`;

const inMonths = (months: SpanVolumes['ways'][number]['months']): string =>
  months.map(({ month, change }) => `${monthInWords(month)} ${signed(change)}`).join('; ') || 'none';

const waysTable = ({ opening, ways, closing, movements, reconciles }: SpanVolumes): Html =>
  table({
    caption: 'How the number of counted reviews came about',
    columns: [{ head: 'Line' }, { head: 'Reviews', figures: true }, { head: 'In which months' }, { head: 'Which' }],
    rows: [
      ['At the start', opening, '', ''],
      ...ways.map(({ way, name, change, months }): readonly Printable[] => [
        name,
        signed(change),
        inMonths(months),
        html`${movements.rows.filter((one) => one.way === way).map(oneInWords)}`,
      ]),
      [
        'At the end',
        html`<strong>${closing}</strong>`,
        '',
        html`<strong>${reconciles ? 'Reconciles' : 'Does NOT reconcile'}</strong>`,
      ],
    ],
    none: '',
  });

const flowRows = (caption: string, of: string, rows: readonly SpanFlowRow[] = []): Html | false => {
  const drawn = rows.filter((row) => row.opening + row.closing + row.entered + row.left + row.movedIn > 0);
  return (
    drawn.length > 0 &&
    table({
      caption,
      columns: [
        { head: of },
        ...['At the start', 'Restated', 'Revised', 'Entered', 'Moved in', 'Left', 'Moved out', 'At the end'].map(
          (name) => ({ head: name, figures: true }),
        ),
        { head: 'Reconciles' },
      ],
      rows: drawn.map((row) => [
        row.name,
        ...[row.opening, signed(row.restatedBy), signed(row.revisedBy), row.entered],
        ...[row.movedIn, row.left, row.movedOut, row.closing],
        row.reconciles ? 'yes' : 'NO',
      ]),
      none: '',
    })
  );
};

const movedTable = ({ moved }: SpanVolumes): Html =>
  table({
    caption: 'Reviews that went to another tier or portfolio',
    columns: [{ head: 'Review' }, { head: 'Of' }, { head: 'From' }, { head: 'To' }, { head: 'On' }],
    rows: moved.rows.map((one) => [subject(one), one.by, one.from, one.to, dateInWords(one.on)]),
    none: 'No counted review went to another tier or portfolio.',
    total: moved.total,
  });

const pausesTable = ({ pauses }: SpanVolumes): Html =>
  pauses === null
    ? none('There are too many reviews to say by name which were paused or resumed.')
    : table({
        caption: 'Reviews paused and resumed between the ends of two months',
        columns: [{ head: 'Review' }, { head: 'What' }, { head: 'By the end of' }],
        rows: pauses.rows.map((one) => [subject(one), one.change, monthInWords(one.month)]),
        none: 'No review was paused or resumed.',
        total: pauses.total,
      });

/** How many reviews there were, what moved, and that it adds up. */
export const volumesOfSpan = (volumes: SpanVolumes): Html =>
  section(
    'volumes',
    'How many reviews',
    html`<p>${volumes.sentence}</p>`,
    waysTable(volumes),
    flowRows('The same by tier', 'Tier', volumes.byTier),
    flowRows('The same by portfolio', 'Portfolio', volumes.byPortfolio),
    flowRows('Potential reviews, which no total counts', 'Flow', volumes.potential && [volumes.potential]),
    movedTable(volumes),
    pausesTable(volumes),
  );
