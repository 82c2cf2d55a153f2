import type { Programme } from '#schemas/programme.ts';
import { isInRuleSet, type RuleSetName } from '#schemas/rule-set-name.ts';

/** The settings as a rule set knows them: one that came later changes nothing of a report that was made before it. */
export const settingsInRuleSet = (programme: Programme, ruleSet: RuleSetName): Programme => {
  if (isInRuleSet({ since: 'rules-2' }, ruleSet)) return programme;
  const {
    pausedCounts: _,
    findings: __,
    reportLeavesOut: ___,
    stagesMoved: ____,
    gatesWithout: _____,
    mtfps: ______,
    mtfpInUse: _______,
    objectives: ________,
    comparedWith: _________,
    ...known
  } = programme;
  const { daysAre: __________, ...reporting } = known.reporting;
  return { ...known, reporting };
};
