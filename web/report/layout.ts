import { dateInWords } from '#language/in-words.ts';
import type { Listed } from '#schemas/row-lists.ts';
import { type Html, html, type Printable } from '../html.ts';

export interface Column {
  readonly head: string;
  /** Figures stand to the right, in digits of one width. */
  readonly figures?: boolean;
}

/**
 * A table with its caption; the first cell of each row names the row. Without rows it says so in a sentence: nothing vanishes.
 * On a narrow screen its rows become blocks and each cell carries the head of its column; the roles are spelled out because
 * some browsers forget them then. From six columns on it can be scrolled sideways, by keyboard too.
 */
export const table = (given: {
  readonly caption: string;
  readonly columns: readonly Column[];
  readonly rows: readonly (readonly Printable[])[];
  readonly none: string;
  /** How many rows there are in all; where fewer are given, the table says so. */
  readonly total?: number;
}): Html => {
  if (given.rows.length === 0) return html`<p class="none">${given.none}</p>`;
  const side = (column: Column) => (column.figures === true ? html` class="figures"` : null);
  const begins = given.columns.map((column) => html`<td role="cell"${side(column)} data-head="${column.head}"><div>`);
  const cellOf = (cell: Printable, n: number): Html =>
    n === 0 ? html`<th scope="row" role="rowheader">${cell}</th>` : html`${begins[n]}${cell}</div></td>`;
  const grid = html`<table role="table">
<caption>${given.caption}</caption>
<thead role="rowgroup"><tr role="row">${given.columns.map(
    (column) => html`<th scope="col" role="columnheader"${side(column)}>${column.head}</th>`,
  )}</tr></thead>
<tbody role="rowgroup">${given.rows.map(
    (cells) => html`
<tr role="row">${cells.map(cellOf)}</tr>`,
  )}
</tbody>
</table>`;
  const rest = firstOf({ rows: given.rows, total: given.total ?? given.rows.length });
  return given.columns.length < 6
    ? html`<div class="table">${grid}</div>${rest}`
    : html`<div class="table wide" role="region" tabindex="0" aria-label="${given.caption}">${grid}</div>${rest}`;
};

/** That a list shows the first of more rows than a published report keeps. */
export const firstOf = ({ rows, total }: Listed<unknown>): Html | null =>
  total > rows.length
    ? html`<p class="note">The first ${rows.length} of ${total} are listed; the counts hold them all.</p>`
    : null;

/** A section of the report under its own heading. */
export const section = (id: string, title: string, ...body: readonly Printable[]): Html =>
  html`<section id="${id}" aria-labelledby="${id}-title">
<h2 id="${id}-title">${title}</h2>
${body}
</section>
`;

/** The review that a row is about, or the programme itself. */
export const subject = (about: { readonly review: string | null; readonly title: string }): Html =>
  about.review === null ? html`${about.title} <span class="aside">(programme)</span>` : html`${about.title}`;

/** A day, and that it was recorded after the report of its month. */
export const dayOrLate = ({
  on,
  recordedLate,
}: {
  readonly on: string;
  readonly recordedLate?: true | undefined;
}): Html =>
  html`${dateInWords(on)}${recordedLate === true && html`<span class="under"><strong>Recorded late</strong></span>`}`;

export const none = (sentence: string): Html => html`<p class="none">${sentence}</p>`;

/** One item alone, several as a list. */
export const listOf = (items: readonly Printable[], empty: string): Html => {
  if (items.length === 0) return html`<span class="aside">${empty}</span>`;
  return items.length === 1
    ? html`${items[0]}`
    : html`<ul class="plain">${items.map((item) => html`<li>${item}</li>`)}</ul>`;
};

/** Numbers that matter at a glance, each with the words that say what it counts. */
export const tally = (items: readonly { readonly value: Printable; readonly label: Printable }[]): Html =>
  html`<dl class="tally">${items.map((item) => html`<div><dt>${item.label}</dt><dd>${item.value}</dd></div>`)}</dl>`;

/** A bar next to a percentage that is also written out; for the eye alone. */
export const bar = (percent: number | null): Html => {
  const width = Math.max(0, Math.min(100, percent ?? 0));
  return html`<svg class="bar" viewBox="0 0 100 8" preserveAspectRatio="none" aria-hidden="true" focusable="false"><rect class="bar-ground" width="100" height="8"/><rect class="bar-fill" width="${width}" height="8"/></svg>`;
};
