import type { Refusal } from '#schemas/problems.ts';
import type { Review } from '#schemas/review.ts';

/** The other reviews that a review's record names, and where. */
export const namedReviews = (record: Review): readonly { readonly pointer: string; readonly review: string }[] =>
  [
    ['/parent', record.parent] as const,
    ['/mergedInto', record.mergedInto] as const,
    ['/splitFrom', record.splitFrom] as const,
    ...record.waitsFor.map((wait, n) => [`/waitsFor/${n}/review`, wait.review] as const),
  ].flatMap(([pointer, review]) => (review === undefined ? [] : [{ pointer, review }]));

/** Other reviews that a record names must be in the programme (docs/meaning.md WRITE-9). */
export const missingReviews = (id: string, record: Review, existing: ReadonlySet<string>): Refusal | null => {
  const missing = namedReviews(record).filter((one) => one.review === id || !existing.has(one.review));
  return missing.length === 0
    ? null
    : {
        code: 'content.breaks-rule',
        detail: `It names ${missing.map((one) => one.review).join(', ')}, which is no other review of this programme.`,
        faults: missing.map((one) => ({
          in: 'body',
          pointer: one.pointer,
          message: 'names no other review of this programme',
        })),
      };
};

/** What is struck out is named by nothing new; who named it before says so until they name another (docs/meaning.md WRITE-9). */
export const struckOutReviews = (
  record: Review,
  before: Review | undefined,
  struckOut: ReadonlySet<string>,
): Refusal | null => {
  const known = new Set(before === undefined ? [] : namedReviews(before).map((one) => one.review));
  const named = namedReviews(record).filter(({ review }) => struckOut.has(review) && !known.has(review));
  return named.length === 0
    ? null
    : {
        code: 'content.breaks-rule',
        detail: `It names ${named.map((one) => one.review).join(', ')}, which is struck out: name another review, or have that one put back first.`,
        faults: named.map(({ pointer }) => ({ in: 'body', pointer, message: 'names a review that is struck out' })),
      };
};
