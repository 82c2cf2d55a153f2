import { textWithout } from '#language/withheld-text.ts';

export type Keys = readonly (number | string)[];

export interface Keyed<T> {
  readonly item: T;
  readonly keys: Keys;
}

/** As every view may order it: the place of a row says nothing of words that one of them withholds. */
const openKey = (key: string): string =>
  textWithout(
    key,
    () => true,
    ({ record }) => record,
  );

/** An item with the keys that it is ordered by; text that may be withheld counts as the name of the record it is of. */
export const keyed = <T>(item: T, keys: (item: T) => Keys): Keyed<T> => ({
  item,
  keys: keys(item).map((key) => (typeof key === 'string' ? openKey(key) : key)),
});

/** First key first: numbers by size, text by code unit, so that no locale decides. */
export const byKeys = (one: Keyed<unknown>, other: Keyed<unknown>): number => {
  for (const [n, key] of one.keys.entries()) {
    const against = other.keys[n];
    if (against === undefined || key === against) continue;
    return key < against ? -1 : 1;
  }
  return 0;
};

/** A copy in order of the keys. Equal keys keep their places. */
export const inOrder = <T>(items: readonly T[], keys: (item: T) => Keys): T[] =>
  items
    .map((item) => keyed(item, keys))
    .sort(byKeys)
    .map(({ item }) => item);

/** Programme-wide rows (no review) come before those of reviews. */
export const reviewKey = (row: { readonly review: string | null }): string => row.review ?? '';
