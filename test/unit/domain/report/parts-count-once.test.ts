import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { rules1 } from '#domain/report/rule-sets.ts';
import { addMonths, endOfMonth, type ReportMonth, startOfDay } from '#language/time.ts';
import type { Flow } from '#schemas/flow.ts';
import type { ReviewPosition } from '#schemas/position.ts';
import { Lifecycle, Tier } from '#schemas/review.ts';
import { aProgramme, aReview, aSetting, asPrevious, rollUp } from '../../../support/positions.ts';

/* docs/meaning.md REPORT-31: a review and those that are part of it count once, where the whole is. */

type Section = Partial<ReviewPosition['review']>;
type Lived = readonly (readonly [lifecycle: Lifecycle, on: string])[];
const lived = (id: string, changes: Lived, more: Section = {}) =>
  aReview(id, {
    review: {
      title: `Review ${id}`,
      lifecycle: changes.at(-1)?.[0] ?? 'potential',
      lifecycles: changes.map(([lifecycle, on]) => ({ lifecycle, at: startOfDay(on) })),
      ...more,
    },
  });
const since2013: Lived = [['active', '2013-10-01']];
const whole = lived('whole', since2013, { stage: 'full-business-case', tier: '1', portfolio: 'place' });
const part = (id: string, more: Section = {}, changes: Lived = since2013) =>
  lived(id, changes, { parent: 'whole', tier: '2', portfolio: 'people', ...more });
const waysOf = ({ entered, left }: Flow) =>
  [entered, left].map(({ rows }) => rows.map(({ review, how, others = [] }) => [review, how, ...others].join(' ')));

describe('a review whose components are at different stages', () => {
  const { content, lines } = rollUp([
    part('a', { stage: 'implementation' }),
    whole,
    part('b', { stage: 'options-appraisal' }),
  ]);
  const { counts, flow } = content;

  it('counts once, at its own stage, in its own tier and portfolio', () => {
    expect([counts.counted, flow.opening, flow.closing, flow.reconciles]).toEqual([1, 1, 1, true]);
    const counted = (rows: typeof counts.stage) =>
      rows
        .filter(({ share }) => share.numerator > 0)
        .map(({ key, share }) => [key, share.numerator, share.denominator]);
    expect(counted(counts.stage)).toEqual([['full-business-case', 1, 1]]);
    expect(counted(counts.tier)).toEqual([['1', 1, 1]]);
    expect(counted(counts.portfolio)).toEqual([['place', 1, 1]]);
    expect(flow.byTier?.filter(({ closing }) => closing > 0).map(({ key }) => key)).toEqual(['1']);
  });

  it('names each component with its stage and the stage at which it counts, and keeps its line, return and risks', () => {
    expect(counts.components?.rows.map(({ review, stage, of, ofStage }) => [review, stage, of, ofStage])).toEqual([
      ['a', 'Implementation', 'whole', 'Full business case (3)'],
      ['b', 'Options appraisal (2)', 'whole', 'Full business case (3)'],
    ]);
    expect(lines.map(({ review, counted, parent }) => [review, counted, parent])).toEqual([
      ['a', true, 'whole'],
      ['whole', true, null],
      ['b', true, 'whole'],
    ]);
    expect([content.returns.expected, content.risks.open]).toEqual([3, 3]);
    expect(content.headline).toContainEqual(
      expect.stringMatching(/^1 review counted \(2 more under way within them\)/),
    );
    expect(content.headline).toContainEqual(expect.stringMatching(/^SROs rate 3 of 3 reviews/));
  });

  it('counts each by itself by the first rule set, and says in the next report why it counts otherwise', () => {
    const all = [part('a'), whole];
    const before = rollUp(all, aSetting({ month: '2014-03' }), rules1);
    expect(before.content.counts).toMatchObject({ counted: 2 });
    expect(before.content.counts).not.toHaveProperty('components');
    const now = rollUp(all, aSetting({ previous: asPrevious(before) })).content.flow;
    expect([now.opening, now.restatedBy, now.closing, now.reconciles]).toEqual([2, -1, 1, true]);
    expect(now.restated.rows.map(({ because }) => because)).toEqual([
      'Not in line with the report of March 2014: the review is part of "Review whole", and by the rules since, it counts within it.',
    ]);
    expect(now.sentence).toContain('restated by counting parts of a review once with it: 1 fewer');
  });
});

