import { missingReferences, type Reference } from '#domain/registers/references.ts';
import { missingReviews, type NamedReview, struckOutReviews } from '#domain/review/named-reviews.ts';
import { isStruckOut } from '#domain/review/strike-out-review.ts';
import type { RecordKind } from '#schemas/history.ts';
import type { Refusal } from '#schemas/problems.ts';
import { readSomeListed } from '#store/positions/position-pages.ts';
import type { LoadedChain, RecordRef } from '#store/records/load-for-change.ts';
import type { ProgrammeRef } from '#store/table/keys.ts';
import type { ReadsTable } from '../http/call.ts';

/** Of what an entry names, what the loaded chain does not have, and what is not recorded together with it. */
export const missingIn = (
  loaded: LoadedChain,
  own: RecordRef,
  references: readonly (Reference & { readonly kind: RecordKind })[],
  comesWith: (reference: Reference) => boolean = () => false,
): Refusal | null =>
  missingReferences({
    own,
    references,
    isThere: (one) =>
      comesWith(one) || references.some((other) => other === one && loaded.record(other)?.state.struckOut === null),
    inReview: loaded.chainRef.review !== null,
  });

/** Of the other reviews that a record of a review (null: of the programme) names, what the programme does not have; of those that it names newly, what is struck out. */
export const readMissingReviews = async (
  deps: ReadsTable,
  programmeRef: ProgrammeRef,
  id: string | null,
  now: readonly NamedReview[],
  before: readonly NamedReview[],
): Promise<Refusal | null> => {
  if (now.length === 0) return null;
  const there = await readSomeListed(
    deps.table,
    programmeRef,
    now.map((one) => one.review),
  );
  const struckOut = [...there].filter(([, listed]) => isStruckOut(listed)).map(([review]) => review);
  return missingReviews(id, now, new Set(there.keys())) ?? struckOutReviews(now, before, new Set(struckOut));
};
