import { describe, expect, it } from 'vitest';
import { Figure, FigureOrPounds, Pounds, SignedPounds } from '#schemas/figures.ts';

const messagesOf = (read: { error?: { issues: { message: string }[] } | undefined }): string[] =>
  (read.error?.issues ?? []).map((issue) => issue.message);

describe('Whole pounds', () => {
  it.each([0, 1, 43_000_000, 1e12])('may be %d', (value) => {
    expect(Pounds.parse(value)).toBe(value);
  });

  it.each<[unknown, string]>([
    [-1, 'must not be below zero'],
    [0.5, 'must be a whole number of pounds'],
    [1e12 + 1, 'must be at most a million million pounds'],
    ['43', 'must be a whole number of pounds'],
    [null, 'must be a whole number of pounds'],
    [Number.NaN, 'must be a whole number of pounds'],
    [Number.POSITIVE_INFINITY, 'must be a whole number of pounds'],
  ])('may not be %o: %s', (value, message) => {
    expect(messagesOf(Pounds.safeParse(value))).toContain(message);
  });

  it.each([-43, 0, 43])('of actuals and cash flows may be %d', (value) => {
    expect(SignedPounds.parse(value)).toBe(value);
  });

  it('of actuals and cash flows are whole too', () => {
    expect(messagesOf(SignedPounds.safeParse(-0.5))).toEqual(['must be a whole number of pounds']);
  });
});

describe('An honest figure', () => {
  it.each([
    { kind: 'amount', pounds: 92_000_000 },
    { kind: 'amount', pounds: 0 },
    { kind: 'range', low: 150_000_000, high: 250_000_000 },
    { kind: 'range', low: 5, high: 5 },
    { kind: 'over', pounds: 169_000_000 },
    { kind: 'about', pounds: 6 },
    { kind: 'nearly', pounds: 14_000_000 },
    { kind: 'part-known', pounds: 6_000_000, covers: '2014/15 only' },
    { kind: 'to-be-confirmed', reason: 'similar magnitude to 2016/17' },
    { kind: 'non-financial', words: 'Shorter waits at the desk' },
    { kind: 'not-stated' },
  ])('may be $kind, with or without its source, date and conflicts', (figure) => {
    const sourced = {
      ...figure,
      source: 'County Council, 15 May 2014',
      asAt: '2014-04-30',
      conflicts: [
        { value: { kind: 'amount', pounds: 45_000_000 }, source: 'Another paper of the meeting', asAt: '2014-05-15' },
      ],
    };
    expect(Figure.parse(figure)).toEqual(figure);
    expect(Figure.parse(sourced)).toEqual(sourced);
  });

  it.each<[string, unknown]>([
    ['without a kind', { pounds: 1 }],
    ['of a kind that there is not', { kind: 'roughly', pounds: 1 }],
    ['with a fraction of a pound', { kind: 'amount', pounds: 1.5 }],
    ['below zero', { kind: 'amount', pounds: -1 }],
    ['with fields of another kind', { kind: 'amount', pounds: 1, high: 2 }],
    ['not stated and yet with pounds', { kind: 'not-stated', pounds: 0 }],
    ['to be confirmed without a reason', { kind: 'to-be-confirmed' }],
    ['non-financial without words', { kind: 'non-financial', words: ' ' }],
    ['part-known that does not say what it covers', { kind: 'part-known', pounds: 1 }],
    ['of a source date that does not exist', { kind: 'amount', pounds: 1, asAt: '2014-02-30' }],
    [
      'in conflict with nothing that has a source',
      { kind: 'amount', pounds: 1, conflicts: [{ value: { kind: 'amount', pounds: 2 } }] },
    ],
    [
      'whose conflicting value is no figure',
      { kind: 'amount', pounds: 1, conflicts: [{ value: 2, source: 'Another paper' }] },
    ],
  ])('is refused %s', (_, figure) => {
    expect(Figure.safeParse(figure).success).toBe(false);
  });

  it.each([
    ['itself', { kind: 'range', low: 2, high: 1 }, ['high']],
    [
      'in a conflict',
      {
        kind: 'amount',
        pounds: 1,
        conflicts: [{ value: { kind: 'range', low: 2, high: 1 }, source: 'Another paper' }],
      },
      ['conflicts', 0, 'value', 'high'],
    ],
  ])('of a range may not end below its low end, %s', (_, figure, path) => {
    expect(Figure.safeParse(figure).error?.issues).toMatchObject([{ path, message: 'must not be below the low end' }]);
  });
});

describe('An amount of a savings line', () => {
  it.each([0, 43_000_000, { kind: 'over', pounds: 6 }])('may be bare pounds or a figure: %o', (given) => {
    expect(FigureOrPounds.parse(given)).toEqual(given);
  });

  it.each([0.5, '43', null, [], {}, { pounds: 43 }])('may not be %o, and the refusal says what is wanted', (given) => {
    expect(messagesOf(FigureOrPounds.safeParse(given))).toEqual([
      'must be a whole number of pounds, zero or above, or a figure object with a "kind"',
    ]);
  });

  it('may not be below zero', () => {
    expect(messagesOf(FigureOrPounds.safeParse(-1))).toEqual(['must not be below zero']);
  });
});
