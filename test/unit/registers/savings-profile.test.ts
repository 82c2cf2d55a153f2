import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { totalOf } from '#domain/totals.ts';
import type { Firmness, SavingClass } from '#registers/saving/choices.ts';
import { savingsSection, savingsYearsOf } from '#registers/saving/savings-profile.ts';
import type { FigureOrPounds } from '#schemas/figures.ts';
import { anySavingLine, savingLine } from '../domain/made-up-money.ts';
import { notStated, oneYear, toBeConfirmed } from './saving-rows.ts';

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
  const validation = { ofVersion: 1, year: '2015/16', on: '2016-05-01', by: 'fin-partner' };
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
        { ...validation, pounds: 70, at: '2016-05-01T09:00:00.000Z', ofVersion: 1 },
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
