import { listed } from '#language/in-words.ts';
import type { FoundOf } from './report-rule.ts';

/** A review with those that it leads to. */
export interface Leading {
  readonly title: string;
  readonly to: readonly string[];
}

/**
 * The circles in which reviews lead to each other: each once, from the review whose id comes first. Of each review the
 * reviews are sought that it can reach and that can reach it (the strongly connected components).
 */
export const circlesIn = (leading: ReadonlyMap<string, Leading>): readonly (readonly string[])[] => {
  const reached = new Map<string, ReadonlySet<string>>();
  const reachedFrom = (start: string): ReadonlySet<string> => {
    const known = reached.get(start);
    if (known !== undefined) return known;
    const seen = new Set<string>();
    const ahead = [...(leading.get(start)?.to ?? [])];
    for (let at = ahead.pop(); at !== undefined; at = ahead.pop()) {
      if (seen.has(at)) continue;
      seen.add(at);
      ahead.push(...(leading.get(at)?.to ?? []));
    }
    reached.set(start, seen);
    return seen;
  };
  const done = new Set<string>();
  return [...leading.keys()].sort().flatMap((review) => {
    if (done.has(review) || !reachedFrom(review).has(review)) return [];
    const circle = [...reachedFrom(review)].filter((other) => reachedFrom(other).has(review)).sort();
    for (const one of circle) done.add(one);
    return [circle];
  });
};

/** A circle as what was found, in words of what leads to what. */
export const foundCircle = (
  circle: readonly string[],
  leading: ReadonlyMap<string, Leading>,
  words: { readonly because: (titles: string) => string; readonly what: (title: string) => string },
): FoundOf[] => {
  const [first] = circle;
  const titleOf = (id: string): string => leading.get(id)?.title ?? id;
  if (first === undefined) return [];
  return [
    {
      subject: { review: first, title: titleOf(first) },
      found: {
        register: 'review',
        id: first,
        because: words.because(listed(circle.map(titleOf))),
        evidence: circle.map((id) => ({
          what: words.what(titleOf(id)),
          value: listed((leading.get(id)?.to ?? []).filter((other) => circle.includes(other)).map(titleOf)),
        })),
      },
    },
  ];
};
