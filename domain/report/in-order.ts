import { plainText } from '#schemas/withheld-text.ts';

/**
 * A copy in order of the keys, first key first: numbers by size, text by code unit, so that no locale decides.
 * Equal keys keep their places; text that is withheld is ordered as it was written.
 */
export const inOrder = <T>(items: readonly T[], keys: (item: T) => readonly (number | string)[]): T[] =>
  items
    .map((item) => ({ item, keys: keys(item).map((key) => (typeof key === 'string' ? plainText(key) : key)) }))
    .sort((one, other) => {
      for (const [n, key] of one.keys.entries()) {
        const against = other.keys[n];
        if (against === undefined || key === against) continue;
        return key < against ? -1 : 1;
      }
      return 0;
    })
    .map((keyed) => keyed.item);

/** Programme-wide rows (no review) come before those of reviews. */
export const reviewKey = (row: { readonly review: string | null }): string => row.review ?? '';
