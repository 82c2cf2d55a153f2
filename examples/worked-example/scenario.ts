import { addMonths, dayOfNextMonth, type ReportMonth } from '#language/time.ts';
import { inOrderOfTime } from '../scenario-steps.ts';
import type { Scenario } from '../step.ts';
import { caseSteps } from './business-cases.ts';
import { changeRequestSteps } from './change-requests.ts';
import { decisionSteps } from './decisions.ts';
import { engagementSteps } from './engagements.ts';
import { handoverSteps } from './handovers.ts';
import { issueSteps } from './issues.ts';
import { milestoneSteps } from './milestones.ts';
import { optionSteps } from './options.ts';
import { office } from './personas.ts';
import { ratingSteps } from './ratings.ts';
import { returnSteps } from './returns.ts';
import { reviewSteps, transferRecordedLate } from './reviews.ts';
import { riskSteps } from './risks.ts';
import { savingSteps } from './savings.ts';
import { firstMonth, lastMonth, programmeId, reportDay, settingSteps } from './settings.ts';
import { moveSteps } from './stage-moves.ts';

const months = (first: ReportMonth, last: ReportMonth): readonly ReportMonth[] =>
  first > last ? [] : [first, ...months(addMonths(first, 1), last)];

/**
 * A programme of a council that does not exist, March to November 2025: every feature of the tracker, seven reports.
 * Of a day, what others name is recorded first: milestones before savings, options before delivery models, evidence before moves.
 */
export const workedExample: Scenario = {
  name: 'Exampleshire Futures (fictional)',
  programme: programmeId,
  steps: inOrderOfTime(
    [
      ...settingSteps,
      ...reviewSteps,
      ...changeRequestSteps,
      ...milestoneSteps,
      ...savingSteps,
      ...optionSteps,
      ...engagementSteps,
      ...decisionSteps,
      ...caseSteps,
      ...riskSteps,
      ...issueSteps,
      ...handoverSteps,
      ...moveSteps,
      ...ratingSteps,
      ...returnSteps,
    ],
    months(firstMonth, lastMonth).map((month) => ({
      kind: 'report',
      on: dayOfNextMonth(month, reportDay),
      month,
      as: office,
    })),
    [{ ...transferRecordedLate, recordedOn: '2025-09-12' }],
  ),
};
