import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { FactsByChain, ReportSetting } from '#domain/report/report-setting.ts';
import { rules1 } from '#domain/report/rule-sets.ts';
import { addMonths, endOfMonth, type ReportMonth } from '#language/time.ts';
import type { ReviewPosition } from '#schemas/position.ts';
import { aReview, aSetting, asPrevious, rollUp } from '../../../support/positions.ts';

/*
 * A series of reports as it is made: facts that are effective on one day and recorded on another, months published in order, any of
 * them revised at any time. Days are counted from 1 January 2014.
 */

interface Fact {
  readonly id: string;
  /** Its own day; effective from then or later, recorded then or later still. */
  readonly on: number;
  readonly effective: number;
  readonly recorded: number;
}
type Made = ReturnType<typeof rollUp>;
interface Published {
  readonly month: ReportMonth;
  readonly at: number;
  readonly made: Made;
}

const dayAt = (day: number): string => new Date(Date.UTC(2014, 0, 1 + day)).toISOString().slice(0, 10);
const instantAt = (day: number): string => `${dayAt(day)}T12:00:00.000Z`;
const factsIn = ({ made }: Published): FactsByChain =>
  new Map(made.lines.flatMap(({ review, facts }) => (facts === undefined ? [] : [[review, facts] as const])));

const decisions = (facts: readonly Fact[]): ReviewPosition['decisions'] =>
  facts.map(({ id, on }) => ({
    id,
    title: id,
    body: 'Cabinet',
    kind: 'key-decision',
    status: 'taken',
    takenOn: dayAt(on),
    dueOn: { kind: 'not-stated' },
  }));
const moves = (facts: readonly Fact[]): ReviewPosition['review']['moves'] =>
  facts.map(({ id, on }) => ({ at: instantAt(on), from: id, to: 'next', direction: 'forward', by: 'a', waived: [] }));

/** Makes the report of a month at an instant by what was recorded by then, after those already published. */
const publish = (series: Published[], month: ReportMonth, at: number, facts: readonly Fact[]): void => {
  const known = facts.filter((one) => one.recorded <= at && instantAt(one.effective) <= endOfMonth(month));
  const current = [...new Map(series.map((one) => [one.month, one])).values()];
  const before = current
    .filter((one) => one.month < month)
    .sort((a, b) => (a.month < b.month ? -1 : 1))
    .at(-1);
  const since = current.filter((one) => one.month < month && series.indexOf(one) > series.indexOf(before ?? one));
  const held: ReportSetting['held'] = {
    earlier: before === undefined ? null : [before, ...since].map(factsIn),
    later: current.filter((one) => one.month > month).map((one) => ({ month: one.month, facts: factsIn(one) })),
  };
  const review = aReview('property', { decisions: decisions(known), review: { moves: moves(known) } });
  const previous = before === undefined ? null : asPrevious(before.made);
  series.push({ month, at, made: rollUp([review], aSetting({ month, previous, held })) });
};

const fact = fc.record({
  id: fc.integer({ min: 0, max: 999 }).map((n) => `fact-${n}`),
  on: fc.integer({ min: 0, max: 150 }),
  effectiveAfter: fc.nat({ max: 40 }),
  recordedAfter: fc.nat({ max: 90 }),
});
const facts = fc.uniqueArray(fact, { selector: ({ id }) => id, maxLength: 8 }).map((all) =>
  all.map(({ id, on, effectiveAfter, recordedAfter }): Fact => {
    const effective = on + effectiveAfter;
    return { id, on, effective, recorded: effective + recordedAfter };
  }),
);
const months: readonly ReportMonth[] = Array.from({ length: 6 }, (_, n) => addMonths('2014-01', n));
/** Of each month the revisions that are made after the publication of some later month. */
const revisions = fc.array(fc.record({ of: fc.nat({ max: 5 }), after: fc.nat({ max: 5 }) }), { maxLength: 6 });

const seriesOf = (recorded: readonly Fact[], revised: readonly { of: number; after: number }[]): Published[] => {
  const series: Published[] = [];
  for (const [n, month] of months.entries()) {
    const at = 31 * (n + 1) + 6;
    publish(series, month, at, recorded);
    for (const [m, { of }] of revised.filter(({ after }) => after === n).entries()) {
      const revisedMonth = months[of];
      if (revisedMonth !== undefined && of <= n) publish(series, revisedMonth, at + 1 + m, recorded);
    }
  }
  return series;
};

