import * as z from 'zod';

/** The most rows that a published report keeps of a list, first by the list's own order; `totals` counts them all. */
export const mostRows = 200;
export const mostFindings = 500;
export const mostSteps = 50;

/** The lists of a report whose length grows with the programme. */
export const RowList = z.enum([
  'restated',
  'entered',
  'left',
  'moves',
  'waiversInForce',
  'waits',
  'engagementSources',
  'withoutPreferred',
  'severalPreferred',
  'notFirst',
  'outcomes',
  'conditionsOverdue',
  'savingsNotStated',
  'savingsMoved',
  'risksTop',
  'risksMoved',
  'risksOverdue',
  'risksIncomplete',
  'milestonesDue',
  'milestonesMissed',
  'milestonesSlipped',
  'decisionsTaken',
  'decisionsDue',
  'ratedWorst',
  'ratingsDiffer',
  'returnsLate',
  'returnsUnconfirmed',
  'returnsMissing',
  'findings',
  'nextSteps',
]);
export type RowList = z.infer<typeof RowList>;

/** `rowsAtMost` of a report that shows every row that was published. */
export const everyRow = Math.max(mostRows, mostFindings);
