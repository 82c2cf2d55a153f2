import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { rules1 } from '#domain/report/rule-sets.ts';
import { StatedMeasure, type StatedValue } from '#registers/stated-measure/record.ts';
import { valuesCompared } from '#registers/stated-measure/stated-values.ts';
import { reportCsv } from '#web/report-csv.ts';
import { reportPage } from '#web/report-page.ts';
import { aReview, aSetting, noProgrammeWide, rollUp } from '../../support/positions.ts';
import { richLines, richReport, wholeReport } from '../../support/report-fixture.ts';

type Qualifier = NonNullable<StatedValue['qualifier']>;
const said = (qualifier: Qualifier | undefined) => (qualifier === undefined ? {} : { qualifier });
const count = (number: number, qualifier?: Qualifier): StatedValue => ({
  kind: 'count',
  count: number,
  ...said(qualifier),
});
const percent = (text: string, parts?: readonly [number, number], qualifier?: Qualifier): StatedValue => ({
  kind: 'share',
  percent: text,
  ...said(qualifier),
  ...(parts === undefined ? {} : { numerator: parts[0], denominator: parts[1] }),
});
const lasting = (length: string, unit: 'days' | 'weeks' | 'months' | 'years', qualifier?: Qualifier): StatedValue => ({
  kind: 'duration',
  length,
  unit,
  ...said(qualifier),
});

describe('Two stated values of the same', () => {
  it.each<[string, StatedValue, StatedValue, string]>([
    ['a count and what it rounds to', count(228), count(230, 'about'), 'agree'],
    ['a count and what it does not round to', count(224), count(230, 'about'), 'differ'],
    ['exact counts that rounding may explain', count(296), count(300), 'differ, perhaps by rounding'],
    ['counts far apart', count(174), count(109), 'differ'],
    ['counts below nought', count(-12), count(-12), 'agree'],
    ['percentages printed to other places', percent('33'), percent('33.3'), 'agree'],
    ['percentages of the same places', percent('33'), percent('34'), 'differ'],
    ['durations in other units', lasting('18', 'months'), lasting('1.5', 'years'), 'agree'],
    ['about a duration', lasting('2', 'years', 'nearly'), lasting('20', 'months'), 'agree'],
    ['durations that differ', lasting('6', 'weeks'), lasting('40', 'days'), 'differ, perhaps by rounding'],
    ['months and days, which nobody can compare', lasting('2', 'months'), lasting('60', 'days'), 'agree'],
    ['a count and a percentage', count(7), percent('70'), 'differ'],
    ['over a percentage and one above it', percent('400', undefined, 'over'), percent('412.5'), 'agree'],
    ['over a percentage and one that is not', percent('400', undefined, 'over'), percent('389'), 'differ'],
    ['over a count and that very count', count(400, 'over'), count(400), 'differ'],
    ['over a count and about that count', count(400, 'over'), count(400, 'about'), 'agree'],
    ['over two counts, which can both be so', count(400, 'over'), count(350, 'over'), 'agree'],
    ['over a duration and one in other units', lasting('1', 'years', 'over'), lasting('13', 'months'), 'agree'],
  ])('%s', (_, one, other, comparison) => {
    expect(valuesCompared(one, other)).toBe(comparison);
    expect(valuesCompared(other, one)).toBe(comparison);
  });

  it('agree where one is the other rounded to the places that it prints, whatever they are', () => {
    const printed = fc.record({
      thousandths: fc.integer({ min: -999_999, max: 999_999 }),
      places: fc.integer({ min: 0, max: 2 }),
    });
    fc.assert(
      fc.property(printed, ({ thousandths, places }) => {
        const exact = (thousandths / 1_000).toFixed(3);
        expect(valuesCompared(percent(exact), percent((thousandths / 1_000).toFixed(places)))).toBe('agree');
      }),
    );
  });
});

const measure = (id: string, value: StatedValue, more: object = {}) => ({
  id,
  record: StatedMeasure.parse({ title: 'Reviews with a preferred option', value, source: `Paper ${id}`, ...more }),
});
const reportOf = (statedMeasures: readonly ReturnType<typeof measure>[], ruleSet?: typeof rules1) =>
  rollUp([aReview()], aSetting({ programmeWide: { ...noProgrammeWide, statedMeasures: [...statedMeasures] } }), ruleSet)
    .content;
