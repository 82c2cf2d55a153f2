import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { rules1 } from '#domain/report/rule-sets.ts';
import { aReview, aSetting, type Broken, noProgrammeWide, rollUp } from '../../../support/positions.ts';
import { formatsOf } from '../../../support/report-formats.ts';

type Line = NonNullable<Broken['budgetLines']>[number];
const one = (over: Partial<Line> = {}): Line => ({
  id: 'property',
  title: 'Property costs',
  kind: 'line',
  year: '2014/15',
  budget: 4_000_000,
  variance: 300_000,
  adjustment: { pounds: -60_000, reason: 'A late rent review' },
  lastReported: 275_000,
  of: [],
  ...over,
});
const madeOf = (...lines: readonly Line[]) => rollUp([aReview('property', { budgetLines: [...lines] })]).content;
const because = (rule: string, ...lines: readonly Line[]) =>
  madeOf(...lines).findings.rows.flatMap((found) => (found.rule === rule ? [found.because] : []));

describe('The part of the report on budget lines', () => {
  it('works out the revised variance and how it moved', () => {
    expect(madeOf(one()).budgetLines?.rows.rows[0]).toMatchObject({ revised: 240_000, movement: -35_000 });
  });

  it('shows what is printed where there is nothing to work it out from', () => {
    const printed = one({ variance: undefined, adjustment: undefined, revised: 230_000, movement: -5_000 });
    expect(madeOf(printed).budgetLines?.rows.rows[0]).toMatchObject({ revised: 230_000, movement: -45_000 });
    const total = one({ kind: 'total', of: ['property'], adjustment: undefined, lastReported: undefined });
    const shown = madeOf({ ...total, revised: 230_000, movement: -5_000 }).budgetLines?.rows.rows[0];
    expect(shown).toMatchObject({ revised: 230_000, movement: -5_000 });
  });

  it('leaves unknown what is not stated, and says of how many lines a sum is', () => {
    const bare = one({ id: 'bare', variance: undefined, adjustment: undefined, lastReported: undefined });
    expect(madeOf(one(), bare).budgetLines?.years[0]).toMatchObject({
      lines: 2,
      budget: { pounds: 8_000_000, stated: 2 },
      revised: { pounds: 240_000, stated: 1 },
      movement: { pounds: -35_000, stated: 1 },
    });
    expect(madeOf(bare).budgetLines?.years[0]?.movement).toEqual({ pounds: null, stated: 0 });
  });

  it('shows what drives the cost, in the order of the paper', () => {
    const drivers = [
      { driver: 'volume', percent: '60' },
      { driver: 'other', words: 'Placements out of county', percent: '40' },
    ] as const;
    const report = rollUp([aReview('property', { budgetLines: [one({ drivers: [...drivers] })] })]);
    expect(report.content.budgetLines?.drivers?.rows.map(({ driver }) => driver)).toEqual(['volume', 'other']);
    const formats = formatsOf(JSON.stringify(report));
    for (const format of ['JSON', 'page', 'CSV'] as const)
      expect(formats[format]).toContain('Placements out of county');
    expect(madeOf(one()).budgetLines).not.toHaveProperty('drivers');
  });

  it.each([
    [['60', '40'], null],
    [['33', '33', '33'], null],
    [['33.3', '33.3', '33.3'], null],
    [['120', '-20'], null],
    [['60.0', '39.0'], '99%'],
    [['60', '38'], '98%'],
    [['50.0', '50.2'], '100.2%'],
  ] as const)('whose shares of what drives the cost are %j makes %s of the whole', (percents, sum) => {
    const drivers = percents.map((percent) => ({ driver: 'price' as const, percent }));
    expect(because('CON-21', one({ drivers }))).toEqual(
      sum === null ? [] : [`The shares of what drives the cost of "Property costs" in 2014/15 make ${sum}, not 100%.`],
    );
  });

  it('shows a total that a paper prints, and does not add it', () => {
    const total = one({ id: 'all', title: 'All', kind: 'total', of: ['property'] });
    const part = madeOf(one(), total).budgetLines;
    expect(part?.years[0]?.budget).toEqual({ pounds: 4_000_000, stated: 1 });
    expect(part?.rows.total).toBe(2);
  });

  it('adds up to what its rows say, whatever the lines', () => {
    const pounds = fc.option(fc.integer({ min: -1e9, max: 1e9 }), { nil: undefined });
    const line = fc.record({ variance: pounds, lastReported: pounds, year: fc.constantFrom('2014/15', '2015/16') });
    fc.assert(
      fc.property(fc.array(line, { maxLength: 12 }), (given) => {
        const part = madeOf(...given.map((over, n) => one({ ...over, id: `line-${n}` }))).budgetLines;
        for (const { year, revised, movement } of part?.years ?? []) {
          const rows = part?.rows.rows.filter((row) => row.year === year) ?? [];
          const sum = (name: 'revised' | 'movement') =>
            rows.reduce<number | null>((all, row) => (row[name] === null ? all : (all ?? 0) + row[name]), null);
          expect([revised.pounds, movement.pounds]).toEqual([sum('revised'), sum('movement')]);
        }
      }),
    );
  });

  it('is in every format, of the programme too, and in none by the first rule set', () => {
    const setting = aSetting({ programmeWide: { ...noProgrammeWide, budgetLines: [one()] } });
    for (const [format, text] of Object.entries(formatsOf(JSON.stringify(rollUp([], setting))))) {
      expect(text, format).toContain('Property costs');
      expect(text, format).toContain('A late rent review');
    }
    expect(JSON.stringify(rollUp([], setting, rules1))).not.toContain('Property costs');
  });
});

