import { figureInWords, gapInWords, totalInWords } from '#language/in-words.ts';
import type { Gap } from '#registers/saving/projections.ts';
import type { Figure, Share, Total } from '#schemas/figures.ts';
import { coverageOf, figureWords, spanOf } from './figure.ts';

/** One fact of a report. A count has `low` and `high` alike; a share has the whole it is part of in `of`. */
export interface Fact {
  readonly section: string;
  readonly about: string;
  readonly item: string;
  readonly unit: 'reviews' | 'count' | 'pounds' | 'words';
  readonly low?: number | null;
  readonly high?: number | null;
  readonly of?: number;
  readonly coverage?: string;
  readonly words?: string | null;
}

export const whole = 'Programme';

export const count = (section: string, item: string, value: number, about = whole): Fact => ({
  section,
  about,
  item,
  unit: 'count',
  low: value,
  high: value,
});

export const words = (section: string, about: string, item: string, text: string): Fact => ({
  section,
  about,
  item,
  unit: 'words',
  words: text,
});

export const share = (section: string, item: string, one: Share, unit: Fact['unit'] = 'reviews'): Fact => ({
  section,
  about: whole,
  item,
  unit,
  low: one.numerator,
  high: one.numerator,
  of: one.denominator,
  words: one.percent === null ? null : `${one.percent}%`,
});

export const figure = (section: string, about: string, item: string, given: Figure | null): readonly Fact[] => {
  const span = spanOf(given);
  const source = given?.source === undefined ? 'source not stated' : `source: ${given.source}`;
  return [
    {
      section,
      about,
      item,
      unit: 'pounds',
      low: span?.low ?? null,
      high: span?.high ?? null,
      coverage: given === null ? 'not stated' : source,
      words: figureWords(given),
    },
    ...(given?.conflicts ?? []).map((conflict): Fact => {
      const other = spanOf(conflict.value);
      return {
        section,
        about,
        item: `${item}: conflict`,
        unit: 'pounds',
        low: other?.low ?? null,
        high: other?.high ?? null,
        coverage: `source: ${conflict.source}`,
        words: figureInWords(conflict.value),
      };
    }),
  ];
};

export const total = (section: string, about: string, item: string, given: Total): Fact => ({
  section,
  about,
  item,
  unit: 'pounds',
  low: given.count === 0 ? null : given.low,
  high: given.count === 0 ? null : given.high,
  coverage: coverageOf(given),
  words: totalInWords(given),
});

export const pounds = (section: string, about: string, item: string, value: number | null): Fact => ({
  section,
  about,
  item,
  unit: 'pounds',
  low: value,
  high: value,
  ...(value === null ? { coverage: 'cannot be worked out' } : {}),
});

export const gap = (section: string, about: string, given: Gap | null): Fact =>
  given === null
    ? pounds(section, about, 'Gap', null)
    : {
        section,
        about,
        item: 'Gap',
        unit: 'pounds',
        low: given.low,
        high: given.high,
        coverage: coverageOf(given),
        words: gapInWords(given),
      };
