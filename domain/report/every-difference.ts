import { figureInWords, gapInWords, listed, shareInWords, totalInWords } from '#language/in-words.ts';
import { Gap } from '#registers/saving/projections.ts';
import { Figure, Share, Total } from '#schemas/figures.ts';
import type { Listed } from '#schemas/row-lists.ts';

/*
 * Every difference between two reports, figure by figure, so that no part of a report can be forgotten: a figure is named by
 * the names of what holds it. What one of the two does not have at all (a part of a later rule set) is not compared.
 */

/** One figure that is another: where it is, and both in words. */
export interface Difference {
  readonly path: readonly string[];
  readonly now: string;
  readonly before: string;
}

type Fields = Readonly<Record<string, unknown>>;

/** What is worded from figures that are compared themselves, or is no figure. */
const notCompared = new Set(['sentence', 'coverage', 'weighedBy', 'notes', 'percent', 'basis']);
/** By what the rows of a table without a list are distinguished. */
const keys = ['key', 'rating', 'year', 'model', 'class', 'mechanism', 'lifecycle', 'reason', 'id'] as const;
/** What a row is called by. */
const titles = [
  'milestone',
  'riskTitle',
  'issueTitle',
  'decision',
  'businessCase',
  'condition',
  'saving',
  'option',
  'what',
];

const isFields = (value: unknown): value is Fields => typeof value === 'object' && value !== null;
const isListed = (value: unknown): value is Listed<unknown> =>
  isFields(value) && 'total' in value && 'rows' in value && Array.isArray(value.rows);
/** What is measured from the end of the report before, or says when the same was said again: no difference by itself. */
const relative = new Set(['direction', 'previousScore', 'scores', 'said', 'sroOn', 'assuranceOn']);
const comparable = (value: unknown): string =>
  JSON.stringify(value, (name, one: unknown) => (relative.has(name) ? undefined : one));
const same = (one: unknown, other: unknown): boolean => comparable(one) === comparable(other);

/** `notRecommended` becomes `not recommended`. */
const spaced = (name: string): string =>
  name.replaceAll(/([a-z])([A-Z])/g, (_, end: string, begin: string) => `${end} ${begin.toLowerCase()}`);

/** What a difference is about within its part: `sro, amber`. */
export const labelOf = ({ path }: Difference, from: number): string => path.slice(from).map(spaced).join(', ');

const keyOf = (row: unknown): string | undefined => {
  if (!isFields(row)) return undefined;
  const key = keys.find((name) => typeof row[name] === 'string');
  return key === undefined ? undefined : String(row[key]);
};

const titleOf = (row: unknown): string => {
  if (!isFields(row)) return String(row);
  const of = [...titles.map((name) => row[name]), isFields(row.risk) ? row.risk.title : undefined];
  const named = of.find((one) => typeof one === 'string');
  const title = typeof row.title === 'string' ? row.title : '';
  return named === undefined ? title : `"${String(named)}"${title === '' ? '' : ` (${title})`}`;
};

const mostNamed = 3;

const rowsInWords = ({ total, rows }: Listed<unknown>, other: Listed<unknown>, what: 'new' | 'gone'): string => {
  const there = new Set(other.rows.map(comparable));
  const only = rows.filter((row) => !there.has(comparable(row))).map(titleOf);
  const named = [...only.slice(0, mostNamed), ...(only.length > mostNamed ? [`${only.length - mostNamed} more`] : [])];
  return only.length === 0 ? String(total) : `${total} (${what}: ${listed(named)})`;
};

/** A value that is written as one: null where it is not. */
const asOne = (name: string, value: unknown): string | null => {
  if (value === null) return 'none';
  if (typeof value === 'number' || typeof value === 'boolean' || typeof value === 'string') return String(value);
  const gap = name === 'gap' ? Gap.safeParse(value) : undefined;
  if (gap?.success === true) return gapInWords(gap.data);
  const total = Total.safeParse(value);
  if (total.success) return totalInWords(total.data);
  const share = Share.safeParse(value);
  if (share.success) return shareInWords(share.data);
  const figure = Figure.safeParse(value);
  return figure.success ? figureInWords(figure.data) : null;
};

/** Both as one value each; words that are the same say nothing of what differs, so that is said. */
const differing = (path: readonly string[], now: string, before: string): Difference[] => [
  { path, now: now === before ? `${now} (of other figures)` : now, before },
];

const compareRows = (now: readonly unknown[], before: readonly unknown[], path: readonly string[]): Difference[] => {
  const keyed = [...now, ...before].every((row) => keyOf(row) !== undefined);
  if (!keyed) return differing(path, `${now.length} other`, String(before.length));
  const [isNow, was] = [now, before].map((rows) => new Map(rows.map((row) => [keyOf(row) ?? '', row])));
  return [...new Set([...(was?.keys() ?? []), ...(isNow?.keys() ?? [])])].flatMap((key) => {
    const [after, earlier] = [isNow?.get(key), was?.get(key)];
    if (after !== undefined && earlier !== undefined) return compare(after, earlier, [...path, key]);
    return [
      {
        path: [...path, key],
        now: after === undefined ? 'none' : 'new',
        before: earlier === undefined ? 'none' : 'there',
      },
    ];
  });
};

/** The figures that differ between a part of a report and the same of the report before. */
export const compare = (now: unknown, before: unknown, path: readonly string[]): Difference[] => {
  const name = path.at(-1) ?? '';
  if (now === undefined || before === undefined || notCompared.has(name) || same(now, before)) return [];
  if (isListed(now) && isListed(before))
    return [{ path, now: rowsInWords(now, before, 'new'), before: rowsInWords(before, now, 'gone') }];
  if (Array.isArray(now) && Array.isArray(before)) return compareRows(now, before, path);
  const [after, earlier] = [asOne(name, now), asOne(name, before)];
  if (after !== null && earlier !== null) return differing(path, after, earlier);
  if (isFields(now) && isFields(before))
    return Object.keys(now).flatMap((field) => compare(now[field], before[field], [...path, field]));
  return [{ path, now: after ?? 'there', before: earlier ?? 'there' }];
};
