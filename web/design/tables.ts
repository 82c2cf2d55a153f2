import { type Html, html, type Printable } from '../html.ts';

export interface TableColumn {
  readonly head: Printable;
  readonly numeric?: boolean;
  /** Never broken into lines: a year, a date. */
  readonly short?: boolean;
  /** How the table is sorted by it now, and where it is sorted by it, or the other way round. */
  readonly sort?: { readonly now: 'ascending' | 'descending' | 'none'; readonly to: string };
}

const marks = { ascending: '\u25B2', descending: '\u25BC', none: '\u25B2\u25BC' } as const;
const columnHead = ({ head, sort }: TableColumn): Printable =>
  sort === undefined
    ? head
    : html`<a class="govuk-link govuk-link--no-visited-state" href="${sort.to}">${head}</a><span class="tracker-sort${sort.now === 'none' && ' tracker-sort--none'}" aria-hidden="true">${marks[sort.now]}</span>`;

type Cells = readonly Printable[];

const columnClass = (column: TableColumn | undefined, part: 'header' | 'cell'): Html =>
  html`govuk-table__${part}${column?.numeric && ` govuk-table__${part}--numeric`}${(column?.numeric || column?.short) && ' tracker-short'}`;

/** The body of a table; of one that is stacked each cell says again what it is, for where its head is not beside it. */
const bodyOf = (columns: readonly TableColumn[], rows: readonly Cells[], stacked: boolean): Html => {
  const role = (name: string): Html | false => stacked && html` role="${name}"`;
  const head = (n: number): Html | false => stacked && html` data-head="${columns[n]?.head}"`;
  return html`<tbody class="govuk-table__body"${role('rowgroup')}>${rows.map(
    (row) =>
      html`<tr class="govuk-table__row"${role('row')}>${row.map((cell, n) =>
        n === 0
          ? html`<th scope="row" class="govuk-table__header tracker-row-head"${role('rowheader')}>${cell}</th>`
          : html`<td class="${columnClass(columns[n], 'cell')}"${role('cell')}${head(n)}>${cell}</td>`,
      )}</tr>
`,
  )}</tbody>`;
};

/**
 * A table of rows whose first cell names the row. On a narrow screen it scrolls within itself or, where it is stacked, each row becomes a
 * block with its cells below each other; the heads of a stacked table are plain words.
 */
export const dataTable = (given: {
  readonly caption: string;
  readonly captionHidden?: boolean;
  readonly stacked?: boolean;
  readonly columns: readonly TableColumn[];
  readonly rows: readonly Cells[];
  readonly none: string;
}): Html => {
  const { caption, captionHidden, stacked = false, columns, rows, none } = given;
  if (rows.length === 0) return html`<p class="govuk-body">${none}</p>`;
  const role = (name: string): Html | false => stacked && html` role="${name}"`;
  const table = html`<table class="govuk-table${stacked && ' tracker-stacked'}"${role('table')}>
<caption class="${captionHidden ? 'govuk-visually-hidden' : 'govuk-table__caption govuk-table__caption--m'}">${caption}</caption>
<thead class="govuk-table__head"${role('rowgroup')}><tr class="govuk-table__row"${role('row')}>${columns.map((column) => html`<th scope="col" class="${columnClass(column, 'header')}"${column.sort !== undefined && html` aria-sort="${column.sort.now}"`}${role('columnheader')}>${columnHead(column)}</th>`)}</tr></thead>
${bodyOf(columns, rows, stacked)}</table>`;
  return stacked
    ? table
    : html`<div class="tracker-wide" tabindex="0" role="region" aria-label="${caption}">${table}</div>`;
};

export interface SummaryRow {
  readonly key: string;
  readonly value: Printable;
  readonly change?: { readonly to: string; readonly text?: string };
}

/** As it is within a sentence: `SRO's rating` stays as it is. */
const withSmallInitial = (text: string): string =>
  /^[A-Z][A-Z]/.test(text) ? text : `${text.charAt(0).toLowerCase()}${text.slice(1)}`;

export const summaryList = (rows: readonly SummaryRow[]): Html =>
  html`<dl class="govuk-summary-list">${rows.map(
    ({ key, value, change }) =>
      html`<div class="govuk-summary-list__row${change === undefined && ' govuk-summary-list__row--no-actions'}"><dt class="govuk-summary-list__key">${key}</dt><dd class="govuk-summary-list__value">${value}</dd>${change !== undefined && html`<dd class="govuk-summary-list__actions"><a class="govuk-link" href="${change.to}">${change.text ?? 'Change'}<span class="govuk-visually-hidden"> ${withSmallInitial(key)}</span></a></dd>`}</div>
`,
  )}</dl>`;

/** A part of a page in a frame of its own, with its heading and what can be done about it. */
export const summaryCard = (given: {
  readonly title: string;
  readonly actions?: readonly { readonly to: string; readonly text: string }[];
  readonly content: Printable;
}): Html => {
  const { title, actions = [], content } = given;
  return html`<div class="govuk-summary-card"><div class="govuk-summary-card__title-wrapper"><h2 class="govuk-summary-card__title">${title}</h2>${
    actions.length > 0 &&
    html`<ul class="govuk-summary-card__actions">${actions.map(({ to, text }) => html`<li class="govuk-summary-card__action"><a class="govuk-link" href="${to}">${text}<span class="govuk-visually-hidden"> (${title})</span></a></li>`)}</ul>`
  }</div><div class="govuk-summary-card__content">${content}</div></div>`;
};
