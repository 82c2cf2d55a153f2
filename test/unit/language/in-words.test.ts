import { describe, expect, it } from 'vitest';
import {
  basisInWords,
  counted,
  dateInWords,
  exclusionsInWords,
  figureInWords,
  gapInWords,
  listed,
  monthInWords,
  pounds,
  poundsInWords,
  shareInWords,
  totalInWords,
  withFullStop,
} from '#language/in-words.ts';
import { instantInWords } from '#language/instant-in-words.ts';
import type { Gap } from '#registers/saving/projections.ts';
import type { DateStatement } from '#schemas/date-statement.ts';
import { dateStatementInWords } from '#schemas/date-statement.ts';
import { DeliveryModelName, deliveryModelInWords } from '#schemas/delivery-model-names.ts';
import type { FigureOrPounds, Total } from '#schemas/figures.ts';
import { RatingName, ratingInWords } from '#schemas/rating-names.ts';

const total = (given: Partial<Total>): Total => ({
  low: 0,
  high: 0,
  exact: true,
  count: 1,
  marked: [],
  excluded: [],
  ...given,
});

describe('Pounds', () => {
  it.each([
    [0, '£0'],
    [999, '£999'],
    [43_000_000, '£43,000,000'],
    [-1_250, '-£1,250'],
  ])('of %i are written %s', (value, written) => {
    expect(pounds(value)).toBe(written);
  });

  it.each([
    [43_000_000, '£43 million'],
    [1_000_000, '£1 million'],
    [999_999, '£999,999'],
    [900_000, '£900,000'],
    [43_250_000, '£43.25 million'],
    [43_250_001, '£43,250,001'],
    [1_234_567_000, '£1,234.567 million'],
    [-2_500_000, '-£2.5 million'],
    [-12, '-£12'],
    [0, '£0'],
  ])('of %i are said %s, nothing lost', (value, said) => {
    expect(poundsInWords(value)).toBe(said);
  });
});

describe('A figure', () => {
  it.each<[FigureOrPounds, string]>([
    [92_000_000, '£92 million'],
    [{ kind: 'amount', pounds: 92_000_000 }, '£92 million'],
    [{ kind: 'range', low: 150_000_000, high: 250_000_000 }, '£150 million to £250 million'],
    [{ kind: 'over', pounds: 169_000_000 }, 'over £169 million'],
    [{ kind: 'about', pounds: 500 }, 'about £500'],
    [{ kind: 'nearly', pounds: 14_000_000 }, 'nearly £14 million'],
    [{ kind: 'part-known', pounds: 6_000_000, covers: '2014/15 only' }, '£6 million (part known: 2014/15 only)'],
    [{ kind: 'to-be-confirmed', reason: 'waits for the tender' }, 'to be confirmed (waits for the tender)'],
    [{ kind: 'non-financial', words: 'shorter waits' }, 'non-financial: shorter waits'],
    [{ kind: 'not-stated' }, 'not stated'],
  ])('%o is said %s', (figure, said) => {
    expect(figureInWords(figure)).toBe(said);
  });
});

describe('A total', () => {
  it.each<[Partial<Total>, string]>([
    [{ count: 0 }, 'nothing recorded'],
    [{ count: 0, excluded: [{ reason: 'not-stated', count: 10 }] }, 'no figure (10 not stated)'],
    [{ low: 0, high: 0 }, '£0'],
    [{ low: 4_200_000, high: 4_200_000, count: 14 }, '£4.2 million'],
    [{ low: 4_200_000, high: 4_200_000, exact: false, marked: ['nearly'] }, 'about £4.2 million'],
    [{ low: 150_000_000, high: 250_000_000, exact: false }, '£150 million to £250 million'],
    [{ low: 169_000_000, high: null, exact: false, marked: ['over'] }, 'over £169 million'],
    [{ low: -500, high: -500 }, '-£500'],
    [
      {
        low: 4_200_000,
        high: 4_200_000,
        count: 12,
        excluded: [
          { reason: 'to-be-confirmed', count: 1 },
          { reason: 'not-stated', count: 2 },
        ],
      },
      '£4.2 million (12 of 15 figures; 1 to be confirmed, 2 not stated)',
    ],
  ])('%o is said %s', (given, said) => {
    expect(totalInWords(total(given))).toBe(said);
  });

  it('says what it leaves out, and nothing where it leaves out nothing', () => {
    expect(exclusionsInWords(total({}))).toBe('');
    expect(exclusionsInWords(total({ excluded: [{ reason: 'non-financial', count: 3 }] }))).toBe('3 non-financial');
  });
});

describe('The basis of a share', () => {
  it.each<[Partial<Total>, string]>([
    [{}, ''],
    [{ low: 5, high: 9, exact: false }, '; by low ends'],
    [{ low: 5, high: null, exact: false, marked: ['over'] }, '; by low ends'],
    [{ exact: false, marked: ['about'] }, '; by figures that are not exact'],
    [
      { low: 5, high: 9, exact: false, count: 34, excluded: [{ reason: 'not-stated', count: 2 }] },
      '; by low ends; of 36 figures, 2 not stated',
    ],
  ])('%o is said "%s"', (given, said) => {
    expect(basisInWords(total(given))).toBe(said);
  });
});

