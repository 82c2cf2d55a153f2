import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { totalOf } from '#domain/totals.ts';
import type { Firmness, SavingClass } from '#registers/saving/choices.ts';
import { SavingsSection, type SavingsYear } from '#registers/saving/projections.ts';
import type { Saving } from '#registers/saving/record.ts';
import {
  addSavingsYears,
  savingContentFaults,
  savingContentRules,
  savingsSection,
  savingsYearsOf,
} from '#registers/saving/savings-profile.ts';
import type { FigureOrPounds } from '#schemas/figures.ts';
import { anySavingLine, savingLine } from '../domain/made-up-money.ts';

const toBeConfirmed: FigureOrPounds = { kind: 'to-be-confirmed', reason: 'waits for the tender' };
const notStated = totalOf([{ kind: 'not-stated' }]);

/** The rows of a line by year. */
const byYear = (rows: readonly SavingsYear[]): Record<string, SavingsYear> =>
  Object.fromEntries(rows.map((row) => [row.year, row]));
const oneYear = (given: object, saving: Partial<Saving> = {}): SavingsYear | undefined =>
  savingsYearsOf(savingLine({ ...saving, years: [{ year: '2015/16', plan: 0, ...given }] }))[0];

describe('The plan of a year split into states', () => {
  it.each<[string, FigureOrPounds, object, object]>([
    ['not assessed at all is all "not assessed"', 100, {}, { low: 100, high: 100 }],
    ['assessed in part leaves the rest "not assessed"', 100, { delivered: 30, atRisk: 20 }, { low: 50, high: 50 }],
    ['assessed in full leaves nothing', 100, { delivered: 30, onTrack: 20, atRisk: 40, unachievable: 10 }, { low: 0 }],
    [
      'a range of which the states reach into the range leaves nought or more',
      { kind: 'range', low: 10, high: 20 },
      { onTrack: 15 },
      { low: 0, high: 5, exact: false },
    ],
    ['an open plan leaves an open rest', { kind: 'over', pounds: 10 }, { onTrack: 15 }, { low: 0, high: null }],
    ['a plan without a figure leaves what is to be confirmed', toBeConfirmed, {}, { count: 0 }],
  ])('%s', (_, plan, states, notAssessed) => {
    const given = { delivered: 0, onTrack: 0, atRisk: 0, unachievable: 0, ...states };
    expect(oneYear({ plan, states: given })?.states).toMatchObject({ ...given, notAssessed });
  });

  it('adds up to the plan wherever the plan is exact', () => {
    fc.assert(
      fc.property(fc.array(fc.nat(1_000_000), { minLength: 5, maxLength: 5 }), (parts) => {
        const [delivered = 0, onTrack = 0, atRisk = 0, unachievable = 0, rest = 0] = parts;
        const plan = delivered + onTrack + atRisk + unachievable + rest;
        const states = oneYear({ plan, states: { delivered, onTrack, atRisk, unachievable } })?.states;
        expect(states?.notAssessed).toMatchObject({ low: rest, high: rest, exact: true });
      }),
    );
  });
});

