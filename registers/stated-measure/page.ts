import type { ReportContent } from '#schemas/report.ts';
import { html } from '#web/html.ts';
import { count, words } from '#web/report/fact.ts';
import { table } from '#web/report/layout.ts';
import type { RegisterPage } from '#web/report/register-page.ts';
import { valueInWords } from './record.ts';

type Measures = NonNullable<ReportContent['statedMeasures']>;
type Row = Measures['rows'][number];

const forWhat = ({ scope, period }: Row): string =>
  [scope, period].filter((part) => part !== null).join(', ') || 'the programme';

/** Counts, shares and durations as papers state them, at the end of the savings. */
export const statedMeasuresPage: RegisterPage<Measures> = {
  section: { within: 'savings' },
  body: ({ rows, total }) => [
    total > 0 &&
      table({
        caption: 'Stated counts, shares and durations, with their sources and conflicts',
        columns: [{ head: 'What' }, { head: 'For' }, { head: 'As stated' }, { head: 'Source' }],
        rows: rows.map((one) => [
          html`${one.title}${one.words !== null && html`<span class="under">${one.words}</span>`}`,
          forWhat(one),
          html`<strong>${valueInWords(one.value)}</strong>${one.conflicts.map(
            (other) =>
              html`<span class="${other.agrees ? 'under' : 'conflict'}">${valueInWords(other.value)} by ${other.source}</span>`,
          )}`,
          one.source,
        ]),
        none: '',
        total,
      }),
  ],
  facts: ({ rows, total }) =>
    total === 0
      ? []
      : [
          count('Stated measures', 'In all', total),
          ...rows.map((one) =>
            words('Stated measures', one.title, forWhat(one), `${valueInWords(one.value)} (${one.source})`),
          ),
        ],
};
