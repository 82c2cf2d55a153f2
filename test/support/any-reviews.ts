import * as fc from 'fast-check';
import type { ReviewAtEnd } from '#domain/report/compose-report.ts';
import { Lifecycle, Tier } from '#schemas/review.ts';
import { aMilestone, aReview, aRisk, aSetting, noProgrammeWide, savingsOf, stated } from './positions.ts';

/* Programmes of any reviews, for what must hold of every report. */

const money = fc.integer({ min: 0, max: 5_000_000 });

const figure = fc.oneof(
  money,
  money.map((pounds) => ({ kind: 'over', pounds })),
  money.map((pounds) => ({ kind: 'about', pounds })),
  fc
    .tuple(money, money)
    .map(([one, other]) => ({ kind: 'range', low: Math.min(one, other), high: Math.max(one, other) })),
  fc.constant({ kind: 'not-stated' }),
);

const savings = fc
  .record({
    class: fc.constantFrom('cash-releasing', 'non-cash-releasing', 'cost-avoidance', 'income'),
    mechanism: fc.constantFrom('transformation', 'efficiency', 'service-reduction'),
    recurrence: fc.constantFrom('recurring', 'one-off'),
    firmness: fc.constantFrom('indicative', 'business-case', 'agreed'),
    milestone: fc.constant('go-live'),
    years: fc
      .uniqueArray(fc.constantFrom('2013/14', '2014/15', '2015/16', '2016/17'), { minLength: 1 })
      .chain((years) =>
        fc.tuple(...years.sort().map((year) => figure.map((plan) => ({ year, plan, forecast: plan })))),
      ),
  })
  .map((over) => savingsOf(over, { forecastSince: '2013-11-01T00:00:00.000Z' }));

const anything = fc.record({
  id: fc.stringMatching(/^[a-z]{1,6}$/),
  lifecycle: fc.constantFrom(...Lifecycle.options),
  stage: fc.constantFrom('identified', 'options-appraisal', 'decision', 'a-stage-of-old'),
  tier: fc.constantFrom(...Tier.options),
  portfolio: fc.constantFrom('place', 'people', 'gone', undefined),
  directorate: fc.constantFrom('growth', undefined),
  sros: fc.uniqueArray(fc.constantFrom('anna-stone', 'bill-hay'), { maxLength: 2 }),
  rating: fc.constantFrom('green' as const, 'amber' as const, 'red' as const, null),
  assured: fc.constantFrom('green' as const, 'amber' as const, 'red' as const, null),
  ratedOn: fc.constantFrom('2014-04-15', '2013-11-15'),
  due: fc.constantFrom('2014-04-10', '2014-06-10', null),
  score: fc.tuple(fc.integer({ min: 1, max: 5 }), fc.integer({ min: 1, max: 5 })),
  risks: fc.integer({ min: 0, max: 3 }),
  forecast: fc.constantFrom('2014-03-01', '2015-05-01', undefined),
  companies: fc.uniqueArray(fc.constantFrom('acme', 'civica', 'serco')),
  confirmedAt: fc.constantFrom('2014-05-02T09:00:00.000Z', '2014-05-06T09:00:00.000Z', null),
  returned: fc.boolean(),
  preferred: fc.integer({ min: 0, max: 2 }),
  savings,
});
type Anything = typeof anything extends fc.Arbitrary<infer T> ? T : never;

const optionsOf = ({ preferred }: Anything) => ({
  options: [
    ...Array.from({ length: preferred }, (_, n) => ({
      id: `preferred-${n}`,
      label: `Option ${n}`,
      deliveryModel: 'trust' as const,
      disposition: 'preferred' as const,
      rank: null,
    })),
    {
      id: 'other',
      label: 'Other',
      deliveryModel: 'outsource' as const,
      disposition: 'not-recommended-at-this-stage' as const,
      rank: null,
    },
  ],
  preferredNotFirst: [],
});

const risksOf = ({ risks, score: [likelihood, impact] }: Anything) => {
  const score = likelihood * impact;
  const band = score <= 6 ? 'low' : score <= 15 ? 'medium' : 'high';
  const open = Array.from({ length: risks }, (_, n) =>
    aRisk({ id: `risk-${n}`, likelihood, impact, score, band, nextReviewOn: '2014-04-01' }),
  );
  return { open, unscored: [], closed: [], happened: [] };
};

const ratedAs = (id: string, rating: Anything['rating'], on: string) =>
  rating === null ? null : { id, given: { on, overall: { rating, words: `${id} says ${rating}` } } };

const decisionsOf = ({ id, due }: Anything) =>
  due === null
    ? []
    : [
        {
          id: 'adopt',
          title: `Adopt ${id}`,
          body: 'Cabinet',
          kind: 'key-decision' as const,
          status: 'due' as const,
          dueOn: { kind: 'date' as const, date: due },
        },
      ];

const returnsOf = ({ returned, confirmedAt }: Anything) =>
  returned ? [{ month: '2014-04', nothingChanged: true, submittedAt: '2014-05-01T00:00:00.000Z', confirmedAt }] : [];

/** A review in any state; many break several rules at once. */
export const anyReview = anything.map((given): ReviewAtEnd => {
  const { id, lifecycle, stage, tier, portfolio, directorate, sros, companies } = given;
  const lifecycles = [{ lifecycle, at: '2014-04-03T00:00:00.000Z' }];
  return aReview(id, {
    review: { title: `Review ${id}`, lifecycle, lifecycles, stage, tier, portfolio, directorate, sros },
    engagement: {
      engagements: companies.length,
      decidedNotTo: false,
      responses: companies.length,
      organisations: companies,
      invitedIn: companies.slice(0, 1),
      stated: [],
    },
    options: optionsOf(given),
    savings: given.savings,
    risks: risksOf(given),
    milestones: [aMilestone({ baseline: '2014-02-01', ...(given.forecast ? { forecast: given.forecast } : {}) })],
    ratings: {
      sro: ratedAs('sro', given.rating, given.ratedOn),
      assurance: ratedAs('assurance', given.assured, '2014-04-20'),
    },
    decisions: decisionsOf(given),
    returns: returnsOf(given),
  });
});

export const anyReviews = fc.uniqueArray(anyReview, { selector: (review) => review.id, maxLength: 12 });

/** A programme that has a risk and a requirement of its own. */
export const anySetting = aSetting({
  programmeWide: {
    ...noProgrammeWide,
    risks: { open: [aRisk({ id: 'wide' })], unscored: [], closed: [], happened: [] },
    statedPositions: [
      stated('required', { measure: 'savings-required', year: '2017/18', figure: { kind: 'amount', pounds: 62e6 } }),
    ],
  },
});