describe('Each dated fact', () => {
  it('is in exactly one report of the current revisions', () => {
    fc.assert(
      fc.property(facts, revisions, (recorded, revised) => {
        const series = seriesOf(recorded, revised);
        const current = [...new Map(series.map((one) => [one.month, one])).values()];
        const lastOfJune = series.find((one) => one.month === '2014-06');
        const due = recorded.filter(
          (one) => one.recorded <= (lastOfJune?.at ?? 0) && instantAt(one.effective) <= endOfMonth('2014-06'),
        );
        for (const one of due) {
          const among = (rows: readonly { readonly decision: string }[]) =>
            rows.some(({ decision }) => decision === one.id);
          const inDecisions = current.filter(({ made }) => among(made.content.decisions.taken.rows));
          const inMoves = current.filter(({ made }) => made.content.moves.rows.some(({ from }) => from === one.id));
          expect(inDecisions.map(({ month }) => month)).toHaveLength(1);
          expect(inMoves.map(({ month }) => month)).toEqual(inDecisions.map(({ month }) => month));
        }
      }),
      { numRuns: 30 },
    );
  });

  it('that was recorded after the report of its month is in the next, with its own day and as late', () => {
    const series = seriesOf([{ id: 'award', on: 30, effective: 32, recorded: 32 }], []);
    const [january, february] = series.map(({ made }) => made.content.decisions.taken.rows);
    expect(january).toEqual([]);
    expect(february).toMatchObject([{ decision: 'award', on: '2014-01-31', recordedLate: true }]);
    expect(series[1]?.made.content.changes.map(({ sentence }) => sentence)).toContain(
      '1 decision taken: "award" (Property Review).',
    );
  });

  it('that a later month holds is named by the revision of its own month, and not counted again', () => {
    const series = seriesOf([{ id: 'award', on: 30, effective: 30, recorded: 50 }], [{ of: 0, after: 2 }]);
    const revision = series.at(-1 - 3)?.made.content;
    expect(revision?.month).toBe('2014-01');
    expect(revision?.decisions.taken.total).toBe(0);
    expect(revision?.inLaterReports?.rows).toMatchObject([
      { what: 'Decision "award"', month: '2014-02' },
      { what: expect.stringMatching(/^Move from/), month: '2014-02' },
    ]);
  });

  it('of months that were not reported is in the first report that is, and what is dated before the first month in none', () => {
    const held = { earlier: null, later: [], from: '2014-02' } as const;
    const review = aReview('property', {
      decisions: decisions([
        { id: 'before', on: 30, effective: 30, recorded: 30 },
        { id: 'between', on: 31, effective: 31, recorded: 31 },
        { id: 'within', on: 70, effective: 70, recorded: 70 },
      ]),
    });
    const of = (month: string) =>
      rollUp([review], aSetting({ month, held })).content.decisions.taken.rows.map(({ decision }) => decision);
    expect(of('2014-03').toSorted()).toEqual(['between', 'within']);
    expect(of('2014-01').toSorted()).toEqual(['before', 'between', 'within']);
  });

  it('is by the first rule set in the report of the month of its own day, or in none', () => {
    const review = aReview('property', {
      decisions: decisions([{ id: 'award', on: 30, effective: 32, recorded: 32 }]),
    });
    const of = (month: string) => rollUp([review], aSetting({ month }), rules1).content.decisions.taken.total;
    expect([of('2014-01'), of('2014-02')]).toEqual([1, 0]);
  });
});

describe('A decision that was due', () => {
  const due = (status: 'due' | 'deferred' | 'refused'): ReviewPosition['decisions'] => [
    { id: 'award', title: 'Award', body: 'Cabinet', kind: 'key-decision', status, dueOn: { kind: 'not-stated' } },
  ];
  const reportedAfter = (before: ReviewPosition['decisions'], now: ReviewPosition['decisions'], review = {}) => {
    const march = rollUp([aReview('property', { decisions: before, review })], aSetting({ month: '2014-03' }));
    const earlier = [factsIn({ month: '2014-03', at: 0, made: march })];
    const setting = aSetting({ previous: asPrevious(march), held: { earlier, later: [] } });
    return rollUp([aReview('property', { decisions: now, review })], setting).content;
  };

  it.each([
    ['deferred', due('deferred')],
    ['refused', due('refused')],
    ['withdrawn', []],
  ] as const)('and is %s now is said so, in that month alone', (how, now) => {
    const { decisions: part, changes } = reportedAfter(due('due'), [...now]);
    expect(part.settled?.rows).toMatchObject([{ decision: 'Award', how }]);
    expect(changes.map(({ sentence }) => sentence)).toContain(
      `No longer due as it was: "Award" (Property Review), ${how}.`,
    );
    expect(reportedAfter([...now], [...now]).decisions.settled?.total).toBe(0);
  });

  it.each(['stopped', 'completed', 'potential'] as const)(
    'of a review that is %s is said by its title once it is withdrawn',
    (lifecycle) => {
      const { decisions: part } = reportedAfter(due('due'), [], { lifecycle });
      expect(part.settled?.rows).toMatchObject([{ decision: 'Award', body: 'Cabinet', how: 'withdrawn' }]);
    },
  );
});
