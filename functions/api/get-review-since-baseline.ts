import { done, refused } from '#domain/decided.ts';
import { noSuchEntry } from '#domain/registers/nouns.ts';
import { parsedPart } from '#domain/registers/record-state.ts';
import { baselineSections, sinceBaseline } from '#registers/named-baseline/compare.ts';
import { NamedBaseline, namedBaseline } from '#registers/named-baseline/record.ts';
import { getReviewSinceBaselineOperation } from '#schemas/operations/reviews.ts';
import { positionOf } from '#store/positions/stored-position.ts';
import { loadForChange } from '#store/records/load-for-change.ts';
import { readLine, readRecord } from '#store/records/records.ts';
import { reviewHeadKey } from '#store/table/keys.ts';
import { jsonAnswer } from '../http/answer.ts';
import type { ReadsTable } from '../http/call.ts';
import { chainRefOf } from '../http/chain-ref.ts';
import { query } from '../http/use-case.ts';
import { fixedBaseline, readAtBaseline } from '../queries/at-baseline.ts';
import { unknownProgramme, unknownReview } from '../queries/unknown-chain.ts';
import { markedRecord } from '../views/entry-view.ts';
import { reviewName, settingsIn } from '../views/loaded-records.ts';

const { kind, noun } = namedBaseline;

export const getReviewSinceBaseline = query(getReviewSinceBaselineOperation, async (call, deps: ReadsTable) => {
  const { reviewId, entryId: id } = call.params;
  const chainRef = chainRefOf(call);
  const loaded = await loadForChange(deps.table, chainRef, {
    records: [reviewName(reviewId)],
    registers: [],
    sections: ['review', ...baselineSections],
  });
  if (loaded.programme === undefined) return refused(unknownProgramme(chainRef));
  if (loaded.position === undefined) return refused(unknownReview(chainRef, reviewId));
  const ofProgramme = { ...chainRef, review: null };
  const [stored, line] = await Promise.all([
    readRecord(deps.table, ofProgramme, kind, id),
    readLine(deps.table, ofProgramme, kind, id),
  ]);
  if (stored === undefined) return refused(noSuchEntry(kind, id));
  const { title, asAt } = parsedPart(NamedBaseline, markedRecord(stored).state.record, noun);
  const fixed = fixedBaseline({ id, asAt }, line);
  if (fixed === undefined) throw new Error(`the ${noun} "${id}" has no events`);
  const before = await readAtBaseline(deps, chainRef, settingsIn(loaded), fixed);
  const now = positionOf(reviewHeadKey(chainRef, reviewId), loaded.position.parts);
  return done(
    jsonAnswer({
      baseline: { id, title, asAt, fixedAt: fixed.fixedAt },
      ...sinceBaseline(before, now),
    }),
  );
});
