import type { RuleSentence } from '#domain/content-rule.ts';
import type { RegisterRules } from '#domain/registers/define-rules.ts';
import type { RegisterKind } from './all.ts';
import { businessCaseRules } from './business-case/rules.ts';
import { decisionRules } from './decision/rules.ts';
import { deliveryModelRules } from './delivery-model/rules.ts';
import { issueRules } from './issue/rules.ts';
import { marketEngagementRules } from './market-engagement/rules.ts';
import { milestoneRules } from './milestone/rules.ts';
import { optionRules } from './option/rules.ts';
import { ratingRules } from './rating/rules.ts';
import { returnRules } from './return/rules.ts';
import { riskRules } from './risk/rules.ts';
import { savingRules } from './saving/rules.ts';
import { statedPositionRules } from './stated-position/rules.ts';

export type { PutContext, RegisterRules } from '#domain/registers/define-rules.ts';

const rules: Readonly<Record<RegisterKind, RegisterRules>> = {
  'market-engagement': marketEngagementRules,
  option: optionRules,
  'delivery-model': deliveryModelRules,
  'business-case': businessCaseRules,
  saving: savingRules,
  risk: riskRules,
  milestone: milestoneRules,
  issue: issueRules,
  decision: decisionRules,
  rating: ratingRules,
  return: returnRules,
  'stated-position': statedPositionRules,
};

/** The rules of a register. */
export const rulesOf = (kind: RegisterKind): RegisterRules => rules[kind];

/** Every content rule of the registers, as the published page lists them. */
export const registerRuleSentences: readonly RuleSentence[] = Object.values(rules).flatMap((one) => one.sentences);
