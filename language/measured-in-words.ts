import { pounds } from './in-words.ts';
import { once } from './once.ts';

/** What a measure is in. */
type Unit = 'number' | 'percent' | 'ratio' | 'days' | 'pounds';

const grouped = once(() => new Intl.NumberFormat('en-GB', { maximumFractionDigits: 6 }));

interface Parts {
  readonly numerator: number;
  readonly denominator: number;
}

/**
 * A value in its unit, with the numbers that it comes from: `76% (760 of 1,000)`. Of fewer than twenty the numbers come
 * first: `3 of 7 (43%)`.
 */
export const measuredInWords = (unit: Unit, value: number, parts: Parts | null = null): string => {
  const measured = inUnit(unit, value);
  if (parts === null) return measured;
  const of = `${grouped().format(parts.numerator)} of ${grouped().format(parts.denominator)}`;
  return Math.abs(parts.denominator) < 20 ? `${of} (${measured})` : `${measured} (${of})`;
};

const inUnit = (unit: Unit, value: number): string => {
  switch (unit) {
    case 'percent':
      return `${grouped().format(value)}%`;
    case 'pounds':
      return Number.isInteger(value) ? pounds(value) : `${value < 0 ? '-' : ''}£${grouped().format(Math.abs(value))}`;
    case 'days':
      return `${grouped().format(value)} ${value === 1 ? 'day' : 'days'}`;
    case 'number':
    case 'ratio':
      return grouped().format(value);
  }
};
