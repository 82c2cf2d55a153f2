import type { RegisterRules } from '#domain/registers/define-rules.ts';
import type { RegisterKind, registers } from './all.ts';
import { assuranceCheckpointRules } from './assurance-checkpoint/rules.ts';
import { budgetLineRules } from './budget-line/rules.ts';
import { businessCaseRules } from './business-case/rules.ts';
import { changeRequestRules } from './change-request/rules.ts';
import { contractRules } from './contract/rules.ts';
import { costOrBenefitRules } from './cost-or-benefit/rules.ts';
import { decisionRules } from './decision/rules.ts';
import type { NoFacts, NothingComputed } from './declaration.ts';
import { deliveryModelRules } from './delivery-model/rules.ts';
import { dependencyRules } from './dependency/rules.ts';
import { handoverRules } from './handover/rules.ts';
import { inYearWalkRules } from './in-year-walk/rules.ts';
import { issueRules } from './issue/rules.ts';
import { ledgerPeriodRules } from './ledger-period/rules.ts';
import { lessonRules } from './lesson/rules.ts';
import { marketEngagementRules } from './market-engagement/rules.ts';
import { meetingRules } from './meeting/rules.ts';
import { milestoneRules } from './milestone/rules.ts';
import { namedBaselineRules } from './named-baseline/rules.ts';
import { optionRules } from './option/rules.ts';
import { paperRules } from './paper/rules.ts';
import { performanceIndicatorRules } from './performance-indicator/rules.ts';
import { ratingRules } from './rating/rules.ts';
import { recommendationRules } from './recommendation/rules.ts';
import { redactionRules } from './redaction/rules.ts';
import { returnRules } from './return/rules.ts';
import { riskRules } from './risk/rules.ts';
import { savingRules } from './saving/rules.ts';
import { statedMeasureRules } from './stated-measure/rules.ts';
import { statedPositionRules } from './stated-position/rules.ts';

type Declared = (typeof registers)[number];
/** A register that keeps facts or computes something cannot do without rules of its own. */
type Plain = Extract<Declared, { readonly facts: typeof NoFacts; readonly computed: typeof NothingComputed }>['kind'];
type OfEachRegister = Readonly<
  Record<Exclude<RegisterKind, Plain>, RegisterRules> & Partial<Record<Plain, RegisterRules>>
>;

/** The registers that have rules of their own. */
export const ownRules: OfEachRegister = {
  'market-engagement': marketEngagementRules,
  option: optionRules,
  'delivery-model': deliveryModelRules,
  'business-case': businessCaseRules,
  'cost-or-benefit': costOrBenefitRules,
  saving: savingRules,
  risk: riskRules,
  issue: issueRules,
  milestone: milestoneRules,
  dependency: dependencyRules,
  'change-request': changeRequestRules,
  'named-baseline': namedBaselineRules,
  decision: decisionRules,
  meeting: meetingRules,
  'budget-line': budgetLineRules,
  'ledger-period': ledgerPeriodRules,
  'in-year-walk': inYearWalkRules,
  'performance-indicator': performanceIndicatorRules,
  contract: contractRules,
  'assurance-checkpoint': assuranceCheckpointRules,
  recommendation: recommendationRules,
  lesson: lessonRules,
  paper: paperRules,
  handover: handoverRules,
  rating: ratingRules,
  return: returnRules,
  'stated-position': statedPositionRules,
  'stated-measure': statedMeasureRules,
  redaction: redactionRules,
};
