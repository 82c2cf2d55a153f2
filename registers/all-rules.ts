import type { RuleSentence } from '#domain/content-rule.ts';
import { plainRules, type RegisterRules } from '#domain/registers/define-rules.ts';
import { type RegisterKind, registers } from './all.ts';
import { businessCaseRules } from './business-case/rules.ts';
import { decisionRules } from './decision/rules.ts';
import type { NoFacts, NothingComputed } from './declaration.ts';
import { deliveryModelRules } from './delivery-model/rules.ts';
import { marketEngagementRules } from './market-engagement/rules.ts';
import { milestoneRules } from './milestone/rules.ts';
import { optionRules } from './option/rules.ts';
import { ratingRules } from './rating/rules.ts';
import { returnRules } from './return/rules.ts';
import { riskRules } from './risk/rules.ts';
import { savingRules } from './saving/rules.ts';
import { statedPositionRules } from './stated-position/rules.ts';

type Declared = (typeof registers)[number];
/** A register that keeps facts or computes something cannot do without rules of its own. */
type Plain = Extract<Declared, { readonly facts: typeof NoFacts; readonly computed: typeof NothingComputed }>['kind'];
type OfEachRegister = Readonly<
  Record<Exclude<RegisterKind, Plain>, RegisterRules> & Partial<Record<Plain, RegisterRules>>
>;

const own: OfEachRegister = {
  'market-engagement': marketEngagementRules,
  option: optionRules,
  'delivery-model': deliveryModelRules,
  'business-case': businessCaseRules,
  saving: savingRules,
  risk: riskRules,
  milestone: milestoneRules,
  decision: decisionRules,
  rating: ratingRules,
  return: returnRules,
  'stated-position': statedPositionRules,
};

const rules: ReadonlyMap<RegisterKind, RegisterRules> = new Map(
  registers.map((register) => [register.kind, own[register.kind] ?? plainRules(register)]),
);

/** The rules of a register. */
export const rulesOf = (kind: RegisterKind): RegisterRules => {
  const found = rules.get(kind);
  if (found === undefined) throw new Error(`there is no register ${kind}`);
  return found;
};

/** Every content rule of the registers, as the published page lists them. */
export const registerRuleSentences: readonly RuleSentence[] = [...rules.values()].flatMap((one) => one.sentences);
