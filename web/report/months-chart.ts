import { counted, listed, monthInWords } from '#language/in-words.ts';
import { addMonths, type ReportMonth } from '#language/time.ts';
import type { Flow } from '#schemas/flow.ts';
import { type Html, html } from '../html.ts';
import { table } from './layout.ts';

/*
 * Twelve months of reviews in and out, a column a month: above the line what came in (hatched), below it what left (solid), and over both
 * how many there were at the end (docs/meaning.md REPORT-40). Units of the drawing are those of its viewBox.
 */
type MonthOfFlow = NonNullable<Flow['months']>[number];

const width = 760;
const left = 88;
const column = 55;
const barWidth = 26;
const half = 70;
const middle = 120;
const height = 236;

/** Every month from the first on; of one without a report nothing is known. */
const everyMonth = (months: readonly MonthOfFlow[]): readonly { month: ReportMonth; of: MonthOfFlow | undefined }[] => {
  const [first, last] = [months[0]?.month, months.at(-1)?.month];
  if (first === undefined || last === undefined) return [];
  const all: { month: ReportMonth; of: MonthOfFlow | undefined }[] = [];
  for (let month = first; month <= last; month = addMonths(month, 1))
    all.push({ month, of: months.find((one) => one.month === month) });
  return all;
};

const short = (month: ReportMonth): string => {
  const [name = '', year = ''] = monthInWords(month).split(' ');
  return `${name.slice(0, 3)} ${year.slice(2)}`;
};

const restatedInWords = (by: number): string => (by === 0 ? '' : `, ${by > 0 ? '+' : '−'}${Math.abs(by)} restated`);

const monthMarkup = (
  { month, of }: { month: ReportMonth; of: MonthOfFlow | undefined },
  n: number,
  lengthOf: (reviews: number) => number,
): Html => {
  const centre = left + n * column + column / 2;
  const name = html`<text class="tick" x="${centre}" y="${height - 8}" text-anchor="middle">${short(month)}</text>`;
  if (of === undefined)
    return html`<text class="tick" x="${centre}" y="${middle - 6}" text-anchor="middle">no</text>
<text class="tick" x="${centre}" y="${middle + 14}" text-anchor="middle">report</text>${name}`;
  const [came, went] = [lengthOf(of.entered), lengthOf(of.left)];
  return html`<text class="bar-value" x="${centre}" y="18" text-anchor="middle">${of.closing}</text>
${of.entered > 0 && html`<rect class="built-up" x="${centre - barWidth / 2}" y="${middle - came}" width="${barWidth}" height="${came}" fill="url(#came-in-by-month)"/><text class="bar-label" x="${centre}" y="${middle - came - 4}" text-anchor="middle">+${of.entered}</text>`}
${of.left > 0 && html`<rect class="stated" x="${centre - barWidth / 2}" y="${middle}" width="${barWidth}" height="${went}"/><text class="bar-label" x="${centre}" y="${middle + went + 14}" text-anchor="middle">−${of.left}</text>`}
${name}`;
};

const sentence = ({ month, of }: { month: ReportMonth; of: MonthOfFlow | undefined }): string =>
  of === undefined
    ? `${monthInWords(month)}: no report.`
    : `${monthInWords(month)}: ${of.entered} in, ${of.left} out${restatedInWords(of.restatedBy)}, ${of.closing} at the end.`;

const drawing = (all: ReturnType<typeof everyMonth>, most: number): Html => {
  const lengthOf = (reviews: number): number => Math.round((reviews / Math.max(1, most)) * (half - 18) * 10) / 10;
  return html`<div class="chart" role="region" tabindex="0" aria-label="Chart: Reviews in and out, month by month">
<svg class="months-chart" viewBox="0 0 ${width} ${height}" role="img" aria-labelledby="months-title" aria-describedby="months-text">
<title id="months-title">Reviews in and out, month by month</title>
<desc id="months-text">${listed(all.map(sentence))}</desc>
<defs><pattern id="came-in-by-month" width="6" height="6" patternUnits="userSpaceOnUse" patternTransform="rotate(45)"><rect class="hatch-ground" width="6" height="6"/><rect class="hatch" width="2.5" height="6"/></pattern></defs>
<text class="axis-name" x="${left - 8}" y="18" text-anchor="end">at the end</text>
<text class="axis-name" x="${left - 8}" y="${middle - 24}" text-anchor="end">in</text>
<text class="axis-name" x="${left - 8}" y="${middle + 34}" text-anchor="end">out</text>
<line class="rule" x1="${left}" x2="${left + all.length * column}" y1="${middle}" y2="${middle}"/>
${all.map((one, n) => monthMarkup(one, n, lengthOf))}
</svg>
</div>`;
};

/** The months with what came in and left, as a drawing and as a table; nothing of a single month. */
export const monthsInAndOut = ({ months = [] }: Flow): Html | false => {
  const all = everyMonth(months);
  if (all.length < 2) return false;
  const most = Math.max(0, ...months.flatMap(({ entered, left: gone }) => [entered, gone]));
  const without = all.filter(({ of }) => of === undefined).length;
  return html`${drawing(all, most)}${table({
    caption: `Reviews in and out over ${counted(all.length, 'month')}, as each report was published`,
    columns: [
      { head: 'Month' },
      ...['At the start', 'Restated', 'In', 'Out', 'At the end'].map((head) => ({ head, figures: true })),
    ],
    rows: all.map(({ month, of }) =>
      of === undefined
        ? [monthInWords(month), 'no report', '', '', '', '']
        : [monthInWords(month), of.opening, of.restatedBy, of.entered, of.left, of.closing],
    ),
    none: '',
  })}${without > 0 && html`<p class="aside">${counted(without, 'month has', 'months have')} no report: what came in and left then is in the report after.</p>`}`;
};
