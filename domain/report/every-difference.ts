import { figureInWords, gapInWords, listed, shareInWords, totalInWords } from '#language/in-words.ts';
import { Gap } from '#registers/saving/projections.ts';
import { Figure, Share, Total } from '#schemas/figures.ts';
import type { Listed } from '#schemas/row-lists.ts';
import { fieldInWords, keyInWords, valueInWords } from './difference-words.ts';

/*
 * Every difference between two reports, figure by figure, so that no part of a report can be forgotten: a figure is named by
 * the names of what holds it. What one of the two does not have at all (a part of a later rule set) is not compared.
 */

/** One figure that is another: where it is, how that is called, and both in words. */
export interface Difference {
  readonly path: readonly string[];
  readonly words: readonly string[];
  readonly now: string;
  /** Null where the words of now say it all. */
  readonly before: string | null;
  /** Of a share of which the part is the same and the whole is another: both wholes. */
  readonly wholes?: { readonly now: number; readonly before: number };
}

/** Where a value is, by the names of what holds it and by the words for them. */
export interface Place {
  readonly path: readonly string[];
  readonly words: readonly string[];
}
export const within = ({ path, words }: Place, name: string, word = fieldInWords(name)): Place => ({
  path: [...path, name],
  words: [...words, word],
});

type Fields = Readonly<Record<string, unknown>>;

/** What is worded from figures that are compared themselves, or is no figure. */
const notCompared = new Set([
  'sentence',
  'coverage',
  'weighedBy',
  'notes',
  'percent',
  'basis',
  'dueBy',
  'confirmedFigures',
  'countedWith',
  'keys',
]);
/** By what the rows of a table without a list are distinguished. */
const keys = ['key', 'rating', 'year', 'model', 'class', 'mechanism', 'lifecycle', 'reason', 'id', 'source'] as const;
/** What a row is called by, besides a field of its own as `riskTitle`. */
const titles = ['milestone', 'decision', 'businessCase', 'condition', 'saving', 'option', 'what'];

export const isFields = (value: unknown): value is Fields => typeof value === 'object' && value !== null;
export const isListed = (value: unknown): value is Listed<unknown> =>
  isFields(value) && 'total' in value && 'rows' in value && Array.isArray(value.rows);
/** What is measured from the end of the report before, or says when the same was said again: no difference by itself. */
const relative = new Set([
  'direction',
  'previousScore',
  'scores',
  'said',
  'sroOn',
  'assuranceOn',
  'confirmedOn',
  'oldestOn',
]);
const byName = (fields: Readonly<Record<string, unknown>>): unknown =>
  Object.fromEntries(Object.entries(fields).toSorted(([one], [other]) => (one < other ? -1 : 1)));
/** Whatever the order of its fields: what was kept comes back in another than what is made. */
const comparable = (value: unknown): string =>
  JSON.stringify(value, (name, one: unknown) =>
    relative.has(name) ? undefined : isFields(one) && !Array.isArray(one) ? byName(one) : one,
  );
const same = (one: unknown, other: unknown): boolean => comparable(one) === comparable(other);

/** What a difference is about within its part: `by SROs, Amber`. */
export const labelOf = ({ words }: Difference, from: number): string =>
  words
    .slice(from)
    .filter((word) => word !== '')
    .join(', ');

const keyOf = (row: unknown): string | undefined => {
  if (!isFields(row)) return undefined;
  const key = keys.find((name) => typeof row[name] === 'string');
  return key === undefined ? undefined : String(row[key]);
};

export const titleOf = (row: unknown): string => {
  if (!isFields(row)) return String(row);
  const own = Object.keys(row).find((name) => name.endsWith('Title'));
  const of = [
    ...(own === undefined ? [] : [row[own]]),
    ...titles.map((name) => row[name]),
    isFields(row.risk) ? row.risk.title : undefined,
  ];
  const named = of.find((one) => typeof one === 'string');
  const title = typeof row.title === 'string' ? row.title : '';
  return named === undefined ? title : `"${String(named)}"${title === '' ? '' : ` (${title})`}`;
};

/** What a row is called beside its key: `Service baseline (1)`. */
const rowName = (row: unknown, key: string): string =>
  isFields(row) && typeof row.name === 'string' ? row.name : keyInWords(key);

const mostNamed = 3;

const named = (what: string, titles: readonly string[]): string[] => {
  const few = [
    ...titles.slice(0, mostNamed),
    ...(titles.length > mostNamed ? [`${titles.length - mostNamed} more`] : []),
  ];
  return titles.length === 0 ? [] : [`${what}: ${listed(few)}`];
};

