import { done, refused } from '#domain/decided.ts';
import { monthInWords } from '#language/in-words.ts';
import { changedInWords, type FiguresOfReturn, figureSections, sinceInWords } from '#registers/return/figures.ts';
import { getReturnFiguresOperation } from '#schemas/operations/reviews.ts';
import { loadForChange } from '#store/records/load-for-change.ts';
import { jsonAnswer } from '../http/answer.ts';
import type { ReadsTable } from '../http/call.ts';
import { chainRefOf } from '../http/chain-ref.ts';
import { query } from '../http/use-case.ts';
import { returnFigures } from '../queries/return-figures.ts';
import { unknownProgramme, unknownReview } from '../queries/unknown-chain.ts';
import { reviewName } from '../views/loaded-records.ts';

const sentenceOf = (month: string, { since, changed }: FiguresOfReturn): string => {
  if (since === null) return `No return of an earlier month than ${monthInWords(month)} is confirmed.`;
  return changed.length === 0
    ? `Every figure is as it was in ${sinceInWords(since)}.`
    : `Since ${sinceInWords(since)}, this has changed: ${changedInWords(changed)}.`;
};

export const getReturnFigures = query(getReturnFiguresOperation, async (call, deps: ReadsTable) => {
  const { month, reviewId } = call.params;
  const chainRef = chainRefOf(call);
  const loaded = await loadForChange(deps.table, chainRef, {
    records: [reviewName(reviewId)],
    registers: ['return'],
    sections: figureSections,
  });
  if (loaded.programme === undefined) return refused(unknownProgramme(chainRef));
  if (loaded.position === undefined) return refused(unknownReview(chainRef, reviewId));
  const found = await returnFigures(deps, loaded, month, call.now);
  const { asAt, figures, since, changed } = found;
  return done(jsonAnswer({ month, asAt, figures, since, changed, sentence: sentenceOf(month, found) }));
});
