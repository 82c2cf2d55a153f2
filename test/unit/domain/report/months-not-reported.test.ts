import { describe, expect, it } from 'vitest';
import { closeRefusal } from '#domain/report/may-run.ts';
import { monthsNotReported } from '#domain/report/months-not-reported.ts';
import type { ReportSetting } from '#domain/report/report-setting.ts';
import { monthsNotReportedInWords } from '#language/months-not-reported-in-words.ts';
import { Programme } from '#schemas/programme.ts';

/* Months that are closed as not reported, and how the next report goes on (docs/meaning.md PUBLISH-27). */

const programme = (reporting: object = {}, over: object = {}): Programme =>
  Programme.parse({ name: 'F', council: 'T', reporting: { firstMonth: '2026-01', ...reporting }, ...over });

describe('What may be closed', () => {
  const asked = {
    ...{ month: '2026-03', programme: programme(), nextMonth: '2026-03', now: '2026-04-01T10:00:00.000Z' },
    run: undefined,
  };
  const run = { id: '2026-03-r1', month: '2026-03', revision: 1, requestedAt: '2026-04-01T09:00:00.000Z' } as const;
  it.each<[string, object, string | undefined]>([
    ['the month that is next, once it has ended', {}, undefined],
    ['before its report day too', { programme: programme({ reportDay: 28 }) }, undefined],
    ['after a run that failed', { run: { ...run, state: 'failed' } }, undefined],
    ['not before it has ended', { now: '2026-03-31T22:59:59.999Z' }, 'month.not-ended'],
    ['not while its report is being made', { run: { ...run, state: 'running' } }, 'run.under-way'],
    ['not an earlier one', { month: '2026-02' }, 'month.out-of-order'],
    ['not a later one', { nextMonth: '2026-02' }, 'month.out-of-order'],
    ['not where none is next', { nextMonth: null }, 'month.out-of-order'],
    ['not one that is not reported at all', { programme: programme({ lastMonth: '2026-02' }) }, 'month.not-reported'],
    [
      'not of a programme that is closed',
      {
        programme: programme(
          {},
          { closeDown: { on: '2026-03-31', achieved: 'a', notAchieved: 'n', lessons: 'l', carriesOn: [] } },
        ),
      },
      'programme.closed',
    ],
  ])('%s', (_, over, code) => {
    expect(closeRefusal({ ...asked, ...over })?.code).toBe(code);
  });
});

describe('The report that comes next', () => {
  const between = (
    previous: string | null,
    month: string,
    closedMonths: ReportSetting['closedMonths'] = [],
    ruleSet: 'rules-1' | 'rules-2' = 'rules-2',
  ) =>
    monthsNotReported(
      {
        previous: previous === null ? null : { content: { month: previous } },
        programme: programme(),
        month,
        closedMonths,
      } as unknown as ReportSetting,
      ruleSet,
    ).monthsNotReported;

  it('names every month between the one before it and itself, with the reason that the office gave', () => {
    expect(
      between('2025-12', '2026-04', [
        { month: '2026-02', reason: 'Nobody was there' },
        { month: '2026-04', reason: 'Of itself' },
      ]),
    ).toEqual([
      { month: '2026-01', reason: null },
      { month: '2026-02', reason: 'Nobody was there' },
      { month: '2026-03', reason: null },
    ]);
  });

  it.each([
    ['it follows the month before', '2026-02', '2026-03'],
    ['it is the first', null, '2026-01'],
  ])('names none where %s', (_, previous, month) => expect(between(previous, month)).toBeUndefined());

  it('names those that the office closed where none was published before, and by rules-1 none', () => {
    const closed = [
      { month: '2026-02', reason: 'Nobody was there' },
      { month: '2026-01', reason: 'Nobody was there' },
    ];
    expect(between(null, '2026-04', closed)?.map(({ month }) => month)).toEqual(['2026-01', '2026-02']);
    expect(between(null, '2026-04', closed, 'rules-1')).toBeUndefined();
    expect(between('2026-01', '2026-04', closed, 'rules-1')).toBeUndefined();
  });

  it('says it in words, with from where it goes on', () => {
    expect(monthsNotReportedInWords([], null)).toEqual([]);
    expect(monthsNotReportedInWords([{ month: '2026-02', reason: 'Nobody was there.' }], { month: '2026-01' })).toEqual(
      ['No report of February 2026 was published: Nobody was there.', 'This report goes on from that of January 2026.'],
    );
    const failed = ['2026-02', '2026-03'].map((month) => ({ month, reason: null }));
    expect(monthsNotReportedInWords(failed, null)).toEqual([
      'No report of February 2026 and March 2026 was published.',
      'This report is the first.',
    ]);
  });
});
