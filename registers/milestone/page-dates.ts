import { dateInWords } from '#language/in-words.ts';
import type { Instant } from '#language/time.ts';
import { dateStatementInWords } from '#schemas/date-statement.ts';
import type { ReportContent } from '#schemas/report.ts';
import type { Html } from '#web/html.ts';
import { dueInWords } from '#web/report/overdue.ts';

type Milestones = ReportContent['milestones'];

/** When a missed milestone was due, as it is stated. */
export const wasDue = ({ dueOn, stated }: Milestones['missed']['rows'][number]): string => {
  if (stated !== undefined) return dateStatementInWords(stated);
  return dueOn === null ? 'not stated' : dateInWords(dueOn);
};

/** When a milestone is due, as it is stated, and by how much that is over. */
export const isDue = ({ dueOn, stated }: Milestones['due']['rows'][number], observationEnd: Instant): Html =>
  dueInWords(stated ?? { kind: 'date', date: dueOn }, observationEnd);
