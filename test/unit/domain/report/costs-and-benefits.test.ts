import { describe, expect, it } from 'vitest';
import { rules1 } from '#domain/report/rule-sets.ts';
import { aProgramme, aReview, aSetting, type Broken, noProgrammeWide, rollUp } from '../../../support/positions.ts';
import { formatsOf } from '../../../support/report-formats.ts';

type Entry = NonNullable<Broken['costsAndBenefits']>[number];
type Case = NonNullable<Broken['businessCases']>[number];
const amount = (pounds: number, over: object = {}) => ({ kind: 'amount' as const, pounds, ...over });
const notStated = { kind: 'not-stated' as const };
const one = (over: Partial<Entry> = {}): Entry => ({
  id: 'moving',
  title: 'Moving out',
  type: 'cost',
  kind: 'one-off',
  target: false,
  approved: amount(1_000_000, { source: 'Full case 2.0' }),
  forecast: amount(1_050_000),
  actual: notStated,
  funding: [],
  firstApproved: { pounds: { low: 1_000_000, high: 1_000_000, exact: true } },
  changesOfApproved: 0,
  moves: [],
  ...over,
});
const decided = (outcome: 'approved' | 'rejected') => ({
  number: 1,
  outcome,
  on: '2014-03-01',
  at: '2014-03-02T09:00:00.000Z',
  body: 'Cabinet',
});
const aCase = (over: Partial<Case> = {}): Case => ({
  id: 'full',
  title: 'Full case 2.0',
  type: 'full',
  on: '2014-02-01',
  costs: amount(3_000_000),
  benefits: notStated,
  outcomes: [decided('approved')],
  openConditions: [],
  ...over,
});
const pounded = (pounds: number) => ({ pounds: { low: pounds, high: pounds, exact: true } });
/** By the change request `buildings`. */
const moved = (from: number, to: number) => ({
  changesOfApproved: 1,
  moves: [{ at: '2014-04-02T09:00:00.000Z', from: pounded(from), to: pounded(to), changeRequest: 'buildings' }],
});
const request = {
  ...{ id: 'buildings', title: 'Two more buildings', askedBy: 'Estates', raisedOn: '2014-03-01' },
  ...{ milestones: [], savings: [], costsAndBenefits: [], ofReviews: [] },
  decisions: [
    { number: 1, decision: 'agreed' as const, body: 'Board', on: '2014-04-01', at: '2014-04-02T09:00:00.000Z' },
  ],
};
const partOf = (entries: Entry[], cases: Case[] = []) =>
  rollUp([aReview('property', { costsAndBenefits: entries, businessCases: cases })]).content.costsAndBenefits;
const found = (rule: string, review: ReturnType<typeof aReview>, setting = aSetting()) =>
  rollUp([review], setting).content.findings.rows.flatMap((row) => (row.rule === rule ? [row.because] : []));

