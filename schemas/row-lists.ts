import * as z from 'zod';
import { mostSummaryRows } from './limits.ts';

/** The most rows that a published report keeps of a list, first by the list's own order; `totals` counts them all. */
export const mostRows = mostSummaryRows;
export const mostFindings = 500;
export const mostSteps = 50;

/** The lists of a report whose length grows with the programme. */
export const RowTotals = z.object({
  restated: z.int(),
  entered: z.int(),
  left: z.int(),
  moves: z.int(),
  waiversInForce: z.int(),
  waits: z.int(),
  engagementSources: z.int(),
  withoutPreferred: z.int(),
  severalPreferred: z.int(),
  notFirst: z.int(),
  outcomes: z.int(),
  conditionsOverdue: z.int(),
  savingsNotStated: z.int(),
  savingsMoved: z.int(),
  risksTop: z.int(),
  risksMoved: z.int(),
  risksOverdue: z.int(),
  risksIncomplete: z.int(),
  milestonesDue: z.int(),
  milestonesMissed: z.int(),
  milestonesSlipped: z.int(),
  decisionsTaken: z.int(),
  decisionsDue: z.int(),
  ratedWorst: z.int(),
  ratingsDiffer: z.int(),
  returnsLate: z.int(),
  returnsUnconfirmed: z.int(),
  returnsMissing: z.int(),
  findings: z.int(),
  nextSteps: z.int(),
});
export const RowList = RowTotals.keyof();
export type RowList = z.infer<typeof RowList>;

/** `rowsAtMost` of a report that shows every row that was published. */
export const everyRow = Math.max(mostRows, mostFindings);
