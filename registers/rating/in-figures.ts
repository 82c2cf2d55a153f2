import { figuresOfRecords, reviewItself } from '#domain/report/figures/of-records.ts';
import { lastRatings, ratingsMoved } from '#domain/report/last-ratings.ts';
import { voices } from './record.ts';

export const ratingsInFigures = [
  figuresOfRecords({
    ...reviewItself,
    part: 'ratings',
    whose: 'counted',
    rule: { id: 'CONFIDENCE-3', sentence: 'Where the voices differ the report lists the review.' },
    figures: {
      differ: {
        title: 'Reviews that SRO and assurance rate differently',
        unit: 'reviews',
        value: ({ differ }) => differ.total,
        gives: (review, { setting, month }) => {
          const { sro, assurance } = lastRatings(review, setting.programme, month);
          return sro !== null && assurance !== null && sro.rating !== assurance.rating;
        },
      },
      'last-said-out-of-date': {
        title: 'Ratings out of date',
        value: ({ outOfDate }) => outOfDate?.total,
        gives: (review, { setting, month }) => {
          const last = lastRatings(review, setting.programme, month);
          return voices.filter((by) => last[by]?.outOfDate === true).length;
        },
        rule: {
          id: 'CONFIDENCE-20',
          sentence:
            'A rating is out of date where its day is too long ago, or where the return of the month is missing.',
        },
      },
      changed: {
        title: 'Ratings that are other than in the report before',
        value: ({ changed }) => changed?.total,
        gives: (review, { setting, month }) =>
          ratingsMoved(setting.previous, review.id, lastRatings(review, setting.programme, month)).length,
        rule: { id: 'CONFIDENCE-21', sentence: 'The report before is compared by review and voice.' },
      },
    },
  }),
];