describe('The part of the report on costs and benefits', () => {
  it('adds up each kind by itself, with its coverage: once and each year, forecasts and targets, own and with partners', () => {
    const part = partOf([
      one(),
      one({ id: 'training', forecast: { kind: 'over', pounds: 200_000 } }),
      one({ id: 'unknown', approved: notStated, forecast: { kind: 'to-be-confirmed', reason: 'No tender yet' } }),
      one({ id: 'upkeep', kind: 'a-year', approved: notStated }),
      one({ id: 'rent', type: 'benefit', kind: 'over-years', overYears: 10 }),
      one({ id: 'goal', type: 'benefit', kind: 'over-years', overYears: 10, target: true }),
      one({ id: 'shared', type: 'benefit', kind: 'over-years', overYears: 10, withPartners: 'The health trust' }),
      one({ id: 'short', type: 'benefit', kind: 'over-years', overYears: 3 }),
    ]);
    expect(
      part?.byKind.map((sum) => [sum.type, sum.kind, sum.overYears, sum.target, sum.withPartners, sum.entries]),
    ).toEqual([
      ['cost', 'one-off', null, false, false, 3],
      ['cost', 'a-year', null, false, false, 1],
      ['benefit', 'over-years', 3, false, false, 1],
      ['benefit', 'over-years', 10, false, false, 1],
      ['benefit', 'over-years', 10, false, true, 1],
      ['benefit', 'over-years', 10, true, false, 1],
    ]);
    expect(part?.byKind[0]).toMatchObject({
      approved: { low: 2_000_000, high: 2_000_000, count: 2, excluded: [{ reason: 'not-stated', count: 1 }] },
      forecast: { low: 1_250_000, high: null, count: 2, excluded: [{ reason: 'to-be-confirmed', count: 1 }] },
      variation: {
        low: -750_000,
        high: null,
        compared: 2,
        notCompared: [{ reason: 'nothing-approved', count: 1 }],
      },
    });
    expect(part).toMatchObject({ reviewsWithCost: { numerator: 1, denominator: 1 }, costsWithoutFunding: 4 });
  });

  it('takes the actual before the forecast, and each end of a range', () => {
    const { rows } = partOf([
      one({ id: 'a', actual: amount(900_000) }),
      one({ id: 'b', approved: { kind: 'range', low: 1_000_000, high: 1_200_000 } }),
      one({ id: 'c', forecast: notStated }),
      one({ id: 'd', approved: { kind: 'part-known', pounds: 5, covers: 'IT' } }),
    ])?.rows ?? { rows: [] };
    expect(rows.map(({ variation, notCompared }) => variation ?? notCompared)).toEqual([
      { low: -100_000, high: -100_000, exact: true },
      { low: -150_000, high: 50_000, exact: false },
      'nothing-forecast',
      'no-figure',
    ]);
  });

  it.each<[string, Partial<Entry>[], Partial<Case>, unknown]>([
    ['the case in all, where it is named alone', [{ approved: notStated }], {}, amount(3_000_000)],
    ['the figure that is stated of the case', [{ approved: amount(7) }], {}, amount(7)],
    ['nothing, where two costs name the case', [{ approved: notStated }, { id: 'other' }], {}, notStated],
    ['nothing of a case that was rejected', [{ approved: amount(7) }], { outcomes: [decided('rejected')] }, notStated],
    ['nothing of a case without an outcome', [{ approved: amount(7) }], { outcomes: [] }, notStated],
  ])('takes as approved %s', (_what, entries, given, approved) => {
    const part = partOf(
      entries.map((over) => one({ case: 'full', ...over })),
      [aCase(given)],
    );
    expect(part?.rows.rows[0]).toMatchObject({ approved, ofCase: 'Full case 2.0' });
  });

  it('measures against what was approved first as well, where another figure was agreed', () => {
    const agreed = one({
      approved: amount(1_500_000, { source: 'Board' }),
      ...moved(1_000_000, 1_500_000),
      forecast: amount(1_600_000),
    });
    expect(partOf([agreed])?.rows.rows[0]).toMatchObject({
      variation: { low: 100_000 },
      variationFromFirst: { low: 600_000, high: 600_000 },
      firstApproved: { low: 1_000_000 },
    });
  });

  it('says by which change request another figure was approved, and by whom: one of the review, or of the programme', () => {
    const { changesOfApproved, moves } = moved(1_000_000, 1_500_000);
    const ofProgramme = moves.map(({ changeRequest, ...move }) => ({ ...move, programmeChangeRequest: changeRequest }));
    const entry = (over: object) => one({ approved: amount(1_500_000), changesOfApproved, ...over });
    const agreedBy = (over: object, own: object[], wide: object[]) =>
      rollUp(
        [aReview('property', { costsAndBenefits: [entry(over)], changeRequests: own as [] })],
        aSetting({ programmeWide: { ...noProgrammeWide, changeRequests: wide as [] } }),
      ).content.costsAndBenefits?.rows.rows[0]?.agreedBy;
    const said = { change: 'buildings', changeTitle: 'Two more buildings', body: 'Board', on: '2014-04-01' };
    expect(agreedBy({ moves }, [request], [])).toEqual(said);
    expect(agreedBy({ moves: ofProgramme }, [], [request])).toEqual(said);
    expect(agreedBy({ moves: ofProgramme }, [request], [])).toBeNull();
    expect(agreedBy({}, [request], [request])).toBeNull();
  });

  it('says what costs are paid from, and shows it all on the page and in the CSV', () => {
    const json = JSON.stringify(
      rollUp([
        aReview('property', {
          changeRequests: [request],
          costsAndBenefits: [
            one({
              approved: amount(1_500_000, { source: 'Full case 2.0' }),
              ...moved(1_000_000, 1_500_000),
              forecast: amount(1_600_000, { conflicts: [{ value: amount(1_700_000), source: 'Budget book' }] }),
              funding: [
                { source: 'transformation-fund', figure: amount(500_000) },
                { source: 'grant', figure: notStated, words: 'Homes England' },
              ],
            }),
            one({ id: 'rent', title: 'Rent', type: 'benefit', kind: 'over-years' }),
          ],
        }),
      ]),
    );
    const { page, CSV } = formatsOf(json);
    for (const [name, text] of Object.entries({ page, CSV }))
      for (const words of [
        'Transformation fund',
        'Homes England',
        'Costs, one-off',
        'Benefits, over years, how many is not stated',
        'Approved first: £1 million, +£600,000 against that; changed 1 time; by the change request',
        'agreed by Board on 1 April 2014',
      ])
        expect(text, name).toContain(words);
    expect(page).toContain('£1.7 million in Budget book');
  });

  it('takes those of the programme, and none of the first rule set', () => {
    const setting = aSetting({
      programmeWide: { ...noProgrammeWide, costsAndBenefits: [one({ title: 'The office' })] },
    });
    expect(rollUp([], setting).content.costsAndBenefits?.byReview.rows[0]).toMatchObject({ review: null });
    expect(JSON.stringify(rollUp([], setting, rules1))).not.toContain('The office');
  });
});

