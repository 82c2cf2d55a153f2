import { dateInWords } from '#language/in-words.ts';
import { team } from '../officers.ts';
import { stepsFor } from '../scenario-steps.ts';
import type { ChangeStep } from '../step.ts';
import { councilPapers } from './council-papers.ts';

const { ofProgramme, allOfProgramme } = stepsFor('facing-the-challenge');
const { selectCommittee, europeanRelationship } = councilPapers;
const { source, body, countyCouncil } = selectCommittee;
const by = { on: countyCouncil, as: team };

const report: ChangeStep = ofProgramme(by, 'decision', 'select-committee-on-commissioning', {
  title: 'Report of the Select Committee on Commissioning',
  body: 'County Council',
  kind: 'other',
  dueOn: {
    kind: 'words',
    words: `Put to the meeting of ${dateInWords(countyCouncil)}; what it resolved is not stated`,
  },
  route: [
    { body, purpose: 'other', actual: selectCommittee.firstMet, outcome: 'It met for the first time.' },
    { body: 'Cabinet', purpose: 'consideration', actual: selectCommittee.cabinet },
    { body: 'County Council', purpose: 'consideration', planned: { kind: 'date', date: countyCouncil } },
  ],
  words: [
    `The committee was established on ${dateInWords(selectCommittee.established)} and held ${selectCommittee.halfDayHearings} half-day hearings.`,
    selectCommittee.actionPlan,
  ].join(' '),
  source,
});

const recommendations: ChangeStep = allOfProgramme(
  by,
  'recommendation',
  selectCommittee.recommendations.map(({ number, heading, title }) => ({
    id: `select-committee-${`${number}`.padStart(2, '0')}`,
    record: {
      title,
      origin: 'select-committee',
      paper: 'Select Committee on Commissioning, May 2014',
      number: `${number}`,
      text: `Under the heading "${heading}". The paper states no response, owner or date.`,
      madeOn: { kind: 'by', date: countyCouncil },
      source,
    },
  })),
);

/** Another select committee's report, in the same papers. */
const european: ChangeStep = ofProgramme(
  { on: europeanRelationship.on, as: team },
  'decision',
  'select-committee-on-the-european-relationship',
  {
    title: "Report of the Select Committee on Kent's European relationship",
    body: 'County Council',
    kind: 'endorsement',
    status: 'taken',
    takenOn: europeanRelationship.on,
    votes: europeanRelationship.votes,
    words: `${europeanRelationship.resolved}. ${europeanRelationship.progressPaper.words} It is no decision of the programme: the minutes are among the papers of 15 May 2014.`,
    source: europeanRelationship.source,
  },
);

/** The Select Committee on Commissioning with its twenty-seven recommendations, and a resolution that the same papers minute. */
export const selectCommitteeSteps: readonly ChangeStep[] = [european, report, recommendations];
