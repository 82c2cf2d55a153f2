import { changesSince } from './changes.ts';
import { openParts, type RuleSet } from './compose-report.ts';
import { headlineOf } from './headline.ts';
import { reportLine } from './report-line.ts';
import { isInRuleSet, type RuleSetName } from './report-rule.ts';
import { judgingRules } from './rules.ts';

/*
 * The rule sets by which reports are made (docs/meaning.md PUBLISH-14). A report names the one that made it, and is made again by that one
 * for ever: one is frozen with each release, and a change of any figure or sentence of a report's content after that
 * belongs to the next. A new rule says from which set on it holds (`since`), one that is replaced up to which (`until`). A
 * set whose parts or sentences are others names those:
 *
 *   { ...rules1, name: 'rules-2', rules: rulesOf('rules-2'), openParts: (opening) => ({ ...rules1.openParts(opening), flow: … }) }
 */

const rulesOf = (name: RuleSetName): RuleSet['rules'] => judgingRules.filter((rule) => isInRuleSet(rule, name));

/** Frozen with release 0.2.0. */
export const rules1: RuleSet = {
  name: 'rules-1',
  rules: rulesOf('rules-1'),
  openParts,
  lineOf: reportLine,
  headlineOf,
  changesSince,
};

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

export const releasedRuleSets: RuleSets = ruleSetsOf(rules1);
