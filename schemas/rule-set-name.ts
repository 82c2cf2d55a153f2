/** Rule sets are numbered in the order of the releases that they were frozen with (docs/meaning.md PUBLISH-14). */
export type RuleSetName = `rules-${number}`;

/** The rule sets that something of a report belongs to: left out, from the first on and up to the newest. */
export interface InRuleSets {
  readonly since?: RuleSetName | undefined;
  readonly until?: RuleSetName | undefined;
}

const numberOf = (name: RuleSetName): number => Number(name.slice('rules-'.length));

export const isInRuleSet = ({ since, until }: InRuleSets, name: RuleSetName): boolean =>
  (since === undefined || numberOf(since) <= numberOf(name)) &&
  (until === undefined || numberOf(name) <= numberOf(until));
