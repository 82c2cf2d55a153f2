/** Rule sets are numbered in the order of the releases that they were frozen with (docs/meaning.md PUBLISH-14). */
export type RuleSetName = `rules-${number}`;

/**
 * The rule sets that a release has, the newest last, by which new reports are made. `rules-1` is frozen with 0.2.0;
 * `rules-2` is of 0.3.0, the release to come, and frozen with it.
 */
export const releasedRuleSetNames = ['rules-1', 'rules-2'] as const satisfies readonly RuleSetName[];

/** By which a report would be made now. */
export const newestRuleSetName = releasedRuleSetNames.reduce<RuleSetName>((_, name) => name, 'rules-1');

export const isReleasedRuleSet = (name: string): boolean => releasedRuleSetNames.some((one) => one === name);

/** The rule sets that something of a report belongs to: left out, from the first on and up to the newest. */
export interface InRuleSets {
  readonly since?: RuleSetName | undefined;
  readonly until?: RuleSetName | undefined;
}

const numberOf = (name: RuleSetName): number => Number(name.slice('rules-'.length));

export const isInRuleSet = ({ since, until }: InRuleSets, name: RuleSetName): boolean =>
  (since === undefined || numberOf(since) <= numberOf(name)) &&
  (until === undefined || numberOf(name) <= numberOf(until));
