import { expect } from 'vitest';
import { people, type TestTracker } from './tracker.ts';

/** Publishes a month and answers its content, as the board pulls it; nothing fails on the way. */
export const published = async (tracker: TestTracker, programmeId: string, month: string) => {
  await tracker.must('runReport', { as: people.office, params: { programmeId }, body: { month } });
  await tracker.settled();
  expect(tracker.failures).toEqual([]);
  return (await tracker.must('getReport', { as: people.board, params: { programmeId, month } })).body.content;
};

/** The run that makes a published month again, as known then or now, once it is done. */
export const rebuiltRun = async (
  tracker: TestTracker,
  programmeId: string,
  month: string,
  knowledge: 'then' | 'now' = 'then',
) => {
  const asked = { as: people.assurance, params: { programmeId, month }, body: { knowledge } };
  const { id: runId } = (await tracker.must('rebuildReport', asked)).body;
  await tracker.settled();
  expect(tracker.failures).toEqual([]);
  return (await tracker.must('getReportRun', { as: people.assurance, params: { programmeId, runId } })).body;
};