describe('the movements of a component', () => {
  it.each<[string, readonly ReturnType<typeof lived>[], [number, string[], string[], number]]>([
    [
      'is none where it is approved while the whole is counted',
      [
        whole,
        part('a', {}, [
          ['potential', '2013-10-01'],
          ['active', '2014-04-03'],
        ]),
      ],
      [1, [], [], 1],
    ],
    [
      'is none where it ends before the whole',
      [whole, part('a', {}, [...since2013, ['completed', '2014-04-03']])],
      [1, [], [], 1],
    ],
    [
      'counts by itself from when the whole ends',
      [lived('whole', [...since2013, ['completed', '2014-04-10']]), part('a')],
      [1, ['a counted-apart'], ['whole completed'], 1],
    ],
    [
      'counts within the whole from when that is approved',
      [
        lived('whole', [
          ['potential', '2013-10-01'],
          ['active', '2014-04-10'],
        ]),
        part('a'),
      ],
      [1, ['whole approved'], ['a counted-within Review whole'], 1],
    ],
    [
      'counts within the whole from when it is part of it',
      [
        whole,
        part('a', {
          places: [
            { tier: '2', at: startOfDay('2013-10-01') },
            { tier: '2', parent: 'whole', at: startOfDay('2014-04-10') },
          ],
        }),
      ],
      [2, [], ['a counted-within Review whole'], 1],
    ],
    [
      'counts by itself where the whole is struck out',
      [lived('whole', since2013, { strikeOuts: [{ from: startOfDay('2014-04-10') }] }), part('a')],
      [1, ['a counted-apart'], ['whole struck-out'], 1],
    ],
    [
      'counts within the whole of its whole, while what is between has ended',
      [whole, part('b', {}, [...since2013, ['completed', '2014-02-01']]), part('c', { parent: 'b' })],
      [1, [], [], 1],
    ],
  ])('%s', (_, reviews, expected) => {
    const { flow, counts } = rollUp(reviews).content;
    expect([flow.opening, ...waysOf(flow), flow.closing]).toEqual(expected);
    expect([flow.reconciles, counts.counted]).toEqual([true, flow.closing]);
  });

  it('CON-41: counts each by itself where reviews are part of each other, and finds that once', () => {
    const { content } = rollUp([
      part('b', { parent: 'a' }),
      part('a', { parent: 'b' }),
      part('c', { parent: 'b' }),
      whole,
      part('d'),
    ]);
    expect([content.counts.counted, content.counts.components?.total]).toEqual([3, 2]);
    const found = content.findings.rows.filter(({ rule }) => rule === 'CON-41');
    expect(found.map(({ subject, because }) => [subject.review, because])).toEqual([
      ['a', 'Review a and Review b are part of each other: none of them is the whole, and each counts by itself.'],
    ]);
  });

  it('CON-41: finds nothing where a review is part of one that is part of another', () => {
    const { content } = rollUp([whole, part('b'), part('c', { parent: 'b' })]);
    expect(content.findings.rows.filter(({ rule }) => rule === 'CON-41')).toEqual([]);
    expect(content.counts.components?.rows.map(({ review, of }) => [review, of])).toEqual([
      ['c', 'b'],
      ['b', 'whole'],
    ]);
  });
});

const ids = ['a', 'b', 'c', 'd', 'e', 'f'] as const;
const firstMonth = '2014-02';
const monthsOfChain: readonly ReportMonth[] = [0, 1, 2].map((n) => addMonths(firstMonth, n));
const change = fc
  .record({
    lifecycle: fc.constantFrom(...Lifecycle.options, ...Array.from({ length: 7 }, () => 'active' as const)),
    tier: fc.constantFrom(...Tier.options),
    portfolio: fc.constantFrom('people', 'place', undefined),
    parent: fc.constantFrom('a', 'a', 'b', 'c', undefined),
    month: fc.integer({ min: -1, max: 2 }),
    day: fc.integer({ min: 1, max: 28 }),
    late: fc.integer({ min: 0, max: 2 }),
  })
  .map(({ month, day, late, ...is }) => ({
    ...is,
    at: startOfDay(`${addMonths(firstMonth, month)}-${String(day).padStart(2, '0')}`),
    toldBy: Math.max(0, month) + late,
  }));
