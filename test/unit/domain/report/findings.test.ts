import { describe, expect, it } from 'vitest';
import { openReport } from '#domain/report/compose-report.ts';
import { findingKey } from '#domain/report/findings.ts';
import type { ReportSetting } from '#domain/report/report-setting.ts';
import { releasedRuleSets } from '#domain/report/rule-sets.ts';
import { reportRules } from '#domain/report/rules.ts';
import { stepOfRule } from '#domain/report/step-of-rule.ts';
import {
  aMilestone,
  aReview,
  aSetting,
  type Broken,
  noProgrammeWide,
  noSavings,
  rollUp,
  savingsOf,
  stated,
} from '../../../support/positions.ts';

const found = (broken: Broken, setting?: ReportSetting) =>
  rollUp([aReview('property', broken)], setting).content.findings.rows;
const rulesOf = (broken: Broken, setting?: ReportSetting) => found(broken, setting).map((one) => one.rule);

const sro = (overall: 'green' | 'red', benefits?: 'red' | 'green') => ({
  sro: {
    id: 'rating-01',
    given: {
      on: '2014-04-15',
      overall: { rating: overall, words: 'Said so' },
      ...(benefits === undefined ? {} : { benefits: { rating: benefits, words: 'Said so' } }),
    },
  },
  assurance: null,
});
const year = (over: Record<string, unknown>) => ({ years: [{ year: '2014/15', plan: 1_000_000, ...over }] });
const issue = (over: Record<string, unknown> = {}) => ({
  id: 'issue-01',
  title: 'Tenant left',
  severity: 'high' as const,
  owner: 'Estates',
  raisedOn: '2014-04-02',
  risk: 'risk-09',
  status: 'open' as const,
  ...over,
});
const closedRisk = { open: [], unscored: [], closed: [{ id: 'risk-09', title: 'Tenant leaves' }], happened: [] };
const wide = (over: Partial<ReportSetting['programmeWide']>) =>
  aSetting({ programmeWide: { ...noProgrammeWide, ...over } });

