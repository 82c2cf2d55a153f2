import { type Decided, done, refused } from '#domain/decided.ts';
import { missingReferences, type Reference } from '#domain/registers/references.ts';
import { missingReviews, type NamedReview, struckOutReviews } from '#domain/review/named-reviews.ts';
import { isStruckOut } from '#domain/review/strike-out-review.ts';
import type { RecordKind } from '#schemas/history.ts';
import type { Refusal } from '#schemas/problems.ts';
import { readSomeListed } from '#store/positions/position-pages.ts';
import type { LoadedChain, RecordRead, RecordRef } from '#store/records/load-for-change.ts';
import type { ProgrammeRef } from '#store/table/keys.ts';
import type { ReadsTable } from '../http/call.ts';
import { reviewName } from '../views/loaded-records.ts';

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

/**
 * Reads the other reviews that a record of a review (null: of the programme) names. Refused: it names one that the programme does not
 * have, or newly one that is struck out. Else what the commit rests on: each review that is named newly is still as it was read.
 */
export const readNamedReviews = async (
  deps: ReadsTable,
  programmeRef: ProgrammeRef,
  id: string | null,
  now: readonly NamedReview[],
  before: readonly NamedReview[],
): Promise<Decided<readonly RecordRead[]>> => {
  if (now.length === 0) return done([]);
  const there = await readSomeListed(
    deps.table,
    programmeRef,
    now.map((one) => one.review),
  );
  const struckOut = [...there].filter(([, { listed }]) => isStruckOut(listed)).map(([review]) => review);
  const refusal = missingReviews(id, now, new Set(there.keys())) ?? struckOutReviews(now, before, new Set(struckOut));
  const known = new Set(before.map((one) => one.review));
  return refusal === null
    ? done([...there].filter(([review]) => !known.has(review)).map((one) => asRead(programmeRef, one)))
    : refused(refusal);
};

/** Another review as it was read. */
export const asRead = (
  { organisation, programme }: ProgrammeRef,
  [review, { version }]: readonly [review: string, read: { readonly version: number }],
): RecordRead => ({ chainRef: { organisation, programme, review }, recordRef: reviewName(review), version });
