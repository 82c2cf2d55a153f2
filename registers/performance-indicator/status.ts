import { financialYearOf, type ReportMonth } from '#language/time.ts';
import type { Direction, IndicatorStatus, IndicatorsSection } from './record.ts';

type Indicator = Pick<IndicatorsSection[number], 'better' | 'target' | 'floor' | 'expected' | 'period'>;
type ByYear = Indicator & Pick<IndicatorsSection[number], 'targets'>;
type Reading = IndicatorsSection[number]['readings'][number];

/** With the target and floor in force in a month: those of its financial year or, where it has none of its own, those for every year. */
export const inForceIn = <I extends ByYear>(indicator: I, month: ReportMonth): I => {
  const ofYear = indicator.targets?.find(({ year }) => year === financialYearOf(`${month}-01`));
  return ofYear === undefined ? indicator : { ...indicator, target: ofYear.target, floor: ofYear.floor };
};

/**
 * How a value stands. Green meets the target; Amber is short of it and not beyond the floor; Red is beyond the floor, or short of a
 * target that has none. An activity is held against what is usual and has no rating. Source: KCC's performance dashboards.
 */
export const statusOf = (
  { better, target, floor, expected }: Indicator,
  value: number | null | undefined,
): IndicatorStatus => {
  if (value === undefined || value === null) return 'not-rated';
  if (better === 'neither') {
    if (expected === undefined) return 'not-rated';
    return value < expected.low ? 'below' : value > expected.high ? 'above' : 'in-range';
  }
  if (target === undefined) return 'not-rated';
  const meets = (bar: number): boolean => (better === 'higher' ? value >= bar : value <= bar);
  if (meets(target)) return 'green';
  return floor !== undefined && meets(floor) ? 'amber' : 'red';
};

/** A snapshot has no year to date. */
export const yearToDateStatusOf = (
  indicator: Indicator,
  { yearToDate }: Pick<Reading, 'yearToDate'>,
): IndicatorStatus => (indicator.period === 'snapshot' ? 'not-rated' : statusOf(indicator, yearToDate));

/** The way that a value went since the one before; null where one of them is no number. */
export const directionOf = (
  { better }: Pick<Indicator, 'better'>,
  value: number | undefined,
  before: number | undefined,
): Direction | null => {
  if (value === undefined || before === undefined) return null;
  if (value === before) return 'same';
  const up = value > before;
  if (better === 'neither') return up ? 'up' : 'down';
  return up === (better === 'higher') ? 'better' : 'worse';
};

/** The latest reading by a month and the one before it. */
export const latestBy = <R extends { readonly month: ReportMonth }>(
  readings: readonly R[],
  month: ReportMonth,
): { readonly latest: R | undefined; readonly before: R | undefined } => {
  const known = readings.filter((one) => one.month <= month);
  return { latest: known.at(-1), before: known.at(-2) };
};