describe('the rules of the report', () => {
  it('keep naming the same contradiction when the SRO rates the review anew', () => {
    const ratedAgain = { ...sro('green', 'red') };
    const again = { ...ratedAgain, sro: { ...ratedAgain.sro, id: 'rating-02' } };
    const keys = [sro('green', 'red'), again].map((ratings) => found({ ratings }).map(findingKey));
    expect(keys[0]).toEqual(keys[1]);
  });

  it('finds nothing in a review that keeps every rule', () => {
    expect(found({})).toEqual([]);
  });

  it.each<[string, string, Broken]>([
    ['CON-01', 'overall green while benefits are red', { ratings: sro('green', 'red') }],
    [
      'CON-01',
      'overall green while pounds of this year cannot be achieved',
      { savings: savingsOf(year({ states: { onTrack: 999_999, unachievable: 1 } })) },
    ],
    ['CON-02', 'a milestone past its forecast', { milestones: [aMilestone({ forecast: '2014-04-29' })] }],
    ['CON-02', 'a milestone past its baseline', { milestones: [aMilestone({ baseline: '2014-03-01' })] }],
    ['CON-03', 'a closed risk with an open issue', { risks: closedRisk, issues: [issue()] }],
    ['CON-04', 'claimed above forecast', { savings: savingsOf(year({ forecast: 10, claimedActual: 11 })) }],
    [
      'CON-04',
      'validated above forecast',
      {
        savings: savingsOf(year({ forecast: 10 }), {
          validations: [
            { year: '2014/15', pounds: 11, on: '2014-04-20', by: 'finance-lead', at: '2014-04-20T00:00:00.000Z' },
          ],
        }),
      },
    ],
    [
      'CON-05',
      'a forecast of before 30 January',
      { savings: savingsOf({}, { forecastSince: '2014-01-29T12:00:00.000Z' }) },
    ],
    ['GAP-01', 'no SRO', { review: { sros: [] } }],
    ['GAP-01', 'two SROs', { review: { sros: ['anna-stone', 'bill-hay'] } }],
    ['GAP-02', 'no end date stated', { review: { endDate: { kind: 'not-stated' } } }],
    ['GAP-02', 'an end date to be confirmed', { review: { endDate: { kind: 'to-be-confirmed', reason: 'No plan' } } }],
    ['GAP-03', 'the tier to be confirmed', { review: { tier: 'to-be-confirmed' } }],
    ['GAP-04', 'no savings line', { savings: noSavings }],
    [
      'GAP-04',
      'a savings line without a figure',
      { savings: savingsOf({ years: [{ year: '2014/15', plan: { kind: 'not-stated' } }] }) },
    ],
  ])('%s finds %s, and no other rule does', (rule, _title, broken) => {
    const findings = found(broken);
    expect(findings.map((one) => one.rule)).toEqual([rule]);
    expect(findings[0]).toMatchObject({
      sentence: reportRules.find((one) => one.id === rule)?.sentence,
      subject: { review: 'property', title: 'Property Review' },
    });
    expect(findings[0]?.evidence).not.toEqual([]);
  });

  it.each<[string, string, Broken]>([
    ['CON-01', 'red overall with red savings', { ratings: sro('red', 'red') }],
    [
      'CON-01',
      'pounds of a later year that cannot be achieved',
      { savings: savingsOf({ years: [{ year: '2015/16', plan: 9, states: { unachievable: 9 } }] }) },
    ],
    ['CON-02', 'a milestone due on the last day itself', { milestones: [aMilestone({ baseline: '2014-04-30' })] }],
    ['CON-02', 'a milestone said to be missed', { milestones: [aMilestone({ baseline: '2014-03-01', missed: true })] }],
    [
      'CON-02',
      'a milestone handed over',
      { milestones: [aMilestone({ baseline: '2014-03-01', movedTo: 'Head of Legal' })] },
    ],
    ['CON-02', 'a milestone done', { milestones: [aMilestone({ baseline: '2014-03-01', actual: '2014-03-01' })] }],
    ['CON-03', 'a closed risk with a closed issue', { risks: closedRisk, issues: [issue({ status: 'closed' })] }],
    ['CON-03', 'an open issue of another risk', { risks: closedRisk, issues: [issue({ risk: 'risk-10' })] }],
    ['CON-04', 'an actual equal to the forecast', { savings: savingsOf(year({ forecast: 10, claimedActual: 10 })) }],
    ['CON-04', 'an actual without a forecast', { savings: savingsOf(year({ claimedActual: 10 })) }],
    ['CON-05', 'a forecast of 30 January', { savings: savingsOf({}, { forecastSince: '2014-01-30T00:00:00.000Z' }) }],
    [
      'CON-05',
      'an old forecast of a year gone by',
      {
        savings: savingsOf(
          { years: [{ year: '2013/14', plan: 9, forecast: 9 }] },
          { forecastSince: '2013-10-01T00:00:00.000Z' },
        ),
      },
    ],
    ['GAP-02', 'an end date in words', { review: { endDate: { kind: 'words', words: 'spring 2016' } } }],
  ])('%s does not find %s', (rule, _title, broken) => {
    expect(rulesOf(broken)).not.toContain(rule);
  });

  it('does not ask of a review beside the total what every counted review must have', () => {
    const gaps = { sros: [], endDate: { kind: 'not-stated' as const }, tier: 'to-be-confirmed' as const };
    expect(rulesOf({ review: { ...gaps, lifecycle: 'potential' }, savings: noSavings })).toEqual([]);
    expect(rulesOf({ review: gaps, savings: noSavings })).toEqual(['GAP-01', 'GAP-02', 'GAP-03', 'GAP-04']);
  });

  it('judges the milestones, risks and issues of the programme itself', () => {
    const { content } = rollUp(
      [],
      wide({ milestones: [aMilestone({ baseline: '2014-01-31' })], risks: closedRisk, issues: [issue()] }),
    );
    expect(content.findings.rows.map(({ rule, subject }) => [rule, subject.review, subject.id])).toEqual([
      ['CON-02', null, 'go-live'],
      ['CON-03', null, 'risk-09'],
    ]);
  });

  it('shows a record that cannot be read as a finding with the name of its review, told before or after it', () => {
    const fold = openReport(aSetting(), releasedRuleSets.current);
    fold.addUnreadable({ review: 'property', what: 'risk risk-07' });
    fold.add(aReview());
    fold.addUnreadable({ review: null, what: 'issue issue-02' });
    expect(fold.close().findings.rows.map((one) => [one.rule, one.kind, one.subject.title, one.because])).toEqual([
      [
        'UNR-01',
        'unreadable',
        'Facing Change',
        'issue issue-02 of Facing Change cannot be read, and is in no total of this report.',
      ],
      [
        'UNR-01',
        'unreadable',
        'Property Review',
        'risk risk-07 of Property Review cannot be read, and is in no total of this report.',
      ],
    ]);
  });

  it('says of each rule who can mend what it finds, and what they do next', () => {
    expect(reportRules.length).toBeGreaterThan(50);
    for (const { id } of reportRules)
      expect({ id, step: stepOfRule(id) }).toEqual({
        id,
        step: expect.objectContaining({ who: expect.stringMatching(/\w/), what: expect.stringMatching(/\w/) }),
      });
    expect(stepOfRule('CON-99')).toBeUndefined();
  });

  it('lists each rule once, contradictions before data gaps and what cannot be read', () => {
    const ids = reportRules.map((rule) => rule.id);
    expect(new Set(ids).size).toBe(ids.length);
    const letters = ids.map((id) => id.slice(0, 3));
    expect(letters.filter((one, n) => one !== letters[n - 1])).toEqual(['CON', 'GAP', 'UNR']);
  });
});

