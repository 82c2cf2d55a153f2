import { describe, expect, it } from 'vitest';
import { rules1 } from '#domain/report/rule-sets.ts';
import { averageOf } from '#registers/contract/undecided.ts';
import { aReview, aSetting, type Broken, noProgrammeWide, rollUp, savingsOf } from '../../../support/positions.ts';
import { formatsOf } from '../../../support/report-formats.ts';

type Contract = NonNullable<Broken['contracts']>[number];
const one = (over: Partial<Contract> = {}): Contract => ({
  id: 'facilities',
  title: 'Facilities management',
  supplier: 'Acme Estates',
  value: { kind: 'about', pounds: 42_000_000 },
  start: { kind: 'date', date: '2010-04-01' },
  end: { kind: 'date', date: '2016-03-31' },
  afterEnd: 'procure-again',
  choices: [],
  highestScore: 4,
  maturity: [],
  ...over,
});
const madeOf = (...contracts: Contract[]) => rollUp([aReview('property', { contracts })]);
const found = (rule: string, ...reviews: ReturnType<typeof aReview>[]) =>
  rollUp(reviews).content.findings.rows.flatMap((row) => (row.rule === rule ? [row.because] : []));

describe('The part of the report on contracts', () => {
  it('lists those that have not ended, the first to end first, with their value and its coverage', () => {
    const { contracts } = madeOf(
      one({ id: 'later', end: { kind: 'month', month: '2017-03' }, value: { kind: 'not-stated' } }),
      one(),
      one({ id: 'over', endedOn: '2014-03-31' }),
    ).content;
    expect(contracts).toMatchObject({ total: 3, ended: 1, value: { low: 42_000_000, count: 1 } });
    expect(contracts?.value.excluded).toEqual([{ reason: 'not-stated', count: 1 }]);
    expect(contracts?.rows.rows.map(({ contract }) => contract)).toEqual(['facilities', 'later']);
  });

  it('names the reviews that it matters to besides its own, of those that have ended too', () => {
    const { contracts } = rollUp([
      aReview('property', { contracts: [one({ reviews: ['legal', 'gone'] })] }),
      aReview('legal', { review: { title: 'Legal Review', lifecycle: 'stopped' } }),
    ]).content;
    expect(contracts?.rows.rows.map(({ reviews }) => reviews)).toEqual([['Legal Review', 'gone']]);
  });

  it('lists what is to be decided, the first notice first', () => {
    const { contracts } = madeOf(
      one({
        afterEnd: 'open',
        endNoticeBy: '2015-03-31',
        choices: [
          { kind: 'break', on: { kind: 'date', date: '2015-04-01' }, noticeBy: '2014-10-01', decision: 'open' },
          { kind: 'extension', on: { kind: 'date', date: '2016-04-01' }, decision: 'not-used' },
        ],
      }),
      one({ id: 'over', endedOn: '2014-03-31', afterEnd: 'open' }),
    ).content;
    expect(contracts?.undecided.rows.map(({ what, noticeBy, late }) => [what, noticeBy, late])).toEqual([
      ['break', '2014-10-01', false],
      ['end', '2015-03-31', false],
    ]);
  });

  it('counts the savings lines that name it, the programme its own', () => {
    const lines = (contract: string) => savingsOf({ contract });
    const setting = aSetting({ programmeWide: { ...noProgrammeWide, contracts: [one({ id: 'energy' })] } });
    const { contracts } = rollUp(
      [
        aReview('property', { contracts: [one()], savings: lines('facilities') }),
        aReview('legal', { savings: lines('energy') }),
        aReview('libraries', { savings: lines('The energy contract') }),
      ],
      setting,
    ).content;
    expect(contracts?.rows.rows.map(({ review, savings }) => [review, savings])).toEqual([
      [null, 1],
      ['property', 1],
    ]);
  });

  it('shows them in every format, with maturity over the activities that have a score', () => {
    const json = JSON.stringify(
      madeOf(
        one({
          maturity: [{ activity: 'risk', score: 2 }, { activity: 'people', score: 3 }, { activity: 'administration' }],
          improvement: { percentDone: 40 },
          socialValueSought: 'Ten apprentices',
          socialValueMeasured: 'Four apprentices',
        }),
      ),
    );
    for (const [format, text] of Object.entries(formatsOf(json)))
      for (const words of ['Acme Estates', 'Ten apprentices', 'Four apprentices'])
        expect(text, format).toContain(words);
    const { page, CSV } = formatsOf(json);
    for (const text of [page, CSV]) {
      expect(text).toContain('2.5 of 4 over 2 of 8 activities (People 3, Risk 2)');
      expect(text).toContain('plan to improve: 40% done');
    }
  });

  it('is in no report of the first rule set', () => {
    const reviews = [
      aReview('property', { contracts: [one({ afterEnd: 'open', end: { kind: 'by', date: '2014-01-01' } })] }),
    ];
    expect(JSON.stringify(rollUp(reviews, aSetting(), rules1))).not.toContain('Facilities management');
  });
});

