import { from, of, openReview, startWithProgramme, tomorrow } from './one-programme.ts';
import { records, risk, saving } from './records.ts';
import { people, type TestTracker } from './tracker.ts';

/** A tracker of three reviews with what is reported of January 2026, and a risk that is effective only in February. */
export const startReportedProgramme = async (): Promise<TestTracker> => {
  const tracker = await startWithProgramme('of-what-is-recorded');
  await openReview(tracker, 'property', { title: 'property' });
  await openReview(tracker, 'libraries', { title: 'libraries', sros: [], tier: 'to-be-confirmed' }, '2026-01-15');
  await openReview(tracker, 'parking', { title: 'parking', lifecycle: 'potential' }, '2026-01-16');
  const put = (operation: string, entryId: string, body: unknown, day: string) =>
    tracker.must(operation, { params: of('property', entryId), body, headers: from(day) });
  await put('putRisk', 'late', risk, '2026-01-10');
  await put('putSaving', 'buildings', saving, '2026-01-11');
  await put('putReturn', '2026-01', records.return, '2026-02-02');
  await tracker.must('confirmReturn', {
    as: people.sro,
    params: of('property', '2026-01'),
    body: {},
    headers: { 'effective-at': '2026-02-03' },
  });
  // Effective in February, recorded before January is reported: it must not leak into January.
  await put('putRisk', 'february', { ...risk, title: 'A risk of February' }, '2026-02-10');
  return tracker;
};

export const runMonth = async (tracker: TestTracker, month: string) => {
  const asked = await tracker.ask('runReport', { as: people.office, params: tomorrow, body: { month } });
  await tracker.settled();
  return asked;
};

export const pullMonth = (tracker: TestTracker, month: string, headers: Record<string, string> = {}) =>
  tracker.ask('getReport', { as: people.board, params: { ...tomorrow, month }, headers });
