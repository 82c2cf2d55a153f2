import { describe, expect, it } from 'vitest';
import { releasedRuleSets, rules1 } from '#domain/report/rule-sets.ts';
import {
  aMilestone,
  aReview,
  aSetting,
  type Broken,
  noProgrammeWide,
  rollUp,
  savingsOf,
} from '../../../support/positions.ts';

/*
 * Words that a board stumbled over are others by the second rule set; months that the first one made keep theirs.
 */

const { current } = releasedRuleSets;
const foundBy = (ruleSet: typeof rules1, broken: Broken) =>
  rollUp([aReview('property', broken)], aSetting(), ruleSet).content;

const claimedAndValidated = savingsOf(
  { years: [{ year: '2014/15', plan: 20, forecast: 10, claimedActual: 12 }] },
  { validations: [{ year: '2014/15', pounds: 12, on: '2014-04-20', by: 'finance', at: '2014-04-20T00:00:00.000Z' }] },
);
const missedYetForecast = {
  milestones: [aMilestone({ baseline: '2014-02-01', forecast: '2014-09-01', missed: true })],
};

describe('Of SROs', () => {
  it.each([
    {
      sros: [],
      before: 'Property Review has no SRO; a review has exactly one.',
      now: 'Property Review has no SRO: nobody can act for it.',
    },
    {
      sros: ['anna', 'bill'],
      before: 'Property Review has 2 SROs; a review has exactly one.',
      now: 'Property Review has 2 SROs: each of them may act for it, and none alone answers for it.',
    },
  ])('$now', ({ sros, before: earlier, now }) => {
    const [before, after] = [rules1, current].map((ruleSet) => foundBy(ruleSet, { review: { sros } }));
    expect(before?.findings.rows.map((one) => [one.sentence, one.because])).toEqual([
      ['A review has not exactly one SRO.', earlier],
    ]);
    expect(before?.nextSteps.rows.map(({ what }) => what)).toEqual([`See that exactly one SRO is named: ${earlier}`]);
    expect(after?.findings.rows.map((one) => [one.sentence, one.because])).toEqual([
      ['A review has no SRO, or more than one.', now],
    ]);
    expect(after?.nextSteps.rows.map(({ what }) => what)).toEqual([`Name one SRO: ${now}`]);
  });
});

describe('Evidence', () => {
  const evidenceBy = (ruleSet: typeof rules1) =>
    foundBy(ruleSet, { savings: claimedAndValidated })
      .findings.rows.filter(({ rule }) => rule === 'CON-04')
      .flatMap(({ evidence }) => evidence.map(({ what, value }) => `${what}: ${value}`));

  it('of a saving above its forecast names the forecast of a year once', () => {
    expect(evidenceBy(current)).toEqual([
      'Actual of 2014/15, validated: £12',
      'Actual of 2014/15, claimed: £12',
      'Forecast of 2014/15: £10',
    ]);
    expect(evidenceBy(rules1)).toHaveLength(4);
  });

  it.each<[string, Broken]>([
    ['savings claimed and validated above forecast and plan', { savings: claimedAndValidated }],
    ['a missed milestone that is forecast', missedYetForecast],
    [
      'no SRO, no end date, no tier',
      { review: { sros: [], endDate: { kind: 'not-stated' }, tier: 'to-be-confirmed' } },
    ],
  ])('is never printed twice, of %s', (_what, broken) => {
    for (const { evidence } of foundBy(current, broken).findings.rows) {
      const printed = evidence.map(({ what, value }) => `${what}: ${value}`);
      expect(printed).toEqual([...new Set(printed)]);
    }
  });
});

describe('A milestone that is missed, and forecast for a day to come', () => {
  it('is found, and asks whether it can still be reached', () => {
    const { findings, nextSteps } = foundBy(current, missedYetForecast);
    expect(findings.rows.map(({ rule, because }) => [rule, because])).toEqual([
      ['CON-15', '"Company trades" is recorded as missed, and is forecast for 1 September 2014.'],
    ]);
    expect(nextSteps.rows.map(({ who, what }) => [who, what.split(':')[0]])).toEqual([
      ['Transformation team', 'Say whether it can still be reached'],
    ]);
    expect(foundBy(rules1, missedYetForecast).findings.rows).toEqual([]);
  });

  it('is no finding where the day forecast has gone by', () => {
    const gone = { milestones: [aMilestone({ baseline: '2014-02-01', forecast: '2014-04-30', missed: true })] };
    expect(foundBy(current, gone).findings.rows).toEqual([]);
  });
});

