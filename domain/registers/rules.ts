import type { RegisterKind } from '#schemas/registers.ts';
import type { RuleSentence } from '../content-rule.ts';
import { businessCaseRules } from './business-case.ts';
import { decisionRules } from './decision.ts';
import type { RegisterRules } from './define-rules.ts';
import { deliveryModelRules } from './delivery-model.ts';
import { issueRules } from './issue.ts';
import { marketEngagementRules } from './market-engagement.ts';
import { milestoneRules } from './milestone.ts';
import { optionRules } from './option.ts';
import { ratingRules } from './rating.ts';
import { returnRules } from './return.ts';
import { riskRules } from './risk.ts';
import { savingRules } from './saving.ts';
import { statedPositionRules } from './stated-position.ts';

export type { PutContext, RegisterRules } from './define-rules.ts';

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
