import { DateStatement } from '#schemas/date-statement.ts';
import { dayInBoxes, dayOf, empty, financialYearOf, monthInBoxes, monthOf, notOffered, type Read } from './day.ts';
import { type FormValues, valueIn } from './form-values.ts';

/** How exactly a date is stated, as people choose it. */
export const dateKinds = [
  ['date', 'On a day'],
  ['by', 'By a day'],
  ['month', 'In a month'],
  ['months', 'In one of some months'],
  ['season', 'In a season'],
  ['quarter', 'In a quarter of a financial year'],
  ['financial-year', 'In a financial year'],
  ['words', 'In other words'],
  ['to-be-confirmed', 'To be confirmed'],
  ['not-stated', 'The source does not state it'],
] as const;
export type DateKind = (typeof dateKinds)[number][0];
const isKind = (text: string): text is DateKind => dateKinds.some(([kind]) => kind === text);

const words = (text: string, message: string): Read<string> =>
  text === '' ? { kind: 'fault', message } : { kind: 'value', value: text };
const needed = <T>(read: Read<T>, what: string): Read<T> =>
  read.kind === 'empty' ? { kind: 'fault', message: `must have a ${what}` } : read;

/** What each kind asks for: the part of the statement, and how it is read from the boxes under `<name>/<kind>`. */
const partsOf = (
  values: FormValues,
  base: string,
): Readonly<Record<DateKind, Readonly<Record<string, () => Read<unknown>>>>> => {
  const text = (box: string): string => valueIn(values, `${base}/${box}`);
  const day = { date: () => needed(dayOf(values, `${base}/date`), 'day') };
  return {
    date: day,
    by: day,
    month: { month: () => needed(monthOf(values, `${base}/month`), 'month') },
    months: {
      from: () => needed(monthOf(values, `${base}/from`), 'first month'),
      to: () => needed(monthOf(values, `${base}/to`), 'last month'),
    },
    season: {
      season: () => words(text('season'), 'must have a season'),
      year: () =>
        /^\d{4}$/.test(text('year'))
          ? { kind: 'value', value: Number(text('year')) }
          : { kind: 'fault', message: 'must have a year, like 2026' },
    },
    quarter: {
      quarter: () =>
        /^[1-4]$/.test(text('quarter'))
          ? { kind: 'value', value: Number(text('quarter')) }
          : { kind: 'fault', message: 'must have a quarter from 1 to 4' },
      year: () => needed(financialYearOf(text('year')), 'financial year'),
    },
    'financial-year': { year: () => needed(financialYearOf(text('year')), 'financial year') },
    words: { words: () => words(text('words'), 'must say when, in words') },
    'to-be-confirmed': { reason: () => words(text('reason'), 'must say why it is to be confirmed') },
    'not-stated': {},
  };
};

/** The date statement in the boxes of a field; empty where no kind is chosen. */
export const dateStatementOf = (values: FormValues, name: string, before: unknown): Read<unknown> => {
  const kind = valueIn(values, `${name}/kind`);
  if (!isKind(kind)) return kind === '' ? empty : notOffered;
  const statement: Record<string, unknown> = { kind };
  for (const [part, read] of Object.entries(partsOf(values, `${name}/${kind}`)[kind])) {
    const got = read();
    if (got.kind !== 'value') return got;
    statement[part] = got.value;
  }
  if (kind === 'not-stated') return { kind: 'value', value: statement };
  // Its source and what other papers say have no box here, and stay.
  for (const part of ['source', 'conflicts']) {
    const held: unknown = typeof before === 'object' && before !== null ? Reflect.get(before, part) : undefined;
    if (held !== undefined) statement[part] = held;
  }
  return { kind: 'value', value: statement };
};

/** A date statement in the boxes of a field. */
export const dateStatementInBoxes = (name: string, given: unknown): FormValues => {
  const parsed = DateStatement.safeParse(given);
  if (!parsed.success) return {};
  const { data } = parsed;
  const base = `${name}/${data.kind}`;
  const chosen = { [`${name}/kind`]: data.kind };
  switch (data.kind) {
    case 'date':
    case 'by':
      return { ...chosen, ...dayInBoxes(`${base}/date`, data.date) };
    case 'month':
      return { ...chosen, ...monthInBoxes(`${base}/month`, data.month) };
    case 'months':
      return { ...chosen, ...monthInBoxes(`${base}/from`, data.from), ...monthInBoxes(`${base}/to`, data.to) };
    case 'season':
      return { ...chosen, [`${base}/season`]: data.season, [`${base}/year`]: String(data.year) };
    case 'quarter':
      return { ...chosen, [`${base}/quarter`]: String(data.quarter), [`${base}/year`]: data.year };
    case 'financial-year':
      return { ...chosen, [`${base}/year`]: data.year };
    case 'words':
      return { ...chosen, [`${base}/words`]: data.words };
    case 'to-be-confirmed':
      return { ...chosen, [`${base}/reason`]: data.reason };
    case 'not-stated':
      return chosen;
  }
};
