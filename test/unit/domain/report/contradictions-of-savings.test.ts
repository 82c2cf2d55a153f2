import { describe, expect, it } from 'vitest';
import { openReport } from '#domain/report/compose-report.ts';
import { rules1 } from '#domain/report/rule-sets.ts';
import { savingsSection } from '#registers/saving/savings-profile.ts';
import { aReview, aSavingsLine, aSetting, rollUp, savingsOf } from '../../../support/positions.ts';

const year = (over: Record<string, unknown>, of = '2014/15') => ({ years: [{ year: of, plan: 1_000_000, ...over }] });
const validated = (pounds: number, of = '2014/15') => ({
  validations: [
    { year: of, pounds, on: '2014-04-20', by: 'finance-lead', at: '2014-04-20T00:00:00.000Z', ofVersion: 1 },
  ],
});
const rulesFor = (over: Record<string, unknown>, facts: Record<string, unknown> = {}) =>
  rollUp([aReview('property', { savings: savingsOf(over, facts) })]).content.findings.rows.map(({ rule }) => rule);
const all = { delivered: 0, onTrack: 1_000_000 };

describe('savings that cannot be as they are stated (SAVINGS-22)', () => {
  it.each<[string, Record<string, unknown>, Record<string, unknown>, string[]]>([
    ['delivered, and nothing is validated', year({ states: { delivered: 1_000_000 } }), {}, ['CON-08']],
    [
      'more delivered than is validated',
      year({ states: { delivered: 400_000, onTrack: 600_000 } }),
      validated(300_000),
      ['CON-08'],
    ],
    [
      'all that is delivered is validated',
      year({ states: { ...all, delivered: 400_000, onTrack: 600_000 } }),
      validated(400_000),
      [],
    ],
    ['more claimed than planned', year({ claimedActual: 1_000_001 }), {}, ['CON-09']],
    ['more validated than planned', year({}), validated(1_000_001), ['CON-09']],
    ['as much claimed as planned', year({ claimedActual: 1_000_000 }), {}, []],
    [
      'claimed within a planned range',
      { years: [{ year: '2014/15', plan: { kind: 'range', low: 1, high: 1_000_000 }, claimedActual: 900_000 }] },
      {},
      [],
    ],
    ['claimed for a year to come', year({ claimedActual: 1 }, '2015/16'), {}, ['CON-10']],
    [
      'delivered in a year to come',
      year({ states: { delivered: 1_000_000 } }, '2015/16'),
      validated(1_000_000, '2015/16'),
      ['CON-10'],
    ],
    ['claimed for a year that has begun', year({ claimedActual: 1 }), {}, []],
    ['states that come to less than the plan', year({ states: { onTrack: 999_999 } }), {}, ['GAP-06']],
    ['states that come to the plan', year({ states: all }), {}, []],
    ['a plan without states', year({}), {}, []],
  ])('%s', (_title, over, facts, rules) => expect(rulesFor(over, facts)).toEqual(rules));
});

const onBudget = (id: string, over: Record<string, unknown> = {}) => {
  const line = aSavingsLine({
    title: id,
    budgetLine: '4567 Home care',
    ...year({ plan: 400_000, alreadyInMtfp: 0 }),
    ...over,
  });
  return { ...line, id };
};
const reviewOf = (id: string, ...lines: ReturnType<typeof onBudget>[]) =>
  aReview(id, { savings: savingsSection(lines), review: { title: id } });
const twice = (...reviews: ReturnType<typeof reviewOf>[]) => {
  const { findings, savings } = rollUp(reviews).content;
  return {
    found: findings.rows.filter(({ rule }) => rule === 'CON-11').map((one) => one.because),
    shown: savings.claimedTwice?.rows,
  };
};

