import { describe, expect, it } from 'vitest';
import { rules1 } from '#domain/report/rule-sets.ts';
import { aReview, aSetting, type Broken, noProgrammeWide, noSavings, rollUp } from '../../../support/positions.ts';

type Decision = NonNullable<Broken['decisions']>[number];
const decision = (over: Partial<Decision>): Decision => ({
  id: 'award',
  title: 'Award',
  body: 'Cabinet',
  kind: 'key-decision',
  status: 'taken',
  dueOn: { kind: 'not-stated' },
  ...over,
});
const because = (over: Partial<Decision>) =>
  rollUp([aReview('property', { decisions: [decision(over)] })]).content.findings.rows.map((one) => [
    one.rule,
    one.because,
  ]);

describe('CON-07: key decisions and their 28 clear days (SI 2012/2089)', () => {
  it.each<[string, Partial<Decision>, string]>([
    [
      'taken before the earliest day',
      { takenOn: '2014-04-14', noticeOn: '2014-04-10' },
      'The key decision "Award" was taken on 14 April 2014, before 9 May 2014, the earliest day after its notice of 10 April 2014, and no urgency is recorded.',
    ],
    [
      'taken without notice',
      { takenOn: '2014-04-15' },
      'The key decision "Award" was taken on 15 April 2014, without notice, and no urgency is recorded.',
    ],
    [
      'noticed after it was taken',
      { takenOn: '2014-04-14', noticeOn: '2014-04-18' },
      'The key decision "Award" was taken on 14 April 2014, before 17 May 2014, the earliest day after its notice of 18 April 2014, and no urgency is recorded.',
    ],
    [
      'due too soon to be noticed',
      { status: 'due', dueOn: { kind: 'date', date: '2014-05-29' } },
      'The key decision "Award" is due on 29 May 2014, without notice, and no urgency is recorded.',
    ],
  ])('finds one %s', (_title, over, sentence) => expect(because(over)).toEqual([['CON-07', sentence]]));

  it.each<[string, Partial<Decision>]>([
    ['taken on its earliest day', { takenOn: '2014-04-29', noticeOn: '2014-03-31' }],
    ['taken under urgency that is recorded', { takenOn: '2014-04-14', urgency: { kind: 'special-urgency' } }],
    ['of another kind', { kind: 'officer-decision', takenOn: '2014-04-14' }],
    ['due when notice can still be given', { status: 'due', dueOn: { kind: 'date', date: '2014-05-30' } }],
    ['due in words', { status: 'due', dueOn: { kind: 'words', words: 'spring' } }],
    ['refused', { status: 'refused' }],
  ])('finds none %s', (_title, over) => expect(because(over)).toEqual([]));

  it('shows until when a decision can be called in, and from when it can be implemented', () => {
    const taken = (over: Partial<Decision>) =>
      rollUp([
        aReview('property', { decisions: [decision({ takenOn: '2014-04-10', noticeOn: '2014-03-01', ...over })] }),
      ]).content.decisions.taken.rows[0];
    // Good Friday and Easter Monday are between.
    expect(taken({ publishedOn: '2014-04-14' })).toMatchObject({
      callInEndsOn: '2014-04-23',
      earliestImplementationOn: '2014-04-24',
    });
    expect(taken({ publishedOn: '2014-04-14', callInWorkingDays: 0 })).toMatchObject({
      callInEndsOn: null,
      earliestImplementationOn: '2014-04-14',
    });
    expect(taken({})).toMatchObject({ callInEndsOn: null, earliestImplementationOn: null });
  });

  it('is judged for the programme itself too', () => {
    const setting = aSetting({
      programmeWide: { ...noProgrammeWide, decisions: [decision({ takenOn: '2014-04-15' })] },
    });
    expect(rollUp([], setting).content.findings.rows.map(({ rule, subject }) => [rule, subject.review])).toEqual([
      ['CON-07', null],
    ]);
  });
});

const waiting = (id: string, ...reviews: string[]) =>
  aReview(id, {
    review: {
      title: id.toUpperCase(),
      waitsFor: reviews.map((review, n) => ({
        id: `wait-${n}`,
        on: 'review',
        what: 'Its baseline',
        review,
        status: 'open',
      })),
    },
  });
const circles = (...reviews: ReturnType<typeof aReview>[]) =>
  rollUp(reviews)
    .content.findings.rows.filter(({ rule }) => rule === 'CON-12')
    .map((one) => one.because);

describe('CON-12: circles of reviews that wait', () => {
  it('finds a circle of two, and of three that others wait for, once each', () => {
    expect(circles(waiting('b', 'a'), waiting('a', 'b'))).toEqual([
      'A and B wait for each other: none of them can be first.',
    ]);
    expect(circles(waiting('d', 'a'), waiting('a', 'b'), waiting('b', 'c'), waiting('c', 'a'), waiting('e'))).toEqual([
      'A, B and C wait for each other: none of them can be first.',
    ]);
  });

  it('finds none where reviews wait one after the other, or the other has ended', () => {
    expect(circles(waiting('a', 'b'), waiting('b', 'c'), waiting('c'))).toEqual([]);
    const ended = waiting('b', 'a');
    expect(
      circles(waiting('a', 'b'), {
        ...ended,
        position: { ...ended.position, review: { ...ended.position.review, lifecycle: 'completed' } },
      }),
    ).toEqual([]);
  });
});

describe('CON-13: the last stage', () => {
  it.each([
    ['active', ['CON-13']],
    ['completed', []],
  ] as const)('of a review that is %s: %j', (lifecycle, rules) => {
    const nothing = { open: [], unscored: [], closed: [], happened: [] };
    const open = lifecycle === 'active' ? {} : { savings: noSavings, milestones: [], risks: nothing };
    const { content } = rollUp([aReview('property', { ...open, review: { stage: 'closed', lifecycle } })]);
    expect(content.findings.rows.map(({ rule }) => rule)).toEqual(rules);
    expect(content.nextSteps.rows.map(({ what }) => what.split(':')[0])).toEqual(
      rules.map(() => 'Complete the review, or say what is still to be done'),
    );
  });
});

describe('CON-37: the end date', () => {
  it.each([
    ['before the last day of the month, of a review that is active', '2014-04-29', 'active', ['CON-37']],
    ['before it, of one that is paused', '2014-04-29', 'paused', ['CON-37']],
    ['on it', '2014-04-30', 'active', []],
    ['before it, of one that is completed', '2014-04-29', 'completed', []],
    ['before it, of one that was never approved', '2014-04-29', 'potential', []],
  ] as const)('%s: %j', (_, date, lifecycle, rules) => {
    const endDate = { kind: 'date' as const, date };
    const { content } = rollUp([aReview('property', { review: { endDate, lifecycle } })]);
    const found = content.findings.rows.filter(({ rule }) => rule === 'CON-37');
    expect(found.map(({ rule }) => rule)).toEqual(rules);
    for (const { because, evidence } of found) {
      expect(because).toContain('29 April 2014, is past, and it is still');
      expect(evidence).toContainEqual({ what: 'End date', value: '29 April 2014' });
    }
    expect(content.nextSteps.rows.filter(({ what }) => what.startsWith('Complete the review, or state'))).toHaveLength(
      rules.length,
    );
  });

  it('is no finding by the first rule set', () => {
    const review = aReview('property', { review: { endDate: { kind: 'date', date: '2014-04-29' } } });
    expect(rollUp([review], aSetting(), rules1).content.findings.rows.map(({ rule }) => rule)).not.toContain('CON-37');
  });
});
