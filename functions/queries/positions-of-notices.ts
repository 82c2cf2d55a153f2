import { noticeSections } from '#domain/messages/notices-of-review.ts';
import type { ReviewPosition, SectionName } from '#schemas/position.ts';
import { readSectionsOf } from '#store/positions/across-reviews.ts';
import { positionFrom } from '#store/positions/stored-position.ts';
import type { ProgrammeRef } from '#store/table/keys.ts';
import type { ReadsTable } from '../http/call.ts';

/** Which reviews have a section, where it is known. */
type Has = (review: string, section: SectionName) => boolean;

/**
 * Of each review what says what it asks of people; every other section of its position is empty. A review that release 0.2.0 alone has
 * written has no section of its own yet, and asks nothing.
 */
export const readPositionsOfNotices = async (
  deps: ReadsTable,
  programmeRef: ProgrammeRef,
  reviews: readonly string[],
  has: Has = () => true,
): Promise<ReadonlyMap<string, ReviewPosition>> => {
  const wanted = reviews.flatMap((review) =>
    noticeSections.filter((section) => has(review, section)).map((section) => ({ review, section })),
  );
  const read = await readSectionsOf(deps.table, programmeRef, wanted);
  return new Map(
    [...read].flatMap(([review, parts]) => (parts.has('review') ? [[review, positionFrom(parts)] as const] : [])),
  );
};