describe('A gap', () => {
  const notStated = [{ reason: 'not-stated' as const, count: 2 }];
  it.each<[Partial<Gap>, string]>([
    [{ low: 250_000, high: 250_000 }, 'a gap of £250,000'],
    [{ low: 0, high: 0 }, 'a gap of £0'],
    [{ low: -250_000, high: -250_000 }, 'over-identified by £250,000'],
    [{ low: 5, high: 9, exact: false }, 'a gap of £5 to £9'],
    [{ low: -9, high: -5, exact: false }, 'over-identified by £5 to £9'],
    [{ low: -9, high: 5, exact: false }, 'between a gap of £5 and over-identified by £9'],
    [{ low: null, high: 5, exact: false, marked: ['over'] }, 'a gap of at most £5'],
    [{ low: null, high: -5, exact: false, marked: ['over'] }, 'over-identified by at least £5'],
    [{ low: 5, high: 5, exact: false, marked: ['part-known'] }, 'a gap of at most £5'],
    [{ low: 5, high: 5, exact: false, marked: ['nearly'] }, 'a gap of about £5'],
    [
      { low: 5_895_000, high: 5_895_000, count: 34, excluded: notStated },
      'a gap of at most £5.895 million (34 of 36 figures; 2 not stated)',
    ],
    [
      { low: 5, high: 5, excluded: [{ reason: 'non-financial', count: 1 }] },
      'a gap of £5 (1 of 2 figures; 1 non-financial)',
    ],
  ])('%o is said %s', (given, said) => {
    expect(gapInWords({ ...total({}), high: 0, ...given })).toBe(said);
  });
});

describe('A share', () => {
  it.each([
    [9, 10, 90, '9 of 10 (90%)'],
    [1, 3, 33.3, '1 of 3 (33.3%)'],
    [0, 0, null, '0 of 0'],
    [45_000_000, 88_000_000, 51.1, '45,000,000 of 88,000,000 (51.1%)'],
  ])('of %i in %i is said with both numbers', (numerator, denominator, percent, said) => {
    expect(shareInWords({ numerator, denominator, percent })).toBe(said);
  });
});

describe('Dates', () => {
  it.each([
    ['2014-01', 'January 2014'],
    ['2014-04', 'April 2014'],
    ['2013-12', 'December 2013'],
  ])('%s is said %s', (month, said) => {
    expect(monthInWords(month)).toBe(said);
  });

  it('are said day, month and year', () => {
    expect(dateInWords('2014-05-01')).toBe('1 May 2014');
  });

  it.each<[DateStatement, string]>([
    [{ kind: 'date', date: '2014-05-15' }, '15 May 2014'],
    [{ kind: 'month', month: '2014-09' }, 'September 2014'],
    [{ kind: 'by', date: '2014-04-30' }, 'by 30 April 2014'],
    [{ kind: 'words', words: 'early next year' }, 'early next year'],
    [{ kind: 'to-be-confirmed', reason: 'waits for the plan' }, 'to be confirmed (waits for the plan)'],
    [{ kind: 'not-stated' }, 'not stated'],
  ])('%o is said %s', (statement, said) => {
    expect(dateStatementInWords(statement)).toBe(said);
  });
});

it.each([
  ['Cabinet, 5 October 2023', 'Cabinet, 5 October 2023.'],
  ['Cabinet. Also called a plan.', 'Cabinet. Also called a plan.'],
])('"%s" ends a sentence as "%s"', (text, said) => {
  expect(withFullStop(text)).toBe(said);
});

describe('Names', () => {
  it('of delivery models differ and begin with a capital', () => {
    const said = DeliveryModelName.options.map(deliveryModelInWords);
    expect(new Set(said).size).toBe(DeliveryModelName.options.length);
    expect(said.every((name) => /^[A-Z][a-z]/.test(name))).toBe(true);
    expect(deliveryModelInWords('local-authority-trading-company')).toBe('Local authority trading company');
  });

  it('of ratings are words, not colours alone', () => {
    expect([...RatingName.options, 'not-rated' as const].map(ratingInWords)).toEqual([
      'Green',
      'Amber/Green',
      'Amber',
      'Amber/Red',
      'Red',
      'Not rated',
    ]);
  });
});

describe('Counts and lists', () => {
  it.each([
    [0, 'review', undefined, '0 reviews'],
    [1, 'review', undefined, '1 review'],
    [2, 'review', undefined, '2 reviews'],
    [109, 'company', 'companies', '109 companies'],
    [1, 'company', 'companies', '1 company'],
    [1200, 'line', undefined, '1,200 lines'],
  ])('%i %s is said in the right number', (count, singular, plural, said) => {
    expect(plural === undefined ? counted(count, singular) : counted(count, singular, plural)).toBe(said);
  });

  it.each([
    [[], ''],
    [['a'], 'a'],
    [['a', 'b'], 'a and b'],
    [['a', 'b', 'c'], 'a, b and c'],
  ])('%o is said as a list', (items, said) => {
    expect(listed(items)).toBe(said);
  });
});

it('instantInWords gives the day and the hour of Europe/London', () => {
  expect(instantInWords('2026-07-01T23:05:00.000Z')).toBe('2 July 2026 at 12:05am');
  expect(instantInWords('2026-11-28T14:30:00.000Z')).toBe('28 November 2026 at 2:30pm');
});
