import { describe, expect, it } from 'vitest';
import { startOfDay } from '#language/time.ts';
import type { ReviewPosition } from '#schemas/position.ts';
import type { Lifecycle } from '#schemas/review.ts';
import { aReview, aSetting, asPrevious, rollUp } from '../../../support/positions.ts';

type Change = readonly [lifecycle: Lifecycle, on: string];

const lived = (id: string, changes: readonly Change[], more: Partial<ReviewPosition['review']> = {}) =>
  aReview(id, {
    review: {
      title: `Review ${id}`,
      lifecycle: changes.at(-1)?.[0] ?? 'potential',
      lifecycles: changes.map(([lifecycle, on]) => ({ lifecycle, at: startOfDay(on) })),
      ...more,
    },
  });
const flowOf = (changes: readonly Change[], more: Partial<ReviewPosition['review']> = {}) =>
  rollUp([lived('one', changes, more)]).content.flow;

describe('reviews that enter', () => {
  it.each<[string, string, readonly Change[], Partial<ReviewPosition['review']>]>([
    ['approved', 'a new review', [['active', '2014-04-01']], {}],
    [
      'approved',
      'a potential one',
      [
        ['potential', '2013-10-01'],
        ['active', '2014-04-30'],
      ],
      {},
    ],
    [
      'restarted',
      'a stopped one',
      [
        ['stopped', '2013-10-01'],
        ['paused', '2014-04-02'],
      ],
      {},
    ],
    ['split-in', 'one split from another', [['active', '2014-04-02']], { splitFrom: 'two' }],
  ])('as %s: %s', (how, _title, changes, more) => {
    const flow = flowOf(changes, more);
    expect([flow.opening, flow.entered.rows.map((one) => one.how), flow.left.rows, flow.closing]).toEqual([
      0,
      [how],
      [],
      1,
    ]);
    expect(flow.reconciles).toBe(true);
  });
});

describe('a review that is struck out', () => {
  const active = [{ lifecycle: 'active' as const, at: '2013-10-01T00:00:00.000Z' }];
  it.each([
    ['within the month', [{ from: '2014-04-10T09:00:00.000Z' }], [1, [], ['struck-out'], 0]],
    [
      'and put back within it',
      [{ from: '2014-04-10T09:00:00.000Z', until: '2014-04-11T09:00:00.000Z' }],
      [1, ['put-back'], ['struck-out'], 1],
    ],
    ['before it, and is still', [{ from: '2014-03-10T09:00:00.000Z' }], [0, [], [], 0]],
    [
      'before it, and put back within it',
      [{ from: '2014-03-10T09:00:00.000Z', until: '2014-04-11T09:00:00.000Z' }],
      [0, ['put-back'], [], 1],
    ],
  ])('%s is counted out, the flow says so, and it reconciles', (_, strikeOuts, expected) => {
    const { content, lines } = rollUp([aReview('property', { review: { lifecycles: active, strikeOuts } })]);
    const { flow, counts } = content;
    const hows = [flow.entered, flow.left].map(({ rows }) => rows.map(({ how }) => how));
    expect([flow.opening, ...hows, flow.closing]).toEqual(expected);
    expect(flow.reconciles).toBe(true);
    expect([counts.counted, content.lines, lines.length]).toEqual([flow.closing, flow.closing, flow.closing]);
  });
});

describe('reviews that leave', () => {
  it.each<[string, Lifecycle, Partial<ReviewPosition['review']>]>([
    ['completed', 'completed', {}],
    ['stopped', 'stopped', {}],
    ['transferred', 'transferred', {}],
    ['merged', 'stopped', { mergedInto: 'two' }],
    ['back-to-potential', 'potential', {}],
  ])('as %s', (how, lifecycle, more) => {
    const flow = flowOf(
      [
        ['active', '2013-10-01'],
        [lifecycle, '2014-04-10'],
      ],
      more,
    );
    expect([flow.opening, flow.entered.rows, flow.left.rows.map((one) => one.how), flow.closing]).toEqual([
      1,
      [],
      [how],
      0,
    ]);
    expect(flow.left.rows[0]?.on).toBe('2014-04-10');
    expect(flow.reconciles).toBe(true);
  });

  it('and pausing is not leaving', () => {
    expect(
      flowOf([
        ['active', '2013-10-01'],
        ['paused', '2014-04-10'],
      ]),
    ).toMatchObject({
      opening: 1,
      entered: { total: 0, rows: [] },
      left: { total: 0, rows: [] },
      closing: 1,
    });
  });

  it('in the month that they entered are shown on both sides', () => {
    const flow = flowOf([
      ['active', '2014-04-02'],
      ['stopped', '2014-04-20'],
    ]);
    expect([flow.entered.total, flow.left.total, flow.closing, flow.reconciles]).toEqual([1, 1, 0, true]);
  });
});

describe('the boundary of the month', () => {
  it.each([
    ['the last instant of March belongs to March', '2014-03-31T22:59:59.999Z', 1, 0],
    ['the first instant of April belongs to April', '2014-03-31T23:00:00.000Z', 0, 1],
    ['the last instant of April belongs to April', '2014-04-30T22:59:59.999Z', 0, 1],
  ])('%s', (_title, at, opening, entered) => {
    const review = aReview('one', { review: { lifecycles: [{ lifecycle: 'active', at }] } });
    const { flow } = rollUp([review]).content;
    expect([flow.opening, flow.entered.total, flow.closing, flow.reconciles]).toEqual([opening, entered, 1, true]);
  });
});

describe('what is told late', () => {
  const march = rollUp(
    [lived('kept', [['active', '2013-10-01']]), lived('ended', [['active', '2013-10-01']])],
    aSetting({ month: '2014-03' }),
  );
  const april = (reviews: Parameters<typeof rollUp>[0]) =>
    rollUp(reviews, aSetting({ previous: asPrevious(march) })).content;

  it('restates the opening, and says of which review and why', () => {
    const { flow } = april([
      lived('kept', [['active', '2013-10-01']]),
      lived('ended', [
        ['active', '2013-10-01'],
        ['stopped', '2014-03-12'],
      ]),
      lived('late', [['active', '2014-03-20']]),
    ]);
    expect(flow).toMatchObject({
      opening: 2,
      openingFrom: 'last-report',
      entered: { total: 0, rows: [] },
      left: { total: 0, rows: [] },
      closing: 2,
      reconciles: true,
    });
    expect(flow.restated.rows.map((one) => [one.review, one.change])).toEqual([
      ['ended', -1],
      ['late', 1],
    ]);
    expect(flow.restated.rows[0]?.because).toBe(
      'Not in line with the report of March 2014: it was recorded late that the review was stopped from 12 March 2014.',
    );
    expect(flow.sentence).toBe(
      '2 reviews at the end of March 2014; restated by what was recorded late: 1 more and 1 fewer; none entered; none left; 2 at the end of April 2014: this reconciles.',
    );
  });

  it('includes a review that the last report counted and nobody can find now', () => {
    const { flow } = april([lived('kept', [['active', '2013-10-01']])]);
    expect(flow.restated.rows.map((one) => [one.review, one.change])).toEqual([['ended', -1]]);
    expect([flow.closing, flow.reconciles]).toEqual([1, true]);
  });
});

describe('a flow that does not add up', () => {
  it('says so where a review is active with no change that made it so', () => {
    const flow = rollUp([aReview('odd', { review: { lifecycle: 'active', lifecycles: [] } })]).content.flow;
    expect(flow.reconciles).toBe(false);
    expect(flow.sentence).toContain('does NOT reconcile');
  });
});
