import { describe, expect, it } from 'vitest';
import plan from '../../../examples/productivity-plan/paper.json' with { type: 'json' };
import { productivityPlan } from '../../../examples/productivity-plan/scenario.ts';
import { changesOf, entriesOf, entryOf, factsIn, factsLeftOut, moneyIn } from './paper-facts.ts';

const changes = changesOf(productivityPlan);
const measure = (id: string) => entryOf(productivityPlan, 'StatedMeasure', 'StatedMeasures', id);
const position = (id: string) => entryOf(productivityPlan, 'StatedPosition', 'StatedPositions', id);

describe('The Productivity Plan, 2024', () => {
  it('is recorded to the last figure and list', () => {
    expect(factsIn(plan).length).toBeGreaterThan(60);
    expect(factsLeftOut(factsIn(plan), productivityPlan)).toEqual([]);
  });

  it.each([
    ['gross-expenditure', { kind: 'nearly', pounds: 2_300_000_000 }],
    ['savings-and-income', { kind: 'amount', pounds: 883_000_000 }],
    ['peak-of-consultants', { kind: 'amount', pounds: 16_800_000 }],
  ])('states %s with the certainty of the plan', (id, figure) => {
    expect(position(id)).toMatchObject({ figure });
  });

  it.each([
    ['transformation-share-2024-25', '38.6', '2024/25'],
    ['transformation-share-2025-26', '60.6', '2025/26'],
    ['transformation-share-2026-27', '75.3', '2026/27'],
    ['council-tax-share', '65.5', '2024/25'],
    ['support-for-assets', '89', undefined],
    ['national-transfer-scheme-share', '0.1', undefined],
  ])('states %s as %s%%, of %s, and not of how many', (id, percent, year) => {
    expect(measure(id)?.value).toEqual({ kind: 'share', percent });
    expect(measure(id)?.year).toBe(year);
  });

  it('says over where the plan does', () => {
    expect(measure('return-on-collection')?.value).toEqual({ kind: 'share', percent: '400', qualifier: 'over' });
  });

  it.each([
    ['family-hubs', 56],
    ['community-teams', 24],
    ['national-transfer-scheme-limit', 346],
  ])('counts %s: %d', (id, count) => {
    expect(measure(id)?.value).toEqual({ kind: 'count', count });
  });

  it('reads spend on consultants by year, better neither way and without a target', () => {
    const indicator = entryOf(productivityPlan, 'PerformanceIndicator', 'PerformanceIndicators', 'consultants');
    expect(indicator).toMatchObject({
      better: 'neither',
      readings: [
        { month: '2022-03', value: 5_200_000 },
        { month: '2023-03', value: 3_900_000 },
        { month: '2024-03', value: 3_000_000 },
      ],
    });
    expect(indicator).not.toHaveProperty('target');
  });

  it('adds no money that the plan does not print', () => {
    const printed = new Set(factsIn(plan).map(({ value }) => value));
    const recorded = changes.flatMap(({ body }) => moneyIn(body));
    expect(recorded).toHaveLength(3);
    expect(recorded.filter((pounds) => !printed.has(pounds))).toEqual([]);
  });

  it('has six programmes at no stage, and six barriers that others must lift', () => {
    const reviews = changes.filter(({ operation }) => operation === 'putReview');
    expect(reviews.map(({ params }) => params.reviewId)).toEqual(plan.programme.programmes.map(({ id }) => id));
    for (const { body } of reviews) expect(body).toMatchObject({ openedAt: { stage: 'not-stated' } });
    const barriers = entriesOf(productivityPlan, 'Dependency', 'Dependencies').map(({ record }) => record);
    expect(barriers.map(({ title, on }) => [title, on])).toEqual(
      plan.barriers.map(({ title }) => [title, 'outside-body']),
    );
    expect(barriers.filter((one) => 'owner' in one || 'neededBy' in one)).toEqual([]);
  });

  it('is of July 2024, of which the day is not stated', () => {
    expect([...new Set(changes.map(({ on }) => on))]).toEqual(['2024-07-31']);
  });
});
