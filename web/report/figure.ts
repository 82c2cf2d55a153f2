import { dateInWords, exclusionsInWords, figureInWords, gapValueInWords, totalInWords } from '#language/in-words.ts';
import type { Gap } from '#registers/saving/projections.ts';
import type { Figure, Total } from '#schemas/figures.ts';
import { type Html, html } from '../html.ts';

type Provenance = Pick<Figure, 'source' | 'asAt'>;

/** `, as at 13 February 2014`; nothing where that is not stated. */
export const asAt = (from: Provenance): string => (from.asAt === undefined ? '' : `, as at ${dateInWords(from.asAt)}`);

/** `£43 million`, or `not stated` where there is no figure at all. */
export const figureWords = (figure: Figure | null): string => (figure === null ? 'not stated' : figureInWords(figure));

export const sourceLine = (figure: Figure): Html =>
  figure.source === undefined
    ? html`<span class="source">Source not stated${asAt(figure)}</span>`
    : html`<span class="source">Source: ${figure.source}${asAt(figure)}</span>`;

/** What other papers say of the same figure; neither value is taken for the true one. */
export const conflictLines = (figure: Figure | null): Html | null =>
  figure?.conflicts === undefined || figure.conflicts.length === 0
    ? null
    : html`${figure.conflicts.map(
        (conflict) =>
          html`<span class="conflict"><strong>Conflict:</strong> ${figureInWords(conflict.value)} in ${conflict.source}${asAt(conflict)}</span>`,
      )}`;

const brief: ReadonlySet<Figure['kind']> = new Set(['amount', 'range', 'over', 'about', 'nearly', 'not-stated']);

/** A value in words that may break into lines anywhere but inside its amounts. */
const money = (value: string): Html =>
  html`${value.split(/(£[\d.,]*\d(?: million)?)/).map((part, n) => (n % 2 === 0 ? part : html`<span class="money">${part}</span>`))}`;

export const figureCell = (figure: Figure | null): Html =>
  figure === null || brief.has(figure.kind)
    ? html`${money(figureWords(figure))}${conflictLines(figure)}`
    : html`${figureWords(figure)}${conflictLines(figure)}`;

/** The value of a total alone: only where its coverage stands next to it. */
export const totalValue = (total: Total): string => {
  if (total.count > 0) return totalInWords({ ...total, excluded: [] });
  return total.excluded.length === 0 ? 'nothing recorded' : 'no figure';
};

/** A total for a column of figures, with its coverage under it. */
export const totalCell = (total: Total): Html =>
  html`${money(totalValue(total))}${
    total.count + total.excluded.length > 0 && html`<span class="under">${coverageOf(total)}</span>`
  }`;

/** How much of what it should add up a total could. */
export const coverageOf = (total: Pick<Total, 'count' | 'excluded'>): string => {
  const excluded = total.excluded.reduce((sum, one) => sum + one.count, 0);
  if (total.count + excluded === 0) return 'nothing recorded';
  return excluded === 0
    ? `${total.count} of ${total.count} ${total.count === 1 ? 'figure' : 'figures'}`
    : `${total.count} of ${total.count + excluded} figures; ${exclusionsInWords(total)}`;
};

/** The gap of a year, with the coverage of what the lines identify under it. */
export const gapCell = (gap: Gap | null, none: string): Html =>
  gap === null ? html`${none}` : html`${money(gapValueInWords(gap))}<span class="under">${coverageOf(gap)}</span>`;

/** The ends of a figure for drawing, whole pounds; `high` is null where the top is open; null where there is nothing to draw. */
export const spanOf = (figure: Figure | null): { low: number; high: number | null } | null => {
  if (figure === null) return null;
  switch (figure.kind) {
    case 'amount':
    case 'about':
    case 'nearly':
    case 'part-known':
      return { low: figure.pounds, high: figure.pounds };
    case 'over':
      return { low: figure.pounds, high: null };
    case 'range':
      return { low: figure.low, high: figure.high };
    case 'to-be-confirmed':
    case 'non-financial':
    case 'not-stated':
      return null;
  }
};
