import type * as z from 'zod';
import { addMonths, dayOfNextMonth, type LocalDate, type ReportMonth } from '#language/time.ts';
import type { Decision } from '#registers/decision/record.ts';
import type { Programme } from '#schemas/programme.ts';
import { office, team } from '../officers.ts';
import { inOrderOfTime, stepsFor } from '../scenario-steps.ts';
import type { ChangeStep, ReportStep, Scenario } from '../step.ts';
import { councilFigures } from './council-figures.ts';
import { boards, governanceSteps, wayOfAnOption } from './governance.ts';
import { paper, phaseEnd, source } from './paper.ts';
import { peerChallengeSteps } from './peer-challenge.ts';
import { firstExpectation, positionsByPhaseEnd } from './positions.ts';
import { deepDives, reviewsByPhaseEnd, reviewsOpened } from './reviews.ts';
import { selectCommitteeSteps } from './select-committee.ts';

const { programme, ofProgramme } = stepsFor('facing-the-challenge');
const { name, phase, council, services, reported, market_engagement: market } = paper.programme;

// The paper gives the month of these two facts and not the day: they are recorded as true from the month's last day.
const approvedBy: LocalDate = '2013-09-30';
const firstExpectedBy: LocalDate = '2013-12-31';

const firstMonth: ReportMonth = '2013-10';
const lastMonth: ReportMonth = '2014-04';

const settings: z.input<typeof Programme> = {
  name,
  phase,
  council,
  approved: 'By the County Council in September 2013; the day is not stated',
  services: [...services],
  reporting: { firstMonth, lastMonth },
  source: source(),
};

const settingsByPhaseEnd: z.input<typeof Programme> = {
  ...settings,
  boards: [
    { id: 'county-council', name: 'County Council' },
    { id: 'cabinet-committee', name: 'Cabinet Committee' },
    { id: 'transformation-board', name: 'Transformation Board' },
    { id: 'transformation-advisory-group', name: 'Transformation Advisory Group' },
  ],
  decisionRoute: [
    'By the end of April 2014: the current service understood, a spectrum of options, a preferred option with an outline business case, authorisation to go on',
    'The County Council endorses the preferred option',
    'Full business case, with an implementation plan beside it; a preferred option that does not stand up in it is reconsidered',
    'Pre-scrutiny by the Cabinet Committee',
    'Key Decision by the Executive; where none is needed, the Cabinet Committee still considers the case',
    'Implementation under a change portfolio, for which a chief officer is responsible',
    'Progress to the Transformation Board through the Transformation Advisory Group',
  ],
};

const endorsement: z.input<typeof Decision> = {
  title: 'Endorsement of the preferred options of Phase 1',
  body: 'County Council',
  kind: 'endorsement',
  status: 'due',
  dueOn: { kind: 'date', date: reported },
  words: 'The endorsement stands between stage 2 and stage 3, the full business case.',
  source: source(),
};

const months = (first: ReportMonth, last: ReportMonth): readonly ReportMonth[] =>
  first > last ? [] : [first, ...months(addMonths(first, 1), last)];

const recorded: readonly ChangeStep[] = [
  programme({ on: approvedBy, as: office }, settings),
  ...reviewsOpened(approvedBy),
  firstExpectation(firstExpectedBy),
  programme({ on: phaseEnd, as: office }, settingsByPhaseEnd),
  ofProgramme({ on: phaseEnd, as: team }, 'market-engagement', 'prior-information-notice', {
    title: 'Prior information notice to the market',
    kind: 'prior-information-notice',
    on: { kind: 'by', date: phaseEnd },
    stated: {
      responses: market.responses,
      organisations: market.companies,
      invitedIn: market.invited_in,
      source: source(),
    },
    findings: 'The paper names no company and does not break the counts down by review.',
    source: source(),
  }),
  ...reviewsByPhaseEnd,
  deepDives,
  ...positionsByPhaseEnd,
  ofProgramme({ on: phaseEnd, as: team }, 'decision', 'endorsement', endorsement),
  ofProgramme({ on: reported, as: team }, 'decision', 'endorsement', {
    ...endorsement,
    // What was put to a meeting is not overdue after it: no paper of that meeting says what it resolved.
    dueOn: { kind: 'words', words: 'Put to the meeting of 15 May 2014; what it resolved is not stated' },
    words:
      'The outturn report was put to the County Council on 15 May 2014. Being the report to that meeting, it does not say what the meeting resolved.',
  }),
];

// What was recorded on 15 May is known before April is reported, and must not show in April's report.
const runOn = (month: ReportMonth): LocalDate => (month === lastMonth ? reported : dayOfNextMonth(month, 6));

const reportsOf = (first: ReportMonth, last: ReportMonth): readonly ReportStep[] =>
  months(first, last).map((month) => ({ kind: 'report', on: runOn(month), month, as: office }));

/** Phase 1 of Facing the Challenge, October 2013 to April 2014, by its outturn report alone: what is measured in tests and benches. */
export const outturnOfPhase1: Scenario = {
  name: 'Facing the Challenge, Phase 1',
  programme: 'facing-the-challenge',
  steps: inOrderOfTime(recorded, reportsOf(firstMonth, lastMonth)),
};

const monthOfThePapers: ReportMonth = '2014-05';

const fromOtherPapers: readonly ChangeStep[] = [
  ...councilFigures(approvedBy),
  programme(
    { on: reported, as: office },
    {
      ...settingsByPhaseEnd,
      boards,
      decisionRoute: [...(settingsByPhaseEnd.decisionRoute ?? []), ...wayOfAnOption],
      reporting: { firstMonth, lastMonth: monthOfThePapers },
    },
  ),
  ...governanceSteps,
  ...peerChallengeSteps,
  ...selectCommitteeSteps,
];

/** Kent County Council's Facing the Challenge, Phase 1, September 2013 to May 2014: the facts that its published papers state. */
export const facingTheChallenge: Scenario = {
  ...outturnOfPhase1,
  steps: inOrderOfTime([...recorded, ...fromOtherPapers], reportsOf(firstMonth, monthOfThePapers)),
};
