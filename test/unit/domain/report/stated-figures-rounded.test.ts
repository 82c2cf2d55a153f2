import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { rules1 } from '#domain/report/rule-sets.ts';
import { compared, statedPoint } from '#registers/stated-position/stated-rounding.ts';
import { aSetting, noProgrammeWide, rollUp, stated } from '../../../support/positions.ts';

type Entry = ReturnType<typeof stated>;
const reportOf = (entries: readonly Entry[], ruleSet?: typeof rules1) =>
  rollUp([], aSetting({ programmeWide: { ...noProgrammeWide, statedPositions: [...entries] } }), ruleSet).content;
const becauseOf = (...given: Parameters<typeof reportOf>) =>
  reportOf(...given)
    .findings.rows.filter(({ rule }) => rule === 'CON-06')
    .map(({ because }) => because);

const about = (pounds: number) => ({ kind: 'about', pounds }) as const;
const amount = (pounds: number) => ({ kind: 'amount', pounds }) as const;
const nearly = (pounds: number) => ({ kind: 'nearly', pounds }) as const;
const third = (figure: object): readonly Entry[] => [
  stated('whole', { measure: 'savings-expected', periodYears: 3, figure: amount(100e6) }),
  stated('a-year', { measure: 'savings-expected-a-year', figure, follows: { from: 'whole', by: 'average-a-year' } }),
];
const conflict = (figure: object, value: object): readonly Entry[] => [
  stated('one', {
    measure: 'other',
    figure: { ...figure, source: 'Budget', conflicts: [{ value, source: 'Outturn' }] },
  }),
];
const twice = (...figures: readonly object[]): readonly Entry[] =>
  figures.map((figure, n) => stated(`entry-${n}`, { measure: 'savings-required', year: '2015/16', figure }));
const parts = (required: object, identified: object, unidentified: object): readonly Entry[] =>
  Object.entries({ required, identified, unidentified }).map(([name, figure]) =>
    stated(name, { measure: `savings-${name}`, year: '2015/16', figure }),
  );

type Row = readonly [string, readonly Entry[]];

describe('Stated figures', () => {
  it.each<Row>([
    ['about £33.3 million a year and a third of £100 million', third(about(33.3e6))],
    ['nearly £33 million a year and a third of £100 million', third(nearly(33e6))],
    ['£33,333,333 a year and a third of £100 million', third(amount(33_333_333))],
    ['about £43 million and £43,250,001 in another paper', conflict(about(43e6), amount(43_250_001))],
    ['£43,250,001 and about £43 million in another paper', conflict(amount(43_250_001), about(43e6))],
    ['£6 million twice, once as about', twice(amount(6e6), about(6e6))],
    ['about £88 million and about £45 million and £43.2 million', parts(about(88e6), about(45e6), amount(43.2e6))],
  ])('that round to each other agree: %s', (_, entries) => {
    expect(becauseOf(entries)).toEqual([]);
  });

  it.each<Row>([
    ['about £33.6 million a year and a third of £100 million', third(about(33.6e6))],
    ['£43 million and £45 million in another paper', conflict(amount(43e6), amount(45e6))],
    ['about £33.3 million and about £33.4 million in another paper', conflict(about(33.3e6), about(33.4e6))],
    ['£5.4 million and about £7 million in another paper', conflict(amount(5.4e6), about(7e6))],
    ['£88 million and £90 million for one year', twice(amount(88e6), amount(90e6))],
    ['about £88 million and about £45 million and £41 million', parts(about(88e6), about(45e6), about(41e6))],
    ['over £6 million and £6 million', conflict({ kind: 'over', pounds: 6e6 }, amount(6e6))],
  ])('that do not round to each other are found: %s', (_, entries) => {
    expect(becauseOf(entries)).toEqual([expect.not.stringContaining('rounding')]);
  });

  it.each<Row>([
    ['£33.3 million a year and a third of £100 million', third(amount(33.3e6))],
    ['£33.3 million and £33,333,333 in another paper', conflict(amount(33.3e6), amount(33_333_333))],
    ['£43 million and £43.4 million for one year', twice(amount(43e6), amount(43.4e6))],
    ['£88 million and its parts £45 million and £44 million', parts(amount(88e6), amount(45e6), amount(44e6))],
  ])('that are amounts as close as rounding leaves them differ perhaps by rounding: %s', (_, entries) => {
    expect(becauseOf(entries)).toEqual([expect.stringMatching(/, perhaps by rounding\.$/)]);
  });

  it('that agree in rounding say so next to what they follow from', () => {
    expect(reportOf(third(about(33.3e6))).savings.stated.map((one) => one.follows)).toContainEqual({
      from: 'whole',
      low: 33_333_333,
      high: 33_333_333,
      agrees: true,
      sentence:
        '£100 million over 3 years is £33,333,333 a year; about £33.3 million a year is stated, which agrees in rounding.',
    });
  });

  it('agreed to the pound and in words by the first rule set, and only amounts were added up', () => {
    expect(becauseOf(third(about(33.3e6)), rules1)).toEqual([
      '"a-year" does not follow from "whole": £100 million over 3 years is £33,333,333 a year; £33.3 million a year is stated.',
    ]);
    expect(becauseOf(twice(amount(6e6), about(6e6)), rules1)).toHaveLength(1);
    expect(becauseOf(parts(about(88e6), about(45e6), about(41e6)), rules1)).toEqual([]);
    expect(becauseOf(parts(amount(88e6), amount(45e6), amount(44e6)), rules1)).toEqual([
      'For 2015/16, £45 million identified and £44 million unidentified make £89 million; £88 million is stated as required.',
    ]);
  });

  it('of any size agree with what they were rounded to where that says so, whichever is looked at first', () => {
    const place = fc.constantFrom(1, 10, 1_000, 100_000, 1_000_000);
    fc.assert(
      fc.property(fc.integer({ min: 1_000_000, max: 1e9 }), place, (pounds, unit) => {
        const rounded = Math.round(pounds / unit) * unit;
        const [exact, said, bare] = [amount(pounds), about(rounded), amount(rounded)].map(statedPoint);
        if (!exact || !said || !bare) throw new Error('each of them is a point');
        expect([compared(exact, said), compared(said, exact)]).toEqual(['agree', 'agree']);
        const differs = rounded !== pounds;
        expect(compared(exact, bare)).toBe(differs ? 'differ, perhaps by rounding' : 'agree');
      }),
      { seed: 24, numRuns: 500 },
    );
  });
});
