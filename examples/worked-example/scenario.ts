import { addMonths, dayOfNextMonth, type ReportMonth } from '#language/time.ts';
import { inOrderOfTime } from '../scenario-steps.ts';
import type { Story } from '../step.ts';
import { casesTold, decisionsTold } from './cases-and-decisions.ts';
import { engagementsTold } from './engagements.ts';
import { issuesTold } from './issues.ts';
import { milestonesTold } from './milestones.ts';
import { optionsTold } from './options.ts';
import { office } from './personas.ts';
import { ratingsTold } from './ratings.ts';
import { returnsTold } from './returns.ts';
import { reviewsTold, transferToldLate } from './reviews.ts';
import { risksTold } from './risks.ts';
import { savingsTold } from './savings.ts';
import { firstMonth, lastMonth, programmeId, reportDay, settingsTold } from './settings.ts';
import { movesTold } from './stage-moves.ts';

const months = (first: ReportMonth, last: ReportMonth): readonly ReportMonth[] =>
  first > last ? [] : [first, ...months(addMonths(first, 1), last)];

/**
 * A programme of a council that does not exist, March to November 2025: every feature of the tracker, seven reports.
 * Of a day, what others name is told first: milestones before savings, options before delivery models, evidence before moves.
 */
export const workedExample: Story = {
  name: 'Exampleshire Futures (fictional)',
  programme: programmeId,
  steps: inOrderOfTime(
    [
      ...settingsTold,
      ...reviewsTold,
      ...milestonesTold,
      ...savingsTold,
      ...optionsTold,
      ...engagementsTold,
      ...decisionsTold,
      ...casesTold,
      ...risksTold,
      ...issuesTold,
      ...movesTold,
      ...ratingsTold,
      ...returnsTold,
    ],
    months(firstMonth, lastMonth).map((month) => ({
      step: { kind: 'report', month, as: office },
      runOn: dayOfNextMonth(month, reportDay),
    })),
    [{ step: transferToldLate, toldOn: '2025-09-12' }],
  ),
};
