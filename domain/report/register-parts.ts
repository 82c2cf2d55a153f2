import { registers } from '#registers/all.ts';
import { type Fold, type Opens, type RegisterParts, reportParts } from '#registers/all-reports.ts';
import type { Register } from '#registers/declaration.ts';
import { isInRuleSet, type RuleSetName } from '#schemas/rule-set-name.ts';
import type { ReportedMonth, ReportSetting } from './report-setting.ts';

const opensOf = (kind: string): Opens<unknown> | undefined =>
  Object.entries(reportParts).find(([name]) => name === kind)?.[1];

/** Opens the part of each register that has one in a rule set. */
export function openRegisterParts(
  setting: ReportSetting,
  month: ReportedMonth,
  ruleSet: RuleSetName,
): Fold<RegisterParts>;
export function openRegisterParts(setting: ReportSetting, month: ReportedMonth, ruleSet: RuleSetName): Fold<object> {
  const open = registers.flatMap(({ kind, report }: Register) => {
    if (report === undefined || !isInRuleSet(report, ruleSet)) return [];
    const opens = opensOf(kind);
    if (opens === undefined) throw new Error(`nothing makes the part of the register ${kind}`);
    return [{ name: report.name, fold: opens(setting, month, ruleSet) }];
  });
  return {
    add: (review) => {
      for (const { fold } of open) fold.add(review);
    },
    close: () => Object.fromEntries(open.map(({ name, fold }) => [name, fold.close()])),
  };
}
