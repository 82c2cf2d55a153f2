import { describe, expect, it } from 'vitest';
import type { ReportSetting } from '#domain/report/report-setting.ts';
import { rules1 } from '#domain/report/rule-sets.ts';
import { judgingRules } from '#domain/report/rules.ts';
import { findingRules, moneyRules } from '#schemas/finding-settings.ts';
import type { ReviewPosition } from '#schemas/position.ts';
import {
  aProgramme,
  aReview,
  aSetting,
  type Broken,
  noProgrammeWide,
  rollUp,
  savingsOf,
} from '../../../support/positions.ts';
import { formatsOf } from '../../../support/report-formats.ts';

/* docs/meaning.md REPORT-29: what a programme switches off or accepts as known is counted, with its reason, and never silently left out. */

const over = (pounds: number) =>
  savingsOf({ years: [{ year: '2014/15', plan: 1_000_000, forecast: 1_000_000, claimedActual: 1_000_000 + pounds }] });
const reviews = [
  aReview('property', { review: { sros: [] } }),
  aReview('legal', { review: { title: 'Legal', sros: [] } }),
];
const withLedger: ReportSetting['programmeWide'] = {
  ...noProgrammeWide,
  budgetLines: [{ id: 'rents', title: 'Rents', kind: 'line', year: '2014/15', code: 'RENT', of: [] }],
  ledgerPeriods: [{ id: '2014-15-p01', lines: [{ code: 'RENT', actual: 0, saved: 100 }] }],
};
const validated = {
  year: '2014/15',
  pounds: 51,
  on: '2014-04-09',
  by: 'fin',
  at: '2014-04-09T09:00:00.000Z',
  ofVersion: 1,
};
const made = (findings: unknown[], given = reviews, month = '2014-04') =>
  rollUp(given, aSetting({ month, programme: aProgramme({ findings }), programmeWide: withLedger })).content;
const found = (content: ReturnType<typeof made>, rule = 'GAP-01') =>
  content.findings.rows.filter((one) => one.rule === rule).map(({ subject }) => subject.review);
const steps = (content: ReturnType<typeof made>) =>
  content.nextSteps.rows.filter(({ what }) => what.startsWith('Name one SRO'));

it('every rule that judges a report can be set', () => {
  expect([...findingRules]).toEqual([...new Set(judgingRules.map(({ id }) => id))].sort());
});

const lineOf = (over: Record<string, unknown>, more: Record<string, unknown> = {}) =>
  savingsOf({ ...more, years: [{ year: '2014/15', plan: 1_000_000, ...over }] });
const budget = (over: Partial<ReviewPosition['budgetLines'][number]>) => ({
  ...{ id: 'total', title: 'Total', kind: 'total' as const, year: '2014/15', budget: 900, of: ['line'] },
  ...over,
});
const contract: ReviewPosition['contracts'][number] = {
  ...{ id: 'facilities', title: 'Facilities management', supplier: 'Acme Estates', afterEnd: 'procure-again' },
  value: { kind: 'about', pounds: 42_000_000 },
  start: { kind: 'date', date: '2010-04-01' },
  end: { kind: 'date', date: '2016-03-31' },
  ...{ choices: [], highestScore: 4, maturity: [] },
};
/** Of each rule about money something that it finds, and how large that is. */
const sized: Readonly<Record<(typeof moneyRules)[number], readonly [pounds: number, of: Broken]>> = {
  'CON-04': [3, { savings: lineOf({ forecast: 10, claimedActual: 13 }) }],
  'CON-08': [1_000, { savings: lineOf({ states: { delivered: 1_000, onTrack: 999_000 } }) }],
  'CON-09': [7, { savings: lineOf({ claimedActual: 1_000_007 }) }],
  'CON-10': [5, { savings: savingsOf({ years: [{ year: '2015/16', plan: 9, claimedActual: 5 }] }) }],
  'CON-11': [1_000_000, { savings: lineOf({}, { budgetLine: '4567 Home care' }) }],
  'CON-17': [
    40,
    {
      budgetLines: [
        budget({ kind: 'line', of: [], variance: 10, adjustment: { pounds: 0, reason: 'None' }, revised: 50 }),
      ],
    },
  ],
  'CON-18': [100, { budgetLines: [budget({}), budget({ id: 'line', kind: 'line', of: [], budget: 1_000 })] }],
  'CON-29': [
    500,
    { contracts: [contract], savings: savingsOf({ contract: contract.id, years: [{ year: '2016/17', plan: 500 }] }) },
  ],
  'CON-42': [
    2,
    {
      savings: savingsOf(
        { budgetLine: 'RENT', years: [{ year: '2014/15', plan: 51, claimedActual: 51 }] },
        { validations: [validated] },
      ),
    },
  ],
  'GAP-06': [1, { savings: lineOf({ states: { onTrack: 999_999 } }) }],
};

