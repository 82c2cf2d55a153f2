import { Programme } from '#schemas/programme.ts';
import type { Reporting } from '#schemas/reporting.ts';
import { isInRuleSet, type RuleSetName } from '#schemas/rule-set-name.ts';

/** Settings that came with `rules-2`. */
const laterSettings: readonly (keyof Programme)[] = [
  'pausedCounts',
  'findings',
  'reportLeavesOut',
  'stagesMoved',
  'gatesWithout',
  'mtfps',
  'mtfpInUse',
  'objectives',
  'comparedWith',
];
/** The same of the reporting calendar. */
const laterReporting: readonly (keyof Reporting)[] = ['daysAre'];

const without = (given: object, later: readonly string[]): object =>
  Object.fromEntries(Object.entries(given).filter(([name]) => !later.includes(name)));

/** The settings as a rule set knows them: one that came later changes nothing of a report that was made before it. */
export const settingsInRuleSet = (programme: Programme, ruleSet: RuleSetName): Programme =>
  isInRuleSet({ since: 'rules-2' }, ruleSet)
    ? programme
    : Programme.parse({
        ...without(programme, laterSettings),
        reporting: without(programme.reporting, laterReporting),
      });
