import type { CommandContext } from '#domain/decided.ts';
import { defineRules } from '#domain/registers/define-rules.ts';
import { type AssuredReview, assuresOwn } from '#domain/review/own-assurance.ts';
import type { Refusal } from '#schemas/problems.ts';
import { notOfScheme } from '#schemas/rating-names.ts';
import { assuranceCheckpoint } from './record.ts';

const ownReview = (review: AssuredReview | null, command: CommandContext): Refusal | null =>
  review === null ? null : assuresOwn('assurance-checkpoint', review, command);

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
      breaches: ({ record: { rating }, programme }) => {
        const message = rating === undefined ? undefined : notOfScheme(rating, programme.ratingScheme);
        return message === undefined ? [] : [{ pointer: '/rating', message }];
      },
    },
  ],
});
