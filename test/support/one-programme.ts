import { programme, review } from './records.ts';
import { type Clock, people, startTestTracker, type TestTracker } from './tracker.ts';

export const create = { 'if-none-match': '*' };
export const from = (day: string) => ({ ...create, 'effective-at': day });
export const tomorrow = { programmeId: 'tomorrow' };
export const of = (reviewId: string, entryId = 'first') => ({ ...tomorrow, reviewId, entryId });

/** A tracker of one programme, which began in December 2025. */
export const startWithProgramme = async (clock: Clock = 'of-now'): Promise<TestTracker> => {
  const tracker = await startTestTracker(clock);
  await tracker.must('putProgramme', {
    as: people.office,
    params: tomorrow,
    body: programme,
    headers: from('2025-12-01'),
  });
  return tracker;
};

export const openReview = (tracker: TestTracker, reviewId: string, over: object = {}, day = '2025-12-02') =>
  tracker.must('putReview', { params: of(reviewId), body: { ...review, ...over }, headers: from(day) });
