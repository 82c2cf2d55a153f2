import { addMonths, type ReportMonth } from '#language/time.ts';
import type { ReportContent } from '#schemas/report.ts';
import { isInRuleSet, type RuleSetName } from '#schemas/rule-set-name.ts';
import type { ReportSetting } from './report-setting.ts';

const monthsBefore = (from: ReportMonth, month: ReportMonth): readonly ReportMonth[] =>
  from >= month ? [] : [from, ...monthsBefore(addMonths(from, 1), month)];

/**
 * The months between the report before and this one, of which none was published; where there is none before, those that the programme office
 * closed. Absent where there are none.
 */
export const monthsNotReported = (
  { previous, month, closedMonths = [] }: ReportSetting,
  ruleSet: RuleSetName,
): Pick<ReportContent, 'monthsNotReported'> => {
  if (!isInRuleSet({ since: 'rules-2' }, ruleSet)) return {};
  const reasonOf = (one: ReportMonth) => closedMonths.findLast((closed) => closed.month === one)?.reason ?? null;
  const months =
    previous === null
      ? [...new Set(closedMonths.map((closed) => closed.month))].filter((one) => one < month).toSorted()
      : monthsBefore(addMonths(previous.content.month, 1), month);
  return months.length === 0 ? {} : { monthsNotReported: months.map((one) => ({ month: one, reason: reasonOf(one) })) };
};
