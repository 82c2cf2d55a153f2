import { type Html, html, type Printable } from '../html.ts';

export interface TableColumn {
  readonly head: Printable;
  readonly numeric?: boolean;
}

/** A table of rows whose first cell names the row. On a narrow screen it scrolls within itself. */
export const dataTable = (given: {
  readonly caption: string;
  readonly captionHidden?: boolean;
  readonly columns: readonly TableColumn[];
  readonly rows: readonly (readonly Printable[])[];
  readonly none: string;
}): Html => {
  const { caption, captionHidden, columns, rows, none } = given;
  if (rows.length === 0) return html`<p class="govuk-body">${none}</p>`;
  return html`<div class="tracker-wide" tabindex="0" role="region" aria-label="${caption}"><table class="govuk-table">
<caption class="${captionHidden ? 'govuk-visually-hidden' : 'govuk-table__caption govuk-table__caption--m'}">${caption}</caption>
<thead class="govuk-table__head"><tr class="govuk-table__row">${columns.map(({ head, numeric }) => html`<th scope="col" class="govuk-table__header${numeric && ' govuk-table__header--numeric'}">${head}</th>`)}</tr></thead>
<tbody class="govuk-table__body">${rows.map(
    (row) =>
      html`<tr class="govuk-table__row">${row.map((cell, n) =>
        n === 0
          ? html`<th scope="row" class="govuk-table__header tracker-row-head">${cell}</th>`
          : html`<td class="govuk-table__cell${columns[n]?.numeric && ' govuk-table__cell--numeric'}">${cell}</td>`,
      )}</tr>
`,
  )}</tbody></table></div>`;
};

export interface SummaryRow {
  readonly key: string;
  readonly value: Printable;
  readonly change?: { readonly to: string; readonly text?: string };
}

export const summaryList = (rows: readonly SummaryRow[]): Html =>
  html`<dl class="govuk-summary-list">${rows.map(
    ({ key, value, change }) =>
      html`<div class="govuk-summary-list__row${change === undefined && ' govuk-summary-list__row--no-actions'}"><dt class="govuk-summary-list__key">${key}</dt><dd class="govuk-summary-list__value">${value}</dd>${change !== undefined && html`<dd class="govuk-summary-list__actions"><a class="govuk-link" href="${change.to}">${change.text ?? 'Change'}<span class="govuk-visually-hidden"> ${key.toLowerCase()}</span></a></dd>`}</div>
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
