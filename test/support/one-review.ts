import { chainOf, eventsIn, expectWholeChain, nothingStored, oneEventMore } from './chain.ts';
import { programme, review } from './records.ts';
import { type Asked, type Clock, people, startTestTracker, type TestTracker } from './tracker.ts';

export const create = { 'if-none-match': '*' };
export const params = { programmeId: 'tomorrow', reviewId: 'property' };
export const chain = chainOf('tomorrow', 'property');
export const entry = (entryId: string) => ({ ...params, entryId });

/** A tracker of one programme with one review, which has a lead. */
export const startWithOneReview = async (clock: Clock = 'of-now'): Promise<TestTracker> => {
  const tracker = await startTestTracker(clock);
  await tracker.must('putProgramme', {
    as: people.office,
    params: { programmeId: 'tomorrow' },
    body: programme,
    headers: { ...create, 'effective-at': '2026-01-01' },
  });
  await tracker.must('putReview', {
    params,
    body: { ...review, grossExpenditure: undefined, lead: { subject: 'lena-lead', name: 'Lena Lead' } },
    headers: { ...create, 'effective-at': '2026-01-02' },
  });
  return tracker;
};

export const stopWithWholeChain = async (tracker: TestTracker): Promise<void> => {
  expectWholeChain(await eventsIn(tracker, chain));
  await tracker.stop();
};

/** What is asked of the review is recorded, as one event. */
export const recorded = (tracker: TestTracker, operationId: string, asked: Asked) =>
  oneEventMore(tracker, chain, () => tracker.ask(operationId, { params, ...asked }));
export const refused = (tracker: TestTracker, operationId: string, asked: Asked) =>
  nothingStored(tracker, () => tracker.ask(operationId, { params, ...asked }));
