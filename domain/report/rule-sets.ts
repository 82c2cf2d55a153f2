import { isInRuleSet, type RuleSetName, releasedRuleSetNames } from '#schemas/rule-set-name.ts';
import { changesSince } from './changes.ts';
import { openParts, type RuleSet } from './compose-report.ts';
import { headlineOf } from './headline.ts';
import { pageOne } from './page-one/page-one.ts';
import { reportLine } from './report-line.ts';
import type { ReportRule } from './report-rule.ts';
import { judgingRules } from './rules.ts';

/*
 * The rule sets by which reports are made (docs/meaning.md PUBLISH-14). A report names the one that made it, and is made again by that one
 * for ever: one is frozen with each release, and a change of any figure or sentence of a report's content after that
 * belongs to the next, named last in `releasedRuleSetNames`. A new rule, and the part of a new register, says from which
 * set on it holds (`since`), a rule that is replaced
 * up to which (`until`); a part or a sentence that is made otherwise is given the name of the set.
 */

/** A rule with the sentence that it has in that rule set. */
const worded = (rule: ReportRule, name: RuleSetName): ReportRule =>
  rule.worded !== undefined && isInRuleSet(rule.worded, name) ? { ...rule, sentence: rule.worded.sentence } : rule;

/** A rule set of the rules and parts that belong to its name, with the sentences of today. */
export const ruleSet = (name: RuleSetName): RuleSet => ({
  name,
  rules: judgingRules.filter((rule) => isInRuleSet(rule, name)).map((rule) => worded(rule, name)),
  derivesFacts: isInRuleSet({ since: 'rules-2' }, name),
  openParts,
  lineOf: (...given) => reportLine(...given, name),
  headlineOf: (...given) => headlineOf(...given, name),
  pageOneOf: (...given) => pageOne(...given, name),
  changesSince: (...given) => changesSince(...given, name),
});

/** Frozen with release 0.2.0. */
export const rules1 = ruleSet('rules-1');

/** The rule sets that a release has. */
export interface RuleSets {
  /** The one by which new reports are made. */
  readonly current: RuleSet;
  /** The one of that name; undefined: it is of a newer release. */
  readonly named: (name: string) => RuleSet | undefined;
}

/** Those rule sets, the last of them for new reports. */
export const ruleSetsOf = (first: RuleSet, ...later: readonly RuleSet[]): RuleSets => ({
  current: later.at(-1) ?? first,
  named: (name) => [first, ...later].find((one) => one.name === name),
});

const [, ...later] = releasedRuleSetNames;
export const releasedRuleSets: RuleSets = ruleSetsOf(rules1, ...later.map((name) => ruleSet(name)));
