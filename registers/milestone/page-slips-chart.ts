import { dateInWords, listed } from '#language/in-words.ts';
import { daysBetween, type LocalDate } from '#language/time.ts';
import type { ReportContent } from '#schemas/report.ts';
import { type Html, html } from '#web/html.ts';
import { fitted } from '#web/report/fitted.ts';

/*
 * Milestones as planned and as they are now, the worst slips first: a hollow diamond is the baseline, a solid triangle the forecast, a solid
 * circle the day it was done, and an arrow leads from the one to the other. Units of the drawing are those of its viewBox.
 */
type Slipped = ReportContent['milestones']['slipped']['rows'][number];

const width = 760;
const left = 250;
const right = 40;
const rowHeight = 30;
const axisHeight = 30;
const mostDrawn = 12;

const nowOf = ({ actual, forecast, baseline }: Slipped): LocalDate => actual ?? forecast ?? baseline;
const planOf = ({ firstBaseline, baseline }: Slipped): LocalDate => firstBaseline ?? baseline;
const daysLate = (one: Slipped): number => daysBetween(planOf(one), nowOf(one));

const markOf = ({ actual }: Slipped, x: number, y: number): Html =>
  actual === null
    ? html`<path class="forecast-mark" d="M${x - 6} ${y - 6} L${x + 6} ${y} L${x - 6} ${y + 6} Z"/>`
    : html`<circle class="actual-mark" cx="${x}" cy="${y}" r="6"/>`;

const rowMarkup = (one: Slipped, y: number, xOf: (day: LocalDate) => number): Html => {
  const [from, to] = [xOf(planOf(one)), xOf(nowOf(one))];
  const late = `${daysLate(one)} days`;
  return html`<text class="bar-label" x="${left - 14}" y="${y + 5}" text-anchor="end">${fitted(one.milestone, left - 14)}</text>
<line class="slip" x1="${from + 7}" x2="${Math.max(from + 7, to - 7)}" y1="${y}" y2="${y}"/>
<path class="baseline-mark" d="M${from} ${y - 6} L${from + 6} ${y} L${from} ${y + 6} L${from - 6} ${y} Z"/>
${markOf(one, to, y)}
<text class="bar-value" x="${to > width - 150 ? from - 12 : to + 12}" y="${y + 5}"${to > width - 150 && html` text-anchor="end"`}>${late}</text>`;
};

const sentence = (one: Slipped): string =>
  `${one.milestone} (${one.title}): planned ${dateInWords(planOf(one))}, ${one.actual === null ? 'now expected' : 'done'} ${dateInWords(nowOf(one))}, ${daysLate(one)} days later`;

/** The worst slips as a drawing; nothing where nothing slipped. The table below has them all. */
export const slipsChart = (slipped: readonly Slipped[]): Html | false => {
  const drawn = slipped
    .filter((one) => daysLate(one) > 0)
    .toSorted((one, other) => daysLate(other) - daysLate(one))
    .slice(0, mostDrawn);
  if (drawn.length === 0) return false;
  const first = drawn.reduce((day, one) => (planOf(one) < day ? planOf(one) : day), '9999-12-31');
  const last = drawn.reduce((day, one) => (nowOf(one) > day ? nowOf(one) : day), '');
  const span = Math.max(1, daysBetween(first, last));
  const xOf = (day: LocalDate): number =>
    Math.round((left + 10 + (daysBetween(first, day) / span) * (width - left - right - 10)) * 10) / 10;
  const height = drawn.length * rowHeight + axisHeight;
  return html`<div class="chart" role="region" tabindex="0" aria-label="Chart: Milestones planned and now">
<svg class="slips-chart" viewBox="0 0 ${width} ${height + 22}" role="img" aria-labelledby="slips-title" aria-describedby="slips-text">
<title id="slips-title">Milestones planned and now, the worst slips first</title>
<desc id="slips-text">${listed(drawn.map(sentence))}.</desc>
${drawn.map((one, n) => rowMarkup(one, n * rowHeight + 16, xOf))}
<line class="rule" x1="${left}" x2="${width}" y1="${height - axisHeight + 4}" y2="${height - axisHeight + 4}"/>
<text class="tick" x="${left}" y="${height - 8}">${dateInWords(first)}</text>
<text class="tick" x="${width}" y="${height - 8}" text-anchor="end">${dateInWords(last)}</text>
<path class="baseline-mark" d="M${left} ${height + 6} L${left + 6} ${height + 12} L${left} ${height + 18} L${left - 6} ${height + 12} Z"/><text class="tick" x="${left + 12}" y="${height + 17}">first baseline</text>
<path class="forecast-mark" d="M${left + 124} ${height + 6} L${left + 136} ${height + 12} L${left + 124} ${height + 18} Z"/><text class="tick" x="${left + 144}" y="${height + 17}">forecast</text>
<circle class="actual-mark" cx="${left + 240}" cy="${height + 12}" r="6"/><text class="tick" x="${left + 252}" y="${height + 17}">done</text>
</svg>
</div>`;
};
