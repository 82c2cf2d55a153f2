import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { rules1 } from '#domain/report/rule-sets.ts';
import { addMonths } from '#language/time.ts';
import { RatingName } from '#schemas/rating-names.ts';
import { aProgramme, aReview, aSetting, asPrevious, rollUp, savingsOf } from '../../../support/positions.ts';

interface Given {
  readonly rating: RatingName;
  readonly on: string;
}
const of = (given: Given | null) =>
  given === null ? null : { id: 'one', given: { on: given.on, overall: { rating: given.rating, words: 'Said so' } } };

const returned = ['2014-03', '2014-04'].map((month) => ({
  month,
  nothingChanged: true,
  submittedAt: `${addMonths(month, 1)}-01T09:00:00.000Z`,
  confirmedAt: `${addMonths(month, 1)}-02T09:00:00.000Z`,
}));
const rated = (id: string, sro: Given | null, assurance: Given | null, hasReturn = true, plan = 100) =>
  aReview(id, {
    review: { title: id },
    ratings: { sro: of(sro), assurance: of(assurance) },
    savings: savingsOf({ years: [{ year: '2014/15', plan }] }),
    returns: hasReturn ? returned : [],
  });
const said = (rating: RatingName, on = '2014-04-15'): Given => ({ rating, on });
const ofApril = (...reviews: readonly ReturnType<typeof rated>[]) => rollUp(reviews).content;

describe('the worst rating', () => {
  it("is the worse of the SROs' and assurance's, says whose it is, and leads the headline", () => {
    const { ratings, headline } = ofApril(
      rated('a', said('green'), said('red')),
      rated('b', null, said('red')),
      rated('c', said('green'), null),
    );
    expect(ratings.worst?.rating).toBe('red');
    expect(ratings.worst?.because.rows.map((one) => [one.review, one.said?.map(({ by }) => by)])).toEqual([
      ['a', ['assurance']],
      ['b', ['assurance']],
    ]);
    expect(headline.slice(0, 2)).toEqual([
      'The worst overall rating is Red: a (assurance) and b (assurance).',
      'SROs rate 2 of 3 reviews, assurance 2; they differ on a.',
    ]);
  });

  it('is by the first rule set that of the SROs alone', () => {
    const reviews = [rated('a', said('green'), said('red')), rated('b', null, said('red'))];
    const { ratings } = rollUp(reviews, aSetting(), rules1).content;
    expect(ratings.worst).toEqual({ rating: 'green', because: { total: 1, rows: [{ review: 'a', title: 'a' }] } });
  });

  it('keeps a Red that is out of date, with its day', () => {
    const { ratings, headline } = ofApril(rated('a', said('red', '2013-11-20'), null), rated('b', said('amber'), null));
    expect(ratings.worst).toMatchObject({ rating: 'red', atLeast: false });
    expect(headline[0]).toBe('The worst overall rating is Red: a (its SRO, last said on 20 November 2013).');
  });

  it('is at least what it is where a Green is out of date', () => {
    const { ratings, headline } = ofApril(
      rated('a', said('green', '2013-11-20'), null),
      rated('b', said('amber'), null),
    );
    expect(ratings.worst).toMatchObject({ rating: 'amber', atLeast: true });
    expect(headline[0]).toBe('The worst overall rating is at least Amber: b (its SRO).');
  });

  it('is none where nothing but a Green that is out of date is recorded', () => {
    const { ratings, headline } = ofApril(rated('a', said('green', '2013-11-20'), null));
    expect(ratings.worst).toBeNull();
    expect(headline[0]).toMatch(/^No overall rating is up to date.* Green on 20 November 2013\.$/);
  });
});

