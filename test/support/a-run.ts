import type { ReportRun } from '#schemas/report-run.ts';

/** A run that has just been asked for. */
export const aRun: ReportRun = {
  id: '2026-01-r1',
  programme: 'tomorrow',
  month: '2026-01',
  revision: 1,
  kind: 'publish',
  reason: null,
  early: false,
  requestedAt: '2026-02-06T06:00:00.000Z',
  state: 'waiting',
  reviewsDone: 0,
  reviewsTotal: null,
  report: null,
  problem: null,
  rebuilt: null,
};
