import { figureInWords, monthInWords, pounds } from '#language/in-words.ts';
import type { FinancialYear, ReportMonth } from '#language/time.ts';
import type { SavingYear } from '#registers/saving/record.ts';
import { link } from '../../design/blocks.ts';
import { amountBox, choiceBox, tick } from '../../design/grid.ts';
import { hidden } from '../../design/input.ts';
import { valueIn } from '../../forms/form-values.ts';
import { type Html, html } from '../../html.ts';
import type { Filled } from '../form.ts';
import { isTicked, stateNames } from './changes.ts';
import { boxOf, type GridLine, type GridPart, gridParts, seenBox, versionBox } from './lines.ts';
import { planTotal, recordedIn, totalWith } from './totals.ts';

interface Shown {
  readonly lines: readonly GridLine[];
  readonly year: FinancialYear;
  /** The month with whose end every line is compared. */
  readonly month: ReportMonth;
  readonly filled: Filled;
  readonly addressOf: (line: string) => string;
}

const partNames = { forecast: 'Forecast', claimed: 'Claimed', state: 'State' } as const;
export const partName = (part: GridPart): string => partNames[part];

const statesInWords = (states: SavingYear['states']): string => {
  if (states === undefined) return 'Not assessed';
  const words = {
    delivered: 'delivered',
    onTrack: 'on track',
    atRisk: 'at risk',
    unachievable: 'unachievable',
  } as const;
  const held = [
    [states.delivered, words.delivered],
    [states.onTrack, words.onTrack],
    [states.atRisk, words.atRisk],
    [states.unachievable, words.unachievable],
  ] as const;
  const parts = held.flatMap(([amount, word]) => (amount === 0 ? [] : [`${pounds(amount)} ${word}`]));
  return parts.length === 0 ? 'Not assessed' : parts.join(', ');
};

const inWords = (year: SavingYear, part: GridPart): string => {
  if (part === 'state') return statesInWords(year.states);
  if (part === 'claimed') return year.claimedActual === undefined ? 'none' : pounds(year.claimedActual);
  return year.forecast === undefined ? 'none' : figureInWords(year.forecast);
};

/** What was recorded at the end of the month before and, where it is other by now, what is. */
const hintOf = ({ year, before }: GridLine, part: GridPart, month: ReportMonth): string => {
  const is = inWords(year, part);
  if (before === undefined) return `New: ${is}`;
  const was = inWords(before, part);
  const then = `${monthInWords(month).split(' ')[0]}: ${was}`;
  return was === is ? then : `${then}. Now: ${is}`;
};

const hiddenOf = (line: GridLine, { values }: Filled): readonly Html[] =>
  [versionBox(line.id), ...gridParts.map((part) => seenBox(line.id, part))].map((name) =>
    hidden(name, values[name] ?? ''),
  );

const amountCell = (line: GridLine, part: 'forecast' | 'claimed', { year, month, filled }: Shown): Html => {
  const name = boxOf(line.id, part);
  return amountBox({
    name,
    label: `${partName(part)} ${year}, ${line.title}`,
    hint: hintOf(line, part, month),
    value: valueIn(filled.values, name),
    fault: filled.faultOf(name),
    summed: { sum: part, was: recordedIn(line, part) },
  });
};

const stateCell = (line: GridLine, { year, month, filled }: Shown): Html => {
  const name = boxOf(line.id, 'state');
  return choiceBox({
    name,
    label: `${partName('state')} ${year}, ${line.title}`,
    hint: hintOf(line, 'state', month),
    value: valueIn(filled.values, name),
    fault: filled.faultOf(name),
    options: [
      { value: '', label: 'As it is' },
      ...Object.entries(stateNames).map(([value, label]) => ({ value, label })),
    ],
  });
};

const unchangedCell = (line: GridLine, { filled }: Shown): Html => {
  const name = boxOf(line.id, 'unchanged');
  return tick({
    name,
    label: 'No change',
    of: line.title,
    ticked: isTicked(filled.values, name),
    fault: filled.faultOf(name),
  });
};

const row = (line: GridLine, shown: Shown): Html =>
  html`<tr class="govuk-table__row" role="row"><th scope="row" role="rowheader" class="govuk-table__header tracker-row-head">${link(shown.addressOf(line.id), line.title)}${hiddenOf(line, shown.filled)}</th>
<td role="cell" data-head="Plan" class="govuk-table__cell govuk-table__cell--numeric tracker-short">${figureInWords(line.year.plan)}</td>
<td role="cell" data-head="Forecast" class="govuk-table__cell">${amountCell(line, 'forecast', shown)}</td>
<td role="cell" data-head="Claimed" class="govuk-table__cell">${amountCell(line, 'claimed', shown)}</td>
<td role="cell" data-head="State" class="govuk-table__cell">${stateCell(line, shown)}</td>
<td role="cell" class="govuk-table__cell">${unchangedCell(line, shown)}</td></tr>
`;

const totalCell = (head: string, sum: string, total: string): Html =>
  html`<td role="cell" data-head="${head}" class="govuk-table__cell"><strong><output data-total="${sum}">${total}</output></strong></td>`;

const totalRow = ({ lines, filled: { values } }: Shown): Html =>
  html`<tr class="govuk-table__row" role="row"><th scope="row" role="rowheader" class="govuk-table__header">Total</th>
<td role="cell" data-head="Plan" class="govuk-table__cell govuk-table__cell--numeric tracker-short"><strong>${planTotal(lines)}</strong></td>
${totalCell('Forecast', 'forecast', totalWith(lines, values, 'forecast'))}
${totalCell('Claimed', 'claimed', totalWith(lines, values, 'claimed'))}
<td role="cell" class="govuk-table__cell"></td><td role="cell" class="govuk-table__cell"></td></tr>`;

const heads = ['Savings line', 'Plan', 'Forecast', 'Claimed', 'State', 'Or'] as const;

/** The lines of a year with a box for each figure; with script its totals follow what is typed. */
export const gridTable = (shown: Shown): Html =>
  html`<table class="govuk-table tracker-stacked tracker-grid" role="table" data-module="tracker-totals">
<caption class="govuk-table__caption govuk-table__caption--m">Savings of ${shown.year}</caption>
<thead class="govuk-table__head" role="rowgroup"><tr class="govuk-table__row" role="row">${heads.map((head) => html`<th scope="col" role="columnheader" class="govuk-table__header${head === 'Plan' && ' govuk-table__header--numeric'}">${head}</th>`)}</tr></thead>
<tbody class="govuk-table__body" role="rowgroup">${shown.lines.map((line) => row(line, shown))}</tbody>
<tfoot role="rowgroup">${totalRow(shown)}</tfoot></table>`;
