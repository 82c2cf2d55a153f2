import { type ClaimQuery, isOpenQuery } from '#registers/saving/record.ts';
import type { Known } from './moments.ts';

/** What finance has asked about a claim that waits for it, and nobody has answered (docs/meaning.md SAVINGS-31). */
export const queriesToAnswer = (claim: Known, queries: readonly ClaimQuery[]): readonly Known[] => {
  const { pounds: _, ...notice } = claim.notice;
  const open = queries.findLast((one) => one.year === notice.year && isOpenQuery(one));
  return open === undefined ? [] : [{ ...claim, notice: { ...notice, kind: 'query-to-answer' }, since: open.at }];
};
