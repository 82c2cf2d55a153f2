import type { Refusal } from '#schemas/problems.ts';

/** A record that another one names, and where in it. */
export interface Reference {
  readonly kind: string;
  readonly id: string;
  readonly pointer: string;
}

const withArticle = (kind: string): string => `${/^[aeiou]/.test(kind) ? 'an' : 'a'} ${kind}`;

/** What a record names must be in the same chain, and not struck out; it may name itself (docs/meaning.md WRITE-9). */
export const missingReferences = (given: {
  readonly own: { readonly kind: string; readonly id: string };
  readonly references: readonly Reference[];
  readonly isThere: (reference: Reference) => boolean;
  /** Whether the chain is a review's, or the programme's own. */
  readonly inReview: boolean;
}): Refusal | null => {
  const { own, references, isThere, inReview } = given;
  const missing = references.filter((one) => !isThere(one) && !(one.kind === own.kind && one.id === own.id));
  return missing.length === 0
    ? null
    : {
        code: 'content.breaks-rule',
        detail: `It names ${missing.map((one) => `the ${one.kind} ${one.id}`).join(', ')}, which ${inReview ? 'the review' : 'the programme'} does not have, or has struck out: record it first, have it put back, or name another.`,
        faults: missing.map((one) => ({
          in: 'body',
          pointer: one.pointer,
          message: `must be ${withArticle(one.kind)} that is there and not struck out: record it first, or name another`,
        })),
      };
};
