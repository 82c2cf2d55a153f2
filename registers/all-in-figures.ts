import type { FiguresOfRecords } from '#domain/report/figures/of-records.ts';
import type { registers } from './all.ts';
import { checkpointsInFigures } from './assurance-checkpoint/in-figures.ts';
import { budgetLinesInFigures } from './budget-line/in-figures.ts';
import { businessCasesInFigures } from './business-case/in-figures.ts';
import { changeRequestsInFigures } from './change-request/in-figures.ts';
import { contractsInFigures } from './contract/in-figures.ts';
import { costsInFigures } from './cost-or-benefit/in-figures.ts';
import { decisionsInFigures } from './decision/in-figures.ts';
import type { ReportPart } from './declaration.ts';
import { deliveryModelsInFigures } from './delivery-model/in-figures.ts';
import { dependenciesInFigures } from './dependency/in-figures.ts';
import { handoversInFigures } from './handover/in-figures.ts';
import { walksInFigures } from './in-year-walk/in-figures.ts';
import { issuesInFigures } from './issue/in-figures.ts';
import { lessonsInFigures } from './lesson/in-figures.ts';
import { engagementInFigures } from './market-engagement/in-figures.ts';
import { meetingsInFigures } from './meeting/in-figures.ts';
import { milestonesInFigures } from './milestone/in-figures.ts';
import { sinceBaselineInFigures } from './named-baseline/in-figures.ts';
import { optionsInFigures } from './option/in-figures.ts';
import { papersInFigures } from './paper/in-figures.ts';
import { indicatorsInFigures } from './performance-indicator/in-figures.ts';
import { ratingsInFigures } from './rating/in-figures.ts';
import { recommendationsInFigures } from './recommendation/in-figures.ts';
import { returnsInFigures } from './return/in-figures.ts';
import { risksListedInFigures } from './risk/in-figures.ts';
import { savingsListedInFigures } from './saving/listed-in-figures.ts';
import { statedMeasuresInFigures } from './stated-measure/in-figures.ts';

type Reported = Extract<(typeof registers)[number], { readonly report: ReportPart }>;

/** The figures that the part of each register counts, with what its records give to them. */
const figures: { readonly [D in Reported as D['kind']]: readonly FiguresOfRecords[] } = {
  'market-engagement': engagementInFigures,
  option: optionsInFigures,
  'delivery-model': deliveryModelsInFigures,
  'business-case': businessCasesInFigures,
  'cost-or-benefit': costsInFigures,
  saving: savingsListedInFigures,
  risk: risksListedInFigures,
  issue: issuesInFigures,
  milestone: milestonesInFigures,
  dependency: dependenciesInFigures,
  'change-request': changeRequestsInFigures,
  'named-baseline': sinceBaselineInFigures,
  decision: decisionsInFigures,
  meeting: meetingsInFigures,
  'budget-line': budgetLinesInFigures,
  'in-year-walk': walksInFigures,
  'performance-indicator': indicatorsInFigures,
  contract: contractsInFigures,
  'assurance-checkpoint': checkpointsInFigures,
  recommendation: recommendationsInFigures,
  lesson: lessonsInFigures,
  paper: papersInFigures,
  handover: handoversInFigures,
  rating: ratingsInFigures,
  return: returnsInFigures,
  'stated-measure': statedMeasuresInFigures,
};

/** The same in the order of the report. */
export const figuresOfRegisters: readonly FiguresOfRecords[] = Object.values(figures).flat();
