import { type LocalDate, monthOfDate } from '#language/time.ts';
import { isInRuleSet, type RuleSetName } from '#schemas/rule-set-name.ts';
import { type DatedFact, standingOf } from './facts-held.ts';
import type { ReportedMonth, ReportSetting } from './report-setting.ts';

/**
 * Whether a dated fact is in this report, and if so whether it was recorded late: null where it is in another. By `rules-1` a fact was in
 * the report of the month of its own day, or in none.
 */
export const listedFacts = (setting: ReportSetting, month: ReportedMonth, ruleSet: RuleSetName) => {
  const byReports = isInRuleSet({ since: 'rules-2' }, ruleSet);
  return (review: string | null, fact: DatedFact & { readonly on: LocalDate }): { recordedLate?: true } | null => {
    const late = fact.on < month.firstDay;
    if (!byReports) return monthOfDate(fact.on) === month.month ? {} : null;
    if (standingOf(setting, month, review, fact) !== 'here') return null;
    return late ? { recordedLate: true } : {};
  };
};
