import { poundsInWords } from '#language/in-words.ts';
import { type Html, html } from '#web/html.ts';
import { axisFromZero } from '#web/report/axis.ts';
import { figureWords, spanOf, totalValue } from '#web/report/figure.ts';
import { fitted } from '#web/report/fitted.ts';
import { none } from '#web/report/layout.ts';
import type { SavingsPosition } from './projections.ts';

/*
 * Horizontal bars, so that every bar carries its own words: what the programme states is solid, what its own lines add up
 * to is hatched and named. Units of the drawing are those of its viewBox.
 */
const width = 760;
const left = 250;
const right = 150;
const rowHeight = 24;
const yearGap = 22;
const axisHeight = 26;

interface Bar {
  readonly label: string;
  readonly words: string;
  readonly style: 'required' | 'stated' | 'open' | 'built-up';
  readonly span: { readonly low: number; readonly high: number | null } | null;
}

const barsOf = (year: SavingsPosition): readonly Bar[] => [
  { label: 'Required, stated', words: figureWords(year.required), style: 'required', span: spanOf(year.required) },
  year.statedIdentified === null && year.derivedIdentifiedPounds !== null
    ? {
        label: 'Identified, derived from stated',
        words: poundsInWords(year.derivedIdentifiedPounds),
        style: 'stated',
        span: { low: Math.max(0, year.derivedIdentifiedPounds), high: Math.max(0, year.derivedIdentifiedPounds) },
      }
    : {
        label: 'Identified, stated',
        words: figureWords(year.statedIdentified),
        style: 'stated',
        span: spanOf(year.statedIdentified),
      },
  {
    label: 'Yet to be identified, stated',
    words: figureWords(year.statedUnidentified),
    style: 'open',
    span: spanOf(year.statedUnidentified),
  },
  {
    label: 'Identified, built up from lines',
    words: totalValue(year.identified),
    style: 'built-up',
    span: year.identified.count === 0 ? null : { low: year.identified.low, high: year.identified.high },
  },
];

const barMarkup = (one: Bar, y: number, x: (pounds: number) => number): Html => {
  const start = x(0);
  const end = one.span === null ? start : x(one.span.low);
  const far = one.span?.high === null || one.span === null ? end : x(one.span.high);
  return html`
<text class="bar-label" x="${left - 12}" y="${y + 14}" text-anchor="end">${one.label}</text>
${one.span !== null && html`<rect class="${one.style}" x="${start}" y="${y + 3}" width="${Math.max(1, end - start)}" height="15"${one.style === 'built-up' ? html` fill="url(#built-up)"` : null}/>`}${
  far > end && html`<rect class="ranging" x="${end}" y="${y + 3}" width="${far - end}" height="15"/>`
}
<text class="bar-value" x="${far + 8}" y="${y + 14}">${fitted(one.words, width - far - 8)}</text>`;
};

const largest = (years: readonly SavingsPosition[]): number =>
  Math.max(
    0,
    ...years.flatMap((year) =>
      barsOf(year).flatMap((one) => (one.span === null ? [] : [one.span.high ?? one.span.low])),
    ),
  );

/** Required, identified and yet to be identified, year by year; the same figures stand in the tables below it. */
export const savingsChart = (years: readonly SavingsPosition[]): Html => {
  const most = largest(years);
  if (most === 0) return none('There is no savings figure to draw.');
  const axis = axisFromZero(most, 4, left, width - right);
  const x = (pounds: number): number => Math.round(axis.place(pounds) * 10) / 10;
  const perYear = 4 * rowHeight + yearGap + 20;
  const height = years.length * perYear + axisHeight;
  const summary = years
    .map(
      (year) =>
        `${year.year}: ${barsOf(year)
          .map((one) => `${one.label.toLowerCase()} ${one.words}`)
          .join('; ')}.`,
    )
    .join(' ');
  return html`<div class="chart" role="region" tabindex="0" aria-label="Chart of savings by financial year">
<svg class="savings-chart" viewBox="0 0 ${width} ${height}" role="img" aria-labelledby="savings-chart-title" aria-describedby="savings-chart-text">
<title id="savings-chart-title">Savings required, identified and yet to be identified, by financial year</title>
<desc id="savings-chart-text">${summary}</desc>
<defs><pattern id="built-up" width="6" height="6" patternUnits="userSpaceOnUse" patternTransform="rotate(45)"><rect class="hatch-ground" width="6" height="6"/><rect class="hatch" width="2.5" height="6"/></pattern></defs>
${axis.ticks.map(
  (tick) => html`<line class="grid" x1="${x(tick)}" x2="${x(tick)}" y1="0" y2="${height - axisHeight}"/>
<text class="tick" x="${x(tick)}" y="${height - 8}" text-anchor="middle">${poundsInWords(tick).replace(' million', 'm')}</text>`,
)}
${years.map((year, n) => {
  const top = n * perYear;
  return html`<text class="year" x="0" y="${top + 16}">${year.year}</text>
<line class="rule" x1="0" x2="${width}" y1="${top + 22.5}" y2="${top + 22.5}"/>
${barsOf(year).map((one, row) => barMarkup(one, top + 26 + row * rowHeight, x))}`;
})}
</svg>
</div>`;
};
