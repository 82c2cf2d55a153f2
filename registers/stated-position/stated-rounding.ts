import { figureInWords } from '#language/in-words.ts';
import type { Figure } from '#schemas/figures.ts';
import { isInRuleSet, type RuleSetName } from '#schemas/rule-set-name.ts';

/*
 * Whether stated figures agree (docs/meaning.md SAVINGS-24): where the more exact one rounds to the other in the precision of
 * print. An amount says that it is exact; where amounts are as close as rounding would leave them, that is said and no more.
 */

export type Comparison = 'agree' | 'differ' | 'differ, perhaps by rounding';

/** Stated pounds. */
export interface Stated {
  readonly pounds: number;
  /** So far from it may be what it says that it is about; nought for an amount. */
  readonly within: number;
  /** Half of the last place that is printed: so far from it may be what it was rounded from, whatever it says. */
  readonly half: number;
}

const places = [1_000_000, 100_000, 10_000, 1_000, 100, 10, 1];

/** The last place in which pounds are printed: of £33.3 million £100,000, of £40 million a million. */
const lastPlaceOf = (pounds: number): number => (pounds === 0 ? 1 : (places.find((one) => pounds % one === 0) ?? 1));

const statedAs = (pounds: number, isRounded: boolean): Stated => {
  const half = lastPlaceOf(pounds) / 2;
  return { pounds, within: isRounded ? half : 0, half };
};

/** Pounds that a paper prints, of either sign, as they are. */
export const statedAsPrinted = (pounds: number): Stated => statedAs(pounds, false);

/** Both ends of a figure; null where one of them is open or nothing is known. */
export const statedEnds = (figure: Figure | undefined): { readonly low: Stated; readonly high: Stated } | null => {
  switch (figure?.kind) {
    case 'amount':
    case 'about':
    case 'nearly': {
      const stated = statedAs(figure.pounds, figure.kind !== 'amount');
      return { low: stated, high: stated };
    }
    case 'range':
      return { low: statedAs(figure.low, false), high: statedAs(figure.high, false) };
    default:
      return null;
  }
};

/** A figure of one end; null of a range too. */
export const statedPoint = (figure: Figure | undefined): Stated | null =>
  figure?.kind === 'range' ? null : (statedEnds(figure)?.low ?? null);

export const averageOf = ({ pounds, within, half }: Stated, years: number): Stated => ({
  pounds: Math.round(pounds / years),
  within: within / years,
  half: half / years,
});

export const sumOf = (one: Stated, other: Stated): Stated => ({
  pounds: one.pounds + other.pounds,
  within: one.within + other.within,
  half: one.half + other.half,
});

/** In a sum what is printed to the last unit is not rounded, however many parts there are. */
export const exactToThe = (unit: number, one: Stated): Stated =>
  one.within === 0 && one.half <= unit / 2 ? { ...one, half: 0 } : one;

export const compared = (one: Stated, other: Stated): Comparison => {
  const apart = Math.abs(one.pounds - other.pounds);
  if (apart <= Math.max(one.within, other.within)) return 'agree';
  return apart < one.half + other.half ? 'differ, perhaps by rounding' : 'differ';
};

/** The worse of two comparisons: of the low and the high ends. */
export const worseOf = (one: Comparison, other: Comparison): Comparison => {
  if (one === 'differ' || other === 'differ') return 'differ';
  return one === 'agree' ? other : one;
};

/** How two figures of the same compare; by `rules-1` they agreed only where their words were the same. */
export const figuresCompared = (one: Figure, other: Figure, ruleSet: RuleSetName): Comparison => {
  if (figureInWords(one) === figureInWords(other)) return 'agree';
  const [ends, otherEnds] = [statedEnds(one), statedEnds(other)];
  if (ends === null || otherEnds === null || !isInRuleSet({ since: 'rules-2' }, ruleSet)) return 'differ';
  return worseOf(compared(ends.low, otherEnds.low), compared(ends.high, otherEnds.high));
};

/** What a sentence of a difference ends with. */
export const perhapsRounded = (comparison: Comparison): string =>
  comparison === 'differ, perhaps by rounding' ? ', perhaps by rounding' : '';