describe('Organisations that are known by number alone', () => {
  it('are said to be so, in plain words', () => {
    const stated = [{ responses: 174, organisations: 109, source: 'Outturn report' }];
    const engagement = { ...noProgrammeWide.engagement, engagements: 1, stated };
    const setting = aSetting({ programmeWide: { ...noProgrammeWide, engagement } });
    const notesBy = (ruleSet: typeof rules1) => rollUp([aReview()], setting, ruleSet).content.engagement.notes;
    expect(notesBy(current)).toEqual([
      'Known by number only, because the source names nobody: 174 responses and 109 organisations. Numbers for the whole programme are not broken down by review.',
    ]);
    expect(notesBy(rules1)).toEqual([
      '174 responses and 109 organisations are stated without naming the organisations. What is stated for the whole programme has no breakdown by review.',
    ]);
  });
});

describe('A delivery model that a completed review adopted', () => {
  const deliveryModels = [{ id: 'shared', model: 'shared-service' as const, fromOptions: ['a'], decision: 'award' }];
  const decisions = [
    {
      id: 'award',
      title: 'Award',
      body: 'Cabinet',
      kind: 'key-decision' as const,
      dueOn: { kind: 'not-stated' as const },
      status: 'taken' as const,
      takenOn: '2014-03-01',
    },
  ];

  it('is said to be of one: so nobody asks why none prefers it', () => {
    const completed = aReview('done', { review: { lifecycle: 'completed' }, deliveryModels, decisions });
    const modelsBy = (ruleSet: typeof rules1) =>
      rollUp([aReview(), completed], aSetting(), ruleSet).content.deliveryModels;
    const adopted = [{ model: 'shared-service', name: 'Shared service', count: 1 }];
    expect(modelsBy(current)).toMatchObject({ adopted, adoptedByCompleted: adopted });
    expect(modelsBy(rules1)).not.toHaveProperty('adoptedByCompleted');
  });
});

describe('What changed', () => {
  const savings = (claimedActual: number) =>
    savingsOf({ years: [{ year: '2014/15', plan: 1_000_000, forecast: 1_000_000, claimedActual }] });
  const before = rollUp([aReview('a', { savings: savings(0) }), aReview('b')], aSetting({ month: '2014-03' }));
  const sentences = (reviews: Parameters<typeof rollUp>[0]) =>
    rollUp(
      reviews,
      aSetting({
        previous: {
          content: before.content,
          contentDigest: 'f'.repeat(64),
          counted: ['a', 'b'],
          places: new Map(),
          ratings: new Map(),
        },
      }),
    ).content.changes.map(({ sentence }) => sentence);

  it('writes pounds as pounds, and names fields in words', () => {
    expect(sentences([aReview('a', { savings: savings(275_000) }), aReview('b')])).toContain(
      'Savings of 2014/15: claimed £275,000, was £0.',
    );
  });

  it('says a share no second time of which only the number of reviews changed', () => {
    const all = sentences([aReview('a', { savings: savings(0) })]).join(' ');
    expect(all).toContain('Reviews counted: 1, was 2.');
    expect(all).not.toMatch(/identified 0 of 1|Full business case \(3\) 0 of 1/);
  });

  it('tells a row that says something else from one that is new', () => {
    const moved = aReview('b', { milestones: [aMilestone({ forecast: '2014-12-01', delayReason: 'Lease' })] });
    const later = aReview('b', { milestones: [aMilestone({ forecast: '2015-01-01', delayReason: 'Lease' })] });
    const first = rollUp([moved], aSetting({ month: '2014-03' }));
    const previous = {
      content: first.content,
      contentDigest: 'f'.repeat(64),
      counted: ['b'],
      places: new Map(),
      ratings: new Map(),
    };
    const said = rollUp([later], aSetting({ previous })).content.changes.map(({ sentence }) => sentence);
    expect(said).toContain('Milestones: slipped 1 (changed: "Company trades" (Property Review)).');
  });
});
