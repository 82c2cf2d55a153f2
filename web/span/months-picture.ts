import { counted, monthInWords, poundsInWords } from '#language/in-words.ts';
import type { SpanMonth } from '#schemas/span-report.ts';
import { type Html, html } from '../html.ts';
import { figureWords, spanOf, totalValue } from '../report/figure.ts';
import { fitted } from '../report/fitted.ts';
import { signed } from './words.ts';

/*
 * The months below one another: the money of each as one bar (required outlined, achievable hatched, validated full), and its reviews as
 * another (those in trouble full). Units of the drawing are those of its viewBox; every bar carries its own words, and so does the table.
 */
const width = 760;
const [moneyLeft, moneyRoom] = [136, 290];
const [reviewsLeft, reviewsRoom] = [462, 290];
const rowHeight = 36;
const head = 24;

/** How many are rated Red or Amber/Red; null where nothing is said of ratings. */
export const inTrouble = ({ rated }: Pick<SpanMonth, 'rated'>): number | null =>
  rated.length === 0
    ? null
    : rated.reduce((sum, { rating, count }) => sum + (rating === 'red' || rating === 'amber-red' ? count : 0), 0);

const amounts = ({ money }: SpanMonth) => ({
  required: Math.max(0, spanOf(money?.required ?? null)?.low ?? 0),
  achievable: money === null || money.achievable.count === 0 ? 0 : Math.max(0, money.achievable.low),
  validated: Math.max(0, money?.validatedPounds ?? 0),
});

const validatedWords = (pounds: number | null): string =>
  pounds === null ? 'nothing validated' : `${poundsInWords(pounds)} validated`;

const moneyWords = ({ money }: SpanMonth): string =>
  money === null
    ? 'nothing said of savings'
    : `${totalValue(money.achievable)} of ${figureWords(money.required)}; ${validatedWords(money.validatedPounds)}`;

const reviewWords = (month: SpanMonth): string => {
  const troubled = inTrouble(month);
  const moved = month.entered + month.left === 0 ? '' : ` (${signed(month.entered)}, ${signed(-month.left)})`;
  return `${counted(month.counted, 'review')}${moved}${troubled === null ? '' : `; ${troubled} Red or Amber/Red`}`;
};

/** The units of a letter under a bar. */
const smallLetter = 7.3;
/** As axes have it: there is little room. */
const brief = (words: string): string => words.replaceAll(' million', 'm');

const bar = (style: string, x: number, y: number, length: number, fill: Html | false = false): Html | false =>
  length > 0 &&
  html`<rect class="${style}" x="${x}" y="${y}" width="${Math.round(length * 10) / 10}" height="14"${fill}/>`;

const row = (month: SpanMonth, y: number, { pounds, reviews }: { pounds: number; reviews: number }): Html => {
  const { required, achievable, validated } = amounts(month);
  const ofMoney = (value: number): number => (pounds === 0 ? 0 : (value / pounds) * moneyRoom);
  const ofReviews = (value: number): number => (reviews === 0 ? 0 : (value / reviews) * reviewsRoom);
  return html`<text class="bar-label" x="0" y="${y + 13}">${monthInWords(month.month)}</text>
${bar('open', moneyLeft, y + 1, ofMoney(required))}${bar('built-up', moneyLeft, y + 1, ofMoney(achievable), html` fill="url(#of-months)"`)}${bar('stated', moneyLeft, y + 1, ofMoney(validated))}
<text class="tick" x="${moneyLeft}" y="${y + 28}">${fitted(brief(moneyWords(month)), reviewsLeft - moneyLeft - 12, smallLetter)}</text>
${bar('open', reviewsLeft, y + 1, ofReviews(month.counted))}${bar('required', reviewsLeft, y + 1, ofReviews(inTrouble(month) ?? 0))}
<text class="tick" x="${reviewsLeft}" y="${y + 28}">${fitted(reviewWords(month), width - reviewsLeft, smallLetter)}</text>`;
};

/** The months of a span as a drawing; nothing of less than two. */
export const monthsPicture = (months: readonly SpanMonth[]): Html | false => {
  if (months.length < 2) return false;
  const pounds = Math.max(...months.map(amounts).flatMap(({ required, achievable }) => [required, achievable]));
  const most = { pounds, reviews: Math.max(...months.map(({ counted: reviews }) => reviews)) };
  return html`<div class="chart" role="region" tabindex="0" aria-label="Chart: months side by side">
<svg class="flow-chart" viewBox="0 0 ${width} ${head + months.length * rowHeight}" role="img" aria-labelledby="months-title months-text">
<title id="months-title">Savings and reviews, month by month</title>
<desc id="months-text">${months.map((month) => `${monthInWords(month.month)}: ${moneyWords(month)}; ${reviewWords(month)}.`).join(' ')}</desc>
<defs><pattern id="of-months" width="6" height="6" patternUnits="userSpaceOnUse" patternTransform="rotate(45)"><rect class="hatch-ground" width="6" height="6"/><rect class="hatch" width="2.5" height="6"/></pattern></defs>
<text class="tick" x="${moneyLeft}" y="14">Required, achievable hatched, validated full</text>
<text class="tick" x="${reviewsLeft}" y="14">Reviews, Red or Amber/Red full</text>
${months.map((month, n) => row(month, head + n * rowHeight, most))}
</svg>
</div>`;
};
