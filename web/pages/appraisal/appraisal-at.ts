import * as z from 'zod';
import { AppraisalResult } from '#schemas/appraisal.ts';
import { apiReviewPath, appraisalPath } from '../paths.ts';
import { asking } from '../question.ts';
import type { At, Crumb } from '../screen.ts';
import { placeOf, stageCrumbs } from '../stage/review-at.ts';

/** An appraisal as its pages read it: words may be withheld from who reads it. */
export const ShownAppraisal = z.object({ record: z.record(z.string(), z.unknown()), computed: AppraisalResult });
export type ShownAppraisal = z.infer<typeof ShownAppraisal>;

export const appraisalAt = (at: At): string => {
  const { programme, review } = placeOf(at);
  return appraisalPath(programme, review);
};
export const apiAppraisal = (at: At): string => {
  const { programme, review } = placeOf(at);
  return `${apiReviewPath(programme, review)}/appraisal`;
};
export const askAppraisal = (at: At, asAt: { readonly asAt?: string | undefined } = {}) =>
  asking(apiAppraisal(at), ShownAppraisal, asAt);

/** Of a page below the appraisal's. */
export const appraisalCrumbs = (at: At, title: string): readonly Crumb[] => [
  ...stageCrumbs(at, title, false),
  { text: 'Options appraisal', to: appraisalAt(at) },
];
