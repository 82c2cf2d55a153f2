import { inOrder } from '#domain/report/in-order.ts';
import { counted, poundsInWords } from '#language/in-words.ts';
import type { FinancialYear } from '#language/time.ts';
import type { Figure } from '#schemas/figures.ts';
import type { StatedFigure } from './record.ts';
import { Measure, type StatedPosition } from './record.ts';

export interface Stated {
  readonly id: string;
  readonly record: StatedPosition;
}

interface Ends {
  readonly low: number;
  readonly high: number;
}

/** Both ends of a figure in whole pounds; null where one of them is open or nothing is known. */
const endsOf = (figure: Figure): Ends | null => {
  switch (figure.kind) {
    case 'amount':
    case 'about':
    case 'nearly':
      return { low: figure.pounds, high: figure.pounds };
    case 'range':
      return { low: figure.low, high: figure.high };
    case 'over':
    case 'part-known':
    case 'to-be-confirmed':
    case 'non-financial':
    case 'not-stated':
      return null;
  }
};

const endsInWords = ({ low, high }: Ends): string =>
  low === high ? poundsInWords(low) : `${poundsInWords(low)} to ${poundsInWords(high)}`;

/** What the figure would be as the yearly average of the one it should follow from; null where that cannot be worked out. */
const followsOf = (one: StatedPosition, all: readonly Stated[]): StatedFigure['follows'] => {
  const whole = all.find((other) => other.id === one.follows?.from)?.record;
  const years = whole?.periodYears;
  const given = endsOf(one.figure);
  const ends = whole === undefined ? null : endsOf(whole.figure);
  if (one.follows === undefined || years === undefined || given === null || ends === null) return null;
  const average = { low: Math.round(ends.low / years), high: Math.round(ends.high / years) };
  const agrees = average.low === given.low && average.high === given.high;
  const shown = `${endsInWords(ends)} over ${counted(years, 'year')} is ${endsInWords(average)} a year`;
  const stated = agrees ? 'as stated' : `${endsInWords(given)} a year is stated`;
  return { from: one.follows.from, ...average, agrees, sentence: `${shown}; ${stated}.` };
};

/** Every stated figure with its source and conflicts, by measure, year and id, checked against the one it follows from. */
export const statedFigures = (all: readonly Stated[]): StatedFigure[] =>
  inOrder(all, ({ id, record }) => [Measure.options.indexOf(record.measure), record.year ?? '', id]).map(
    ({ id, record }) => ({
      id,
      title: record.title,
      measure: record.measure,
      year: record.year ?? null,
      periodYears: record.periodYears ?? null,
      figure: record.figure,
      follows: followsOf(record, all),
      words: record.words ?? null,
    }),
  );

/** The stated figure of a measure in a year: of several, the first by id (rule CON-06 shows where they differ). */
export const statedOf = (
  figures: readonly StatedFigure[],
  measure: Measure,
  year: FinancialYear,
): StatedFigure | undefined => figures.find((one) => one.measure === measure && one.year === year);

/** Whole pounds of a figure that is an exact amount. */
export const amountOf = (figure: Figure | undefined): number | null =>
  figure?.kind === 'amount' ? figure.pounds : null;
