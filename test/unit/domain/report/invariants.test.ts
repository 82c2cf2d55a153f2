import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { ReportContent, ReportLine } from '#schemas/report.ts';
import { anyReviews, anySetting as setting } from '../../../support/any-reviews.ts';
import { rollUp } from '../../../support/positions.ts';

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
