import { figuresOfRecords, reviewItself } from '#domain/report/figures/of-records.ts';
import type { ReviewInReport } from '#domain/report/review-in-report.ts';
import { isNotRecommended } from './report.ts';

const rule = {
  id: 'APPRAISAL-1',
  sentence:
    'Options of counted reviews are counted by disposition; not recommended at this stage is counted within "not recommended" and named apart.',
};
const severalOrNone = {
  id: 'APPRAISAL-2',
  sentence: 'A review may carry several preferred options, or none; the report names both kinds of review.',
};

const preferredOf = ({ position: { options } }: ReviewInReport) =>
  options.options.filter(({ disposition }) => disposition === 'preferred');

export const optionsInFigures = [
  figuresOfRecords({
    part: 'options',
    register: 'option',
    whose: 'counted',
    rule,
    ofReview: ({ position: { options } }) =>
      options.options.map((one) => ({
        ...one,
        isPreferredNotFirst: options.preferredNotFirst.filter(({ id }) => id === one.id).length,
      })),
    named: ({ id, label }) => ({ id, title: label }),
    figures: {
      total: { title: 'Options', value: ({ total }) => total, gives: () => true },
      preferred: {
        title: 'Preferred options',
        value: ({ preferred }) => preferred,
        gives: ({ disposition }) => disposition === 'preferred',
      },
      'short-listed': {
        title: 'Short-listed options',
        value: ({ shortListed }) => shortListed,
        gives: ({ disposition }) => disposition === 'short-listed',
      },
      'long-listed': {
        title: 'Long-listed options',
        value: ({ longListed }) => longListed,
        gives: ({ disposition }) => disposition === 'long-listed',
      },
      'not-recommended': {
        title: 'Options not recommended',
        value: ({ notRecommended }) => notRecommended,
        gives: isNotRecommended,
      },
      'not-recommended-at-this-stage': {
        title: 'Options not recommended at this stage',
        value: ({ notRecommendedAtThisStage }) => notRecommendedAtThisStage,
        gives: ({ disposition }) => disposition === 'not-recommended-at-this-stage',
      },
      'preferred-not-first': {
        title: 'Preferred options that do not rank first',
        value: ({ notFirst }) => notFirst.total,
        gives: ({ isPreferredNotFirst }) => isPreferredNotFirst,
        rule: {
          id: 'APPRAISAL-9',
          sentence: 'A preferred option that does not rank first is shown with the reason, or that none is given.',
        },
      },
    },
  }),
  figuresOfRecords({
    ...reviewItself,
    part: 'options',
    whose: 'counted',
    unit: 'reviews',
    rule: severalOrNone,
    figures: {
      'reviews-with-preferred': {
        title: 'Reviews with a preferred option',
        value: ({ reviewsWithPreferred }) => reviewsWithPreferred.numerator,
        gives: (review) => preferredOf(review).length > 0,
      },
      'reviews-without-preferred': {
        title: 'Reviews without a preferred option',
        value: ({ withoutPreferred }) => withoutPreferred.total,
        gives: (review) => preferredOf(review).length === 0,
      },
      'reviews-with-several': {
        title: 'Reviews with several preferred options',
        value: ({ severalPreferred }) => severalPreferred.total,
        gives: (review) => preferredOf(review).length > 1,
      },
      'reviews-with-alternatives': {
        title: 'Reviews with a preferred option that record what was not recommended',
        value: ({ alternativesRecorded }) => alternativesRecorded.numerator,
        gives: (review) => preferredOf(review).length > 0 && review.position.options.options.some(isNotRecommended),
      },
    },
  }),
];
