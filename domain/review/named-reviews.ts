import type { Refusal } from '#schemas/problems.ts';
import type { Programme } from '#schemas/programme.ts';
import type { Review } from '#schemas/review.ts';

/** Another review that a record names, and where. */
export interface NamedReview {
  readonly pointer: string;
  readonly review: string;
}

/** The other reviews that a review's record names. */
const namedReviews = (record: Review): readonly NamedReview[] =>
  [
    ['/parent', record.parent] as const,
    ['/mergedInto', record.mergedInto] as const,
    ['/splitFrom', record.splitFrom] as const,
    ...(record.splitInto ?? []).map((review, n) => [`/splitInto/${n}`, review] as const),
    ...record.waitsFor.map((wait, n) => [`/waitsFor/${n}/review`, wait.review] as const),
  ].flatMap(([pointer, review]) => (review === undefined ? [] : [{ pointer, review }]));

/** The other reviews that it names now, and those that it named before. */
export const reviewsNamed = (
  record: Review,
  before: Review | undefined,
): readonly [now: readonly NamedReview[], before: readonly NamedReview[]] => [
  namedReviews(record),
  before === undefined ? [] : namedReviews(before),
];

/** The reviews that a programme's settings name: those of which a rule is switched off or accepted. */
const reviewsInSettings = ({ findings = [] }: Programme): readonly NamedReview[] =>
  findings.flatMap(({ reviews = [] }, n) =>
    reviews.map((review, m) => ({ pointer: `/findings/${n}/reviews/${m}`, review })),
  );

/** The reviews that settings name now, and those that they named before. */
export const reviewsOfSettings = (
  settings: Programme,
  before: Programme | null,
): readonly [now: readonly NamedReview[], before: readonly NamedReview[]] => [
  reviewsInSettings(settings),
  before === null ? [] : reviewsInSettings(before),
];

/** Other reviews that a record names must be in the programme (docs/meaning.md WRITE-9). */
export const missingReviews = (
  id: string | null,
  named: readonly NamedReview[],
  existing: ReadonlySet<string>,
): Refusal | null => {
  const missing = named.filter((one) => one.review === id || !existing.has(one.review));
  return missing.length === 0
    ? null
    : {
        code: 'content.breaks-rule',
        detail: `It names ${missing.map((one) => one.review).join(', ')}, which is no other review of this programme: name one that is there (GET /programmes/{programmeId}/reviews lists them), or open it first.`,
        faults: missing.map((one) => ({
          in: 'body',
          pointer: one.pointer,
          message: 'must be another review of this programme: open it first, or name one that is there',
        })),
      };
};

/** What is struck out is named by nothing new; who named it before says so until they name another (docs/meaning.md WRITE-9). */
export const struckOutReviews = (
  now: readonly NamedReview[],
  before: readonly NamedReview[],
  struckOut: ReadonlySet<string>,
): Refusal | null => {
  const known = new Set(before.map((one) => one.review));
  const named = now.filter(({ review }) => struckOut.has(review) && !known.has(review));
  return named.length === 0
    ? null
    : {
        code: 'content.breaks-rule',
        detail: `It names ${named.map((one) => one.review).join(', ')}, which is struck out: name another review, or have that one put back first.`,
        faults: named.map(({ pointer }) => ({
          in: 'body',
          pointer,
          message: 'must be a review that is not struck out: name another, or have that one put back first',
        })),
      };
};