it('an average is over the scores that were given, halves away from zero', () => {
  expect(averageOf([{ score: 2 }, { score: 2 }, { score: 2 }, { score: 3 }, {}])).toBe(2.3);
  expect(averageOf([{}])).toBeNull();
});

describe('CON-28: breaks, extensions and ends within their notice', () => {
  const of = (over: Partial<Contract>) => found('CON-28', aReview('property', { contracts: [one(over)] }));
  const extension = {
    kind: 'extension',
    on: { kind: 'date', date: '2015-04-01' },
    noticeBy: '2014-04-30',
    decision: 'open',
  } as const;

  it('finds what is not decided on the last day of its notice, or without one on its own day', () => {
    expect(of({ choices: [extension] })).toEqual([
      'Of the contract "Facilities management" nothing is decided on an extension (1 April 2015, notice needed by 30 April 2014).',
    ]);
    expect(of({ afterEnd: 'open', end: { kind: 'month', month: '2014-04' } })).toEqual([
      'Of the contract "Facilities management" nothing is decided on what follows its end (April 2014).',
    ]);
  });

  it.each<[string, Partial<Contract>]>([
    ['a day before its notice ends', { choices: [{ ...extension, noticeBy: '2014-05-01' }] }],
    ['once it is decided', { choices: [{ ...extension, decision: 'not-used' }] }],
    ['of a contract that has ended', { choices: [extension], endedOn: '2014-04-01' }],
    ['of an end that is not stated', { afterEnd: 'open', end: { kind: 'not-stated' } }],
  ])('finds nothing %s', (_what, over) => expect(of(over)).toEqual([]));
});

describe('CON-29: savings of contracts that have ended', () => {
  const saves = (contract: string, year: string) =>
    savingsOf({ contract, years: [{ year, plan: 100_000, forecast: 100_000, states: {} }] });
  const of = (contract: string, year: string, over: Partial<Contract> = {}) =>
    found('CON-29', aReview('property', { contracts: [one(over)], savings: saves(contract, year) }));

  it('finds one that is planned for a year after the end', () => {
    expect(of('facilities', '2016/17')).toEqual([
      'The saving "Fewer leases" plans £100,000 for 2016/17 from the contract "Facilities management", which ends on 31 March 2016.',
    ]);
    expect(of('facilities', '2015/16', { endedOn: '2014-04-02' })).toHaveLength(1);
  });

  it('finds none within its term, of a contract in words, or where the contract is let end', () => {
    expect(of('facilities', '2015/16')).toEqual([]);
    expect(of('Facilities management', '2016/17')).toEqual([]);
    expect(of('facilities', '2016/17', { afterEnd: 'end' })).toEqual([]);
  });

  it('takes the contracts of the programme too', () => {
    const setting = aSetting({ programmeWide: { ...noProgrammeWide, contracts: [one({ id: 'energy' })] } });
    const { findings } = rollUp([aReview('property', { savings: saves('energy', '2016/17') })], setting).content;
    expect(findings.rows.map(({ rule }) => rule)).toContain('CON-29');
  });
});

it('CON-11: contracts of two reviews that have one id are two contracts', () => {
  const review = (id: string) =>
    aReview(id, { contracts: [one({ id: 'main' })], savings: savingsOf({ contract: 'main' }) });
  expect(found('CON-11', review('property'), review('legal'))).toEqual([]);
  const named = (id: string) => aReview(id, { savings: savingsOf({ contract: 'main' }) });
  expect(found('CON-11', named('property'), named('legal'))).toHaveLength(1);
});