describe('Towards the gap', () => {
  it.each<[SavingClass, Firmness, boolean]>([
    ['cash-releasing', 'indicative', false],
    ['cash-releasing', 'business-case', true],
    ['cash-releasing', 'agreed', true],
    ['cash-releasing', 'delivered', true],
    ['income', 'indicative', false],
    ['income', 'business-case', true],
    ['non-cash-releasing', 'agreed', false],
    ['cost-avoidance', 'delivered', false],
  ])('a %s line at firmness %s counts: %s; else it stands beside', (name, firmness, counts) => {
    const row = oneYear({ plan: 100, alreadyInMtfp: 40 }, { class: name, firmness });
    const [inside, outside] = counts ? [row?.included, row?.excluded] : [row?.excluded, row?.included];
    expect(inside).toEqual(totalOf([100]));
    expect(outside).toEqual(totalOf([]));
    expect([row?.alreadyInMtfp, row?.netNew, row?.identified]).toEqual(
      (counts ? [[40], [60], [100]] : [[], [], []]).map((figures) => totalOf(figures)),
    );
  });

  it.each<[string, FigureOrPounds, FigureOrPounds | undefined, object, object]>([
    ['what exceeds the share of the MTFP is net new', 100, 40, { low: 60, high: 60, exact: true }, { low: 100 }],
    ['a line below its share of the MTFP is never less than nought net new', 30, 40, { low: 0 }, { low: 40, high: 40 }],
    ['a line outside the MTFP is net new in full', 100, 0, { low: 100 }, { low: 100, count: 1 }],
    [
      'a range less its share adds both ends',
      { kind: 'range', low: 30, high: 100 },
      40,
      { low: 0, high: 60, exact: false },
      { low: 40, high: 100 },
    ],
    [
      'a range of the share is taken off the other way round',
      100,
      { kind: 'range', low: 20, high: 30 },
      { low: 70, high: 80 },
      { low: 90, high: 110 },
    ],
    [
      'an open share may be all of it',
      100,
      { kind: 'over', pounds: 20 },
      { low: 0, high: 80, marked: ['over'] },
      { low: 20, high: null },
    ],
    [
      'an open plan is open net new',
      { kind: 'over', pounds: 100 },
      20,
      { low: 80, high: null, marked: ['over'] },
      { low: 100, high: null },
    ],
    ['a line whose share nobody gave is in neither, and in the coverage', 100, undefined, notStated, notStated],
    ['a line whose share is not stated likewise', 100, { kind: 'not-stated' }, notStated, notStated],
    ['a line whose share is to be confirmed likewise', 100, toBeConfirmed, { count: 0 }, { count: 0, low: 0 }],
    [
      'a line without a figure brings its share of the MTFP alone, part-known',
      toBeConfirmed,
      40,
      { count: 0, excluded: [{ reason: 'to-be-confirmed', count: 1 }] },
      { low: 40, high: 40, exact: false, count: 1, marked: ['part-known'], excluded: [] },
    ],
  ])('%s', (_, plan, alreadyInMtfp, netNew, identified) => {
    const row = oneYear({ plan, ...(alreadyInMtfp === undefined ? {} : { alreadyInMtfp }) });
    expect(row?.netNew).toMatchObject(netNew);
    expect(row?.identified).toMatchObject(identified);
  });

  it('identified is what the MTFP holds plus what is net new, at both ends, over any lines', () => {
    fc.assert(
      fc.property(fc.array(anySavingLine), (lines) => {
        for (const row of savingsSection(lines).years) {
          expect(row.identified.low).toBe(row.alreadyInMtfp.low + row.netNew.low);
          expect(row.identified.high).toBe(
            row.alreadyInMtfp.high === null || row.netNew.high === null
              ? null
              : row.alreadyInMtfp.high + row.netNew.high,
          );
          expect(row.netNew.low).toBeGreaterThanOrEqual(0);
        }
      }),
    );
  });

  it('every line of a year is in the plan, and either counted or beside', () => {
    fc.assert(
      fc.property(fc.array(anySavingLine), (lines) => {
        for (const row of savingsSection(lines).years) {
          const coverage = [row.included, row.excluded].map(
            (total) => total.count + total.excluded.reduce((sum, one) => sum + one.count, 0),
          );
          expect((coverage[0] ?? 0) + (coverage[1] ?? 0)).toBe(row.lines);
          expect(row.included.low + row.excluded.low).toBe(row.plan.low);
        }
      }),
    );
  });
});

describe('Plan, forecast and outturn', () => {
  const validation = { year: '2015/16', on: '2016-05-01', by: 'fin-partner' };
  const given = { year: '2015/16', plan: 100, forecast: 80, claimedActual: 90 };

  it('are never merged: before validation the outturn is the forecast, and the claim stands apart', () => {
    expect(savingsYearsOf(savingLine({ years: [given] }))[0]).toMatchObject({
      plan: { low: 100 },
      forecast: { low: 80 },
      outturn: { low: 80 },
      claimedPounds: 90,
      validatedPounds: 0,
    });
  });

  it('take the latest actual that finance validated as the outturn, whatever its order, and keep the claim', () => {
    const facts = {
      validations: [
        { ...validation, pounds: -5, at: '2016-06-02T09:00:00.000Z' },
        { ...validation, pounds: 70, at: '2016-05-01T09:00:00.000Z' },
        { ...validation, year: '2016/17', pounds: 1, at: '2016-07-01T09:00:00.000Z' },
      ],
    };
    expect(savingsYearsOf(savingLine({ years: [given] }, facts))[0]).toMatchObject({
      forecast: { low: 80 },
      outturn: { low: -5, high: -5, exact: true, count: 1 },
      claimedPounds: 90,
      validatedPounds: -5,
    });
  });

  it('count a forecast that nobody gave as not stated, in the outturn too', () => {
    expect(oneYear({ plan: 100 })).toMatchObject({ plan: { low: 100 }, forecast: notStated, outturn: notStated });
  });

  it('take an actual validated at nought as the outturn, not the forecast', () => {
    const facts = { validations: [{ ...validation, pounds: 0, at: '2016-06-02T09:00:00.000Z' }] };
    expect(savingsYearsOf(savingLine({ years: [given] }, facts))[0]?.outturn).toEqual(totalOf([0]));
  });
});

