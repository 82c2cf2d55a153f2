import { once } from './once.ts';
import type { LocalDate, ReportMonth } from './time.ts';

/*
 * How values are written for people, in British English: the same words in answers, reports and pages. Values are
 * described here by their shape alone, so that the schemas may use these words too.
 */

type PoundsKind = 'amount' | 'over' | 'about' | 'nearly';
/** A money figure, as `Figure` in schemas/figures.ts has it, or a bare number of whole pounds. */
type FigureShape =
  | number
  | { readonly kind: PoundsKind; readonly pounds: number }
  | { readonly kind: 'range'; readonly low: number; readonly high: number }
  | { readonly kind: 'part-known'; readonly pounds: number; readonly covers: string }
  | { readonly kind: 'to-be-confirmed'; readonly reason: string }
  | { readonly kind: 'non-financial'; readonly words: string }
  | { readonly kind: 'not-stated' };

interface Coverage {
  readonly count: number;
  readonly excluded: readonly { readonly reason: keyof typeof excludedWords; readonly count: number }[];
}
/** A total with its coverage, as `Total` in schemas/figures.ts has it. */
interface TotalShape extends Coverage {
  readonly low: number;
  readonly high: number | null;
  readonly exact: boolean;
}
/** Required less identified, as `Gap` in schemas/report.ts has it. */
interface GapShape extends Coverage {
  readonly low: number | null;
  readonly high: number;
  readonly exact: boolean;
  readonly marked: readonly string[];
}
interface ShareShape {
  readonly numerator: number;
  readonly denominator: number;
  readonly percent: number | null;
}

const grouped = once(() => new Intl.NumberFormat('en-GB', { maximumFractionDigits: 0 }));
const oneToThree = once(() => new Intl.NumberFormat('en-GB', { maximumFractionDigits: 3 }));
const minus = (pounds: number): string => (pounds < 0 ? '-' : '');

/** How old what is of a day is on another: `4 months old`, in whole months. */
export const ageInWords = (day: LocalDate, today: LocalDate): string => {
  const months =
    (Number(today.slice(0, 4)) - Number(day.slice(0, 4))) * 12 +
    (Number(today.slice(5, 7)) - Number(day.slice(5, 7))) -
    (today.slice(8) < day.slice(8) ? 1 : 0);
  return months < 1 ? 'less than a month old' : `${counted(months, 'month')} old`;
};

/** `£43,000,000` */
export const pounds = (value: number): string => `${minus(value)}£${grouped().format(Math.abs(value))}`;

/** `£43 million` where nothing is lost by it, else every pound: `£43,250,001`. */
export const poundsInWords = (value: number): string => {
  const size = Math.abs(value);
  return size >= 1_000_000 && size % 1_000 === 0
    ? `${minus(value)}£${oneToThree().format(size / 1_000_000)} million`
    : pounds(value);
};

/** What is claimed, or validated, by so many lines: `£118,000`, or `nothing claimed`. Where it is not known by how many, the pounds. */
export const claimInWords = (what: 'claimed' | 'validated', pounds: number, lines: number | undefined): string =>
  lines === 0 ? `nothing ${what}` : poundsInWords(pounds);

export const figureInWords = (figure: FigureShape): string => {
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
export const exclusionsInWords = (total: Pick<Coverage, 'excluded'>): string =>
  total.excluded.map((one) => `${one.count} ${excludedWords[one.reason]}`).join(', ');

/** A total with its coverage: `£4.2 million (12 of 14 figures; 2 not stated)`. */
export const totalInWords = (total: TotalShape): string => {
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
export const gapValueInWords = ({ low, high, exact, marked, excluded }: GapShape): string => {
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
export const gapInWords = (gap: GapShape): string => {
  const excluded = gap.excluded.reduce((sum, one) => sum + one.count, 0);
  return excluded === 0
    ? gapValueInWords(gap)
    : `${gapValueInWords(gap)} (${gap.count} of ${gap.count + excluded} figures; ${exclusionsInWords(gap)})`;
};

/** What a share of a total is taken over, to follow it: `; by low ends; of 36 figures, 2 not stated`; empty where all is exact. */
export const basisInWords = (total: TotalShape): string => {
  const excluded = total.excluded.reduce((sum, one) => sum + one.count, 0);
  const exactness = total.low === total.high ? (total.exact ? '' : '; by figures that are not exact') : '; by low ends';
  const coverage = excluded === 0 ? '' : `; of ${total.count + excluded} figures, ${exclusionsInWords(total)}`;
  return `${exactness}${coverage}`;
};

/** `9 of 10 (90%)` */
export const shareInWords = (share: ShareShape): string => {
  const parts = `${grouped().format(share.numerator)} of ${grouped().format(share.denominator)}`;
  return share.percent === null ? parts : `${parts} (${share.percent}%)`;
};

/** Of fewer than this a percentage says little without its parts. */
const fewestForAPercentage = 20;

/** `42.9%` of many, and of few with its parts first: `3 of 7 (42.9%)` (docs/meaning.md MONEY-21); null over nothing. */
export const percentageInWords = (share: ShareShape): string | null => {
  if (share.percent === null) return null;
  return share.denominator < fewestForAPercentage ? shareInWords(share) : `${share.percent}%`;
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

/** `1 review`, `2 reviews`, `2 companies`. */
export const counted = (count: number, singular: string, plural = `${singular}s`): string =>
  `${grouped().format(count)} ${count === 1 ? singular : plural}`;

/** What other papers say in the place of a figure, as part of a sentence; empty where none says anything else. */
export const otherPapersSay = (figures: readonly string[]): string =>
  figures.length === 0
    ? ''
    : `${figures.length === 1 ? 'another paper says' : 'other papers say'} ${listed(figures)}, and nobody has said which holds`;

/** `67 reviews`; where parts of reviews are among them, which are in no count of reviews, how many of each: `67 (65 reviews and 2 parts of reviews)`. */
export const reviewsAndParts = (all: number, countedReviews: number): string => {
  const parts = all - countedReviews;
  return parts <= 0
    ? counted(all, 'review')
    : `${all} (${counted(countedReviews, 'review')} and ${counted(parts, 'part of a review', 'parts of reviews')})`;
};

/** `a`, `a and b`, `a, b and c`. */
export const listed = (items: readonly string[]): string =>
  items.length < 2 ? (items[0] ?? '') : `${items.slice(0, -1).join(', ')} and ${items.at(-1) ?? ''}`;

/** `The roof, the lease and 3 more`: the first so many of some names. */
export const listedAtMost = (names: readonly string[], most: number): string =>
  names.length <= most ? listed(names) : `${names.slice(0, most).join(', ')} and ${names.length - most} more`;

/** Words that somebody wrote, with a full stop where they end without one. */
export const withFullStop = (text: string): string => (/[.!?]$/.test(text) ? text : `${text}.`);
