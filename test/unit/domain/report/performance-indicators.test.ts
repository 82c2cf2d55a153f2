import { describe, expect, it } from 'vitest';
import { rules1 } from '#domain/report/rule-sets.ts';
import type { IndicatorStatus } from '#registers/performance-indicator/record.ts';
import { inForceIn, statusOf } from '#registers/performance-indicator/status.ts';
import { aReview, aSetting, type Broken, noProgrammeWide, rollUp } from '../../../support/positions.ts';
import { formatsOf } from '../../../support/report-formats.ts';

type Indicator = NonNullable<Broken['performanceIndicators']>[number];
const one = (over: Partial<Indicator> = {}): Indicator => ({
  id: 'calls',
  title: 'Calls answered',
  unit: 'percent',
  better: 'higher',
  period: 'month',
  target: 80,
  floor: 70,
  readings: [
    { month: '2013-04', value: 65 },
    { month: '2014-03', value: 70.5 },
    { month: '2014-04', value: 76, parts: { numerator: 760, denominator: 1000 }, commentary: 'New rota' },
  ],
  ...over,
});
const reading = (value: number) => ({ readings: [{ month: '2014-04', value }] });
const madeOf = (...indicators: readonly Indicator[]) =>
  rollUp([aReview('property', { performanceIndicators: [...indicators] })]).content;
const rowOf = (indicator: Indicator) => madeOf(indicator).performanceIndicators?.rows.rows[0];

describe('How an indicator stands', () => {
  const lower = { better: 'lower' as const, target: 5, floor: 8 };
  const activity = { better: 'neither' as const, target: undefined, floor: undefined, expected: { low: 10, high: 20 } };
  it.each<[IndicatorStatus, string, Partial<Indicator>]>([
    ['green', 'on its target', reading(80)],
    ['amber', 'short of its target', reading(79.9)],
    ['amber', 'on its floor', reading(70)],
    ['red', 'below its floor', reading(69.9)],
    ['red', 'short of a target that has no floor', { ...reading(79), floor: undefined }],
    ['green', 'at a target that is better lower', { ...lower, ...reading(5) }],
    ['amber', 'between a target that is better lower and its floor', { ...lower, ...reading(8) }],
    ['red', 'beyond a floor that is better lower', { ...lower, ...reading(8.1) }],
    ['in-range', 'within what is expected of an activity', { ...activity, ...reading(20) }],
    ['above', 'above what is expected', { ...activity, ...reading(21) }],
    ['below', 'below what is expected', { ...activity, ...reading(9) }],
    ['not-rated', 'without a target', { ...reading(50), target: undefined, floor: undefined }],
    ['not-rated', 'in words alone', { readings: [{ month: '2014-04', words: 'Not collected' }] }],
    ['not-rated', 'without a reading', { readings: [] }],
  ])('%s: %s', (status, _what, over) => expect(rowOf(one(over))?.status).toBe(status));

  it.each<[string | null, number, number | undefined, Indicator['better']]>([
    ['better', 76, 70, 'higher'],
    ['worse', 60, 70, 'higher'],
    ['worse', 76, 70, 'lower'],
    ['same', 70, 70, 'lower'],
    ['up', 76, 70, 'neither'],
    [null, 76, undefined, 'higher'],
  ])('goes %s with %d after %s where %s is better', (direction, value, before, better) => {
    const readings = [
      { month: '2014-03', ...(before === undefined ? { words: 'None' } : { value: before }) },
      { month: '2014-04', value },
    ];
    expect(rowOf(one({ readings, better }))?.direction).toBe(direction);
  });
});

