import * as z from 'zod';
import { Programme } from '#schemas/programme.ts';
import { Gate } from '#schemas/review.ts';
import { apiReviewPath, programmePath, programmesPath, reviewPath, stagePath } from '../paths.ts';
import { asking, type Question } from '../question.ts';
import type { At, Crumb } from '../screen.ts';

/** What the pages of a review's stage read of it. */
export const ReviewAtStage = z.object({
  record: z.looseObject({
    title: z.string(),
    sros: z.array(z.object({ subject: z.string(), name: z.string() })),
  }),
  facts: z.object({ stage: z.string() }),
  computed: z.object({ stageName: z.string() }),
});
export type ReviewAtStage = z.infer<typeof ReviewAtStage>;

export const ProgrammeStages = z.object({ record: z.object({ stageModel: Programme.shape.stageModel }) });

export const placeOf = ({ params: { programmeId = '', reviewId = '' } }: At) => ({
  programme: programmeId,
  review: reviewId,
});

export const askReview = (at: At): Question<typeof ReviewAtStage> => {
  const { programme, review } = placeOf(at);
  return asking(apiReviewPath(programme, review), ReviewAtStage);
};
export const askGate = (at: At): Question<typeof Gate> => {
  const { programme, review } = placeOf(at);
  return asking(`${apiReviewPath(programme, review)}/gate`, Gate);
};

/** The programme, the review and, of a page below it, its stage. */
export const stageCrumbs = (at: At, title: string, below: boolean): readonly Crumb[] => {
  const { programme, review } = placeOf(at);
  return [
    { text: 'Programmes', to: programmesPath },
    { text: 'Programme', to: programmePath(programme) },
    { text: title, to: reviewPath(programme, review) },
    ...(below ? [{ text: 'Stage', to: stagePath(programme, review) }] : []),
  ];
};
