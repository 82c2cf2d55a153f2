import { monthInWords } from '#language/in-words.ts';
import type { SpanReport } from '#schemas/span-report.ts';

/** `first` and `last` are months of the calendar; a financial year begins in April. */
const named: readonly (readonly [first: string, last: string, name: string])[] = [
  ['04', '06', 'Quarter 1'],
  ['07', '09', 'Quarter 2'],
  ['10', '12', 'Quarter 3'],
  ['01', '03', 'Quarter 4'],
  ['04', '09', 'First half'],
  ['10', '03', 'Second half'],
  ['04', '03', 'Year'],
];

const months = ({ from, to }: Pick<SpanReport, 'from' | 'to'>): number =>
  12 * (Number(to.slice(0, 4)) - Number(from.slice(0, 4))) + Number(to.slice(5)) - Number(from.slice(5)) + 1;

/** `Quarter 1 of 2025/26`; null where it is none of a financial year's. */
export const spanName = (span: Pick<SpanReport, 'from' | 'to'>): string | null => {
  const [first, last] = [span.from.slice(5), span.to.slice(5)];
  const found = named.find(([begins, ends]) => begins === first && ends === last);
  if (found === undefined || months(span) > 12) return null;
  const year = Number(span.from.slice(0, 4)) - (first < '04' ? 1 : 0);
  const of = `${year}/${String(year + 1).slice(2)}`;
  return found[2] === 'Year' ? `Year ${of}` : `${found[2]} of ${of}`;
};

/** `Quarter 1 of 2025/26 (April 2025 to June 2025)`, `May 2025 to October 2025` or one month. */
export const spanInWords = (span: Pick<SpanReport, 'from' | 'to'>): string => {
  const dates =
    span.from === span.to ? monthInWords(span.from) : `${monthInWords(span.from)} to ${monthInWords(span.to)}`;
  const name = spanName(span);
  return name === null ? dates : `${name} (${dates})`;
};

/** `+1`, `−2` or `0`. */
export const signed = (value: number): string => (value > 0 ? `+${value}` : value < 0 ? `−${-value}` : '0');
