import type { Actor } from '#schemas/people.ts';
import type { Refusal } from '#schemas/problems.ts';
import type { Review } from '#schemas/review.ts';

/** Any listed SRO may act for the review, in the role of SRO. */
export const isSroOf = (record: Review, actor: Actor): boolean =>
  actor.roles.includes('sro') && record.sros.some((sro) => sro.subject === actor.subject);

/** 403: somebody else's review. `act` completes "Only an SRO of this review may ...". */
export const notTheSro = (act: string): Refusal => ({
  code: 'review.not-the-sro',
  detail: `Only an SRO of this review may ${act}.`,
});
