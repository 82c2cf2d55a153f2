import { describe, expect, it } from 'vitest';
import { rules1 } from '#domain/report/rule-sets.ts';
import { StatedMeasure } from '#registers/stated-measure/record.ts';
import { aSetting, noProgrammeWide, rollUp, stated } from '../../../support/positions.ts';
import { formatsOf } from '../../../support/report-formats.ts';

/* docs/meaning.md SAVINGS-15 and SAVINGS-16: stated figures of a scope, and totals with their parts. */

const amount = (pounds: number) => ({ kind: 'amount', pounds });
const about = (pounds: number) => ({ kind: 'about', pounds });
const required = (id: string, figure: object, over: object = {}) =>
  stated(id, { measure: 'savings-required', year: '2015/16', figure, ...over });
const total = (figure: object, ...parts: object[]) => [
  required('total', figure, { parts: parts.map((_, n) => `part-${n}`) }),
  ...parts.map((part, n) => required(`part-${n}`, part, { scope: `Portfolio ${n}` })),
];
const measure = (id: string, value: object, over: object = {}) => ({
  id,
  record: StatedMeasure.parse({ title: id, value, source: 'Outturn', ...over }),
});
const totalOf = (whole: object, ...parts: object[]) => [
  measure('total', whole, { parts: parts.map((_, n) => `part-${n}`) }),
  ...parts.map((part, n) => measure(`part-${n}`, part)),
];
type Wide = Partial<typeof noProgrammeWide>;
const reported = (given: Wide, ruleSet?: typeof rules1) =>
  rollUp([], aSetting({ programmeWide: { ...noProgrammeWide, ...given } }), ruleSet);
const found = (given: Wide, ruleSet?: typeof rules1) =>
  reported(given, ruleSet).content.findings.rows.flatMap(({ rule, because }) => (rule === 'CON-06' ? [because] : []));

describe('A stated figure of a portfolio', () => {
  const scoped = [required('whole', amount(88)), required('people', amount(40), { scope: 'People' })];

  it('is a part, and no rival of the figure of the whole programme, nor in it', () => {
    expect(found({ statedPositions: scoped })).toEqual([]);
    const { savings } = reported({ statedPositions: scoped }).content;
    expect(savings.years.map(({ year, required }) => [year, required])).toEqual([['2015/16', amount(88)]]);
    expect(
      reported({ statedPositions: scoped.slice(1) }).content.savings.years.every(({ required }) => required === null),
    ).toBe(true);
  });

  it('is held against a second entry of the same scope, whatever its case', () => {
    expect(found({ statedPositions: [...scoped, required('people-2', amount(41), { scope: ' people' })] })).toEqual([
      '"people-2" states £41 for 2015/16 of  people, and "people" states £40, perhaps by rounding.',
    ]);
  });

  it('is shown with its scope, on the page and in the CSV', () => {
    for (const [name, text] of Object.entries(formatsOf(JSON.stringify(reported({ statedPositions: scoped })))))
      if (name !== 'JSON') expect(text, name).toContain('of People');
  });
});

describe('A stated total', () => {
  it.each([
    ['its parts come to it', total(amount(88), amount(40), amount(48))],
    ['they come to it in the precision of print', total(about(33.3e6), amount(10e6), amount(23_333_333))],
    ['one of them is not known', total(amount(88), amount(40), { kind: 'not-stated' })],
    ['one of them is not there', total(amount(88), amount(40), amount(40)).slice(0, 2)],
  ])('is found nothing of where %s', (_, statedPositions) => {
    expect(found({ statedPositions })).toEqual([]);
  });

  it('is found where its parts do not come to it, perhaps by rounding where that may be', () => {
    expect(found({ statedPositions: total(amount(88), amount(41), amount(43)) })).toEqual([
      'The 2 parts of "total" make £84; £88 is stated.',
    ]);
    expect(found({ statedPositions: total(amount(44_000_000), amount(20e6), amount(23.4e6)) })).toEqual([
      'The 2 parts of "total" make £43.4 million; £44 million is stated, perhaps by rounding.',
    ]);
    expect(found({ statedPositions: total(amount(88), amount(40), amount(44)) }, rules1)).toEqual([]);
  });

  const count = (of: number) => ({ kind: 'count', count: of });
  const share = (percent: string) => ({ kind: 'share', percent });
  it.each<[string, ReturnType<typeof totalOf>, string[]]>([
    ['counts that come to it', totalOf(count(12), count(7), count(5)), []],
    [
      'shares that make 100 in the precision of print',
      totalOf(share('100'), share('33.3'), share('33.3'), share('33.3')),
      [],
    ],
    ['a count and a share', totalOf(count(12), count(7), share('5')), []],
    ['a count that is over something', totalOf(count(12), count(7), { ...count(3), qualifier: 'over' }), []],
    [
      'counts that do not',
      totalOf(count(12), count(7), count(4)),
      ['"total" is 12 by Outturn, and its parts are 7 and 4.'],
    ],
    [
      'shares that do not',
      totalOf(share('100'), share('60.6'), share('38.6')),
      ['"total" is 100% by Outturn, and its parts are 60.6% and 38.6%.'],
    ],
  ])('of %s', (_, statedMeasures, because) => {
    expect(found({ statedMeasures })).toEqual(because);
  });
});