const life = fc.record({
  changes: fc.uniqueArray(change, { selector: (one) => one.at, minLength: 1, maxLength: 5 }),
  stage: fc.constantFrom('identified', 'implementation'),
  struckOutBy: fc.integer({ min: 0, max: 30 }),
  lostBy: fc.integer({ min: 0, max: 30 }),
});
type Life = typeof life extends fc.Arbitrary<infer L> ? L : never;

const asKnown = (id: string, { changes, stage, struckOutBy, lostBy }: Life, n: number, month: ReportMonth) => {
  const told = changes
    .filter((one) => one.toldBy <= n && one.at <= endOfMonth(month))
    .toSorted((one, other) => (one.at < other.at ? -1 : 1));
  const last = told.at(-1);
  if (last === undefined || lostBy <= n) return [];
  const where = ({ tier, portfolio, parent }: (typeof told)[number]) => ({
    tier,
    ...(portfolio === undefined ? {} : { portfolio }),
    ...(parent === undefined || parent === id ? {} : { parent }),
  });
  const { portfolio, ...now } = where(last);
  return [
    aReview(id, {
      review: {
        ...{ ...now, portfolio, stage, lifecycle: last.lifecycle },
        lifecycles: told.map(({ lifecycle, at }) => ({ lifecycle, at })),
        places: told.map((one) => ({ ...where(one), at: one.at })),
        ...(struckOutBy <= n ? { strikeOuts: [{ from: startOfDay(`${month}-20`) }] } : {}),
      },
    }),
  ];
};

describe('the roll-up of reviews that are part of others', () => {
  it('counts each family once and everything somewhere, opens with the last closing and reconciles, for each tier and portfolio too', () => {
    let components = 0;
    fc.assert(
      fc.property(
        fc.array(life, { minLength: 3, maxLength: ids.length }),
        fc.array(fc.boolean(), { minLength: 3, maxLength: 3 }),
        (lives, pausedCounts) => {
          let previous: ReturnType<typeof asPrevious> = null;
          for (const [n, month] of monthsOfChain.entries()) {
            const made = rollUp(
              lives.flatMap((one, k) => asKnown(ids[k] ?? '', one, n, month)),
              aSetting({ programme: aProgramme({ pausedCounts: pausedCounts[n] }), month, previous }),
            );
            const { flow, counts } = made.content;
            const underWay = new Map(made.lines.filter(({ counted }) => counted).map((line) => [line.review, line]));
            const within = counts.components?.rows ?? [];
            components += within.length;
            expect(counts.counted + within.length).toBe(underWay.size);
            for (const { review, of } of within) expect([underWay.has(review), underWay.has(of)]).toEqual([true, true]);
            // Where nobody is above, a review is in the total; where one is that has nobody above, it is within: no family is lost, or twice.
            for (const { review, parent } of underWay.values()) {
              const above = typeof parent === 'string' ? underWay.get(parent) : undefined;
              if (parent === null || above?.parent === null)
                expect(within.some((one) => one.review === review)).toBe(parent !== null);
            }
            for (const table of [counts.stage, counts.tier, counts.portfolio, counts.lifecycle])
              expect(table.reduce((sum, { share }) => sum + share.numerator, 0)).toBe(counts.counted);
            expect([flow.closing, flow.reconciles]).toEqual([counts.counted, true]);
            if (previous !== null) expect(flow.opening).toBe(previous.content.flow.closing);
            for (const rows of [flow.byTier ?? [], flow.byPortfolio ?? []]) {
              expect(rows.filter(({ reconciles }) => !reconciles)).toEqual([]);
              const sumOf = (of: 'opening' | 'closing' | 'entered' | 'left' | 'restatedBy') =>
                rows.reduce((sum, row) => sum + row[of], 0);
              expect([sumOf('opening'), sumOf('closing'), sumOf('restatedBy')]).toEqual([
                flow.opening,
                flow.closing,
                flow.restatedBy,
              ]);
              expect([sumOf('entered'), sumOf('left')]).toEqual([flow.entered.total, flow.left.total]);
            }
            for (const { key, share } of counts.tier)
              expect(flow.byTier?.find((row) => row.key === key)?.closing ?? 0).toBe(share.numerator);
            expect(flow.potential?.reconciles).toBe(true);
            previous = asPrevious(made);
          }
        },
      ),
      { numRuns: 100 },
    );
    expect(components).toBeGreaterThan(50);
  });
});