describe('A recurring saving', () => {
  const years = [
    { year: '2014/15', plan: 0 },
    { year: '2015/16', plan: 60 },
    { year: '2016/17', plan: 40 },
    { year: '2018/19', plan: 10 },
  ];
  const rows = byYear(savingsYearsOf(savingLine({ years })));

  it("has as full-year effect of its first effective year the next year's amount, and none in other years", () => {
    expect(Object.entries(rows).map(([year, row]) => [year, row.fullYearEffect.low])).toEqual([
      ['2014/15', 0],
      ['2015/16', 40],
      ['2016/17', 0],
      ['2018/19', 0],
    ]);
    expect(rows['2016/17']?.fullYearEffect.count).toBe(0);
  });

  it('adds up to its run-rate', () => {
    expect(Object.values(rows).map((row) => row.runRate.low)).toEqual([0, 60, 100, 110]);
  });

  it('falls out of no year', () => {
    expect(Object.values(rows).map((row) => row.oneOffFallOut.count)).toEqual([0, 0, 0, 0]);
  });

  it('keeps giving in the run-rate after its last year, for as long as other lines have years', () => {
    const short = savingLine({ years: [{ year: '2014/15', plan: 100 }] }, {}, 'short');
    const long = savingLine({ years: [{ year: '2017/18', plan: 7 }] }, {}, 'long');
    expect(savingsSection([long, short]).years.map((row) => [row.year, row.plan.low, row.runRate.low])).toEqual([
      ['2014/15', 100, 100],
      ['2017/18', 7, 107],
    ]);
  });

  it('first takes effect in a year whose plan is still to be confirmed', () => {
    const unknownFirst = [
      { year: '2014/15', plan: toBeConfirmed },
      { year: '2015/16', plan: 60 },
    ];
    const row = byYear(savingsYearsOf(savingLine({ years: unknownFirst })));
    expect(row['2014/15']?.fullYearEffect).toEqual(totalOf([60]));
    expect(row['2015/16']?.runRate).toEqual(totalOf([toBeConfirmed, 60]));
  });
});

describe('A one-off saving', () => {
  const rows = savingsYearsOf(
    savingLine({
      recurrence: 'one-off',
      years: [
        { year: '2014/15', plan: 30 },
        { year: '2015/16', plan: 5 },
      ],
    }),
  );

  it('falls out in the year after, which may stand there for that alone', () => {
    expect(rows.map((row) => [row.year, row.lines, row.plan.low, row.oneOffFallOut.low])).toEqual([
      ['2014/15', 1, 30, 0],
      ['2015/16', 1, 5, 30],
      ['2016/17', 0, 0, 5],
    ]);
  });

  it('has neither run-rate nor full-year effect', () => {
    expect(rows.map((row) => [row.runRate.count, row.fullYearEffect.count])).toEqual([
      [0, 0],
      [0, 0],
      [0, 0],
    ]);
  });

  it('in the last year that the calendar knows falls out of nothing', () => {
    const last = savingLine({ recurrence: 'one-off', years: [{ year: '2199/00', plan: 30 }] });
    expect(SavingsSection.parse(savingsSection([last])).years.map((row) => row.year)).toEqual(['2199/00']);
  });
});

describe('The savings of several lines or reviews', () => {
  it('add up the same in any order', () => {
    fc.assert(
      fc.property(fc.array(anySavingLine), (lines) => {
        expect(savingsSection(lines.toReversed()).years).toEqual(savingsSection(lines).years);
      }),
    );
  });

  it('add up the same by review as line by line', () => {
    fc.assert(
      fc.property(fc.array(anySavingLine), fc.array(anySavingLine), fc.array(anySavingLine), (a, b, c) => {
        const reviews = [a, b, c].map((lines) => savingsSection(lines).years);
        expect(addSavingsYears(reviews)).toEqual(savingsSection([...a, ...b, ...c]).years);
      }),
    );
  });

  it('are the sum of their parts: plan by class and by mechanism, and the run-rate from the first year on', () => {
    fc.assert(
      fc.property(fc.array(anySavingLine), (lines) => {
        for (const row of savingsSection(lines).years) {
          const plans = lines.flatMap(({ record }) => record.years.map((year) => ({ ...year, record })));
          const of = (pick: (plan: (typeof plans)[number]) => boolean) =>
            totalOf(plans.filter(pick).map((p) => p.plan));
          expect(row.plan).toEqual(of((plan) => plan.year === row.year));
          expect(row.runRate).toEqual(of((plan) => plan.year <= row.year && plan.record.recurrence === 'recurring'));
          for (const part of row.byClass)
            expect(part.plan).toEqual(of((plan) => plan.year === row.year && plan.record.class === part.class));
          for (const part of row.byMechanism)
            expect(part.plan).toEqual(of((plan) => plan.year === row.year && plan.record.mechanism === part.mechanism));
          expect(row.byClass.reduce((sum, part) => sum + part.plan.low, 0)).toBe(row.plan.low);
          expect(row.byMechanism.reduce((sum, part) => sum + part.plan.low, 0)).toBe(row.plan.low);
        }
      }),
    );
  });

  it('list each year once, earliest first, and leave through the schema unchanged', () => {
    fc.assert(
      fc.property(fc.array(anySavingLine), (lines) => {
        const section = savingsSection(lines);
        expect(SavingsSection.parse(section)).toEqual(section);
        const years = section.years.map((row) => row.year);
        expect(years).toEqual([...new Set(years)].sort());
      }),
    );
  });

  it('of no line at all have no year', () => {
    expect(savingsSection([])).toEqual({ years: [], lines: [] });
  });
});

