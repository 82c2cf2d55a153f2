/*
 * Money as people write it: "£1.2m", "1,200,000", "1.2 million", "5k". It is kept in whole pounds.
 */

const scales = { k: 1e3, thousand: 1e3, m: 1e6, mn: 1e6, million: 1e6, bn: 1e9, billion: 1e9 } as const;
const isScale = (word: string): word is keyof typeof scales => Object.hasOwn(scales, word);

const written =
  /^(?<minus>-|−|minus )?£?(?<minusAfter>-)?(?<digits>\d{1,3}(?:,\d{3})+|\d+)(?:\.(?<part>\d+))?\s*(?<scale>[a-z]+)?$/;

/**
 * Whole pounds, or the sentence that says what is wrong.
 *
 * @returns undefined where nothing is written
 */
export const poundsOf = (text: string): number | string | undefined => {
  const plain = text.trim().toLowerCase();
  if (plain === '') return undefined;
  const { minus, minusAfter, digits = '', part = '', scale } = written.exec(plain)?.groups ?? {};
  if (digits === '' || (scale !== undefined && !isScale(scale)))
    return 'must be an amount of money, like £1.2m, 1,200,000 or 5k';
  const factor = scale !== undefined && isScale(scale) ? scales[scale] : 1;
  // In thousandths, so that 1.2 million is not a rounding error away from a whole number.
  const pounds =
    Number(digits.replaceAll(',', '')) * factor + Math.round(Number(`0.${part || '0'}`) * factor * 1e6) / 1e6;
  if (!Number.isSafeInteger(pounds)) return 'must be whole pounds, without pence';
  return minus !== undefined || minusAfter !== undefined ? -pounds : pounds;
};

/** An amount as it stands in a box: `1,200,000`. */
export const poundsInBox = (pounds: number): string => String(pounds).replaceAll(/\B(?=(?:\d{3})+$)/g, ',');
