import type { ReportContent } from '#schemas/report.ts';

/** A report's content but for what is worded from the rest of it. */
export type MeasuredContent = Omit<ReportContent, 'headline' | 'pageOne' | 'changes' | 'nextSteps'>;

/** One sentence of what changed, with both numbers where it is about one. */
export type Change = ReportContent['changes'][number];
