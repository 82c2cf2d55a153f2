import type { RuleSet } from '#domain/report/compose-report.ts';
import type { ReportContent } from '#schemas/report.ts';

/**
 * What a report says otherwise than the published one of the same month, in words. What happened in the month is news beside the month
 * before, yet no difference where the published report says the same.
 */
export const differsFromPublished = (
  { changesSince }: Pick<RuleSet, 'changesSince'>,
  now: ReportContent,
  published: ReportContent,
): readonly string[] => {
  const saidAlready = new Set(changesSince(published, published).map(({ sentence }) => sentence));
  return changesSince(now, published).flatMap(({ sentence }) => (saidAlready.has(sentence) ? [] : [sentence]));
};
