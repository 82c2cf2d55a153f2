/** Words as an id: `Roof is late: why?` -> `roof-is-late-why`; empty where there is no letter or digit of that kind. */
export const slugOf = (words: string, longest: number): string =>
  words
    .normalize('NFKD')
    .replace(/\p{M}+/gu, '')
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-+|-+$/g, '')
    .slice(0, longest)
    .replace(/-+$/, '');
