import { monthInWords } from './in-words.ts';
import { addMonths, financialYearOf, type ReportMonth } from './time.ts';

/* The spans of months that a council reports by: years that begin in April, with their halves and quarters. */

export interface MonthSpan {
  readonly from: ReportMonth;
  readonly to: ReportMonth;
}

interface PartOfYear {
  readonly name: string;
  readonly kind: 'year' | 'half' | 'quarter';
  /** In months from April. */
  readonly first: number;
  readonly months: number;
}

const parts: readonly PartOfYear[] = [
  { name: 'Year', kind: 'year', first: 0, months: 12 },
  { name: 'First half', kind: 'half', first: 0, months: 6 },
  { name: 'Second half', kind: 'half', first: 6, months: 6 },
  { name: 'Quarter 1', kind: 'quarter', first: 0, months: 3 },
  { name: 'Quarter 2', kind: 'quarter', first: 3, months: 3 },
  { name: 'Quarter 3', kind: 'quarter', first: 6, months: 3 },
  { name: 'Quarter 4', kind: 'quarter', first: 9, months: 3 },
];

export interface NamedSpan extends MonthSpan {
  /** `Quarter 1 of 2025/26`, `Year 2025/26` */
  readonly name: string;
  readonly kind: PartOfYear['kind'];
}

/** April of the financial year that a month is in. */
export const firstMonthOfYear = (month: ReportMonth): ReportMonth => `${financialYearOf(`${month}-01`).slice(0, 4)}-04`;

/** The parts of the financial year that a month is in, the whole year first. */
const partsOf = (month: ReportMonth): readonly NamedSpan[] =>
  parts.map(({ name, kind, first, months }) => {
    const from = addMonths(firstMonthOfYear(month), first);
    const year = financialYearOf(`${month}-01`);
    return {
      from,
      to: addMonths(from, months - 1),
      kind,
      name: kind === 'year' ? `${name} ${year}` : `${name} of ${year}`,
    };
  });

/** The years, halves and quarters of which every month is among those given, the latest year first. */
export const spansAmong = (months: readonly ReportMonth[]): readonly NamedSpan[] => {
  const there = new Set(months);
  const years = [...new Set(months.map(firstMonthOfYear))].sort().reverse();
  const isThere = ({ from, to }: MonthSpan): boolean => monthsOf({ from, to }).every((month) => there.has(month));
  return years.flatMap((first) => partsOf(first).filter(isThere));
};

/** Every month of a span, the first and the last included. */
export const monthsOf = ({ from, to }: MonthSpan): readonly ReportMonth[] => {
  const months: ReportMonth[] = [];
  for (let month = from; month <= to; month = addMonths(month, 1)) months.push(month);
  return months;
};

/** `Quarter 1 of 2025/26`; null where a span is no part of a financial year. */
export const spanName = ({ from, to }: MonthSpan): string | null =>
  partsOf(from).find((one) => one.from === from && one.to === to)?.name ?? null;

/** `Quarter 1 of 2025/26 (April 2025 to June 2025)`, `May 2025 to October 2025` or one month. */
export const spanInWords = (span: MonthSpan): string => {
  const { from, to } = span;
  const dates = from === to ? monthInWords(from) : `${monthInWords(from)} to ${monthInWords(to)}`;
  const name = spanName(span);
  return name === null ? dates : `${name} (${dates})`;
};
