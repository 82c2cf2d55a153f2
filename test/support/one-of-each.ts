import { problem } from './problem.ts';
import { programme, records, review, risk } from './records.ts';
import { type Asked, people, startTestTracker, type TestTracker } from './tracker.ts';

export const create = { 'if-none-match': '*' };
export const tomorrow = { programmeId: 'tomorrow' };
export const property = { ...tomorrow, reviewId: 'property' };
export const entry = (entryId: string) => ({ ...property, entryId });

/** A programme; a review at version 2, its stage work told under the key `used-before`; a risk and a business case. */
export const tellOneOfEach = async (tracker: TestTracker): Promise<void> => {
  const from = (day: string) => ({ ...create, 'effective-at': day });
  await tracker.must('putProgramme', {
    as: people.office,
    params: tomorrow,
    body: programme,
    headers: from('2026-01-01'),
  });
  await tracker.must('putReview', { params: property, body: review, headers: from('2026-01-10') });
  await tracker.must('putRisk', { params: entry('late'), body: risk, headers: from('2026-01-15') });
  await tracker.must('putBusinessCase', { params: entry('outline'), body: records['business-case'], headers: create });
  await tracker.must('recordStageWork', {
    params: property,
    body: { state: 'in-progress' },
    headers: { 'if-match': '"1"', 'idempotency-key': 'used-before' },
  });
};

export const startWithOneOfEach = async (): Promise<TestTracker> => {
  const tracker = await startTestTracker();
  await tellOneOfEach(tracker);
  return tracker;
};

/** Asks for what must be refused by one whole problem. */
export const refused = (tracker: TestTracker, operationId: string, asked: Asked) =>
  problem(tracker, () => tracker.ask(operationId, asked));