describe('one budget line or contract claimed twice in a year (SAVINGS-21)', () => {
  it('by two reviews is a double count until one of them says why not, and the justification is shown', () => {
    expect(twice(reviewOf('a', onBudget('one')), reviewOf('b', onBudget('two'))).found).toEqual([
      'The budget line "4567 Home care" is claimed for 2014/15 by "one" of a (£400,000) and "two" of b (£400,000), and nobody says why that is no double count.',
    ]);
    const justified = twice(
      reviewOf('b', onBudget('two', { doubleCountJustification: 'Another half of the contract hours' })),
      reviewOf('a', onBudget('one', { budgetLine: ' 4567 home  CARE' })),
    );
    expect(justified.found).toEqual([]);
    expect(justified.shown).toMatchObject([
      {
        what: 'budget-line',
        years: ['2014/15'],
        justified: true,
        lines: [{ justification: null }, { justification: 'Another half of the contract hours' }],
      },
    ]);
  });

  it('by two lines of one review, or by contract, is found too', () => {
    const two = twice(reviewOf('a', onBudget('one'), onBudget('two')));
    expect(two.found).toHaveLength(1);
    const byContract = { budgetLine: undefined, contract: 'C-1' };
    expect(twice(reviewOf('a', onBudget('one', byContract)), reviewOf('b', onBudget('two', byContract))).found).toEqual(
      [expect.stringContaining('The contract "C-1" is claimed for 2014/15')],
    );
  });

  it.each([
    ['in different years', onBudget('two', year({}, '2015/16'))],
    ['with a plan of nought', onBudget('two', year({ plan: 0 }))],
    ['by another budget line', onBudget('two', { budgetLine: '4568' })],
    ['by a substitute of the line', onBudget('two', { substituteFor: 'one' })],
  ])('%s is none', (_title, other) => expect(twice(reviewOf('a', onBudget('one'), other)).found).toEqual([]));

  it('changes nothing by the order in which reviews are taken', () => {
    const reviews = [reviewOf('a', onBudget('one')), reviewOf('b', onBudget('two')), reviewOf('c', onBudget('three'))];
    expect(twice(...reviews)).toEqual(twice(...reviews.toReversed()));
  });
});

describe('identified leaves out what is unachievable (SAVINGS-20)', () => {
  const first = (...lines: ReturnType<typeof onBudget>[]) => {
    const [row] = rollUp([reviewOf('a', ...lines)]).content.savings.years;
    return [row?.identified.low, row?.netNew.low, row?.mtfpPressure];
  };
  const line = (id: string, plan: number, mtfp: number, unachievable = 0, more: object = {}) =>
    onBudget(id, { ...year({ plan, alreadyInMtfp: mtfp, states: { unachievable } }), ...more });

  it.each([
    ['all can be achieved', [line('one', 400, 100)], [400, 300, 0]],
    ['a part of what is new cannot', [line('one', 400, 100, 200)], [200, 100, 0]],
    ['what cannot be achieved eats into the share of the MTFP: pressure', [line('one', 400, 300, 200)], [300, 0, 100]],
    [
      'a substitute takes the place of what cannot be achieved',
      [line('one', 300, 300, 300), line('two', 300, 0, 0, { substituteFor: 'one' })],
      [300, 0, 0],
    ],
    [
      'a substitute takes the place of what was never said to be unachievable',
      [line('one', 100, 0), line('two', 60, 0, 0, { substituteFor: 'one' })],
      [100, 100, 0],
    ],
    [
      'a substitute of a substitute',
      [
        line('one', 100, 0),
        line('three', 100, 0, 0, { substituteFor: 'two' }),
        line('two', 100, 0, 0, { substituteFor: 'one' }),
      ],
      [100, 100, 0],
    ],
  ])('%s', (_title, lines, expected) => expect(first(...lines)).toEqual(expected));

  it('shows the pair, and months by rules-1 are as they were', () => {
    const reviews = [reviewOf('a', line('one', 400, 300, 200), line('two', 50, 0, 0, { substituteFor: 'one' }))];
    expect(rollUp(reviews).content.savings.substitutions?.rows).toEqual([
      { review: 'a', title: 'a', line: 'one', substitute: 'two', year: '2014/15', planned: 400, replacedBy: 50 },
    ]);
    const fold = openReport(aSetting(), rules1);
    for (const review of reviews) fold.add(review);
    const { savings } = fold.close();
    expect(savings.years[0]).toMatchObject({ identified: { low: 450 }, netNew: { low: 150 } });
    expect(savings.years[0]).not.toHaveProperty('mtfpPressure');
    expect(savings).not.toHaveProperty('substitutions');
    expect(savings).not.toHaveProperty('claimedTwice');
  });
});
