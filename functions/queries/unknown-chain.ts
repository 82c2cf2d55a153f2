import type { Refusal } from '#schemas/problems.ts';
import type { ChainRef } from '#store/table/keys.ts';

/** @param when for the end of the sentence: ` as at ...` */
export const unknownProgramme = ({ programme }: Pick<ChainRef, 'programme'>, when = ''): Refusal => ({
  code: 'programme.unknown',
  detail: `Your organisation has no programme ${programme}${when}.`,
});

/** @param when for the end of the sentence: ` as at ...` */
export const unknownReview = (
  { programme }: Pick<ChainRef, 'programme'>,
  review: string | null,
  when = '',
): Refusal => ({
  code: 'review.unknown',
  detail: `The programme ${programme} has no review ${review}${when}.`,
});
