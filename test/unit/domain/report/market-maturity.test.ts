import { describe, expect, it } from 'vitest';
import { rules1 } from '#domain/report/rule-sets.ts';
import { maturitySince } from '#domain/review/market-maturity.ts';
import { reviewFactsAlong } from '#domain/review/review-facts-along.ts';
import { aReview, aSetting, rollUp } from '../../../support/positions.ts';

/* The market maturity of a review is shown with the day on which it was last confirmed (docs/meaning.md MARKET-6). */

const [january, march, april] = ['2014-01-15T00:00:00.000Z', '2014-03-15T00:00:00.000Z', '2014-04-15T00:00:00.000Z'];
const mature = { marketMaturity: 'mature' } as const;
const lineOf = (review: object, more: object = {}) =>
  rollUp([aReview('property', { review: { ...mature, ...review }, ...more })]).lines[0];

describe('Market maturity', () => {
  it.each([
    ['begins when it is stated', null, mature, march, { marketMaturitySince: march }],
    [
      'goes on where it is the same',
      { record: mature, facts: { marketMaturitySince: january } },
      mature,
      march,
      { marketMaturitySince: january },
    ],
    [
      'begins anew with other words',
      { record: mature, facts: { marketMaturitySince: january } },
      { ...mature, marketMaturityWords: 'Three bidders' },
      march,
      { marketMaturitySince: march },
    ],
    ['is not known of what an earlier release recorded', { record: mature, facts: {} }, mature, march, {}],
    [
      'is gone where it is no longer stated',
      { record: mature, facts: { marketMaturitySince: january } },
      {},
      march,
      {},
    ],
  ] as const)('%s', (_, before, record, at, expected) => {
    expect(maturitySince(before, record, at ?? '')).toEqual(expected);
  });

  it('is derived along the line after a correction', () => {
    const event = (type: string, effectiveAt: string, maturity: object) => ({
      type,
      effectiveAt,
      changed: ['lifecycle'],
      after: { record: { title: 'Property', lifecycle: 'active', tier: '1', ...maturity }, facts: {}, struckOut: null },
    });
    const line = [
      event('put', january ?? '', {}),
      event('corrected', march ?? '', mature),
      event('put', april ?? '', mature),
    ];
    expect(reviewFactsAlong(line)).toMatchObject({ marketMaturitySince: march });
  });

  it('is in the line of a report with the later of the day on which it was stated and that of its engagement', () => {
    expect(lineOf({ marketMaturitySince: january })?.marketMaturityConfirmedOn).toBe('2014-01-15');
    const engagement = { ...aReview('property').position.engagement, confirmedOn: '2014-03-20' };
    expect(lineOf({ marketMaturitySince: january }, { engagement })?.marketMaturityConfirmedOn).toBe('2014-03-20');
    expect(lineOf({})?.marketMaturityConfirmedOn).toBeNull();
  });

  it('is among what is old once nobody has confirmed it for three months', () => {
    const old = aReview('property', { review: { ...mature, marketMaturitySince: january } });
    const { lastConfirmed } = rollUp([old]).content;
    expect(lastConfirmed?.by.find(({ key }) => key === 'market-maturity')).toMatchObject({ total: 1, old: 1 });
    expect(lastConfirmed?.old.rows).toContainEqual(
      expect.objectContaining({ register: 'market-maturity', confirmedOn: '2014-01-15' }),
    );
  });

  it('has no day by rules-1', () => {
    const made = rollUp(
      [aReview('property', { review: { ...mature, marketMaturitySince: january } })],
      aSetting(),
      rules1,
    );
    expect(made.lines[0]).not.toHaveProperty('marketMaturityConfirmedOn');
  });
});
