import { gapValueInWords, poundsInWords } from '#language/in-words.ts';
import type { Total } from '#schemas/figures.ts';
import type { PageOne } from '#schemas/page-one.ts';
import { type Html, html } from '../html.ts';
import { figureWords, spanOf, totalValue } from './figure.ts';
import { fitted } from './fitted.ts';

/*
 * The money of a year as bars of one scale: what is required, what is achievable or at the year's end its outturn, what finance has
 * validated, and what is missing of what is required. Units of the drawing are those of its viewBox; each bar carries its own words.
 */
type Money = NonNullable<PageOne['money']>;

const width = 495;
const left = 112;
const right = 236;
const rowHeight = 20;
/** On a telephone and in a column on paper the whole picture is there, with letters that are larger within it (style.ts, print-style.ts). */
const largerLetter = 10;

interface Bar {
  readonly label: string;
  readonly words: string;
  readonly style: 'required' | 'built-up' | 'stated' | 'ranging';
  /** Where it begins, if not at nothing. */
  readonly from?: number;
  readonly pounds: number;
  /** The end of what may be more, or has no upper end. */
  readonly upTo: number;
}

/** What is missing: from the end of what there is to what is required; nothing where that is no amount, or is reached. */
const missing = ({ required, stillToFind }: Money, low: number, outturn: Total | undefined): readonly Bar[] => {
  const needed = required?.kind === 'amount' ? required.pounds : null;
  if (needed === null || needed <= low) return [];
  const words =
    outturn !== undefined
      ? poundsInWords(needed - low)
      : stillToFind === null
        ? null
        : gapValueInWords(stillToFind).replace(/^a gap of /, '');
  return words === null
    ? []
    : [
        {
          label: outturn === undefined ? 'Still to find' : 'Shortfall',
          ...{ words, style: 'ranging', from: low, pounds: needed, upTo: needed },
        },
      ];
};

const barsOf = (money: Money, outturn: Total | undefined): readonly Bar[] => {
  const { required, achievable, validatedPounds } = money;
  const span = spanOf(required);
  const there = outturn ?? achievable;
  const low = there.count === 0 ? 0 : Math.max(0, there.low);
  return [
    {
      label: 'Required',
      words: figureWords(required),
      style: 'required',
      pounds: span?.low ?? 0,
      upTo: span?.high ?? span?.low ?? 0,
    },
    {
      label: outturn === undefined ? 'Achievable' : 'Outturn',
      words: totalValue(there),
      style: 'built-up',
      pounds: low,
      upTo: there.count === 0 ? 0 : (there.high ?? low),
    },
    {
      label: 'Validated',
      words: validatedPounds === null ? 'nothing yet' : poundsInWords(validatedPounds),
      style: 'stated',
      pounds: Math.max(0, validatedPounds ?? 0),
      upTo: Math.max(0, validatedPounds ?? 0),
    },
    ...missing(money, low, outturn),
  ];
};

const room = width - left - right;

/** The bars of one year, at its end with its outturn; nothing where there is no pound to draw. */
export const moneyPicture = (money: Money, outturn?: Total): Html | null => {
  const bars = barsOf(money, outturn);
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
${bars.map(({ label, words, style, from = 0, pounds, upTo }, n) => {
  const y = n * rowHeight;
  return html`<text class="bar-label" x="${left - 8}" y="${y + 15}" text-anchor="end">${label}</text>
<rect class="${style}" x="${x(from)}" y="${y + 3}" width="${Math.max(1, x(pounds) - x(from))}" height="15"${style === 'built-up' && html` fill="url(#achievable)"`}/>${
    upTo > pounds &&
    html`<rect class="ranging" x="${x(pounds)}" y="${y + 3}" width="${x(upTo) - x(pounds)}" height="15"/>`
  }
<text class="bar-value" x="${x(upTo) + 6}" y="${y + 15}">${fitted(words, width - x(upTo) - 6, largerLetter)}</text>`;
})}
</svg>
</div>`;
};