const found = (...measures: readonly ReturnType<typeof measure>[]): readonly string[] =>
  reportOf(measures).findings.rows.flatMap(({ rule, because }) => (rule === 'CON-06' ? [because] : []));

describe('CON-06: stated counts, shares and durations', () => {
  it('finds a percentage that does not follow from its parts, in the precision in which it is printed', () => {
    expect(
      found(measure('a', percent('33.3', [1, 3])), measure('b', percent('33', [1, 3]), { scope: 'Places' })),
    ).toEqual([]);
    expect(found(measure('a', percent('33.4', [1, 3])))).toEqual([
      '"Reviews with a preferred option" is 1 of 3 (33.4%) by Paper a: the percentage does not follow from its parts.',
    ]);
    expect(found(measure('a', percent('50')))).toEqual([]);
    expect(found(measure('a', percent('75', [74, 100], 'over')))).toEqual([
      '"Reviews with a preferred option" is over 74 of 100 (75%) by Paper a: the percentage does not follow from its parts.',
    ]);
    expect(found(measure('a', percent('75', [79, 100], 'over')))).toEqual([]);
  });

  it('finds what another paper states otherwise', () => {
    const conflicts = [
      { value: count(230, 'about'), source: 'Leaflet' },
      { value: count(219), source: 'Scrutiny' },
    ];
    expect(found(measure('a', count(228), { conflicts }))).toEqual([
      '"Reviews with a preferred option" is 228 by Paper a, and 219 by Scrutiny.',
    ]);
  });

  it('finds the same thing stated twice, and nothing of other scopes or periods: those are parts', () => {
    const twice = measure('b', count(8), { title: 'reviews  with a preferred option' });
    expect(found(measure('a', count(7)), twice)).toEqual([
      '"reviews  with a preferred option" is 8 by Paper b, and 7 by Paper a.',
    ]);
    expect(found(measure('a', count(7)), measure('b', count(8), { scope: 'Places' }))).toEqual([]);
    expect(found(measure('a', count(7)), measure('b', count(8), { year: '2014/15' }))).toEqual([]);
  });
});

describe('Stated measures in the report', () => {
  const measures = [
    measure('a', percent('70', [7, 10]), {
      asAt: '2014-04-30',
      conflicts: [{ value: percent('69.6'), source: 'Leaflet' }],
    }),
    measure('b', lasting('18', 'months', 'about'), {
      title: 'Time to decide',
      scope: 'Libraries',
      words: 'About a year and a half',
    }),
  ];

  it('are listed as they were printed, on the page and in the CSV', () => {
    const { statedMeasures } = reportOf(measures);
    expect(statedMeasures).toMatchObject({
      total: 2,
      rows: [{ conflicts: [{ agrees: true }] }, { scope: 'Libraries' }],
    });
    const report = wholeReport({ ...richReport, content: { ...richReport.content, statedMeasures } });
    const page = reportPage({ report, lines: richLines, linesComplete: true });
    for (const text of ['7 of 10 (70%)', 'as at 30 April 2014', 'about 18 months', 'About a year and a half'])
      expect(page).toContain(text);
    expect(reportCsv(report, richLines)).toContain('7 of 10 (70%) (Paper a)');
  });

  it('are in no report of the first rule set, and in none of its findings', () => {
    const content = reportOf([measure('a', percent('34', [1, 3]))], rules1);
    expect(content).not.toHaveProperty('statedMeasures');
    expect(content.findings.rows.map(({ rule }) => rule)).not.toContain('CON-06');
  });

  it('need parts that are both given, and a whole that is not nought', () => {
    const faultsOf = (value: object): string[] =>
      (StatedMeasure.safeParse({ title: 'x', source: 'y', value }).error?.issues ?? []).map(({ path }) =>
        path.join('/'),
      );
    expect(faultsOf({ kind: 'share', percent: '33.3', numerator: 1 })).toEqual(['value/denominator']);
    expect(faultsOf({ kind: 'share', percent: '33.3', numerator: 1, denominator: 0 })).toEqual(['value/denominator']);
    expect(faultsOf({ kind: 'share', percent: 'a third' })).toEqual(['value/percent']);
  });
});