describe('CON-06: stated figures', () => {
  const range = stated('expected', {
    measure: 'savings-expected',
    periodYears: 10,
    figure: { kind: 'range', low: 150e6, high: 250e6 },
  });
  const yearly = (low: number, high: number) =>
    stated('expected-a-year', {
      measure: 'savings-expected-a-year',
      figure: { kind: 'range', low, high },
      follows: { from: 'expected', by: 'average-a-year' },
    });
  const amount = (measure: string, pounds: number, more: object = {}) =>
    stated(measure, { measure, year: '2015/16', figure: { kind: 'amount', pounds, ...more } });

  it('finds that £150-250 million over ten years is not £20-30 million a year', () => {
    const { findings, savings } = rollUp([], wide({ statedPositions: [range, yearly(20e6, 30e6)] })).content;
    expect(findings.rows.map((one) => [one.rule, one.subject.id])).toEqual([['CON-06', 'expected-a-year']]);
    expect(findings.rows[0]?.because).toContain(
      '£150 million to £250 million over 10 years is £15 million to £25 million a year; £20 million to £30 million a year is stated.',
    );
    expect(savings.stated.find((one) => one.id === 'expected-a-year')?.follows).toMatchObject({
      low: 15e6,
      high: 25e6,
      agrees: false,
    });
  });

  it('finds nothing where the yearly figure follows', () => {
    expect(rollUp([], wide({ statedPositions: [range, yearly(15e6, 25e6)] })).content.findings.rows).toEqual([]);
  });

  it.each([
    [45e6, []],
    [44e6, [['CON-06', 'savings-required']]],
  ])('of £88 million required and £43 million unidentified, with £%d identified, finds %j', (identified, expected) => {
    const statedPositions = [
      amount('savings-required', 88e6),
      amount('savings-identified', identified),
      amount('savings-unidentified', 43e6),
    ];
    const { findings } = rollUp([], wide({ statedPositions })).content;
    expect(findings.rows.map((one) => [one.rule, one.subject.id])).toEqual(expected);
  });

  it('shows what another paper states of the same figure as a conflict, with both values', () => {
    const conflicts = [{ value: { kind: 'amount', pounds: 45e6 }, source: 'Budget paper' }];
    const statedPositions = [amount('savings-unidentified', 43e6, { source: 'Outturn report', conflicts })];
    const { findings } = rollUp([], wide({ statedPositions })).content;
    expect(findings.rows.map((one) => [one.rule, one.evidence])).toEqual([
      [
        'CON-06',
        [
          { what: 'Outturn report', value: '£43 million' },
          { what: 'Budget paper', value: '£45 million' },
        ],
      ],
    ]);
  });

  it('finds two entries that state one measure of one year differently', () => {
    const other = stated('required-again', {
      measure: 'savings-required',
      year: '2015/16',
      figure: { kind: 'amount', pounds: 90e6 },
    });
    const { findings } = rollUp([], wide({ statedPositions: [other, amount('savings-required', 88e6)] })).content;
    expect(findings.rows.map((one) => [one.rule, one.subject.id])).toEqual([['CON-06', 'savings-required']]);
  });
});
