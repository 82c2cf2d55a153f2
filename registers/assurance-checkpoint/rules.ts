import type { CommandContext } from '#domain/decided.ts';
import { defineRules } from '#domain/registers/define-rules.ts';
import { answeredOfLate, type ReviewLine } from '#domain/review/own-assurance.ts';
import { answersFor, idsOfActor } from '#domain/review/sro.ts';
import type { Refusal } from '#schemas/problems.ts';
import type { Review } from '#schemas/review.ts';
import { assuranceCheckpoint } from './record.ts';

/** Assurance of a review is by nobody who answers for it, or did within twelve months (docs/meaning.md PEOPLE-21). */
const ownReview = (
  review: { readonly record: Review; readonly line?: ReviewLine } | null,
  { actor, effectiveAt }: CommandContext,
): Refusal | null => {
  if (review === null) return null;
  if (review.line === undefined) throw new Error('who answered for the review is in its line, which was not read');
  return answersFor(review.record, actor) || answeredOfLate(review.line, idsOfActor(actor), effectiveAt)
    ? {
        code: 'checkpoint.own-review',
        detail:
          'You are an SRO or the lead of this review, or were within the last twelve months, or acted for one as their deputy: its checkpoints must be recorded by somebody else of assurance.',
      }
    : null;
};

export const assuranceCheckpointRules = defineRules(assuranceCheckpoint, {
  asksLineOfReview: true,
  keeps: ({ command }) => ({ by: command.actor.subject }),
  forbids: ({ review, command }) => ownReview(review, command),
  strikeOutForbids: ({ review, command }) => ownReview(review, command),
  rules: [
    {
      id: 'CHK-01',
      sentence: 'Only a checkpoint that was done has a rating and findings.',
      breaches: ({ record: { status, rating, findings } }) =>
        status === 'done'
          ? []
          : [...(rating === undefined ? [] : ['/rating']), ...(findings === undefined ? [] : ['/findings'])].map(
              (pointer) => ({ pointer, message: 'must be left out until the checkpoint is done' }),
            ),
    },
    {
      id: 'CHK-02',
      sentence: 'A checkpoint that is cancelled says why, and no other.',
      breaches: ({ record: { status, reason } }) =>
        (status === 'cancelled') === (reason !== undefined)
          ? []
          : [{ pointer: '/reason', message: 'must be given for a checkpoint that is cancelled, and only for one' }],
    },
    {
      id: 'CHK-03',
      sentence: "A checkpoint's rating is of the programme's scheme.",
      breaches: ({ record: { rating }, programme }) =>
        programme.ratingScheme === 'three-point' && (rating === 'amber-green' || rating === 'amber-red')
          ? [
              {
                pointer: '/rating',
                message: 'must be green, amber or red: the programme rates on the three-point scheme',
              },
            ]
          : [],
    },
  ],
});
