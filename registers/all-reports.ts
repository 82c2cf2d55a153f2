import type * as z from 'zod';
import type { ReportedMonth, ReportSetting } from '#domain/report/report-setting.ts';
import type { ReviewInReport } from '#domain/report/review-in-report.ts';
import type { RuleSetName } from '#schemas/rule-set-name.ts';
import type { registers } from './all.ts';
import { assuranceCheckpointsPart } from './assurance-checkpoint/report.ts';
import { budgetLinesPart } from './budget-line/report.ts';
import { businessCasesPart } from './business-case/report.ts';
import { changeRequestsPart } from './change-request/report.ts';
import { contractsPart } from './contract/report.ts';
import { costsAndBenefitsPart } from './cost-or-benefit/report.ts';
import { decisionsPart } from './decision/report.ts';
import type { ReportPart } from './declaration.ts';
import { deliveryModelsPart } from './delivery-model/report.ts';
import { dependenciesPart } from './dependency/report.ts';
import { handoversPart } from './handover/report.ts';
import { inYearWalksPart } from './in-year-walk/report.ts';
import { issuesPart } from './issue/report.ts';
import { lessonsPart } from './lesson/report.ts';
import { engagementPart } from './market-engagement/report.ts';
import { meetingsPart } from './meeting/report.ts';
import { milestonesPart } from './milestone/report.ts';
import { sinceBaselinePart } from './named-baseline/report.ts';
import { optionsPart } from './option/report.ts';
import { papersPart } from './paper/report.ts';
import { performanceIndicatorsPart } from './performance-indicator/report.ts';
import { ratingsPart } from './rating/report.ts';
import { recommendationsPart } from './recommendation/report.ts';
import { returnsPart } from './return/report.ts';
import { risksPart } from './risk/report.ts';
import { savingsPart } from './saving/report.ts';
import { statedMeasuresPart } from './stated-measure/report.ts';

/** A part of the report in the making: every review once, in any order, then closed. */
export interface Fold<T> {
  readonly add: (review: ReviewInReport) => void;
  readonly close: () => T;
}
/** A part says by the rule set how it is made: one that is frozen goes on making what it made. */
export type Opens<T> = (setting: ReportSetting, month: ReportedMonth, ruleSet: RuleSetName) => Fold<T>;

type Reported = Extract<(typeof registers)[number], { readonly report: ReportPart }>;

/** What the registers' parts of a report come to, by name. */
export type RegisterParts = { -readonly [D in Reported as D['report']['name']]: z.output<D['report']['schema']> };

/** What makes the part of each register that has one. */
export const reportParts: { readonly [D in Reported as D['kind']]: Opens<z.output<D['report']['schema']>> } = {
  'market-engagement': engagementPart,
  option: optionsPart,
  'delivery-model': deliveryModelsPart,
  'business-case': businessCasesPart,
  'cost-or-benefit': costsAndBenefitsPart,
  saving: savingsPart,
  risk: risksPart,
  issue: issuesPart,
  milestone: milestonesPart,
  dependency: dependenciesPart,
  'change-request': changeRequestsPart,
  'named-baseline': sinceBaselinePart,
  decision: decisionsPart,
  meeting: meetingsPart,
  'budget-line': budgetLinesPart,
  'in-year-walk': inYearWalksPart,
  'performance-indicator': performanceIndicatorsPart,
  contract: contractsPart,
  'assurance-checkpoint': assuranceCheckpointsPart,
  recommendation: recommendationsPart,
  lesson: lessonsPart,
  paper: papersPart,
  handover: handoversPart,
  rating: ratingsPart,
  return: returnsPart,
  'stated-measure': statedMeasuresPart,
};
