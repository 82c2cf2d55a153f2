import { monthInWords } from '#language/in-words.ts';
import { FinancialYear, LocalDate, ReportMonth } from '#language/time.ts';
import { type FormValues, valueIn } from './form-values.ts';

/** What was read of a field: its value, nothing, or what is wrong. */
export type Read<T> =
  | { readonly kind: 'value'; readonly value: T }
  | { readonly kind: 'empty' }
  | { readonly kind: 'fault'; readonly message: string };

const value = <T>(given: T): Read<T> => ({ kind: 'value', value: given });
const fault = (message: string): Read<never> => ({ kind: 'fault', message });
/** What is said of a choice that is none of those offered: nothing that was typed beside it is lost unsaid. */
export const notOffered = { kind: 'fault', message: 'choose one of these' } as const;

export const empty: Read<never> = { kind: 'empty' };

const names = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec'] as const;

/** `3`, `03`, `Mar` and `March` are one month. */
const monthNumber = (text: string): number | undefined => {
  if (/^\d{1,2}$/.test(text)) return Number(text);
  const found = names.findIndex((name) => text.length >= 3 && text.toLowerCase().startsWith(name));
  return found < 0 ? undefined : found + 1;
};
const yearNumber = (text: string): number | undefined =>
  /^\d{4}$/.test(text) ? Number(text) : /^\d{2}$/.test(text) ? 2000 + Number(text) : undefined;
const two = (part: number): string => String(part).padStart(2, '0');

const monthFrom = (month: string, year: string): string | undefined => {
  const [m, y] = [monthNumber(month), yearNumber(year)];
  return m === undefined || y === undefined ? undefined : `${y}-${two(m)}`;
};

/** The day in the boxes `<name>/day`, `<name>/month` and `<name>/year`. */
export const dayOf = (values: FormValues, name: string): Read<LocalDate> => {
  const [day, month, year] = ['day', 'month', 'year'].map((part) => valueIn(values, `${name}/${part}`));
  if (!day && !month && !year) return empty;
  if (!day || !month || !year)
    return fault(`must have a ${[!day && 'day', !month && 'month', !year && 'year'].filter(Boolean).join(' and a ')}`);
  const of = monthFrom(month, year);
  const parsed = LocalDate.safeParse(of === undefined || !/^\d{1,2}$/.test(day) ? '' : `${of}-${two(Number(day))}`);
  return parsed.success ? value(parsed.data) : fault('must be a real date, like 31 March 2026');
};

/** The month in the boxes `<name>/month` and `<name>/year`. */
export const monthOf = (values: FormValues, name: string): Read<ReportMonth> => {
  const [month, year] = ['month', 'year'].map((part) => valueIn(values, `${name}/${part}`));
  if (!month && !year) return empty;
  const parsed = ReportMonth.safeParse(monthFrom(month ?? '', year ?? ''));
  return parsed.success ? value(parsed.data) : fault('must be a month and a year, like March 2026');
};

/** A financial year as it is written: `2025/26`, `2025-26`, `2025/2026`, `25/26`. */
export const financialYearOf = (text: string): Read<FinancialYear> => {
  if (text === '') return empty;
  const parts = /^(\d{2})?(\d{2})\s*[/-]\s*(?:\d{2})?(\d{2})$/.exec(text);
  const parsed = FinancialYear.safeParse(parts === null ? '' : `${parts[1] ?? '20'}${parts[2]}/${parts[3]}`);
  return parsed.success ? value(parsed.data) : fault('must be a financial year, like 2025/26');
};

export const dayInBoxes = (name: string, day: LocalDate): FormValues => ({
  [`${name}/day`]: String(Number(day.slice(8))),
  [`${name}/month`]: String(Number(day.slice(5, 7))),
  [`${name}/year`]: day.slice(0, 4),
});
export const monthInBoxes = (name: string, month: ReportMonth): FormValues => ({
  [`${name}/month`]: monthInWords(month).split(' ')[0] ?? '',
  [`${name}/year`]: month.slice(0, 4),
});
