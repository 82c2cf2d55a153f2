// @module-tag long
import { afterAll, beforeAll, expect, it, vi } from 'vitest';
import { programme, review } from '../support/records.ts';
import { people } from '../support/tracker.ts';
import { startTrackerInProcesses, type TrackerInProcesses } from '../support/tracker-in-processes.ts';
import { amount, counted, timeLimitMilliseconds } from './running.ts';

/*
 * Eight people who put one new entry after the other into one review, through several instances of the function. A review is one
 * chain, so that one of them is first and the others decide again; each is recorded, and none is told to try again.
 */

vi.setConfig({ testTimeout: timeLimitMilliseconds, hookTimeout: timeLimitMilliseconds });
const writers = 8;
const entries = amount(6, 60, 4);
let tracker: TrackerInProcesses;
beforeAll(async () => {
  tracker = await startTrackerInProcesses(amount(2, 4));
});
afterAll(() => tracker.stop());

const place = { programmeId: 'tomorrow', reviewId: 'property' };
const issue = { title: 'Survey missing', severity: 'medium', raisedOn: '2026-01-05', description: 'Never handed over' };

it('writers who never pause at one review are all answered, and none of them by 503', async (context) => {
  const headers = { 'if-none-match': '*' };
  const [client] = [tracker.client(0)];
  await client?.must('putProgramme', { as: people.office, params: place, body: programme, headers });
  await client?.must('putReview', { params: place, body: review, headers });
  const statuses = new Map<number, number>();
  const begun = performance.now();
  const write = async (writer: number): Promise<void> => {
    const own = tracker.client(writer);
    for (let n = 0; n < entries; n += 1) {
      const params = { ...place, entryId: `of-${writer}-${n}` };
      const { status } = await own.ask('putIssue', { params, body: issue, headers });
      statuses.set(status, (statuses.get(status) ?? 0) + 1);
    }
  };
  await Promise.all(Array.from({ length: writers }, (_, writer) => write(writer)));
  counted(context, {
    'entries recorded': statuses.get(201) ?? 0,
    'refused 503': statuses.get(503) ?? 0,
    'a second': Math.round((writers * entries * 1000) / (performance.now() - begun)),
  });
  expect([...statuses]).toEqual([[201, writers * entries]]);
});
