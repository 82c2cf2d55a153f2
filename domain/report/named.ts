import { listed } from '#language/in-words.ts';

const mostNamed = 3;

/** The first of so many in all: `Property, Libraries, Legal and 4 more`. */
export const named = (titles: readonly string[], total: number): string =>
  total <= mostNamed ? listed(titles) : `${titles.slice(0, mostNamed).join(', ')} and ${total - mostNamed} more`;
