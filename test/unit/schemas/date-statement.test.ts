import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  DateStatement,
  dateStatementInWords,
  dateStatementKey,
  datesAgree,
  firstDayStated,
  isPast,
  lastDayStated,
} from '#schemas/date-statement.ts';

const winter = { kind: 'season', season: 'winter', year: 2014 } as const;
const augustOrSeptember = { kind: 'months', from: '2014-08', to: '2014-09' } as const;
const lastQuarter = { kind: 'quarter', quarter: 4, year: '2014/15' } as const;
const day = (date: string) => ({ kind: 'date', date }) as const;
const by = (date: string) => ({ kind: 'by', date }) as const;

describe('A date as precise as people know it', () => {
  it.each<[DateStatement, string, string | null, string | null]>([
    [{ kind: 'season', season: 'spring', year: 2014 }, 'spring 2014', '2014-03-01', '2014-05-31'],
    [winter, 'winter 2014/15', '2014-12-01', '2015-02-28'],
    [{ ...winter, year: 1999 }, 'winter 1999/00', '1999-12-01', '2000-02-29'],
    [augustOrSeptember, 'August or September 2014', '2014-08-01', '2014-09-30'],
    [{ kind: 'months', from: '2014-12', to: '2015-01' }, 'December 2014 or January 2015', '2014-12-01', '2015-01-31'],
    [{ kind: 'months', from: '2014-04', to: '2014-06' }, 'April to June 2014', '2014-04-01', '2014-06-30'],
    [lastQuarter, 'fourth quarter of 2014/15', '2015-01-01', '2015-03-31'],
    [{ kind: 'financial-year', year: '2014/15' }, '2014/15', '2014-04-01', '2015-03-31'],
    [by('2014-04-30'), 'by 30 April 2014', null, '2014-04-30'],
    [{ kind: 'words', words: 'after the election' }, 'after the election', null, null],
  ])('%o is said "%s", and is from %s to %s', (statement, said, first, last) => {
    expect(DateStatement.parse(statement)).toEqual(statement);
    expect([dateStatementInWords(statement), firstDayStated(statement), lastDayStated(statement)]).toEqual([
      said,
      first,
      last,
    ]);
  });

  it('is past once its last day is, and comes in order of its first', () => {
    expect([isPast(augustOrSeptember, '2014-09-30'), isPast(augustOrSeptember, '2014-10-01')]).toEqual([false, true]);
    const inOrder = [
      by('2014-07-31'),
      augustOrSeptember,
      day('2014-08-02'),
      winter,
      lastQuarter,
      { kind: 'not-stated' },
    ] as const;
    expect([...inOrder].reverse().sort((a, b) => (dateStatementKey(a) < dateStatementKey(b) ? -1 : 1))).toEqual(
      inOrder,
    );
  });

  it.each([
    { kind: 'months', from: '2014-09', to: '2014-09' },
    { kind: 'months', from: '2014-09', to: '2014-08' },
    { kind: 'season', season: 'monsoon', year: 2014 },
    { kind: 'season', season: 'spring' },
    { kind: 'quarter', quarter: 5, year: '2014/15' },
    { kind: 'quarter', quarter: 1, year: 2014 },
    { kind: 'not-stated', conflicts: [] },
    { kind: 'date', date: '2014-05-01', conflicts: [{ value: day('2014-05-02') }] },
    { kind: 'date', date: '2014-05-01', conflicts: [{ value: { kind: 'not-stated' }, source: 'the agenda' }] },
  ])('may not be %o', (statement) => {
    expect(DateStatement.safeParse(statement).success).toBe(false);
  });
});

describe('Two statements of one date', () => {
  it.each<[DateStatement, DateStatement, boolean]>([
    [day('2014-08-03'), augustOrSeptember, true],
    [day('2014-10-01'), augustOrSeptember, false],
    [winter, lastQuarter, false],
    [{ kind: 'month', month: '2015-01' }, lastQuarter, true],
    [day('2014-04-01'), by('2014-04-30'), true],
    [day('2014-05-01'), by('2014-04-30'), false],
    [by('2014-04-30'), by('2014-05-31'), false],
    [{ kind: 'words', words: 'in the spring' }, day('2014-04-01'), false],
    [{ kind: 'words', words: 'in the spring' }, { kind: 'words', words: 'in the spring' }, true],
  ])('%o and %o agree: %s', (one, other, agree) => {
    expect([datesAgree(one, other), datesAgree(other, one)]).toEqual([agree, agree]);
  });

  it('agree where they are the same, whatever is stated', () => {
    const month = fc.integer({ min: 1, max: 12 }).map((n) => `2014-${String(n).padStart(2, '0')}`);
    const statement: fc.Arbitrary<DateStatement> = fc.oneof(
      month.map((one) => ({ kind: 'month' as const, month: one })),
      month.map((one) => by(`${one}-15`)),
      fc.integer({ min: 1, max: 4 }).map((quarter) => ({ kind: 'quarter' as const, quarter, year: '2014/15' })),
    );
    fc.assert(
      fc.property(statement, (one) => {
        expect(datesAgree(one, { ...one })).toBe(true);
      }),
    );
  });
});
