import { dayOf } from '#language/time.ts';
import { isOpen } from '#registers/dependency/open-dependencies.ts';
import { moveKey } from '../facts-held.ts';
import { waiversStanding } from '../stage-moves.ts';
import { type FiguresOfRecords, figuresOfRecords, inReviewRecord, reviewItself } from './of-records.ts';

const ofMoves = figuresOfRecords({
  ...reviewItself,
  part: 'moves',
  whose: 'every',
  rule: { id: 'REPORT-20', sentence: 'Each stage move is in the first report that knows of it, and in no other.' },
  figures: {
    total: {
      title: 'Stage moves',
      unit: 'records',
      value: ({ total }) => total,
      gives: ({ position }, { isHere }) =>
        position.review.moves.filter((move) => isHere({ key: moveKey(move), on: dayOf(move.at) })).length,
    },
  },
});

const ofWaivers = figuresOfRecords({
  ...reviewItself,
  part: 'waiversInForce',
  whose: 'counted',
  rule: {
    id: 'REVIEW-10',
    sentence: 'A waiver that was used stays in every later report while the review is counted, until it goes back.',
  },
  figures: {
    total: {
      title: 'Waivers in force',
      value: ({ total }) => total,
      gives: (review, { setting }) => waiversStanding(review, setting),
    },
  },
});

const ofWaits = figuresOfRecords({
  part: 'waits',
  register: 'dependency',
  whose: 'counted',
  rule: {
    id: 'REVIEW-30',
    sentence: "What a review's own record says that it waits for counts with the open dependencies of the register.",
  },
  ofReview: ({ dependencies }) =>
    dependencies.filter((one) => one.inReviewRecord || (one.direction === 'waits-for' && isOpen(one))),
  named: ({ id, title, inReviewRecord: own }) => ({ id, title, ...(own ? { register: inReviewRecord } : {}) }),
  figures: { total: { title: 'What reviews wait for', value: ({ total }) => total, gives: () => true } },
});

/** What is said of stages. */
export const figuresOfStages: readonly FiguresOfRecords[] = [ofMoves, ofWaivers, ofWaits];
