import { describe, expect, it } from 'vitest';
import { rulesOf } from '#domain/registers/rules.ts';
import { byMtfpInUse } from '#registers/saving/mtfp-shares.ts';
import { savingsSection } from '#registers/saving/savings-profile.ts';
import {
  aProgramme,
  aReview,
  aSavingsLine,
  aSetting,
  noProgrammeWide,
  rollUp,
  stated,
} from '../../../support/positions.ts';
import { formatsOf } from '../../../support/report-formats.ts';

const mtfps = [
  { id: 'old', name: 'MTFP 2013-16', prices: 'cash', from: '2013/14', to: '2015/16' },
  {
    ...{ id: 'new', name: 'MTFP 2014-17', prices: 'real', priceYear: '2013/14', from: '2014/15', to: '2016/17' },
    ...{ approvedOn: '2014-02-13', approvedBy: 'County Council' },
  },
];
const rolledOver = (mtfpInUse = 'new') => aProgramme({ mtfps, mtfpInUse });
const share = (mtfp: string, figure: unknown) => ({ mtfp, figure });
const aYear = (year: string, over: object = {}) => ({ year, plan: 500_000, ...over });
const validated = (year: string, pounds: number) => ({
  validations: [{ year, pounds, on: '2014-04-01', by: 'fin', at: '2014-04-01T09:00:00.000Z', ofVersion: 1 }],
});
const lineOf = (years: object[], facts: object = {}, programme = rolledOver()) => {
  const line = aSavingsLine({ years });
  return savingsSection([{ ...line, record: byMtfpInUse(line.record, programme), facts: { ...line.facts, ...facts } }]);
};
const savingsOf = (
  years: object[],
  facts: object = {},
  programme = rolledOver(),
  statedPositions = [] as ReturnType<typeof stated>[],
) =>
  rollUp(
    [aReview('property', { savings: lineOf(years, facts, programme) })],
    aSetting({ programme, programmeWide: { ...noProgrammeWide, statedPositions } }),
  ).content;

describe('What carries over from one MTFP to the next', () => {
  const of = (over: object, facts: object = {}) => savingsOf([aYear('2013/14', over)], facts).savings.mtfp;

  it('is what the last version held for years before the next begins, less what finance has validated, line by line', () => {
    const mtfp = savingsOf(
      [
        aYear('2013/14', { alreadyInMtfp: 300_000 }),
        aYear('2014/15', { alreadyInMtfp: 200_000, mtfpShares: [share('new', 150_000)] }),
      ],
      validated('2013/14', 120_000),
    ).savings.mtfp;
    expect(mtfp).toMatchObject({
      inUse: { id: 'new', prices: 'real', priceYear: '2013/14' },
      before: { id: 'old' },
      notDelivered: { low: 180_000, high: 180_000, count: 1, exact: true },
    });
    expect(mtfp?.carriedOver).toEqual({
      total: 1,
      rows: [
        {
          ...{ review: 'property', title: 'Property Review', id: 'rent', saving: 'Fewer leases', year: '2013/14' },
          ...{ held: 300_000, validated: 120_000, notDelivered: 180_000, heldNow: 150_000 },
        },
      ],
    });
  });

  it.each<[string, object, object, number]>([
    ['nothing that was delivered', { alreadyInMtfp: 100_000 }, validated('2013/14', 100_000), 0],
    ['nothing that it did not hold', { mtfpShares: [share('new', 1)] }, {}, 0],
    ['all of it where more was lost than saved', { alreadyInMtfp: 100_000 }, validated('2013/14', -5), 1],
  ])('is %s', (_what, over, facts, rows) => expect(of(over, facts)?.carriedOver.total).toBe(rows));

  it('counts what it cannot add up', () => {
    expect(of({ alreadyInMtfp: { kind: 'to-be-confirmed', reason: 'Not split yet' } })).toMatchObject({
      carriedOver: { rows: [{ held: null, notDelivered: null }] },
      notDelivered: { count: 0, excluded: [{ reason: 'not-stated', count: 1 }] },
    });
    expect(of({ alreadyInMtfp: { kind: 'range', low: 5, high: 9 } })?.notDelivered).toMatchObject({
      low: 5,
      exact: false,
    });
  });

  it('is shown with both versions and their prices on the page and in the CSV', () => {
    const programme = rolledOver();
    const savings = lineOf([aYear('2013/14', { alreadyInMtfp: 300_000 })]);
    const { page, CSV } = formatsOf(
      JSON.stringify(rollUp([aReview('property', { savings })], aSetting({ programme }))),
    );
    for (const [name, text] of Object.entries({ page, CSV }))
      for (const words of [
        'MTFP 2014-17 (2014/15 to 2016/17, real prices of 2013/14; approved by County Council on 13 February 2014)',
        'MTFP 2013-16 (2013/14 to 2015/16, cash prices; approval not stated)',
        'Fewer leases',
      ])
        expect(text, name).toContain(words);
    expect(page).toContain('The two are not in the same prices, and nothing is converted.');
  });
});

