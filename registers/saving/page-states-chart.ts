import { listed, poundsInWords } from '#language/in-words.ts';
import { type Html, html } from '#web/html.ts';
import { axisFromZero } from '#web/report/axis.ts';
import { figureWords, spanOf, totalValue } from '#web/report/figure.ts';
import { fitted } from '#web/report/fitted.ts';
import type { SavingsPosition } from './projections.ts';

/*
 * For each year what is required, and below it what is planned by how sure it is: delivered, on track, at risk, unachievable, not assessed; each
 * part has a filling of its own, so that the drawing reads without colours. Units of the drawing are those of its viewBox.
 */
const width = 760;
const left = 170;
const right = 220;
const yearHeight = 74;
const axisHeight = 26;
const legendHeight = 26;

const parts = [
  ['delivered', 'delivered', 'stated'],
  ['onTrack', 'on track', 'built-up'],
  ['atRisk', 'at risk', 'at-risk'],
  ['unachievable', 'unachievable', 'unachievable'],
  ['notAssessed', 'not assessed', 'open'],
] as const;
type State = (typeof parts)[number][0];

const poundsOf = ({ states }: SavingsPosition, state: State): number =>
  Math.max(0, state === 'notAssessed' ? states.notAssessed.low : states[state]);

const fillOf = (style: string): Html | null => {
  if (style === 'built-up') return html` fill="url(#state-on-track)"`;
  if (style === 'at-risk') return html` fill="url(#state-at-risk)"`;
  return style === 'unachievable' ? html` fill="url(#state-unachievable)"` : null;
};

const patterns = html`<defs><pattern id="state-on-track" width="6" height="6" patternUnits="userSpaceOnUse" patternTransform="rotate(45)"><rect class="hatch-ground" width="6" height="6"/><rect class="hatch" width="2.5" height="6"/></pattern><pattern id="state-at-risk" width="6" height="6" patternUnits="userSpaceOnUse"><rect class="hatch-ground" width="6" height="6"/><circle class="dot" cx="3" cy="3" r="1.6"/></pattern><pattern id="state-unachievable" width="7" height="7" patternUnits="userSpaceOnUse" patternTransform="rotate(45)"><rect class="hatch-ground" width="7" height="7"/><rect class="cross" width="1.6" height="7"/><rect class="cross" width="7" height="1.6"/></pattern></defs>`;

const yearMarkup = (year: SavingsPosition, top: number, x: (pounds: number) => number): Html => {
  const required = spanOf(year.required);
  let from = 0;
  const stack = parts.flatMap(([state, , style]) => {
    const pounds = poundsOf(year, state);
    const start = from;
    from += pounds;
    return pounds === 0
      ? []
      : [
          html`<rect class="${style}" x="${x(start)}" y="${top + 30}" width="${Math.max(1, x(from) - x(start))}" height="20"${fillOf(style)}/>`,
        ];
  });
  const ofRequired = required === null ? left : x(required.low);
  const valueAt = (at: number, y: number, words: string): Html =>
    html`<text class="bar-value" x="${at + 8}" y="${y}">${fitted(words, width - at - 8)}</text>`;
  return html`<text class="year" x="0" y="${top + 30}">${year.year}</text>
<text class="bar-label" x="${left - 10}" y="${top + 20}" text-anchor="end">required</text>
<text class="bar-label" x="${left - 10}" y="${top + 45}" text-anchor="end">planned</text>
${required !== null && html`<rect class="required" x="${left}" y="${top + 8}" width="${Math.max(1, x(required.low) - left)}" height="15"/>`}
${valueAt(ofRequired, top + 20, figureWords(year.required))}
${stack}
${valueAt(x(from), top + 45, totalValue(year.plan))}`;
};

const sentence = (year: SavingsPosition): string =>
  `${year.year}: required ${figureWords(year.required)}; planned ${totalValue(year.plan)}, of which ${listed(
    parts.map(([state, words]) => `${poundsInWords(poundsOf(year, state))} ${words}`),
  )}.`;

const legend = (y: number): Html =>
  html`${parts.map(
    ([, words, style], n) =>
      html`<rect class="${style}" x="${left + n * 116}" y="${y}" width="16" height="14"${fillOf(style)}/><text class="tick" x="${left + n * 116 + 22}" y="${y + 12}">${words}</text>`,
  )}`;

/** Required against what is planned by state, year by year; nothing where no line plans anything. */
export const statesChart = (all: readonly SavingsPosition[]): Html | false => {
  const years = all.filter((one) => one.lines > 0);
  if (years.every((year) => parts.every(([state]) => poundsOf(year, state) === 0))) return false;
  const most = Math.max(
    ...years.flatMap((year) => [
      spanOf(year.required)?.low ?? 0,
      parts.reduce((sum, [state]) => sum + poundsOf(year, state), 0),
    ]),
  );
  const axis = axisFromZero(most, 4, left, width - right);
  const x = (pounds: number): number => Math.round(axis.place(pounds) * 10) / 10;
  const height = years.length * yearHeight + axisHeight;
  return html`<div class="chart" role="region" tabindex="0" aria-label="Chart: Savings by state">
<svg class="savings-chart" viewBox="0 0 ${width} ${height + legendHeight}" role="img" aria-labelledby="states-title" aria-describedby="states-text">
<title id="states-title">Savings required, and planned by how sure they are</title>
<desc id="states-text">${years.map(sentence).join(' ')}</desc>
${patterns}
${axis.ticks.map(
  (tick) => html`<line class="grid" x1="${x(tick)}" x2="${x(tick)}" y1="0" y2="${height - axisHeight}"/>
<text class="tick" x="${x(tick)}" y="${height - 8}" text-anchor="middle">${poundsInWords(tick).replace(' million', 'm')}</text>`,
)}
${years.map((year, n) => yearMarkup(year, n * yearHeight, x))}
${legend(height + 4)}
</svg>
</div>`;
};
