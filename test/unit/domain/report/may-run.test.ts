import { describe, expect, it } from 'vitest';
import { nextRevision, type RunAsked, revisionToRebuild, runRefusal } from '#domain/report/may-run.ts';
import { Programme } from '#schemas/programme.ts';
import { isInRuleSet } from '#schemas/rule-set-name.ts';
import { programme } from '../../../support/records.ts';

const settings = (reporting: object, more: object = {}): Programme =>
  Programme.parse({
    ...programme,
    ...more,
    reporting: { ...programme.reporting, firstMonth: '2026-01', ...reporting },
  });
const asked = (given: Partial<RunAsked>): RunAsked => ({
  month: '2026-02',
  early: false,
  programme: settings({ reportDay: 6 }),
  nextMonth: '2026-02',
  notReported: false,
  now: '2026-03-06T00:00:00.000Z',
  ...given,
});

describe('a report asked for by hand', () => {
  it.each([
    ['on its report day', {}],
    ['early, at the first instant after the month', { early: true, now: '2026-03-01T00:00:00.000Z' }],
    ['of a programme that says of no month that it is next', { nextMonth: null }],
  ])('%s may run', (_, given) => {
    expect(runRefusal(asked(given))).toBeNull();
  });

  it.each([
    ['at the month’s last instant, even early', 'month.not-ended', { early: true, now: '2026-02-28T23:59:59.999Z' }],
    ['of a month before the first', 'month.not-reported', { month: '2025-12', nextMonth: '2026-01' }],
    ['of a month after the last', 'month.not-reported', { programme: settings({ lastMonth: '2026-01' }) }],
    ['while an earlier month is due', 'month.out-of-order', { nextMonth: '2026-01' }],
    ['on the evening before the report day', 'month.before-report-day', { now: '2026-03-05T23:59:59.999Z' }],
  ])('%s is refused as %s', (_, code, given) => {
    expect(runRefusal(asked(given))).toMatchObject({ code });
  });

  it('that more than one reason stands against is refused for the first of them: what is certain before what may change', () => {
    const given = { month: '2026-04', nextMonth: '2026-01', programme: settings({ lastMonth: '2026-03' }) };
    expect(runRefusal(asked(given))).toMatchObject({ code: 'month.not-ended' });
    expect(runRefusal(asked({ ...given, now: '2026-05-01T00:00:00.000Z' }))).toMatchObject({
      code: 'month.not-reported',
    });
  });

  it('of a closed programme is refused', () => {
    const closeDown = {
      on: '2026-03-01',
      achieved: 'All',
      notAchieved: 'Nothing',
      lessons: 'Begin sooner',
      carriesOn: [],
    };
    expect(runRefusal(asked({ programme: settings({}, { closeDown }) }))).toMatchObject({ code: 'programme.closed' });
  });
});

const latest = { revision: 2, ruleSet: 'rules-1' };

it.each([
  ['revise', nextRevision('2026-02', null)],
  ['make again', revisionToRebuild('2026-02', null, () => true)],
])('of a month without a report there is none to %s', (purpose, decided) => {
  const detail = `No report of February 2026 is published, so there is none to ${purpose}.`;
  expect(decided).toEqual({ kind: 'refused', refusal: { code: 'report.unpublished', detail } });
});

it('a revision is the next number; a rebuild is of the latest, where its rule set is known', () => {
  expect(nextRevision('2026-02', latest)).toEqual({ kind: 'done', result: 3 });
  expect(revisionToRebuild('2026-02', latest, (name) => name === 'rules-1')).toEqual({ kind: 'done', result: 2 });
  expect(revisionToRebuild('2026-02', latest, (name) => name === 'rules-2')).toMatchObject({
    refusal: { code: 'report.rule-set-unknown', facts: { ruleSet: 'rules-1' } },
  });
});

it.each([
  [{}, ['rules-1', 'rules-2', 'rules-9', 'rules-10']],
  [{ since: 'rules-2' }, ['rules-2', 'rules-9', 'rules-10']],
  [{ until: 'rules-9' }, ['rules-1', 'rules-2', 'rules-9']],
  [{ since: 'rules-9', until: 'rules-9' }, ['rules-9']],
] as const)('what says %j of itself belongs to %j', (of, names) => {
  const all = ['rules-1', 'rules-2', 'rules-9', 'rules-10'] as const;
  expect(all.filter((name) => isInRuleSet(of, name))).toEqual(names);
});
