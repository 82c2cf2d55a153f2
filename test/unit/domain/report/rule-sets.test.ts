import { expect, it } from 'vitest';
import { releasedRuleSets } from '#domain/report/rule-sets.ts';
import { registers } from '#registers/all.ts';
import type { Register } from '#registers/declaration.ts';
import { isInRuleSet } from '#schemas/rule-set-name.ts';

/*
 * What each frozen rule set is made of: a rule or a part that forgets its `since` would be in months that were published
 * without it. A new rule set gets a row when it is frozen; a row is never changed.
 */
const frozen = [
  {
    name: 'rules-1',
    rules: 'CON-01 CON-02 CON-03 CON-04 CON-05 CON-06 GAP-01 GAP-02 GAP-03 GAP-04',
    parts: 'businessCases decisions deliveryModels engagement issues milestones options ratings returns risks savings',
  },
] as const;

it.each(frozen)('$name has the rules and the parts that it was frozen with', ({ name, rules, parts }) => {
  const all: readonly Register[] = registers;
  const ids = releasedRuleSets.named(name)?.rules.map(({ id }) => id);
  const names = all.flatMap(({ report }) =>
    report !== undefined && isInRuleSet({ since: report.since }, name) ? [report.name] : [],
  );
  expect(ids?.toSorted().join(' ')).toBe(rules);
  expect(names.sort().join(' ')).toBe(parts);
});
