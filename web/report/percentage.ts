import { percentageInWords } from '#language/in-words.ts';
import type { Share } from '#schemas/figures.ts';

/** How a report writes a percentage: of few with its parts first (docs/meaning.md MONEY-21); by `rules-1` alone. */
export const percentageOf =
  ({ ruleSet }: { readonly ruleSet: string }) =>
  (share: Share): string =>
    (ruleSet !== 'rules-1' ? percentageInWords(share) : share.percent === null ? null : `${share.percent}%`) ??
    'not applicable';
