import { inOrder } from '#domain/report/in-order.ts';
import { counted, figureInWords, poundsInWords } from '#language/in-words.ts';
import type { FinancialYear } from '#language/time.ts';
import { foldedName } from '#language/withheld-text.ts';
import type { Figure } from '#schemas/figures.ts';
import type { Mtfp } from '#schemas/mtfp.ts';
import type { Programme } from '#schemas/programme.ts';
import { isInRuleSet, type RuleSetName } from '#schemas/rule-set-name.ts';
import type { StatedFigure } from './record.ts';
import { Measure, type StatedPosition } from './record.ts';
import { averageOf, type Comparison, compared, perhapsRounded, statedEnds, worseOf } from './stated-rounding.ts';

type Ends = NonNullable<ReturnType<typeof statedEnds>>;

export interface Stated {
  readonly id: string;
  readonly record: StatedPosition;
}

const endsInWords = ({ low, high }: Ends): string =>
  low.pounds === high.pounds
    ? poundsInWords(low.pounds)
    : `${poundsInWords(low.pounds)} to ${poundsInWords(high.pounds)}`;

/** How a yearly figure is to the average that it should be; by `rules-1` it agreed only to the pound. */
const isToAverage = (given: Ends, average: Ends, ruleSet: RuleSetName): Comparison => {
  if (given.low.pounds === average.low.pounds && given.high.pounds === average.high.pounds) return 'agree';
  return isInRuleSet({ since: 'rules-2' }, ruleSet)
    ? worseOf(compared(given.low, average.low), compared(given.high, average.high))
    : 'differ';
};

/** What the figure would be as the yearly average of the one it should follow from; null where that cannot be worked out. */
const followsOf = (one: StatedPosition, all: readonly Stated[], ruleSet: RuleSetName): StatedFigure['follows'] => {
  const whole = all.find((other) => other.id === one.follows?.from)?.record;
  const years = whole?.periodYears;
  const given = statedEnds(one.figure);
  const ends = statedEnds(whole?.figure);
  if (one.follows === undefined || years === undefined || given === null || ends === null) return null;
  const average = { low: averageOf(ends.low, years), high: averageOf(ends.high, years) };
  const comparison = isToAverage(given, average, ruleSet);
  const agrees = comparison === 'agree';
  const [averageWords, givenWords] = [endsInWords(average), endsInWords(given)];
  const rounds = agrees && averageWords !== givenWords;
  const shown = `${endsInWords(ends)} over ${counted(years, 'year')} is ${averageWords} a year`;
  const stated = rounds
    ? `${figureInWords(one.figure)} a year is stated, which agrees in rounding`
    : agrees
      ? 'as stated'
      : `${givenWords} a year is stated${perhapsRounded(comparison)}`;
  return {
    from: one.follows.from,
    low: average.low.pounds,
    high: average.high.pounds,
    agrees,
    sentence: `${shown}; ${stated}.`,
  };
};

/** The version of the MTFP that states it: the first one unless it names another. */
const mtfpOf = ({ mtfp }: StatedPosition, mtfps: readonly Mtfp[]): Pick<StatedFigure, 'mtfp'> => {
  const named = mtfp === undefined ? mtfps[0] : mtfps.find(({ id }) => id === mtfp);
  return named === undefined ? {} : { mtfp: { id: named.id, name: named.name } };
};

/** Every stated figure with its source and conflicts, by measure, year and id, checked against the one it follows from. */
export const statedFigures = (
  all: readonly Stated[],
  ruleSet: RuleSetName,
  { mtfps = [] }: Pick<Programme, 'mtfps'>,
): StatedFigure[] =>
  inOrder(all, ({ id, record }) => [Measure.options.indexOf(record.measure), record.year ?? '', id]).map(
    ({ id, record }) => ({
      id,
      title: record.title,
      measure: record.measure,
      year: record.year ?? null,
      periodYears: record.periodYears ?? null,
      figure: record.figure,
      follows: followsOf(record, all, ruleSet),
      words: record.words ?? null,
      ...(record.scope === undefined ? {} : { scope: record.scope }),
      ...(record.parts === undefined ? {} : { parts: record.parts }),
      ...mtfpOf(record, mtfps),
    }),
  );

/** Those of the same version of the MTFP. */
export const ofSameMtfp = (all: readonly StatedFigure[], { mtfp }: StatedFigure): readonly StatedFigure[] =>
  all.filter((other) => other.mtfp?.id === mtfp?.id);

/** Scopes that differ only in case or blanks are one; undefined is the whole programme. */
const scopeKey = (scope: string | undefined): string | undefined =>
  scope === undefined ? undefined : foldedName(scope);

/** The stated figure of a measure in a year, of the whole programme or of a scope: of several, the first by id (rule CON-06 shows where they differ). */
export const statedOf = (
  figures: readonly StatedFigure[],
  measure: Measure,
  year: FinancialYear,
  scope?: string,
): StatedFigure | undefined =>
  figures.find((one) => one.measure === measure && one.year === year && scopeKey(one.scope) === scopeKey(scope));

/** Whole pounds of a figure that is an exact amount. */
export const amountOf = (figure: Figure | undefined): number | null =>
  figure?.kind === 'amount' ? figure.pounds : null;