describe('CON-30: beyond what is approved', () => {
  const of = (over: Partial<Entry>, settings: Record<string, unknown> = {}) =>
    found(
      'CON-30',
      aReview('property', { costsAndBenefits: [one(over)] }),
      aSetting({ programme: aProgramme(settings) }),
    );

  it('finds a cost above, and a benefit below, by more than the tolerance of the programme, or ten percent', () => {
    expect(of({ forecast: amount(1_100_001) })).toEqual([
      'The forecast of the cost "Moving out", £1,100,001, is £100,001 above the £1 million of Full case 2.0, more than 10%, and no agreed change says so.',
    ]);
    expect(of({ type: 'benefit', forecast: amount(899_999) })).toHaveLength(1);
    expect(of({ forecast: amount(1_010_001) }, { caseTolerancePercent: 1 })).toHaveLength(1);
    expect(of({ actual: amount(2_000_000) })).toHaveLength(1);
  });

  it.each<[string, Partial<Entry>]>([
    ['within the tolerance', { forecast: amount(1_100_000) }],
    ['the better way', { forecast: amount(1) }],
    ['a benefit within it', { type: 'benefit', forecast: amount(900_000) }],
    ['that may be within it', { forecast: { kind: 'range', low: 1_100_000, high: 9_000_000 } }],
    ['of which the end is open', { approved: { kind: 'over', pounds: 1, source: 'Board' } }],
    ['without an approved figure', { approved: notStated, forecast: amount(9_000_000) }],
  ])('finds nothing %s', (_what, over) => expect(of(over)).toEqual([]));
});

describe('CON-32: parts and their whole', () => {
  const of = (entries: Entry[], cases: Case[] = []) =>
    found('CON-32', aReview('property', { costsAndBenefits: entries, businessCases: cases }));
  const funded = (...pounds: number[]) =>
    one({ funding: pounds.map((each) => ({ source: 'grant' as const, figure: amount(each) })) });

  it('finds funding that comes to none of the figures of its cost', () => {
    expect(of([funded(400_000, 500_000)])).toEqual([
      'What pays for "Moving out", from 2 sources, comes to £900,000; its cost is £1 million or £1.05 million, perhaps by rounding.',
    ]);
    expect(of([funded(500_000, 550_000)])).toEqual([]);
    expect(of([{ ...funded(1), funding: [{ source: 'grant', figure: notStated }] }])).toEqual([]);
  });

  it('finds entries of a case that do not come to what it states in all', () => {
    const two = [
      one({ case: 'full', approved: amount(1_000_000) }),
      one({ id: 'it', title: 'IT', case: 'full', approved: amount(500_000) }),
    ];
    expect(of(two, [aCase()])).toEqual([
      '"Full case 2.0" states £3 million of costs in all; 2 costs recorded of it come to £1.5 million.',
    ]);
    expect(of(two, [aCase({ costs: amount(1_500_000) })])).toEqual([]);
    for (const over of [
      { kind: 'a-year' },
      { target: true },
      { withPartners: 'NHS' },
      { approved: notStated },
    ] as const)
      expect(of([...two.slice(1), one({ case: 'full', ...over })], [aCase()])).toEqual([]);
  });
});

describe('GAP-13: cost and benefit from the full business case on', () => {
  const at = (stage: string, over: Broken = {}) =>
    found(
      'GAP-13',
      aReview('property', {
        savings: { years: [], achievable: [], substitutions: [], lines: [] },
        ...over,
        review: { stage, costAndBenefit: undefined, ...over.review },
      }),
    );

  it('finds a review that states neither, at that stage or later', () => {
    expect(at('full-business-case')).toEqual([
      'Property Review is at its full business case or past it, and states no cost and no benefit.',
    ]);
    expect(at('implementation', { costsAndBenefits: [one()] })).toEqual([
      'Property Review is at its full business case or past it, and states no benefit.',
    ]);
    expect(at('options-appraisal')).toEqual([]);
  });

  it('takes it from the register, the review, its cases or its savings', () => {
    const costAndBenefit = { cost: amount(1), benefit: amount(1) };
    expect(at('decision', { review: { costAndBenefit } })).toEqual([]);
    expect(at('decision', { costsAndBenefits: [one(), one({ id: 'b', type: 'benefit' })] })).toEqual([]);
    expect(at('decision', { businessCases: [aCase({ benefits: amount(1) })] })).toEqual([]);
  });

  it('finds a figure over years that are not counted, at any stage', () => {
    expect(at('identified', { costsAndBenefits: [one({ kind: 'over-years' })] })).toEqual([
      'The cost "Moving out" is over several years, and how many is not stated.',
    ]);
    expect(at('identified', { costsAndBenefits: [one({ kind: 'over-years', overYears: 2 })] })).toEqual([]);
  });
});
