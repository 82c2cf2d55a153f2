import type * as z from 'zod';
import type { Dependency } from '#registers/dependency/record.ts';
import type { Risk } from '#registers/risk/record.ts';
import { team } from '../officers.ts';
import { stepsFor } from '../scenario-steps.ts';
import type { ChangeStep } from '../step.ts';
import { councilPapers } from './council-papers.ts';

const { ofProgramme, allOfProgramme, entry } = stepsFor('facing-the-challenge');
const { governance } = councilPapers;
const { source, stated: on, risks, jointVentureTrack } = governance;
const by = { on, as: team };
const notStated = 'Not stated';
const noScore = { toBeConfirmed: 'The papers print no score.' };

/** The bodies, and what each does, in the order of the papers. */
export const boards = governance.bodies.map(({ id, name, what }) => ({ id, name, duties: [what] }));
/** The way of a preferred option. */
export const wayOfAnOption: readonly string[] = [
  `After the endorsement: ${governance.routeAfterEndorsement.join('. ')}. ${governance.reconsidered}`,
];

const decision: ChangeStep = ofProgramme(by, 'decision', 'implementation', {
  title: 'Implementation of each preferred option of Phase 1',
  body: 'Executive',
  kind: 'key-decision',
  route: [
    { body: 'County Council', purpose: 'endorsement', planned: { kind: 'date', date: on } },
    { body: 'Transformation Advisory Group', purpose: 'consideration' },
    { body: 'Cabinet Committee', purpose: 'pre-scrutiny' },
    { body: 'Executive', purpose: 'decision' },
  ],
  words: `A decision for each preferred option that stands up, of which no date is stated. Where no key decision is needed the Cabinet Committee still considers the case. ${governance.reconsidered}`,
  source,
});

const scored = { inherent: noScore, current: noScore, target: noScore } as const;
const stated: readonly { readonly id: string; readonly record: z.input<typeof Risk> }[] = [
  {
    id: 'savings-not-achieved',
    record: {
      title: risks.highest,
      cause: notStated,
      event: `${risks.highest}: called the highest risk of the programme.`,
      consequence: notStated,
      owner: 'Has an owner, who is not published',
      ...scored,
      controls: [{ what: `${risks.complete} Which controls is not stated.` }],
      actions: [{ id: 'as-stated', what: 'Has actions, the papers say; which is not stated.' }],
    },
  },
  {
    id: 'implementation-plans',
    record: {
      title: 'Implementation plans come too late',
      cause: risks.implementationPlans,
      event: risks.delay,
      consequence: notStated,
      ...scored,
    },
  },
  {
    id: 'savings-begin-late',
    record: {
      title: 'Savings may not begin on 1 April 2015',
      cause: notStated,
      event: 'The savings do not begin on 1 April 2015',
      consequence: notStated,
      proximity: '1 April 2015',
      ...scored,
    },
  },
];

const waitsForPhase2: z.input<typeof Dependency> = {
  title: 'Findings on customer services from end to end',
  on: 'review-elsewhere',
  elsewhere: jointVentureTrack.fedBy,
  source,
};

/** The joint venture track: four reviews that wait for a review of the next phase, and what is open of it. */
const jointVenture: readonly ChangeStep[] = [
  ...jointVentureTrack.reviews.map(({ id, part }) =>
    entry(by, 'dependency', id, 'joint-venture-track', {
      ...waitsForPhase2,
      words: `${part}.`,
    }),
  ),
  ofProgramme(by, 'dependency', 'joint-venture-track', {
    ...waitsForPhase2,
    title: 'Joint venture track of four reviews',
    words: `Open are the ${jointVentureTrack.open.join(', ')}.`,
  }),
];

/** Bodies, route, risks and dependencies, none of which the papers date: true as of the meeting that they were put to. */
export const governanceSteps: readonly ChangeStep[] = [decision, allOfProgramme(by, 'risk', stated), ...jointVenture];
