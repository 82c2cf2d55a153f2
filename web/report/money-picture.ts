import { poundsInWords } from '#language/in-words.ts';
import type { PageOne } from '#schemas/page-one.ts';
import { type Html, html } from '../html.ts';
import { figureWords, spanOf, totalValue } from './figure.ts';
import { fitted } from './fitted.ts';

/*
 * The money of a year as two bars of one scale: what is required, and below it what is achievable, with what finance has validated of
 * it. Units of the drawing are those of its viewBox; each bar carries its own words.
 */
type Money = NonNullable<PageOne['money']>;

const width = 470;
const left = 112;
const right = 170;
const rowHeight = 20;
/** On a telephone and in a column on paper the whole picture is there, with letters that are larger within it (style.ts, print-style.ts). */
const largerLetter = 10;

interface Bar {
  readonly label: string;
  readonly words: string;
  readonly style: 'required' | 'built-up' | 'stated';
  readonly pounds: number;
  /** The end of what may be more, or has no upper end. */
  readonly upTo: number;
}

const barsOf = ({ required, achievable, validatedPounds }: Money): readonly Bar[] => {
  const span = spanOf(required);
  const low = achievable.count === 0 ? 0 : Math.max(0, achievable.low);
  return [
    {
      label: 'Required',
      words: figureWords(required),
      style: 'required',
      pounds: span?.low ?? 0,
      upTo: span?.high ?? span?.low ?? 0,
    },
    {
      label: 'Achievable',
      words: totalValue(achievable),
      style: 'built-up',
      pounds: low,
      upTo: achievable.count === 0 ? 0 : (achievable.high ?? low),
    },
    {
      label: 'Validated',
      words: validatedPounds === null ? 'nothing yet' : poundsInWords(validatedPounds),
      style: 'stated',
      pounds: Math.max(0, validatedPounds ?? 0),
      upTo: Math.max(0, validatedPounds ?? 0),
    },
  ];
};

const room = width - left - right;

/** Required, achievable and validated of one year; nothing where there is no pound to draw. */
export const moneyPicture = (money: Money): Html | null => {
  const bars = barsOf(money);
  const most = Math.max(...bars.map(({ upTo }) => upTo));
  if (most === 0) return null;
  const x = (pounds: number): number => Math.round(((left * most + pounds * room) / most) * 10) / 10;
  const height = bars.length * rowHeight + 4;
  const said = bars.map(({ label, words }) => `${label.toLowerCase()} ${words}`).join('; ');
  return html`<div class="chart money-picture">
<svg class="savings-chart" viewBox="0 0 ${width} ${height}" role="img" aria-labelledby="money-title" aria-describedby="money-text">
<title id="money-title">Savings of ${money.year}</title>
<desc id="money-text">${said}.</desc>
<defs><pattern id="achievable" width="6" height="6" patternUnits="userSpaceOnUse" patternTransform="rotate(45)"><rect class="hatch-ground" width="6" height="6"/><rect class="hatch" width="2.5" height="6"/></pattern></defs>
${bars.map(({ label, words, style, pounds, upTo }, n) => {
  const y = n * rowHeight;
  return html`<text class="bar-label" x="${left - 8}" y="${y + 15}" text-anchor="end">${label}</text>
<rect class="${style}" x="${left}" y="${y + 3}" width="${Math.max(1, x(pounds) - left)}" height="15"${style === 'built-up' && html` fill="url(#achievable)"`}/>${
    upTo > pounds &&
    html`<rect class="ranging" x="${x(pounds)}" y="${y + 3}" width="${x(upTo) - x(pounds)}" height="15"/>`
  }
<text class="bar-value" x="${x(upTo) + 6}" y="${y + 15}">${fitted(words, width - x(upTo) - 6, largerLetter)}</text>`;
})}
</svg>
</div>`;
};
