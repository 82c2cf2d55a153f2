import { namedAs } from '#domain/people/pass-on.ts';
import { owesReturnOf, stateOfReturn } from '#domain/returns-of-month.ts';
import { isStruckOut } from '#domain/review/strike-out-review.ts';
import type { LocalDate, ReportMonth } from '#language/time.ts';
import { ReviewPosition } from '#schemas/position.ts';
import type { Programme } from '#schemas/programme.ts';
import { type ReviewAcross, readReviewsAcross, readSectionAcross } from '#store/positions/across-reviews.ts';
import type { ProgrammeRef } from '#store/table/keys.ts';
import type { ReadsTable } from '../http/call.ts';

/** A review that owes a return, and how far that has come. */
export type OwedReturn = ReturnType<typeof stateOfReturn> & { readonly review: ReviewAcross };

const sectionBy = async <T>(
  deps: ReadsTable,
  programmeRef: ProgrammeRef,
  section: 'review' | 'returns',
  reviews: readonly string[],
  parse: (content: unknown) => T,
): Promise<ReadonlyMap<string, T>> =>
  new Map(
    (await readSectionAcross(deps.table, programmeRef, section, reviews)).map(({ review, content }) => [
      review,
      parse(content),
    ]),
  );

/** The reviews of a programme that owe a return of a month, in order of id. */
export const returnsOfMonth = async (
  deps: ReadsTable,
  programmeRef: ProgrammeRef,
  programme: Programme,
  { month, dueOn, of }: { month: ReportMonth; dueOn: LocalDate; of?: readonly string[] | undefined },
): Promise<readonly OwedReturn[]> => {
  const all = await readReviewsAcross(deps.table, programmeRef);
  const reviews = all.filter(
    ({ listed }) => !isStruckOut(listed) && (of === undefined || namedAs(listed, of).length > 0),
  );
  const { review: Review, returns: Returns } = ReviewPosition.shape;
  const withReturns = reviews.filter(({ has }) => has('returns'));
  const [sections, returns] = await Promise.all([
    sectionBy(
      deps,
      programmeRef,
      'review',
      reviews.map(({ review }) => review),
      (content) => Review.parse(content),
    ),
    sectionBy(
      deps,
      programmeRef,
      'returns',
      withReturns.map(({ review }) => review),
      (content) => Returns.parse(content),
    ),
  ]);
  return reviews.flatMap((review) => {
    const section = sections.get(review.review);
    return section === undefined || !owesReturnOf(month, section, programme)
      ? []
      : [{ review, ...stateOfReturn(returns.get(review.review) ?? [], month, dueOn) }];
  });
};
