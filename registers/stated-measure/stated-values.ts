import { type Comparison, compared, exactToThe, type Stated, sumOf } from '../stated-position/stated-rounding.ts';
import type { StatedValue } from './record.ts';

/*
 * How counts, shares and durations compare (docs/meaning.md SAVINGS-26): as pounds do, in thousandths, and in the precision in which
 * each was printed.
 */

const thousand = 1_000;

/** A printed number in thousandths, and its last place: `33.3` is 33,300 with a last place of 100. */
const printed = (text: string): { readonly size: number; readonly lastPlace: number } => {
  const decimals = text.split('.')[1]?.length ?? 0;
  return { size: Math.round(Number(text) * thousand), lastPlace: thousand / 10 ** decimals };
};

const statedAs = (size: number, lastPlace: number, isRounded: boolean): Stated => ({
  pounds: size,
  within: isRounded ? lastPlace / 2 : 0,
  half: lastPlace / 2,
});

/** The last place of a count that is not nought, at most a million, in thousandths. */
const lastPlaceOf = (count: number): number => {
  let place = 1;
  while (count !== 0 && count % (place * 10) === 0 && place < 1_000_000) place *= 10;
  return place * thousand;
};

const units = {
  days: { family: 'days', size: 1 },
  weeks: { family: 'days', size: 7 },
  months: { family: 'months', size: 1 },
  years: { family: 'months', size: 12 },
} as const;

/** A value to be compared, with what it can be compared with: how many days a month has is not for us to say. */
const comparable = (value: StatedValue): { readonly family: string; readonly stated: Stated } => {
  const isRounded = value.qualifier === 'about' || value.qualifier === 'nearly';
  switch (value.kind) {
    case 'count':
      return { family: 'count', stated: statedAs(value.count * thousand, lastPlaceOf(value.count), isRounded) };
    case 'share': {
      const { size, lastPlace } = printed(value.percent);
      return { family: 'share', stated: statedAs(size, lastPlace, true) };
    }
    case 'duration': {
      const { size, lastPlace } = printed(value.length);
      const unit = units[value.unit];
      return { family: unit.family, stated: statedAs(size * unit.size, lastPlace * unit.size, isRounded) };
    }
  }
};

/** Whether a value may be above what another paper says that it is over. */
const isAbove = (value: Stated, floor: Stated): Comparison =>
  value.pounds + value.within > floor.pounds ? 'agree' : 'differ';

/** How two values of one measure compare; what cannot be compared is not said to differ. */
export const valuesCompared = (one: StatedValue, other: StatedValue): Comparison => {
  const [first, second] = [comparable(one), comparable(other)];
  if (first.family !== second.family) return one.kind === other.kind ? 'agree' : 'differ';
  const [isOver, otherIsOver] = [one.qualifier === 'over', other.qualifier === 'over'];
  if (isOver && otherIsOver) return 'agree';
  if (isOver) return isAbove(second.stated, first.stated);
  if (otherIsOver) return isAbove(first.stated, second.stated);
  return compared(first.stated, second.stated);
};

/** A value as a part of a sum: a count that is printed to the last one is exact. */
const inSum = (value: StatedValue): ReturnType<typeof comparable> => {
  const { family, stated } = comparable(value);
  return { family, stated: family === 'count' ? exactToThe(thousand, stated) : stated };
};

/** How a value compares with the sum of its parts; null where a part is of another kind, or says that it is over something. */
export const comparedWithSum = (whole: StatedValue, parts: readonly StatedValue[]): Comparison | null => {
  const [total, all] = [inSum(whole), parts.map(inSum)];
  const [first, ...rest] = all.map(({ stated }) => stated);
  if (first === undefined || all.some(({ family }) => family !== total.family)) return null;
  if ([whole, ...parts].some(({ qualifier }) => qualifier === 'over')) return null;
  return compared(total.stated, rest.reduce(sumOf, first));
};

/** Whether a percentage is what its parts come to, rounded as it is printed, or over it where it says so; true where it has none. */
export const followsFromParts = (value: StatedValue): boolean => {
  if (value.kind !== 'share' || value.numerator === undefined || value.denominator === undefined) return true;
  const { size, lastPlace } = printed(value.percent);
  // In whole numbers, so that no third is cut short: |percent - part / whole| is at most half of the last place.
  const above = (100 * thousand * value.numerator - size * value.denominator) * Math.sign(value.denominator);
  if (value.qualifier === 'over') return above > 0;
  const apart = Math.abs(above);
  return 2 * apart <= lastPlace * Math.abs(value.denominator);
};

/** What printed percentages add up to, and how far from it they may be by rounding, both in thousandths of a percent. */
export const sumOfShares = (percents: readonly string[]): { readonly size: number; readonly within: number } =>
  percents
    .map(printed)
    .reduce((sum, { size, lastPlace }) => ({ size: sum.size + size, within: sum.within + lastPlace / 2 }), {
      size: 0,
      within: 0,
    });
