import { type RegisterKind, registers } from '#registers/all.ts';
import { ownRules } from '#registers/all-rules.ts';
import type { RuleSentence } from '../content-rule.ts';
import { plainRules, type RegisterRules } from './define-rules.ts';

const rules: ReadonlyMap<RegisterKind, RegisterRules> = new Map(
  registers.map((register) => [register.kind, ownRules[register.kind] ?? plainRules(register)]),
);

/** Whether records of a kind are entries of a register. */
export const isRegister = (kind: string): kind is RegisterKind => registers.some((register) => register.kind === kind);

/** The rules of a register. */
export const rulesOf = (kind: RegisterKind): RegisterRules => {
  const found = rules.get(kind);
  if (found === undefined) throw new Error(`there is no register ${kind}`);
  return found;
};

/** Every content rule of the registers, as the published page lists them. */
export const registerRuleSentences: readonly RuleSentence[] = [...rules.values()].flatMap((one) => one.sentences);