describe('A savings line in the position', () => {
  it('shows low ends, null where there is no figure, and what finance validated', () => {
    const line = savingLine(
      {
        budgetLine: 'Premises',
        milestone: 'leases-end',
        doubleCountJustification: 'Split with Property, half each',
        years: [
          { year: '2015/16', plan: { kind: 'range', low: 10, high: 20 }, claimedActual: 12, forecast: toBeConfirmed },
          {
            year: '2016/17',
            plan: 50,
            forecast: { kind: 'about', pounds: 40 },
            states: { delivered: 0, onTrack: 5, atRisk: 15, unachievable: 10 },
          },
        ],
      },
      {
        validations: [
          { year: '2015/16', pounds: 11, on: '2016-05-01', by: 'fin-partner', at: '2016-05-01T09:00:00.000Z' },
        ],
      },
    );
    expect(savingsSection([line]).lines).toEqual([
      {
        id: 'line',
        title: 'Fewer buildings',
        class: 'cash-releasing',
        mechanism: 'transformation',
        firmness: 'agreed',
        budgetLine: 'Premises',
        justified: true,
        milestone: 'leases-end',
        forecastSince: '2014-04-01T00:00:00.000Z',
        years: [
          { year: '2015/16', plan: 10, forecast: null, claimed: 12, validated: 11, unachievable: 0, atRisk: 0 },
          { year: '2016/17', plan: 50, forecast: 40, claimed: null, validated: null, unachievable: 10, atRisk: 15 },
        ],
      },
    ]);
  });

  it('is listed by id', () => {
    const lines = ['b', 'c', 'a'].map((id) => savingLine({}, {}, id));
    expect(savingsSection(lines).lines.map((line) => line.id)).toEqual(['a', 'b', 'c']);
  });
});

describe('What a savings line must keep', () => {
  const faultsOf = (plan: FigureOrPounds, states: object) =>
    savingContentFaults(
      savingLine({
        years: [
          { year: '2014/15', plan: 5 },
          {
            year: '2015/16',
            plan,
            states: { delivered: 0, onTrack: 0, atRisk: 0, unachievable: 0, ...states },
          },
        ],
      }).record,
    );

  it.each<[string, FigureOrPounds, object]>([
    ['states that add up to the plan', 100, { delivered: 60, unachievable: 40 }],
    ['states below the plan', 100, { delivered: 60 }],
    ['states up to the high end of a range', { kind: 'range', low: 10, high: 20 }, { onTrack: 20 }],
    ['any states of an open plan', { kind: 'over', pounds: 10 }, { onTrack: 2000 }],
    ['states of nought where the plan has no figure', toBeConfirmed, {}],
  ])('allows %s', (_, plan, states) => {
    expect(faultsOf(plan, states)).toEqual([]);
  });

  it.each<[string, FigureOrPounds, object, string]>([
    ['SAV-01', 100, { delivered: 60, atRisk: 41 }, 'must not add up to £101: the plan of 2015/16 is £100 (SAV-01)'],
    [
      'SAV-01',
      { kind: 'range', low: 10, high: 2_000_000 },
      { onTrack: 2_500_000 },
      'must not add up to £2.5 million: the plan of 2015/16 is £2 million (SAV-01)',
    ],
    [
      'SAV-02',
      { kind: 'non-financial', words: 'shorter waits' },
      { onTrack: 1 },
      'must not split the plan of 2015/16, which has no figure (SAV-02)',
    ],
  ])('%s says where and what is wrong', (_, plan, states, message) => {
    expect(faultsOf(plan, states)).toEqual([{ in: 'body', pointer: '/years/1/states', message }]);
  });

  it('is a list of rules with ids of their own', () => {
    expect(savingContentRules.map((rule) => rule.id)).toEqual(['SAV-01', 'SAV-02']);
  });
});
