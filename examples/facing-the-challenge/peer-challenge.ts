import type * as z from 'zod';
import type { Recommendation } from '#registers/recommendation/record.ts';
import { assurance, team } from '../officers.ts';
import { stepsFor } from '../scenario-steps.ts';
import type { ChangeStep } from '../step.ts';
import { councilPapers } from './council-papers.ts';

const { ofProgramme, allOfProgramme } = stepsFor('facing-the-challenge');
const { peerChallenge } = councilPapers;
const { source, by, visit, recommendations } = peerChallenge;

type Made = z.input<typeof Recommendation>;

const recordOf = ({ number, title, action, owner }: (typeof recommendations)[number]): Made => ({
  title,
  origin: 'peer-challenge',
  paper: 'Corporate Peer Challenge, March 2014',
  checkpoint: 'peer-challenge',
  number: `${number}`,
  madeOn: { kind: 'by', date: peerChallenge.reported },
  response: 'accepted',
  responseWords: `All ${recommendations.length} are accepted. ${peerChallenge.dueWords}`,
  action,
  ...(owner === null ? {} : { owner }),
  source,
});

const idOf = (number: number): string => `peer-challenge-${`${number}`.padStart(2, '0')}`;

/** The visit by other councils, dated by its last day, and the visit that is to follow it up. */
const visits: readonly ChangeStep[] = [
  ofProgramme({ on: peerChallenge.visitEnded, as: assurance }, 'assurance-checkpoint', 'peer-challenge', {
    title: 'Corporate Peer Challenge',
    kind: 'other',
    by,
    status: 'done',
    doneOn: { kind: 'words', words: visit },
    findings: [
      `${peerChallenge.sessions} sessions. No rating was given.`,
      `The response answers three points that have no number: ${peerChallenge.answeredWithoutANumber.join('; ')}.`,
      `Of the second: ${peerChallenge.twoSros}.`,
    ].join(' '),
    source,
  }),
  ofProgramme({ on: peerChallenge.reported, as: assurance }, 'assurance-checkpoint', 'peer-challenge-follow-up', {
    title: 'Visit to follow the peer challenge up',
    kind: 'other',
    by,
    planned: { kind: 'words', words: peerChallenge.followUpVisit },
    source,
  }),
];

const later = recommendations.flatMap((one): ChangeStep[] =>
  one.later === undefined
    ? []
    : [
        ofProgramme({ on: one.later.by, as: team }, 'recommendation', idOf(one.number), {
          ...recordOf(one),
          progress: one.later.words,
        }),
      ],
);

/** The peer challenge of March 2014: its visits, its fifteen recommendations as they were answered, and what came of one. */
export const peerChallengeSteps: readonly ChangeStep[] = [
  ...visits,
  allOfProgramme(
    { on: peerChallenge.reported, as: team },
    'recommendation',
    recommendations.map((one) => ({ id: idOf(one.number), record: recordOf(one) })),
  ),
  ...later,
];
