import { describe, expect, it } from 'vitest';
import type { ReviewAtEnd } from '#domain/report/compose-report.ts';
import { rules1 } from '#domain/report/rule-sets.ts';
import {
  aMilestone,
  aProgramme,
  aReview,
  aSetting,
  type Broken,
  noProgrammeWide,
  noSavings,
  rollUp,
  savingsOf,
} from '../../../support/positions.ts';
import { formatsOf } from '../../../support/report-formats.ts';

const march = { id: 'march', title: 'The baseline of March', asAt: '2014-03-31' };
const settingOf = (comparedWith: string | undefined, namedBaselines = [march]) =>
  aSetting({
    programme: aProgramme({ comparedWith }),
    programmeWide: { ...noProgrammeWide, namedBaselines },
  });
const setting = settingOf('march');
type Baselined = NonNullable<ReviewAtEnd['atBaseline']>;
const nothing: Baselined = { milestones: [], costsAndBenefits: [], businessCases: [], savings: noSavings };
const review = (now: Broken, before: Partial<Baselined> | null = {}, id = 'property'): ReviewAtEnd => ({
  ...aReview(id, { milestones: [], ...now }),
  atBaseline: before === null ? null : { ...nothing, ...before },
});
const partOf = (reviews: ReviewAtEnd[], given = setting) => {
  const { sinceBaseline } = rollUp(reviews, given).content;
  if (sinceBaseline === undefined) throw new Error('the report has no such part');
  return sinceBaseline;
};
const on = (id: string, baseline: string, over: object = {}) => aMilestone({ id, baseline, ...over });
const pounds = (low: number) => ({ low, high: low, exact: true });
const cost = (id: string, low: number, moves: object[] = []) => ({
  ...{ id, title: 'Moving out', type: 'cost' as const, kind: 'one-off' as const, target: false, funding: [] },
  approved: { kind: 'amount' as const, pounds: low, source: 'Cabinet' },
  ...{ forecast: { kind: 'not-stated' as const }, actual: { kind: 'not-stated' as const } },
  ...{ firstApproved: { pounds: pounds(low) }, changesOfApproved: moves.length },
  moves: moves as [],
});

describe('The part of the report since the named baseline', () => {
  it('counts milestones by whether they are expected later or earlier than then, and lists the latest first', () => {
    const part = partOf([
      review(
        {
          milestones: [
            on('later', '2014-06-30', { rebaselines: 2 }),
            on('latest', '2014-05-01', { forecast: '2014-12-01' }),
            on('early', '2014-05-01', { actual: '2014-04-01' }),
            on('kept', '2014-05-01'),
            on('new', '2014-05-01'),
          ],
        },
        {
          milestones: [
            on('later', '2014-05-31', { rebaselines: 1 }),
            on('latest', '2014-05-01'),
            on('early', '2014-05-01'),
            on('kept', '2014-05-01'),
            on('dropped', '2014-05-01'),
          ],
        },
      ),
    ]);
    expect(part).toMatchObject({
      baseline: march,
      ...{ reviews: 1, notThere: 0, moves: { milestones: 1, plans: 0, approvals: 0 } },
      dates: { later: 2, earlier: 1, onTheDay: 1, gone: 1, added: 1 },
    });
    expect(part.milestones.rows.map(({ milestone, daysLater, was, now }) => [milestone, daysLater, was, now])).toEqual([
      ['latest', 214, '2014-05-01', '2014-05-01'],
      ['later', 30, '2014-05-31', '2014-06-30'],
      ['early', -30, '2014-05-01', '2014-05-01'],
    ]);
  });

  it('lists what is approved where it is another, and counts how often it moved', () => {
    const move = { at: '2014-04-02T00:00:00.000Z', from: null, to: null, changeRequest: 'dearer' };
    const part = partOf([
      review(
        { costsAndBenefits: [cost('moving', 120, [move]), cost('kept', 5)] },
        { costsAndBenefits: [cost('moving', 100), cost('kept', 5), cost('dropped', 7)] },
      ),
    ]);
    expect(part.moves.approvals).toBe(1);
    expect(part.costsAndBenefits.rows).toMatchObject([
      { costOrBenefit: 'dropped', costOrBenefitTitle: 'dropped', was: pounds(7), now: null, moves: 0 },
      { costOrBenefit: 'moving', was: pounds(100), now: pounds(120), latest: null, moves: 1 },
    ]);
  });

  it('compares the milestones, costs and benefits of the programme itself, and counts it as no review', () => {
    const given = settingOf('march');
    const part = partOf([review({ milestones: [on('a', '2014-05-01')] }, { milestones: [on('a', '2014-05-01')] })], {
      ...given,
      programmeWide: {
        ...given.programmeWide,
        milestones: [on('budget', '2014-06-30', { rebaselines: 1 })],
        costsAndBenefits: [cost('licences', 120)],
      },
      programmeAtBaseline: {
        ...nothing,
        milestones: [on('budget', '2014-05-31')],
        costsAndBenefits: [cost('licences', 100)],
      },
    });
    expect(part).toMatchObject({ reviews: 1, dates: { later: 1, onTheDay: 1 }, moves: { milestones: 1 } });
    const ofProgramme = { review: null, title: given.programme.name };
    expect(part.milestones.rows).toMatchObject([{ ...ofProgramme, milestone: 'budget', daysLater: 30 }]);
    expect(part.costsAndBenefits.rows).toMatchObject([{ ...ofProgramme, was: pounds(100), now: pounds(120) }]);
  });

  it('adds up the savings profile by year, then and now, over the reviews whose results are the programme’s', () => {
    const before = { savings: savingsOf({ years: [{ year: '2014/15', plan: 700 }] }) };
    const now = { savings: savingsOf({ years: [{ year: '2014/15', plan: 500, forecast: 400 }] }) };
    const stopped = { ...now, review: { lifecycle: 'stopped' as const } };
    const part = partOf([review(now, before), review(now, null, 'legal'), review(stopped, before, 'gone')]);
    expect(part).toMatchObject({ reviews: 2, notThere: 1 });
    expect(part.savings).toMatchObject([
      { year: '2014/15', was: { low: 700 }, now: { low: 1000 }, forecast: { low: 800 } },
    ]);
  });

  it('is shown on the page and in the CSV; without a baseline it says so, and rules-1 has none', () => {
    const reviews = [review({ milestones: [on('a', '2014-06-30')] }, { milestones: [on('a', '2014-05-31')] })];
    const { page, CSV } = formatsOf(JSON.stringify(rollUp(reviews, setting)));
    for (const [name, text] of Object.entries({ page, CSV }))
      for (const words of ['Since the baseline', 'The baseline of March, as at 31 March 2014', '30 days later'])
        expect(text, name).toContain(words);
    expect(partOf(reviews, settingOf(undefined))).toMatchObject({ baseline: null, reviews: 0, savings: [] });
    expect(rollUp(reviews, setting, rules1).content.sinceBaseline).toBeUndefined();
  });
});

describe('GAP-14: the named baseline that the settings name', () => {
  it.each([
    ['is not there', settingOf('april'), 1],
    ['is struck out', settingOf('march', []), 1],
    ['is there', setting, 0],
    ['is none', settingOf(undefined), 0],
  ])('%s', (_what, given, times) => {
    const found = rollUp([review({})], given).content.findings.rows.filter(({ rule }) => rule === 'GAP-14');
    expect(found).toHaveLength(times);
    expect(found.map(({ because }) => because.includes('which is not there or is struck out'))).toEqual(
      found.map(() => true),
    );
  });
});
