import { counted, poundsInWords } from '#language/in-words.ts';
import { labelOf } from '#schemas/choices.ts';
import { html } from '#web/html.ts';
import { count, type Fact, pounds, words } from '#web/report/fact.ts';
import { none, subject, table } from '#web/report/layout.ts';
import type { RegisterPage } from '#web/report/register-page.ts';
import { BudgetLine, type BudgetLinesPart } from './record.ts';

type Year = BudgetLinesPart['years'][number];
const sums = [
  ['Net budget', 'budget'],
  ['Forecast variance', 'variance'],
  ['Adjustment', 'adjustment'],
  ['Revised variance', 'revised'],
  ['Movement', 'movement'],
] as const;

const figure = (value: number | null): string => (value === null ? 'not stated' : poundsInWords(value));

/** "£4 million, of 3 of 4 lines", or without the coverage where all state it. */
const sumInWords = ({ lines, ...year }: Year, name: (typeof sums)[number][1]): string => {
  const { pounds: value, stated } = year[name];
  return value === null || stated === lines ? figure(value) : `${figure(value)}, stated by ${stated} of ${lines}`;
};

const driver = BudgetLine.shape.drivers.unwrap().element.shape.driver;
const driverInWords = (one: NonNullable<BudgetLinesPart['drivers']>['rows'][number]): string =>
  `${labelOf(driver, one.driver)}${one.words === null ? '' : `: ${one.words}`}`;

/** Budget lines with what is adjusted in their variance and how it moved; below zero is an underspend. */
export const budgetLinesPage: RegisterPage<BudgetLinesPart> = {
  section: { id: 'budget-lines', title: 'Budget lines' },
  body: (part) => [
    part.rows.total === 0
      ? none('No budget line is recorded.')
      : html`<p>${counted(part.rows.total, 'budget line')}, in whole pounds. Below zero is an underspend. Totals that papers print are shown and not added.</p>`,
    part.years.length > 0 &&
      table({
        caption: 'Budget and variance by financial year',
        columns: [
          { head: 'Year' },
          { head: 'Lines', figures: true },
          ...sums.map(([head]) => ({ head, figures: true })),
        ],
        rows: part.years.map((year) => [year.year, year.lines, ...sums.map(([, name]) => sumInWords(year, name))]),
        none: '',
      }),
    part.rows.total > 0 &&
      table({
        caption: 'Budget lines, the largest revised variance of each year first',
        columns: [
          { head: 'Budget line' },
          { head: 'Net budget', figures: true },
          { head: 'Variance', figures: true },
          { head: 'Adjustment', figures: true },
          { head: 'Revised', figures: true },
          { head: 'Last reported', figures: true },
          { head: 'Movement', figures: true },
        ],
        rows: part.rows.rows.map((one) => [
          html`${one.budgetLineTitle}${one.kind === 'total' ? ' (total)' : ''}<span class="under">${one.year}, ${subject(one)}</span>`,
          figure(one.budget),
          figure(one.variance),
          html`${one.adjustment === null ? 'none' : figure(one.adjustment)}${one.adjustmentReason !== null && html`<span class="under">${one.adjustmentReason}</span>`}`,
          figure(one.revised),
          figure(one.lastReported),
          figure(one.movement),
        ]),
        none: '',
        total: part.rows.total,
      }),
    part.drivers !== undefined &&
      table({
        caption: 'What drives the cost, by its share',
        columns: [{ head: 'Budget line' }, { head: 'Driver' }, { head: 'Share', figures: true }],
        rows: part.drivers.rows.map((one) => [
          html`${one.budgetLineTitle}<span class="under">${one.year}, ${subject(one)}</span>`,
          driverInWords(one),
          `${one.percent}%`,
        ]),
        none: '',
        total: part.drivers.total,
      }),
  ],
  facts: (part) => [
    count('Budget lines', 'In all', part.rows.total),
    ...part.years.flatMap((year): Fact[] => [
      count('Budget lines', `Lines of ${year.year}`, year.lines),
      ...sums.map(
        ([head, name]): Fact => ({
          ...pounds('Budget lines', year.year, head, year[name].pounds),
          coverage: `stated by ${year[name].stated} of ${year.lines} lines`,
        }),
      ),
    ]),
    ...part.rows.rows.flatMap((one) => [
      ...sums.map(([head, name]) =>
        pounds('Budget lines', `${one.title}: ${one.budgetLineTitle}, ${one.year}`, head, one[name]),
      ),
      ...(one.adjustmentReason === null
        ? []
        : [
            words(
              'Budget lines',
              `${one.title}: ${one.budgetLineTitle}, ${one.year}`,
              'Adjusted because',
              one.adjustmentReason,
            ),
          ]),
    ]),
    ...(part.drivers?.rows ?? []).map((one) =>
      words(
        'Budget lines',
        `${one.title}: ${one.budgetLineTitle}, ${one.year}`,
        'Driven by',
        `${driverInWords(one)}, ${one.percent}%`,
      ),
    ),
  ],
};