describe('a rating that is out of date', () => {
  it.each([
    ['of the month', '2014-04-01', true, false],
    ['of two months before', '2014-02-01', true, false],
    ['of three months before', '2014-01-31', true, true],
    ['of the month, of a review whose return is missing', '2014-04-20', false, true],
  ])('%s', (_what, on, hasReturn, outOfDate) => {
    const { content, lines } = rollUp([rated('a', said('green', on), null, hasReturn)]);
    expect(content.ratings.outOfDate?.total).toBe(outOfDate ? 1 : 0);
    expect(content.foundByRule.some(({ rule }) => rule === 'GAP-05')).toBe(outOfDate);
    expect(lines[0]).toMatchObject({
      sroRating: outOfDate ? null : 'green',
      ratings: { sro: { rating: 'green', on, outOfDate } },
    });
  });

  it('holds for as many months as the programme says', () => {
    const { firstMonth } = aProgramme().reporting;
    const programme = aProgramme({ reporting: { firstMonth, ratingsHoldMonths: 0 } });
    const { content } = rollUp([rated('a', said('green', '2014-03-31'), null)], aSetting({ programme }));
    expect(content.ratings.outOfDate?.total).toBe(1);
  });

  it('is left out of what is weighed, which says how many', () => {
    const { ratings } = ofApril(
      rated('a', said('green', '2013-11-20'), null, true, 800),
      rated('b', said('amber'), null, true, 200),
    );
    expect(ratings.valueWeighted.filter((row) => row.planned.count > 0)).toMatchObject([
      { rating: 'amber', planned: { low: 200 }, share: { percent: 100 } },
    ]);
    expect(ratings.weighedBy).toContain('1 review left out, for the rating by the SRO is out of date.');
  });

  it('is up to date for ever by the first rule set', () => {
    const { content, lines } = rollUp([rated('a', said('green', '2013-11-20'), null, false)], aSetting(), rules1);
    expect(content.ratings).not.toHaveProperty('outOfDate');
    expect(content.foundByRule.map(({ rule }) => rule)).not.toContain('GAP-05');
    expect(lines[0]).toMatchObject({ sroRating: 'green' });
  });
});

it('names each review of which a rating is another than in the report before', () => {
  const march = rollUp(
    [
      rated('a', said('green', '2014-03-15'), null),
      rated('b', said('green', '2014-01-15'), said('amber', '2014-03-15')),
    ],
    aSetting({ month: '2014-03' }),
  );
  const april = rollUp(
    [
      rated('a', said('amber'), null),
      rated('b', said('green', '2014-01-15'), said('amber', '2014-03-15')),
      rated('c', null, said('red')),
    ],
    aSetting({ previous: asPrevious(march) }),
  ).content;
  expect(april.ratings.changed?.rows.map(({ review, by, was, is }) => [review, by, was, is])).toEqual([
    ['a', 'sro', 'green', 'amber'],
    ['b', 'sro', 'green', 'out-of-date'],
    ['c', 'assurance', 'not-rated', 'red'],
  ]);
});

describe('of any reviews', () => {
  const anyGiven = fc.option(
    fc.record({
      rating: fc.constantFrom(...RatingName.options),
      on: fc.integer({ min: 0, max: 6 }).map((back) => `${addMonths('2014-04', -back)}-11`),
    }),
    { nil: null },
  );
  const anyReviews = fc
    .array(fc.tuple(anyGiven, anyGiven, fc.boolean()), { maxLength: 8 })
    .map((all) => all.map(([sro, assurance, hasReturn], n) => ({ id: `r${n}`, sro, assurance, hasReturn })));

  it('the worst hides nothing, and nothing out of date is counted as what it was', () => {
    fc.assert(
      fc.property(anyReviews, (reviews) => {
        const { ratings } = ofApril(...reviews.map((one) => rated(one.id, one.sro, one.assurance, one.hasReturn)));
        const all = reviews.flatMap(({ sro, assurance, hasReturn }) =>
          [sro, assurance].flatMap((one) =>
            one === null ? [] : [{ ...one, outOfDate: !hasReturn || one.on < '2014-02' }],
          ),
        );
        const taken = all.filter((one) => !(one.outOfDate && one.rating === 'green'));
        const worst = RatingName.options.findLast((name) => taken.some(({ rating }) => rating === name));
        expect(ratings.worst?.rating).toBe(worst);
        const counted = [...ratings.sro, ...ratings.assurance];
        const sum = (rating: string) =>
          counted.reduce((total, row) => total + (row.rating === rating ? row.share.numerator : 0), 0);
        for (const name of RatingName.options)
          expect(sum(name)).toBe(all.filter((one) => one.rating === name && !one.outOfDate).length);
        expect(sum('out-of-date')).toBe(all.filter((one) => one.outOfDate).length);
        expect(ratings.outOfDate?.total).toBe(all.filter((one) => one.outOfDate).length);
      }),
    );
  });
});