describe('The version in use', () => {
  it('says what is held already: a share without a version is of the first, and none is carried forward', () => {
    const years = [
      aYear('2014/15', { alreadyInMtfp: 200_000 }),
      aYear('2015/16', { mtfpShares: [share('new', 70_000)] }),
    ];
    const held = (mtfpInUse: string) =>
      lineOf(years, {}, rolledOver(mtfpInUse)).years.map(({ alreadyInMtfp: { count, low } }) =>
        count === 0 ? null : low,
      );
    expect(held('old')).toEqual([200_000, null]);
    expect(held('new')).toEqual([null, 70_000]);
    expect(byMtfpInUse(aSavingsLine({ years }).record, aProgramme())).toEqual(aSavingsLine({ years }).record);
  });

  it('says what is required: figures of another version are listed, and contradict none of it', () => {
    const required = (id: string, pounds: number, over: object = {}) =>
      stated(id, {
        ...{ measure: 'savings-required', year: '2014/15', figure: { kind: 'amount', pounds } },
        ...over,
      });
    const of = (mtfpInUse: string, over: object) =>
      savingsOf([aYear('2014/15')], {}, rolledOver(mtfpInUse), [
        required('a', 5_000_000),
        required('b', 7_000_000, over),
      ]);
    const { savings, findings } = of('new', { mtfp: 'new' });
    expect(savings.years.map(({ required: figure }) => figure)).toMatchObject([{ pounds: 7_000_000 }]);
    expect(savings.stated.map(({ mtfp }) => mtfp?.name)).toEqual(['MTFP 2013-16', 'MTFP 2014-17']);
    expect(findings.rows.map(({ rule }) => rule)).not.toContain('CON-06');
    expect(of('old', { mtfp: 'new' }).savings.years[0]?.required).toMatchObject({ pounds: 5_000_000 });
    expect(of('old', {}).findings.rows.map(({ rule }) => rule)).toContain('CON-06');
  });

  it('leaves a year before it begins to the last version before it that plans that year', () => {
    const required = stated('a', {
      ...{ measure: 'savings-required', year: '2013/14', figure: { kind: 'amount', pounds: 5_000_000 } },
    });
    const years = [aYear('2013/14', { alreadyInMtfp: 200_000 })];
    const [year] = savingsOf(years, {}, rolledOver('new'), [required]).savings.years;
    expect(year).toMatchObject({ year: '2013/14', required: { pounds: 5_000_000 }, identified: { low: 500_000 } });
    expect(lineOf(years).years.map(({ alreadyInMtfp }) => alreadyInMtfp.low)).toEqual([200_000]);
  });

  it('is none, and no part of the report, where the programme lists no versions', () => {
    expect(savingsOf([aYear('2014/15')], {}, aProgramme()).savings.mtfp).toBeUndefined();
  });
});

it('a saving is computed by the version in use', () => {
  const record = { ...aSavingsLine({ years: [aYear('2014/15', { alreadyInMtfp: 200_000 })] }).record };
  const state = { record: JSON.parse(JSON.stringify(record)), facts: aSavingsLine().facts, struckOut: null };
  const held = (mtfpInUse: string) =>
    JSON.stringify(rulesOf('saving').computed(state, rolledOver(mtfpInUse))).includes('"alreadyInMtfp":{"low":200000');
  expect([held('old'), held('new')]).toEqual([true, false]);
});
