import { registers } from '#registers/all.ts';
import { type Fold, type Opens, type RegisterParts, reportParts } from '#registers/all-reports.ts';
import type { Register } from '#registers/declaration.ts';
import { isInRuleSet, type RuleSetName } from '#schemas/rule-set-name.ts';
import { titleOfPath } from './left-out.ts';
import { guarded, type PartsNotMade } from './not-made.ts';
import type { ReportedMonth, ReportSetting } from './report-setting.ts';

const opensOf = (kind: string): Opens<unknown> | undefined =>
  Object.entries(reportParts).find(([name]) => name === kind)?.[1];

/** What is said of the part of a register; undefined: it is of none. */
export const saysOfRegisterPart = (part: string): { readonly part: string; readonly title: string } | undefined => {
  const path = registers.find(({ report }: Register) => report?.name === part)?.path;
  return path === undefined ? undefined : { part, title: titleOfPath(path) };
};

/** Opens the part of each register that has one in a rule set; a fault in one of them costs that one alone. */
export function openRegisterParts(
  setting: ReportSetting,
  month: ReportedMonth,
  ruleSet: RuleSetName,
  notMade: PartsNotMade,
): Fold<RegisterParts>;
export function openRegisterParts(
  setting: ReportSetting,
  month: ReportedMonth,
  ruleSet: RuleSetName,
  notMade: PartsNotMade,
): Fold<object> {
  const boundsSums = isInRuleSet({ since: 'rules-2' }, ruleSet);
  const open = registers.flatMap(({ kind, path, report }: Register) => {
    if (report === undefined || !isInRuleSet(report, ruleSet)) return [];
    const opens = opensOf(kind);
    if (opens === undefined) throw new Error(`nothing makes the part of the register ${kind}`);
    const { name, schema } = report;
    const says = { part: name, title: titleOfPath(path) };
    const fold = guarded(says, () => opens(setting, month, ruleSet), { schema, boundsSums, notMade });
    return [{ name, fold }];
  });
  return {
    add: (review) => {
      for (const { fold } of open) fold.add(review);
    },
    close: () => Object.fromEntries(open.map(({ name, fold }) => [name, fold.close()])),
  };
}
