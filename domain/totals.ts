import { ExclusionReason, type Figure, type FigureOrPounds, type Share, type Total } from '#schemas/figures.ts';
import { mostTotalPounds } from '#schemas/limits.ts';

type Mark = Total['marked'][number];

/** Marks and reasons are listed in these orders, so that equal totals are equal values. */
const everyMark: readonly Mark[] = ['over', 'about', 'nearly', 'part-known'];
const everyReason: readonly ExclusionReason[] = ExclusionReason.options;

/** A bare number of whole pounds is an exact amount. */
export const asFigure = (given: FigureOrPounds): Figure =>
  typeof given === 'number' ? { kind: 'amount', pounds: given } : given;

/** The total of nothing: no figure counted, none left out. */
export const noTotal: Total = { low: 0, high: 0, exact: true, count: 0, marked: [], excluded: [] };

const counts = (low: number, high: number | null, exact: boolean, marked: Mark[] = []): Total => ({
  low,
  high,
  exact,
  count: 1,
  marked,
  excluded: [],
});

const leftOut = (reason: ExclusionReason): Total => ({ ...noTotal, excluded: [{ reason, count: 1 }] });

const totalOfOne = (figure: Figure): Total => {
  switch (figure.kind) {
    case 'amount':
      return counts(figure.pounds, figure.pounds, true);
    case 'range':
      return counts(figure.low, figure.high, false);
    case 'over':
      return counts(figure.pounds, null, false, ['over']);
    case 'about':
    case 'nearly':
    case 'part-known':
      return counts(figure.pounds, figure.pounds, false, [figure.kind]);
    case 'to-be-confirmed':
    case 'non-financial':
    case 'not-stated':
      return leftOut(figure.kind);
  }
};

/**
 * Adds totals up, coverage included: the ends, the counts, the marks and what is left out. `high` is null as soon as
 * one of them is open; `exact` only where all are. Adding totals of parts gives the total of the whole.
 */
export const addTotals = (totals: readonly Total[]): Total => {
  let low = 0;
  let high: number | null = 0;
  let exact = true;
  let count = 0;
  const marks = new Set<Mark>();
  const reasons = new Map<ExclusionReason, number>();
  for (const total of totals) {
    low += total.low;
    high = high === null || total.high === null ? null : high + total.high;
    exact &&= total.exact;
    count += total.count;
    for (const mark of total.marked) marks.add(mark);
    for (const one of total.excluded) reasons.set(one.reason, (reasons.get(one.reason) ?? 0) + one.count);
  }
  return {
    low,
    high,
    exact,
    count,
    marked: everyMark.filter((mark) => marks.has(mark)),
    excluded: everyReason.flatMap((reason) => {
      const excluded = reasons.get(reason) ?? 0;
      return excluded === 0 ? [] : [{ reason, count: excluded }];
    }),
  };
};

/**
 * The total of figures, in whole pounds, with its coverage. A range adds both ends; "over" adds its figure at the low end
 * and leaves the high end open; "about", "nearly" and "part-known" add their figure and are marked; what is to be
 * confirmed, non-financial or not stated is left out and counted (docs/meaning.md MONEY-2 and MONEY-3).
 */
export const totalOf = (figures: readonly FigureOrPounds[]): Total =>
  addTotals(figures.map((figure) => totalOfOne(asFigure(figure))));

/** The same total with whole pounds taken off both ends; its coverage stays. */
export const subtractFromTotal = (total: Total, pounds: number): Total => ({
  ...total,
  low: total.low - pounds,
  high: total.high === null ? null : total.high - pounds,
});

/** A share of a whole with the numbers it comes from: percent to one decimal place, halves away from zero, null over nothing. */
export const share = (numerator: number, denominator: number): Share => {
  if (denominator === 0) return { numerator, denominator, percent: null };
  const perMille = (numerator * 1000) / denominator;
  const size = Math.round(Math.abs(perMille)) / 10;
  return { numerator, denominator, percent: perMille < 0 && size > 0 ? -size : size };
};

/** Whether a value holds, at any depth, a number past what is added up (docs/meaning.md MONEY-20). */
export const passesBound = (value: unknown): boolean =>
  typeof value === 'number'
    ? Math.abs(value) > mostTotalPounds
    : typeof value === 'object' && value !== null && Object.values(value).some(passesBound);
