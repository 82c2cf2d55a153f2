import type { DeliveryModelName } from './delivery-models.ts';
import type { FigureOrPounds, Share, Total } from './figures.ts';
import type { RatingName } from './rating.ts';
import type { Gap } from './report.ts';
import type { DateStatement, LocalDate, ReportMonth } from './time.ts';

/*
 * How values are written for people, in British English: the same words in answers, reports and pages.
 */

const grouped = new Intl.NumberFormat('en-GB', { maximumFractionDigits: 0 });
const oneToThree = new Intl.NumberFormat('en-GB', { maximumFractionDigits: 3 });
const minus = (pounds: number): string => (pounds < 0 ? '-' : '');

/** `£43,000,000` */
export const pounds = (value: number): string => `${minus(value)}£${grouped.format(Math.abs(value))}`;

/** `£43 million` where nothing is lost by it, else every pound: `£43,250,001`. */
export const poundsInWords = (value: number): string => {
  const size = Math.abs(value);
  return size >= 1_000_000 && size % 1_000 === 0
    ? `${minus(value)}£${oneToThree.format(size / 1_000_000)} million`
    : pounds(value);
};

export const figureInWords = (figure: FigureOrPounds): string => {
  if (typeof figure === 'number') return poundsInWords(figure);
  switch (figure.kind) {
    case 'amount':
      return poundsInWords(figure.pounds);
    case 'range':
      return `${poundsInWords(figure.low)} to ${poundsInWords(figure.high)}`;
    case 'over':
    case 'about':
    case 'nearly':
      return `${figure.kind} ${poundsInWords(figure.pounds)}`;
    case 'part-known':
      return `${poundsInWords(figure.pounds)} (part known: ${figure.covers})`;
    case 'to-be-confirmed':
      return `to be confirmed (${figure.reason})`;
    case 'non-financial':
      return `non-financial: ${figure.words}`;
    case 'not-stated':
      return 'not stated';
  }
};

const excludedWords = {
  'to-be-confirmed': 'to be confirmed',
  'non-financial': 'non-financial',
  'not-stated': 'not stated',
};

/** What a total leaves out, `2 not stated, 1 to be confirmed`; empty where it leaves out nothing. */
export const exclusionsInWords = (total: Pick<Total, 'excluded'>): string =>
  total.excluded.map((one) => `${one.count} ${excludedWords[one.reason]}`).join(', ');

/** A total with its coverage: `£4.2 million (12 of 14 figures; 2 not stated)`. */
export const totalInWords = (total: Total): string => {
  const excluded = total.excluded.reduce((sum, one) => sum + one.count, 0);
  if (total.count === 0) return excluded === 0 ? 'nothing recorded' : `no figure (${exclusionsInWords(total)})`;
  const value =
    total.high === null
      ? `over ${poundsInWords(total.low)}`
      : total.low === total.high
        ? `${total.exact ? '' : 'about '}${poundsInWords(total.low)}`
        : `${poundsInWords(total.low)} to ${poundsInWords(total.high)}`;
  return excluded === 0
    ? value
    : `${value} (${total.count} of ${total.count + excluded} figures; ${exclusionsInWords(total)})`;
};

/**
 * A gap without its coverage: `a gap of £600,000 to £800,000`; "at most" where figures that are left out, open or known in
 * part could only make it smaller; `over-identified by £250,000` below zero.
 */
export const gapValueInWords = ({ low, high, exact, marked, excluded }: Gap): string => {
  const mayBeLess =
    low === null || marked.includes('part-known') || excluded.some((one) => one.reason !== 'non-financial');
  const about = exact || low !== high || marked.every((mark) => mark === 'part-known') ? '' : 'about ';
  if (mayBeLess || low === high) {
    return high < 0
      ? `over-identified by ${mayBeLess ? 'at least ' : ''}${about}${poundsInWords(-high)}`
      : `a gap of ${mayBeLess ? 'at most ' : ''}${about}${poundsInWords(high)}`;
  }
  if (low >= 0) return `a gap of ${poundsInWords(low)} to ${poundsInWords(high)}`;
  return high <= 0
    ? `over-identified by ${poundsInWords(-high)} to ${poundsInWords(-low)}`
    : `between a gap of ${poundsInWords(high)} and over-identified by ${poundsInWords(-low)}`;
};

