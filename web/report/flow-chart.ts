import { counted, listed } from '#language/in-words.ts';
import type { Flow } from '#schemas/flow.ts';
import { type Html, html } from '../html.ts';
import { axisFromZero } from './axis.ts';
import { fitted } from './fitted.ts';

/*
 * For each tier or portfolio two bars: how many reviews there were at the start, and how many at the end, of which those that came in are
 * hatched. Every bar carries its own words, and the table below has the same figures. Units of the drawing are those of its viewBox.
 */
const width = 760;
const left = 200;
const right = 352;
const rowHeight = 46;
const axisHeight = 26;

type FlowRow = NonNullable<Flow['byTier']>[number];

const isDrawn = ({ opening, closing, entered, left: gone, movedIn, movedOut }: FlowRow): boolean =>
  opening + closing + entered + gone + movedIn + movedOut > 0;

const movements = ({ restatedBy, entered, movedIn, left: gone, movedOut }: FlowRow): readonly string[] =>
  [
    [restatedBy, 'restated'] as const,
    [entered, 'entered'] as const,
    [movedIn, 'moved in'] as const,
    [-gone, 'left'] as const,
    [-movedOut, 'moved out'] as const,
  ].flatMap(([by, words]) => (by === 0 ? [] : [`${by > 0 ? '+' : '−'}${Math.abs(by)} ${words}`]));

/** In few words, for there is little room: the description and the table say which movement each was. */
const endInWords = ({ closing, restatedBy, entered, movedIn, left: gone, movedOut }: FlowRow): string =>
  [
    `${closing} at the end`,
    ...(entered + movedIn === 0 ? [] : [`+${entered + movedIn} in`]),
    ...(gone + movedOut === 0 ? [] : [`−${gone + movedOut} out`]),
    ...(restatedBy === 0 ? [] : [`${restatedBy > 0 ? '+' : '−'}${Math.abs(restatedBy)} restated`]),
  ].join(', ');

/** How many of those at the end came in: whoever came and went within the month is in neither bar. */
const cameIn = ({ closing, entered, movedIn }: FlowRow): number => Math.min(closing, entered + movedIn);

const bars = (row: FlowRow, y: number, { x, hatching }: { x: (reviews: number) => number; hatching: string }): Html => {
  const stayed = row.closing - cameIn(row);
  const bar = (style: string, from: number, to: number, top: number, fill: Html | null = null): Html | false =>
    to > from && html`<rect class="${style}" x="${x(from)}" y="${top}" width="${x(to) - x(from)}" height="13"${fill}/>`;
  return html`
<text class="bar-label" x="${left - 12}" y="${y + 24}" text-anchor="end">${fitted(row.name, left)}</text>
${bar('open', 0, row.opening, y + 3)}
<text class="bar-value" x="${x(row.opening) + 8}" y="${y + 14}">${row.opening} at the start</text>
${bar('stated', 0, stayed, y + 20)}${bar('built-up', stayed, row.closing, y + 20, html` fill="url(#${hatching})"`)}
<text class="bar-value" x="${x(row.closing) + 8}" y="${y + 31}">${fitted(endInWords(row), width - x(row.closing) - 8)}</text>`;
};

/** The flow of each tier, portfolio or stage as a drawing; nothing where no review was, or is, in any of them. */
export const flowChart = (by: 'tier' | 'portfolio' | 'stage', rows: readonly FlowRow[] = []): Html | false => {
  const drawn = rows.filter(isDrawn);
  const most = Math.max(0, ...drawn.flatMap(({ opening, closing }) => [opening, closing]));
  if (most === 0) return false;
  const axis = axisFromZero(most, 5, left, width - right);
  const x = (reviews: number): number => Math.round(axis.place(reviews) * 10) / 10;
  const height = drawn.length * rowHeight + axisHeight;
  const [title, hatching] = [`Flow of reviews by ${by}`, `came-in-by-${by}`];
  return html`<div class="chart" role="region" tabindex="0" aria-label="Chart: ${title}">
<svg class="flow-chart" viewBox="0 0 ${width} ${height}" role="img" aria-labelledby="flow-by-${by}-title" aria-describedby="flow-by-${by}-text">
<title id="flow-by-${by}-title">${title}: at the start and at the end, those that came in hatched</title>
<desc id="flow-by-${by}-text">${drawn.map((row) => `${row.name}: ${listed([`${counted(row.opening, 'review')} at the start`, ...movements(row), `${row.closing} at the end`])}.`).join(' ')}</desc>
<defs><pattern id="${hatching}" width="6" height="6" patternUnits="userSpaceOnUse" patternTransform="rotate(45)"><rect class="hatch-ground" width="6" height="6"/><rect class="hatch" width="2.5" height="6"/></pattern></defs>
${axis.ticks.map(
  (tick) => html`<line class="grid" x1="${x(tick)}" x2="${x(tick)}" y1="0" y2="${height - axisHeight}"/>
<text class="tick" x="${x(tick)}" y="${height - 8}" text-anchor="middle">${tick}</text>`,
)}
${drawn.map((row, n) => bars(row, n * rowHeight, { x, hatching }))}
</svg>
</div>`;
};
