import { office } from '../officers.ts';
import { stepsFor } from '../scenario-steps.ts';
import type { ChangeStep } from '../step.ts';
import { councilPapers } from './council-papers.ts';

const { ofProgramme, allOfProgramme } = stepsFor('facing-the-challenge');
const { peerChallenge, selectCommittee, governance, wholeCouncil, europeanRelationship } = councilPapers;

const count = (number: number) => ({ kind: 'count' as const, count: number });
const ofPeers = { asAt: peerChallenge.visitEnded, source: peerChallenge.source };
const ofVote = {
  scope: "Select Committee on Kent's European relationship",
  asAt: europeanRelationship.on,
  source: europeanRelationship.source,
};
const { progressPaper } = europeanRelationship;

const counts: ChangeStep = allOfProgramme({ on: governance.stated, as: office }, 'stated-measure', [
  {
    id: 'peer-sessions',
    record: { title: 'Sessions of the peer challenge', ...ofPeers, value: count(peerChallenge.sessions) },
  },
  {
    id: 'peer-members',
    record: { title: 'Members whom the peers met', ...ofPeers, value: count(peerChallenge.met.members) },
  },
  {
    id: 'peer-officers',
    record: { title: 'Officers whom the peers met', ...ofPeers, value: count(peerChallenge.met.officers) },
  },
  {
    id: 'peer-partners',
    record: { title: 'Partners whom the peers met', ...ofPeers, value: count(peerChallenge.met.partners) },
  },
  {
    id: 'hearings',
    record: {
      title: 'Half-day hearings',
      scope: selectCommittee.body,
      source: selectCommittee.source,
      value: count(selectCommittee.halfDayHearings),
    },
  },
  {
    id: 'risks',
    record: {
      title: 'Risks on the register of the programme',
      source: governance.source,
      value: count(governance.risks.count),
      words: `Highest: "${governance.risks.highest}". ${governance.risks.complete}`,
    },
  },
  {
    id: 'committees-before-cabinet',
    record: {
      title: 'Committees that one bid passed before the Cabinet',
      scope: 'One bid, as an example',
      source: governance.source,
      value: count(governance.committeesBeforeCabinet),
    },
  },
  {
    id: 'paper-on-progress',
    record: {
      title: 'Time until a paper on progress',
      ...ofVote,
      value: { kind: 'duration', length: `${progressPaper.months}`, unit: 'months' },
    },
  },
]);

const { name, aboutPoundsSaved, years } = governance.efficiencyPartner;

/** The counts and the money that the other papers state. */
export const councilFigures = (programmeBegan: string): readonly ChangeStep[] => [
  // Of a paper of July 2013: the programme began later, and no record of it is true before.
  ofProgramme({ on: programmeBegan, as: office }, 'stated-position', 'savings-so-far', {
    title: 'Savings of the council so far',
    measure: 'other',
    periodYears: wholeCouncil.years,
    figure: {
      kind: 'amount',
      pounds: wholeCouncil.savedPounds,
      source: wholeCouncil.source,
      asAt: wholeCouncil.reported,
    },
    words: `From ${wholeCouncil.from} to ${wholeCouncil.to}, by ${wholeCouncil.mechanisms.join(', ')}; how much by each is not stated.`,
  }),
  ofProgramme({ on: governance.stated, as: office }, 'stated-position', 'efficiency-partner', {
    title: `Saved with the efficiency partner, ${name}`,
    measure: 'other',
    periodYears: years,
    figure: { kind: 'about', pounds: aboutPoundsSaved, source: governance.source, asAt: governance.stated },
    words: 'Over two years; which is not stated.',
  }),
  counts,
];