/** The rows of a list by what they are called: what several rows say of the same is one of them. */
const byTitle = ({ rows }: Listed<unknown>): ReadonlyMap<string, string> => {
  const found = new Map<string, string>();
  for (const row of rows) found.set(titleOf(row), `${found.get(titleOf(row)) ?? ''}${comparable(row)}`);
  return found;
};

/** How many there are, and by name which are new, which say something else, and which are gone. */
const compareLists = (now: Listed<unknown>, before: Listed<unknown>, place: Place): Difference[] => {
  const [rows, were] = [byTitle(now), byTitle(before)];
  const says = [
    ...named(
      'new',
      [...rows.keys()].filter((title) => !were.has(title)),
    ),
    ...named(
      'changed',
      [...rows].flatMap(([title, row]) => (were.has(title) && were.get(title) !== row ? [title] : [])),
    ),
    ...named(
      'gone',
      [...were.keys()].filter((title) => !rows.has(title)),
    ),
  ];
  const which = says.length === 0 ? '' : ` (${says.join('; ')})`;
  if (now.total === before.total && which !== '') return [{ ...place, now: `${now.total}${which}`, before: null }];
  return [{ ...place, now: String(now.total), before: `${before.total}${which}` }];
};

/** A value that is written as one: null where it is not. */
const asOne = (value: unknown, { path }: Place): string | null => {
  if (value === null) return 'none';
  if (typeof value === 'number' || typeof value === 'boolean' || typeof value === 'string')
    return valueInWords(value, path);
  const gap = path.at(-1) === 'gap' ? Gap.safeParse(value) : undefined;
  if (gap?.success === true) return gapInWords(gap.data);
  const total = Total.safeParse(value);
  if (total.success) return totalInWords(total.data);
  const share = Share.safeParse(value);
  if (share.success) return shareInWords(share.data);
  const figure = Figure.safeParse(value);
  return figure.success ? figureInWords(figure.data) : null;
};

/** Both as one value each; words that are the same say nothing of what differs, so that is said. */
const differing = (place: Place, now: string, before: string): Difference[] => [
  now === before ? { ...place, now: `changed, and still ${now}`, before: null } : { ...place, now, before },
];

/** Shares of which the part is the same, with the wholes that are not. */
const ofOtherWholes = (now: unknown, before: unknown): Pick<Difference, 'wholes'> => {
  const [after, earlier] = [Share.safeParse(now), Share.safeParse(before)];
  if (!after.success || !earlier.success || after.data.numerator !== earlier.data.numerator) return {};
  return { wholes: { now: after.data.denominator, before: earlier.data.denominator } };
};

/** A row that only one of the two has: its count, where it is one. */
const onlyIn = (row: unknown, isNew: boolean, place: Place): Difference => {
  const count = isFields(row) && typeof row.count === 'number' ? String(row.count) : null;
  if (count === null) return { ...place, now: isNew ? 'is new' : 'is gone', before: null };
  return isNew ? { ...place, now: count, before: '0' } : { ...place, now: '0', before: count };
};

const compareRows = (now: readonly unknown[], before: readonly unknown[], place: Place): Difference[] => {
  const keyed = [...now, ...before].every((row) => keyOf(row) !== undefined);
  if (!keyed) return [{ ...place, now: 'changed', before: null }];
  const [isNow, was] = [now, before].map((rows) => new Map(rows.map((row) => [keyOf(row) ?? '', row])));
  return [...new Set([...(was?.keys() ?? []), ...(isNow?.keys() ?? [])])].flatMap((key) => {
    const [after, earlier] = [isNow?.get(key), was?.get(key)];
    const at = within(place, key, rowName(after ?? earlier, key));
    if (after !== undefined && earlier !== undefined) return compare(after, earlier, at);
    return [onlyIn(after ?? earlier, after !== undefined, at)];
  });
};

export const compare = (now: unknown, before: unknown, place: Place): Difference[] => {
  if (now === undefined || before === undefined || notCompared.has(place.path.at(-1) ?? '') || same(now, before))
    return [];
  if (isListed(now) && isListed(before)) return compareLists(now, before, place);
  if (Array.isArray(now) && Array.isArray(before)) return compareRows(now, before, place);
  const [after, earlier] = [asOne(now, place), asOne(before, place)];
  if (after !== null && earlier !== null)
    return differing(place, after, earlier).map((one) => ({ ...one, ...ofOtherWholes(now, before) }));
  if (isFields(now) && isFields(before))
    return Object.keys(now).flatMap((field) => compare(now[field], before[field], within(place, field)));
  return [{ ...place, now: after ?? 'is new', before: earlier }];
};

/** The figures that differ between a part of a report and the same of the report before. */
export const differencesOf = (part: string, now: unknown, before: unknown): Difference[] =>
  compare(now, before, within({ path: [], words: [] }, part));
