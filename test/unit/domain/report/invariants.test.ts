import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { ReviewAtEnd } from '#domain/report/compose-report.ts';
import { ReportContent, ReportLine } from '#schemas/report.ts';
import { Lifecycle, Tier } from '#schemas/review.ts';
import {
  aMilestone,
  aReview,
  aRisk,
  aSetting,
  noProgrammeWide,
  rollUp,
  savingsOf,
  stated,
} from '../../../support/positions.ts';

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

/** A review in any state; many break several rules at once. */
const anyReview = fc
  .record({
    id: fc.stringMatching(/^[a-z]{1,6}$/),
    lifecycle: fc.constantFrom(...Lifecycle.options),
    stage: fc.constantFrom('identified', 'options-appraisal', 'decision', 'a-stage-of-old'),
    tier: fc.constantFrom(...Tier.options),
    portfolio: fc.constantFrom('place', 'people', 'gone', undefined),
    directorate: fc.constantFrom('growth', undefined),
    sros: fc.uniqueArray(fc.constantFrom('anna-stone', 'bill-hay'), { maxLength: 2 }),
    rating: fc.constantFrom('green' as const, 'amber' as const, 'red' as const, null),
    score: fc.tuple(fc.integer({ min: 1, max: 5 }), fc.integer({ min: 1, max: 5 })),
    risks: fc.integer({ min: 0, max: 3 }),
    forecast: fc.constantFrom('2014-03-01', '2015-05-01', undefined),
    companies: fc.uniqueArray(fc.constantFrom('acme', 'civica', 'serco')),
    confirmedAt: fc.constantFrom('2014-05-02T09:00:00.000Z', '2014-05-06T09:00:00.000Z', null),
    returned: fc.boolean(),
    preferred: fc.integer({ min: 0, max: 2 }),
    savings,
  })
  .map((given): ReviewAtEnd => {
    const { id, lifecycle, stage, tier, portfolio, directorate, sros } = given;
    const [likelihood, impact] = given.score;
    const score = likelihood * impact;
    return aReview(id, {
      review: {
        title: `Review ${id}`,
        lifecycle,
        lifecycles: [{ lifecycle, at: '2014-04-03T00:00:00.000Z' }],
        stage,
        tier,
        portfolio,
        directorate,
        sros,
      },
      engagement: {
        engagements: given.companies.length,
        decidedNotTo: false,
        responses: given.companies.length,
        organisations: given.companies,
        invitedIn: given.companies.slice(0, 1),
        stated: [],
      },
      options: {
        options: [
          ...Array.from({ length: given.preferred }, (_, n) => ({
            id: `preferred-${n}`,
            label: `Option ${n}`,
            deliveryModel: 'trust' as const,
            disposition: 'preferred' as const,
            rank: null,
          })),
          {
            id: 'other',
            label: 'Other',
            deliveryModel: 'outsource',
            disposition: 'not-recommended-at-this-stage',
            rank: null,
          },
        ],
        preferredNotFirst: [],
      },
      savings: given.savings,
      risks: {
        open: Array.from({ length: given.risks }, (_, n) =>
          aRisk({
            id: `risk-${n}`,
            likelihood,
            impact,
            score,
            band: score <= 6 ? 'low' : score <= 15 ? 'medium' : 'high',
            nextReviewOn: '2014-04-01',
          }),
        ),
        unscored: [],
        closed: [],
        happened: [],
      },
      milestones: [aMilestone({ baseline: '2014-02-01', ...(given.forecast ? { forecast: given.forecast } : {}) })],
      ratings: {
        sro:
          given.rating === null
            ? null
            : { id: 'rating-01', given: { on: '2014-04-15', overall: { rating: given.rating, words: 'Said so' } } },
        assurance: null,
      },
      returns: given.returned
        ? [
            {
              month: '2014-04',
              nothingChanged: true,
              submittedAt: '2014-05-01T00:00:00.000Z',
              confirmedAt: given.confirmedAt,
            },
          ]
        : [],
    });
  });

const anyReviews = fc.uniqueArray(anyReview, { selector: (review) => review.id, maxLength: 12 });

