import { dayOfNextMonth } from '#language/time.ts';
import { inOrderOfTime } from '../scenario-steps.ts';
import type { Scenario } from '../step.ts';
import { actSteps, afterTheConfirmation } from './acts.ts';
import { baselineSteps } from './baseline.ts';
import { changeSteps } from './changes.ts';
import { componentSteps } from './components.ts';
import { lifeSteps } from './life.ts';
import { meetingSteps } from './meetings.ts';
import { mendedSteps } from './mended.ts';
import { monthSteps, months } from './months.ts';
import { assurance, board, finance, office, sros, team } from './personas.ts';
import { plantedSteps } from './planted-steps.ts';
import { registerSteps } from './registers.ts';
import { reviewSteps } from './reviews.ts';
import { savingSteps } from './savings.ts';
import { programmeId, reportDay, settingSteps } from './settings.ts';
import { stageSteps } from './stages.ts';

/** A year of a council that does not exist: 65 projects in four portfolios and three tiers, 40 potential ones, twelve reports. */
export const scriptedYear: Scenario = {
  name: 'One Exampleshire (fictional)',
  programme: programmeId,
  messagesFrom: '2026-03-02',
  people: [office, team, ...Object.values(sros), finance, assurance, board],
  // Of a day, what others name comes first: a stage before the act that needs it, a project before its savings.
  steps: inOrderOfTime(
    [
      ...settingSteps,
      ...reviewSteps,
      ...componentSteps,
      ...registerSteps,
      ...stageSteps,
      ...lifeSteps,
      ...savingSteps,
      ...changeSteps,
      ...baselineSteps,
      ...plantedSteps,
      ...actSteps,
      ...meetingSteps,
      ...monthSteps,
      ...mendedSteps,
    ],
    months.map((month) => ({ kind: 'report', on: dayOfNextMonth(month, reportDay), month, as: office })),
    [afterTheConfirmation],
  ),
};
