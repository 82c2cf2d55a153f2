import * as z from 'zod';
import facts from './council-papers.json' with { type: 'json' };

const PeerRecommendation = z.object({
  number: z.int(),
  title: z.string(),
  action: z.string(),
  owner: z.string().nullable(),
  /** What became of it later. */
  later: z.object({ by: z.string(), words: z.string() }).optional(),
});
const CommitteeRecommendation = z.object({ number: z.int(), heading: z.string(), title: z.string() });

/** The facts that Kent County Council's other papers of 2013 and 2014 state of the programme, in words of our own. */
export const councilPapers = z
  .object({
    peerChallenge: z.object({
      source: z.string(),
      by: z.string(),
      visit: z.string(),
      visitEnded: z.string(),
      reported: z.string(),
      sessions: z.int(),
      met: z.object({ members: z.int(), officers: z.int(), partners: z.int() }),
      followUpVisit: z.string(),
      dueWords: z.string(),
      recommendations: z.array(PeerRecommendation),
      answeredWithoutANumber: z.array(z.string()),
      twoSros: z.string(),
    }),
    selectCommittee: z.object({
      source: z.string(),
      body: z.string(),
      established: z.string(),
      firstMet: z.string(),
      halfDayHearings: z.int(),
      cabinet: z.string(),
      countyCouncil: z.string(),
      actionPlan: z.string(),
      recommendations: z.array(CommitteeRecommendation),
    }),
    governance: z.object({
      source: z.string(),
      stated: z.string(),
      bodies: z.array(z.object({ id: z.string(), name: z.string(), what: z.string() })),
      routeAfterEndorsement: z.array(z.string()),
      reconsidered: z.string(),
      risks: z.object({
        count: z.int(),
        highest: z.string(),
        complete: z.string(),
        implementationPlans: z.string(),
        delay: z.string(),
        savingsBegin: z.string(),
      }),
      jointVentureTrack: z.object({
        reviews: z.array(z.object({ id: z.string(), part: z.string() })),
        open: z.array(z.string()),
        fedBy: z.string(),
      }),
      efficiencyPartner: z.object({ name: z.string(), aboutPoundsSaved: z.int(), years: z.int() }),
      committeesBeforeCabinet: z.int(),
    }),
    wholeCouncil: z.object({
      source: z.string(),
      reported: z.string(),
      savedPounds: z.int(),
      from: z.string(),
      to: z.string(),
      years: z.int(),
      mechanisms: z.array(z.string()),
    }),
    europeanRelationship: z.object({
      source: z.string(),
      on: z.string(),
      votes: z.object({ for: z.int(), abstained: z.int(), against: z.int() }),
      resolved: z.string(),
      progressPaper: z.object({ months: z.int(), words: z.string() }),
    }),
  })
  .parse(facts);