describe('a rule about money', () => {
  it.each(moneyRules)('%s finds what is as large as the amount that is set, and leaves out what is smaller', (rule) => {
    const [pounds, broken] = sized[rule];
    const from = (least: number) =>
      made([{ as: 'from', rule, pounds: least }], [aReview('property', broken), aReview('twin', broken)]);
    const times = (least: number) => from(least).foundByRule.find((one) => one.rule === rule)?.count ?? 0;
    const all = made([], [aReview('property', broken), aReview('twin', broken)]).foundByRule.find(
      (one) => one.rule === rule,
    )?.count;
    expect([all, times(pounds)]).toEqual([all, all ?? 'none found']);
    expect([times(pounds + 1), from(pounds + 1).setAside?.findings]).toEqual([0, all]);
  });
});

describe('a rule of a programme', () => {
  it('finds what it finds where no setting is in force, and the report has no such part', () => {
    const content = made([]);
    expect(found(content)).toEqual(['legal', 'property']);
    expect(content).not.toHaveProperty('setAside');
  });

  it('that is switched off finds nothing and asks nothing of anybody, and the report counts what it would have found, with the reason', () => {
    const content = made([{ as: 'off', rule: 'GAP-01', reason: 'SROs are named in May' }]);
    expect([found(content), steps(content), content.foundByRule.some(({ rule }) => rule === 'GAP-01')]).toEqual([
      [],
      [],
      false,
    ]);
    expect(content.setAside).toEqual({
      findings: 2,
      rows: [
        {
          rule: 'GAP-01',
          as: 'off',
          reviews: null,
          until: null,
          pounds: null,
          reason: 'SROs are named in May',
          count: 2,
        },
      ],
      sentence: "By the programme's settings 2 findings are left out of this report: GAP-01: switched off (2).",
    });
    expect(content.headline.at(-1)).toContain("2 more left out by the programme's settings");
  });

  it('that is accepted as known for a review is found of the others, and of that one again once the day is past', () => {
    const until = (day: string) => [
      { as: 'accepted', rule: 'GAP-01', reviews: ['legal'], until: day, reason: 'Known' },
    ];
    expect(found(made(until('2014-04-30')))).toEqual(['property']);
    expect(made(until('2014-04-30')).setAside?.rows).toMatchObject([
      { reviews: ['Legal'], until: '2014-04-30', count: 1 },
    ]);
    expect(found(made(until('2014-04-30'), reviews, '2014-05'))).toEqual(['legal', 'property']);
    expect(made(until('2014-04-29'))).not.toHaveProperty('setAside');
  });

  it('about money matters from the amount that is set: what is smaller is left out and counted', () => {
    const given = [aReview('small', { savings: over(999) }), aReview('large', { savings: over(1_000) })];
    const content = made([{ as: 'from', rule: 'CON-04', pounds: 1_000 }], given);
    expect(found(made([], given), 'CON-04')).toEqual(['large', 'small']);
    expect(found(content, 'CON-04')).toEqual(['large']);
    expect(content.setAside?.sentence).toContain('CON-04: below £1,000 (1)');
  });

  it('is said to be set where it found nothing, and the page and its reasons show it', () => {
    const content = made([{ as: 'off', rule: 'CON-12', reason: 'Circles are managed elsewhere' }]);
    expect(content.setAside).toMatchObject({ findings: 0, rows: [{ rule: 'CON-12', count: 0 }] });
    expect(content.headline.at(-1)).not.toContain('left out');
  });

  it('is named with its reason in JSON, on the page and in the CSV', () => {
    const findings = [{ as: 'off', rule: 'GAP-01', reviews: ['legal'], reason: 'Reasonword' }];
    const formats = formatsOf(JSON.stringify(rollUp(reviews, aSetting({ programme: aProgramme({ findings }) }))));
    for (const [format, text] of Object.entries(formats)) {
      expect([format, text]).toEqual([format, expect.stringContaining('Reasonword')]);
      expect([format, text]).toEqual([format, expect.stringContaining('1 finding is left out of this report')]);
    }
  });

  it('is as it was in a month by the first rule set, which had no such settings', () => {
    const by = (findings: unknown[]) =>
      rollUp(reviews, aSetting({ programme: aProgramme({ findings }) }), rules1).content;
    expect(by([{ as: 'off', rule: 'GAP-01', reason: 'No' }])).toEqual(by([]));
  });
});
