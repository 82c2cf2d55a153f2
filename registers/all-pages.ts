import type * as z from 'zod';
import type { RegisterPage } from '#web/report/register-page.ts';
import type { registers } from './all.ts';
import { assuranceCheckpointsPage } from './assurance-checkpoint/page.ts';
import { budgetLinesPage } from './budget-line/page.ts';
import { businessCasesPage } from './business-case/page.ts';
import { changeRequestsPage } from './change-request/page.ts';
import { contractsPage } from './contract/page.ts';
import { costsAndBenefitsPage } from './cost-or-benefit/page.ts';
import { decisionsPage } from './decision/page.ts';
import type { ReportPart } from './declaration.ts';
import { deliveryModelsPage } from './delivery-model/page.ts';
import { dependenciesPage } from './dependency/page.ts';
import { handoversPage } from './handover/page.ts';
import { inYearWalksPage } from './in-year-walk/page.ts';
import { issuesPage } from './issue/page.ts';
import { lessonsPage } from './lesson/page.ts';
import { engagementPage } from './market-engagement/page.ts';
import { meetingsPage } from './meeting/page.ts';
import { milestonesPage } from './milestone/page.ts';
import { sinceBaselinePage } from './named-baseline/page.ts';
import { optionsPage } from './option/page.ts';
import { papersPage } from './paper/page.ts';
import { performanceIndicatorsPage } from './performance-indicator/page.ts';
import { ratingsPage } from './rating/page.ts';
import { recommendationsPage } from './recommendation/page.ts';
import { returnsPage } from './return/page.ts';
import { risksPage } from './risk/page.ts';
import { savingsPage } from './saving/page.ts';
import { statedMeasuresPage } from './stated-measure/page.ts';

type Reported = Extract<(typeof registers)[number], { readonly report: ReportPart }>;

/** What shows the part of each register that has one. */
export const pages: { readonly [D in Reported as D['kind']]: RegisterPage<z.output<D['report']['schema']>> } = {
  'market-engagement': engagementPage,
  option: optionsPage,
  'delivery-model': deliveryModelsPage,
  'business-case': businessCasesPage,
  'cost-or-benefit': costsAndBenefitsPage,
  saving: savingsPage,
  risk: risksPage,
  issue: issuesPage,
  milestone: milestonesPage,
  dependency: dependenciesPage,
  'change-request': changeRequestsPage,
  'named-baseline': sinceBaselinePage,
  decision: decisionsPage,
  meeting: meetingsPage,
  'budget-line': budgetLinesPage,
  'in-year-walk': inYearWalksPage,
  'performance-indicator': performanceIndicatorsPage,
  contract: contractsPage,
  'assurance-checkpoint': assuranceCheckpointsPage,
  recommendation: recommendationsPage,
  lesson: lessonsPage,
  paper: papersPage,
  handover: handoversPage,
  rating: ratingsPage,
  return: returnsPage,
  'stated-measure': statedMeasuresPage,
};