describe('Targets by year', () => {
  const targets = [
    { year: '2013/14', target: 60, floor: 50 },
    { year: '2014/15', target: 85, floor: 77 },
    { year: '2015/16', target: 90 },
    { year: '2016/17' },
  ];
  it.each<[IndicatorStatus, number | null, number | null, string, string]>([
    ['green', 60, 50, '2014-03', 'the last month of a year'],
    ['red', 85, 77, '2014-04', 'the first month of the next'],
    ['red', 90, null, '2015-05', 'a year whose target has no floor'],
    ['not-rated', null, null, '2016-05', 'a year that is measured without a target'],
    ['amber', 80, 70, '2017-05', 'a year that the list does not name'],
  ])('%s by a target of %s and a floor of %s: %s, %s', (status, target, floor, month) => {
    const indicator = one({ targets, readings: [{ month, value: 76 }] });
    const at = { ...inForceIn(indicator, month) };
    expect([at.target ?? null, at.floor ?? null, statusOf(at, 76)]).toEqual([target, floor, status]);
  });

  it('the report rates a reading by the year of the reading, and shows every year', () => {
    const lastYear = one({ targets, readings: [{ month: '2014-03', value: 76, yearToDate: 55 }] });
    expect(rowOf(lastYear)).toMatchObject({ status: 'green', target: 60, reading: { yearToDateStatus: 'amber' } });
    expect(rowOf(one({ targets }))).toMatchObject({ status: 'red', target: 85, floor: 77 });
    const reviews = [aReview('property', { performanceIndicators: [one({ targets })] })];
    const every =
      'target 85%, floor 77%; by year: 2013/14 target 60%, floor 50%; 2014/15 target 85%, floor 77%; 2015/16 target 90%; 2016/17 no target stated';
    const { page, CSV: csv } = formatsOf(JSON.stringify(rollUp(reviews)));
    expect(page).toContain(every);
    expect(csv).toContain(every);
  });
});

describe('The part of the report on performance indicators', () => {
  it('takes the latest reading by the month, with the one before and that of a year before', () => {
    const late = { month: '2014-05', value: 99 };
    expect(rowOf(one({ readings: [...one().readings, late] }))).toMatchObject({
      reading: { month: '2014-04', value: 76, commentary: 'New rota' },
      before: 70.5,
      yearBefore: 65,
    });
  });

  it('lists the worst first, of the programme too, and counts every status', () => {
    const green = one({ id: 'green', title: 'Well', ...reading(90) });
    const setting = aSetting({ programmeWide: { ...noProgrammeWide, performanceIndicators: [green] } });
    const red = one({ id: 'red', title: 'Badly', ...reading(1) });
    const part = rollUp([aReview('property', { performanceIndicators: [red] })], setting).content.performanceIndicators;
    expect(part?.rows.rows.map((row) => [row.review, row.indicatorTitle])).toEqual([
      ['property', 'Badly'],
      [null, 'Well'],
    ]);
    const counts = part?.byStatus.map(({ count }) => count) ?? [];
    expect(counts.reduce((sum, count) => sum + count, 0)).toBe(part?.total);
  });

  it('is in every format, and in none by the first rule set', () => {
    const reviews = [aReview('property', { performanceIndicators: [one()] })];
    for (const [format, text] of Object.entries(formatsOf(JSON.stringify(rollUp(reviews))))) {
      expect(text, format).toContain('Calls answered');
      expect(text, format).toContain('New rota');
    }
    expect(JSON.stringify(rollUp(reviews, aSetting(), rules1))).not.toContain('Calls answered');
  });
});

describe('CON-16: a reading follows from its parts', () => {
  const because = (over: Partial<Indicator>, value: number, numerator: number, denominator: number) => {
    const readings = [{ month: '2014-04', value, parts: { numerator, denominator } }];
    return madeOf(one({ ...over, readings })).findings.rows.flatMap((found) =>
      found.rule === 'CON-16' ? [found.because] : [],
    );
  };
  it('finds a percentage that its parts do not give', () => {
    expect(because({}, 45, 3, 7)).toEqual(['"Calls answered" reads 45% for April 2014; 3 of 7 are 42.86%.']);
  });
  it.each<[string, Partial<Indicator>, number, number, number]>([
    ['to the nearest per cent', {}, 43, 3, 7],
    ['to one decimal place', {}, 42.9, 3, 7],
    ['exactly half way', {}, 13, 1, 8],
    ['of nothing', {}, 0, 0, 0],
    ['of a number, whose parts say nothing', { unit: 'number' }, 45, 3, 7],
    ['as a ratio', { unit: 'ratio' }, 0.43, 3, 7],
  ])('finds none that is right %s', (_what, over, value, numerator, denominator) =>
    expect(because(over, value, numerator, denominator)).toEqual([]),
  );
});
