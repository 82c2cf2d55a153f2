import { assuranceCheckpoint } from './assurance-checkpoint/record.ts';
import { budgetLine } from './budget-line/record.ts';
import { businessCase } from './business-case/record.ts';
import { changeRequest } from './change-request/record.ts';
import { contract } from './contract/record.ts';
import { costOrBenefit } from './cost-or-benefit/record.ts';
import { decision } from './decision/record.ts';
import type { Register } from './declaration.ts';
import { deliveryModel } from './delivery-model/record.ts';
import { dependency } from './dependency/record.ts';
import { handover } from './handover/record.ts';
import { inYearWalk } from './in-year-walk/record.ts';
import { issue } from './issue/record.ts';
import { ledgerPeriod } from './ledger-period/record.ts';
import { lesson } from './lesson/record.ts';
import { marketEngagement } from './market-engagement/record.ts';
import { meeting } from './meeting/record.ts';
import { milestone } from './milestone/record.ts';
import { namedBaseline } from './named-baseline/record.ts';
import { option } from './option/record.ts';
import { paper } from './paper/record.ts';
import { performanceIndicator } from './performance-indicator/record.ts';
import { rating } from './rating/record.ts';
import { recommendation } from './recommendation/record.ts';
import { redaction } from './redaction/record.ts';
import { monthlyReturn } from './return/record.ts';
import { risk } from './risk/record.ts';
import { saving } from './saving/record.ts';
import { spreadsheetMapping } from './spreadsheet-mapping/record.ts';
import { statedMeasure } from './stated-measure/record.ts';
import { statedPosition } from './stated-position/record.ts';

/** Every register, in the order in which the API, the report and its page have them: the one list. */
export const registers = [
  marketEngagement,
  option,
  deliveryModel,
  businessCase,
  costOrBenefit,
  saving,
  risk,
  issue,
  milestone,
  dependency,
  changeRequest,
  namedBaseline,
  decision,
  meeting,
  budgetLine,
  ledgerPeriod,
  inYearWalk,
  performanceIndicator,
  contract,
  assuranceCheckpoint,
  recommendation,
  lesson,
  paper,
  handover,
  rating,
  monthlyReturn,
  statedPosition,
  statedMeasure,
  spreadsheetMapping,
  redaction,
] as const satisfies readonly Register[];

export type RegisterKind = (typeof registers)[number]['kind'];