const setting = aSetting({
  programmeWide: {
    ...noProgrammeWide,
    risks: { open: [aRisk({ id: 'wide' })], unscored: [], closed: [], happened: [] },
    statedPositions: [
      stated('required', { measure: 'savings-required', year: '2017/18', figure: { kind: 'amount', pounds: 62e6 } }),
    ],
  },
});

const sum = (numbers: readonly number[]): number => numbers.reduce((total, one) => total + one, 0);

describe('every report', () => {
  it('fits the schema of its content and of its lines', () => {
    fc.assert(
      fc.property(anyReviews, (reviews) => {
        const { content, lines } = rollUp(reviews, setting);
        expect(ReportContent.parse(content)).toEqual(content);
        expect(lines.map((line) => ReportLine.parse(line))).toEqual(lines);
        expect(content.lines).toBe(lines.length);
      }),
    );
  });

  it('comes out the same in whatever order the reviews are read', () => {
    fc.assert(
      fc.property(
        anyReviews.chain((reviews) =>
          fc.tuple(fc.constant(reviews), fc.shuffledSubarray(reviews, { minLength: reviews.length })),
        ),
        ([reviews, shuffled]) => {
          expect(JSON.stringify(rollUp(shuffled, setting).content)).toBe(
            JSON.stringify(rollUp(reviews, setting).content),
          );
        },
      ),
    );
  });

  it('comes out the same when it is made twice', () => {
    fc.assert(
      fc.property(anyReviews, (reviews) => {
        expect(rollUp(reviews, setting)).toEqual(rollUp(reviews, setting));
      }),
    );
  });

  it('has totals that are the sums of their parts', () => {
    fc.assert(
      fc.property(anyReviews, (reviews) => {
        const { content, lines } = rollUp(reviews, setting);
        const counted = lines.filter((line) => line.counted);
        const { counts, options, risks, returns, ratings, savings: ofSavings } = content;
        expect(counts.counted).toBe(counted.length);
        expect(counts.counted + sum(counts.notCounted.map((one) => one.count))).toBe(lines.length);
        for (const table of [
          counts.stage,
          counts.lifecycle,
          counts.portfolio,
          counts.directorate,
          counts.tier,
          counts.theme,
        ]) {
          expect(sum(table.map((row) => row.share.numerator))).toBe(counts.counted);
          expect(table.every((row) => row.share.denominator === counts.counted)).toBe(true);
        }
        expect(options.preferred).toBe(sum(counted.map((line) => line.preferred.length)));
        expect(options.notRecommended).toBe(sum(counted.map((line) => line.notRecommended)));
        expect(options.total).toBe(
          options.preferred + options.shortListed + options.longListed + options.notRecommended,
        );
        expect(sum(content.deliveryModels.preferred.map((one) => one.count))).toBe(options.preferred);
        expect(risks.open).toBe(sum(counted.map((line) => line.risksPart)) + risks.programmeWide);
        expect(sum(Object.values(risks.byBand ?? {}))).toBe(risks.open);
        expect(sum(risks.heatMap.flat())).toBe(risks.open);
        expect(
          returns.received.numerator + returns.late.total + returns.unconfirmed.total + returns.missing.total,
        ).toBe(counts.counted);
        expect(sum(ratings.sro.map((row) => row.share.numerator))).toBe(counts.counted);
        expect(ofSavings.coverage.reviews.numerator + ofSavings.coverage.notStated.total).toBe(counts.counted);
        const inTotals = lines.filter((line) => line.counted || line.lifecycle === 'completed');
        for (const row of ofSavings.years) {
          const parts = inTotals.flatMap((line) => line.savings.plan.filter((one) => one.year === row.year));
          expect(row.plan.low).toBe(sum(parts.map((one) => one.total.low)));
          expect(row.plan.count).toBe(sum(parts.map((one) => one.total.count)));
        }
      }),
    );
  });

  it('has four to thirteen sentences at its head and at most fifty next steps', () => {
    fc.assert(
      fc.property(anyReviews, (reviews) => {
        const { headline, nextSteps } = rollUp(reviews, setting).content;
        expect(headline.length).toBeGreaterThanOrEqual(4);
        expect(headline.length).toBeLessThanOrEqual(13);
        expect(nextSteps.rows.length).toBeLessThanOrEqual(50);
      }),
    );
  });
});