describe('CON-17: what is printed of a line follows from its parts', () => {
  it('finds another revised variance, and another movement', () => {
    expect(because('CON-17', one({ revised: 250_000, movement: -35_000 }))).toEqual([
      'The revised variance of "Property costs" in 2014/15 is printed as £250,000; its parts come to £240,000.',
    ]);
    expect(because('CON-17', one({ movement: 35_000 }))).toEqual([
      'The movement of "Property costs" in 2014/15 is printed as £35,000; its parts come to -£35,000.',
    ]);
  });
  it.each<[string, Partial<Line>]>([
    ['as it is worked out', { revised: 240_000, movement: -35_000 }],
    ['where there is nothing to work it out from', { variance: undefined, revised: 250_000 }],
  ])('finds none that is printed %s', (_what, over) => expect(because('CON-17', one(over))).toEqual([]));
});

describe('CON-18: a printed total is the sum of its lines', () => {
  const other = one({ id: 'legal', title: 'Legal', budget: 1_000_000, variance: -20_000, adjustment: undefined });
  const total = (over: Partial<Line>) => {
    const nothing = { adjustment: undefined, lastReported: undefined, budget: undefined, variance: undefined };
    return one({ id: 'all', title: 'All', kind: 'total', of: ['property', 'legal'], ...nothing, ...over });
  };
  it('finds another one', () => {
    expect(because('CON-18', one(), other, total({ budget: 5_100_000, revised: 200_000 }))).toEqual([
      'The budget of the total "All" in 2014/15 is printed as £5.1 million; its 2 lines come to £5 million.',
      'The revised variance of the total "All" in 2014/15 is printed as £200,000; its 2 lines come to £220,000.',
    ]);
  });
  it.each<[string, readonly Line[]]>([
    ['that is right', [one(), other, total({ budget: 5_000_000, variance: 280_000, revised: 220_000 })]],
    ['of which a line does not state it', [one(), { ...other, budget: undefined }, total({ budget: 1 })]],
    ['of which a line is not there', [one(), total({ budget: 1 })]],
  ])('finds none %s', (_what, lines) => expect(because('CON-18', ...lines)).toEqual([]));
});
