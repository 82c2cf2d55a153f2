import type { ReportLine } from '#schemas/report.ts';

/** Whether a report adds up what a review plans to save (docs/meaning.md REPORT-7): it is under way, paused or completed. */
export const isInTotals = ({ counted, lifecycle }: Pick<ReportLine, 'counted' | 'lifecycle'>): boolean =>
  counted || lifecycle === 'paused' || lifecycle === 'completed';
