import { describe, expect, it } from 'vitest';
import { rules1 } from '#domain/report/rule-sets.ts';
import { aProgramme, aReview, aSetting, type Broken, noProgrammeWide, rollUp } from '../../../support/positions.ts';
import { formatsOf } from '../../../support/report-formats.ts';

type Checkpoint = NonNullable<Broken['assuranceCheckpoints']>[number];
const one = (over: Partial<Checkpoint> = {}): Checkpoint => ({
  id: 'gateway-3',
  title: 'Gateway 3',
  kind: 'gateway',
  by: 'Internal Audit',
  planned: { kind: 'month', month: '2014-06' },
  status: 'planned',
  ...over,
});
const done = (over: Partial<Checkpoint> = {}): Checkpoint =>
  one({
    status: 'done',
    doneOn: { kind: 'date', date: '2014-04-10' },
    findings: 'The plan has no margin',
    rating: 'amber',
    ...over,
  });
const madeOf = (...assuranceCheckpoints: Checkpoint[]) =>
  rollUp([aReview('property', { assuranceCheckpoints })]).content;

describe('The part of the report on assurance checkpoints', () => {
  it('counts what is due, done, overdue and cancelled', () => {
    const { assuranceCheckpoints } = madeOf(
      one(),
      one({ id: 'late', planned: { kind: 'by', date: '2014-04-29' } }),
      done({ id: 'done' }),
      one({ id: 'cancelled', status: 'cancelled' }),
    );
    expect(assuranceCheckpoints).toMatchObject({ total: 4, overdue: 1, cancelled: 1, never: { total: 0 } });
    expect(assuranceCheckpoints?.due.rows.map(({ checkpoint, overdue }) => [checkpoint, overdue])).toEqual([
      ['late', true],
      ['gateway-3', false],
    ]);
    expect(assuranceCheckpoints?.done.total).toBe(1);
  });

  it('asks assurance for what is overdue', () => {
    const { nextSteps } = madeOf(one({ planned: { kind: 'month', month: '2014-03' } }));
    expect(nextSteps.rows).toContainEqual({
      who: 'Assurance',
      what: 'Carry out the checkpoint "Gateway 3", planned March 2014, or cancel it',
      subject: { review: 'property', title: expect.any(String) },
    });
  });

  // A rating of the month and of the two before it is up to date.
  it.each<[string, Partial<Checkpoint>, boolean, string]>([
    ['of this month', {}, false, 'Amber'],
    ['of the last month that counts', { doneOn: { kind: 'month', month: '2014-02' } }, false, 'Amber'],
    [
      'of the month before that',
      { doneOn: { kind: 'month', month: '2014-01' } },
      true,
      'Amber, last said January 2014',
    ],
    ['of no day', { doneOn: { kind: 'words', words: 'in the spring' } }, true, 'Amber, last said in the spring'],
    ['that gave no rating', { rating: undefined }, false, 'no rating given'],
  ])('shows the rating of one %s', (_what, over, outOfDate, words) => {
    const content = rollUp([aReview('property', { assuranceCheckpoints: [done(over)] })]);
    expect(content.content.assuranceCheckpoints?.done.rows.map((row) => row.outOfDate)).toEqual([outOfDate]);
    const { page, CSV } = formatsOf(JSON.stringify(content));
    for (const text of [page, CSV]) expect(text).toContain(words);
  });

  it('names the counted reviews that never had one, tier 1 first, and takes those of the programme', () => {
    const setting = aSetting({ programmeWide: { ...noProgrammeWide, assuranceCheckpoints: [done()] } });
    const { assuranceCheckpoints } = rollUp(
      [
        aReview('planned', { assuranceCheckpoints: [one()], review: { tier: '2' } }),
        aReview('none', { review: { tier: '1' } }),
        aReview('seen', { assuranceCheckpoints: [done()] }),
        aReview('stopped', { review: { lifecycle: 'stopped' } }),
      ],
      setting,
    ).content;
    expect(assuranceCheckpoints?.never.rows.map(({ review }) => review)).toEqual(['none', 'planned']);
    expect(assuranceCheckpoints?.done.rows.map(({ review }) => review)).toEqual([null, 'seen']);
  });

  it('is in no report of the first rule set', () => {
    const reviews = [
      aReview('property', { assuranceCheckpoints: [one({ planned: { kind: 'by', date: '2014-01-01' } })] }),
    ];
    expect(JSON.stringify(rollUp(reviews, aSetting(), rules1))).not.toContain('Gateway 3');
  });
});

describe('GAP-12: checkpoints of tier 1', () => {
  const found = (tier: '1' | '2', checkpointMonths: number | undefined, ...assuranceCheckpoints: Checkpoint[]) =>
    rollUp(
      [aReview('property', { assuranceCheckpoints, review: { tier, title: 'Property' } })],
      aSetting({ programme: aProgramme({ reporting: { firstMonth: '2013-10', checkpointMonths } }) }),
    ).content.findings.rows.flatMap(({ rule, because }) => (rule === 'GAP-12' ? [because] : []));

  it('finds a review that never had one, and one whose last is too long ago', () => {
    expect(found('1', 6, one())).toEqual(['Property is of tier 1 and has never had a checkpoint by assurance.']);
    expect(found('1', 6, done({ doneOn: { kind: 'date', date: '2013-10-31' } }))).toEqual([
      'Property is of tier 1, and no checkpoint by assurance is dated within the last 6 months.',
    ]);
  });

  it('finds none within the months, of another tier, or where the programme asks for none', () => {
    expect(found('1', 6, done({ doneOn: { kind: 'date', date: '2013-11-01' } }))).toEqual([]);
    expect(found('2', 6)).toEqual([]);
    expect(found('1', undefined)).toEqual([]);
  });
});
