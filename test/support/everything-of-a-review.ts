import { aMilestone, aRisk, type Broken, savingsOf } from './positions.ts';

/** An open, claimed or decided entry of every register of a review that a report shows. */
export const claimedAndOpen: Broken = {
  options: {
    options: [
      { id: 'sell', label: 'Sell it', deliveryModel: 'outsource', disposition: 'preferred', rank: 2 },
      { id: 'keep', label: 'Keep it', deliveryModel: 'do-nothing', disposition: 'not-recommended', rank: 1 },
    ],
    preferredNotFirst: [],
  },
  engagement: {
    engagements: 2,
    decidedNotTo: false,
    responses: 3,
    organisations: ['acme'],
    invitedIn: ['acme'],
    stated: [{ responses: 7, source: 'A paper' }],
  },
  savings: savingsOf({ years: [{ year: '2014/15', plan: 20, forecast: 10, claimedActual: 30 }] }),
  risks: { open: [aRisk({ id: 'other', title: 'Another risk' })], unscored: [], closed: [], happened: [] },
  issues: [{ id: 'i', title: 'Tenant left', severity: 'high', raisedOn: '2014-04-02', status: 'open' }],
  milestones: [aMilestone({ id: 'm', baseline: '2014-03-01' }), aMilestone({ id: 'n', missed: true })],
  decisions: [
    {
      id: 'd',
      title: 'Award',
      body: 'Cabinet',
      kind: 'key-decision',
      dueOn: { kind: 'date', date: '2014-04-20' },
      status: 'due',
    },
  ],
  ratings: {
    sro: { id: 's', given: { on: '2014-04-15', overall: { rating: 'red', words: 'Off course' } } },
    assurance: { id: 'a', given: { on: '2014-04-15', overall: { rating: 'amber', words: 'Doubtful' } } },
  },
  returns: [],
};