/** A gap with its coverage: `a gap of at most £5.895 million (34 of 36 figures; 2 not stated)`. */
export const gapInWords = (gap: Gap): string => {
  const excluded = gap.excluded.reduce((sum, one) => sum + one.count, 0);
  return excluded === 0
    ? gapValueInWords(gap)
    : `${gapValueInWords(gap)} (${gap.count} of ${gap.count + excluded} figures; ${exclusionsInWords(gap)})`;
};

/** What a share of a total is taken over, to follow it: `; by low ends; of 36 figures, 2 not stated`; empty where all is exact. */
export const basisInWords = (total: Total): string => {
  const excluded = total.excluded.reduce((sum, one) => sum + one.count, 0);
  const exactness = total.low === total.high ? (total.exact ? '' : '; by figures that are not exact') : '; by low ends';
  const coverage = excluded === 0 ? '' : `; of ${total.count + excluded} figures, ${exclusionsInWords(total)}`;
  return `${exactness}${coverage}`;
};

/** `9 of 10 (90%)` */
export const shareInWords = (share: Share): string => {
  const parts = `${grouped.format(share.numerator)} of ${grouped.format(share.denominator)}`;
  return share.percent === null ? parts : `${parts} (${share.percent}%)`;
};

const months = [
  'January',
  'February',
  'March',
  'April',
  'May',
  'June',
  'July',
  'August',
  'September',
  'October',
  'November',
  'December',
] as const;

/** `April 2014` */
export const monthInWords = (month: ReportMonth): string =>
  `${months[Number(month.slice(5, 7)) - 1] ?? ''} ${month.slice(0, 4)}`;

/** `30 April 2014` */
export const dateInWords = (date: LocalDate): string =>
  `${Number(date.slice(8, 10))} ${monthInWords(date.slice(0, 7))}`;

export const dateStatementInWords = (statement: DateStatement): string => {
  switch (statement.kind) {
    case 'date':
      return dateInWords(statement.date);
    case 'month':
      return monthInWords(statement.month);
    case 'by':
      return `by ${dateInWords(statement.date)}`;
    case 'words':
      return statement.words;
    case 'to-be-confirmed':
      return `to be confirmed (${statement.reason})`;
    case 'not-stated':
      return 'not stated';
  }
};

const deliveryModelWords: Readonly<Record<DeliveryModelName, string>> = {
  'do-nothing': 'Do nothing',
  'in-house-improve': 'In-house, improved',
  'in-house-commercial': 'In-house, more commercial',
  'shared-service': 'Shared service',
  'local-authority-trading-company': 'Local authority trading company',
  'joint-venture': 'Joint venture',
  'alternative-business-structure': 'Alternative business structure',
  trust: 'Trust',
  'social-enterprise': 'Social enterprise',
  mutual: 'Mutual',
  outsource: 'Outsource',
  'commission-from-another-authority': 'Commission from another authority',
  'asset-transfer': 'Asset transfer',
  reduce: 'Reduce',
  cease: 'Cease',
};
export const deliveryModelInWords = (model: DeliveryModelName): string => deliveryModelWords[model];

const ratingWords: Readonly<Record<RatingName, string>> = {
  green: 'Green',
  'amber-green': 'Amber/Green',
  amber: 'Amber',
  'amber-red': 'Amber/Red',
  red: 'Red',
};
export const ratingInWords = (rating: RatingName | 'not-rated'): string =>
  rating === 'not-rated' ? 'Not rated' : ratingWords[rating];

/** `1 review`, `2 reviews`, `2 companies`. */
export const counted = (count: number, singular: string, plural = `${singular}s`): string =>
  `${grouped.format(count)} ${count === 1 ? singular : plural}`;

/** `a`, `a and b`, `a, b and c`. */
export const listed = (items: readonly string[]): string =>
  items.length < 2 ? (items[0] ?? '') : `${items.slice(0, -1).join(', ')} and ${items.at(-1) ?? ''}`;
