import { addMonths, type ReportMonth } from '#language/time.ts';
import type { ReportContent } from '#schemas/report.ts';
import { isInRuleSet, type RuleSetName } from '#schemas/rule-set-name.ts';
import type { ReportSetting } from './report-setting.ts';

const monthsBefore = (from: ReportMonth, month: ReportMonth): readonly ReportMonth[] =>
  from >= month ? [] : [from, ...monthsBefore(addMonths(from, 1), month)];

/** The months between the report before and this one, of which none was published; absent where there are none. */
export const monthsNotReported = (
  { previous, programme, month, closedMonths = [] }: ReportSetting,
  ruleSet: RuleSetName,
): Pick<ReportContent, 'monthsNotReported'> => {
  if (!isInRuleSet({ since: 'rules-2' }, ruleSet)) return {};
  const { firstMonth } = programme.reporting;
  const after = previous === null ? firstMonth : addMonths(previous.content.month, 1);
  const months = monthsBefore(after > firstMonth ? after : firstMonth, month);
  return months.length === 0
    ? {}
    : {
        monthsNotReported: months.map((one) => ({
          month: one,
          reason: closedMonths.findLast((closed) => closed.month === one)?.reason ?? null,
        })),
      };
};
