import { describe, expect, it } from 'vitest';
import { rules1 } from '#domain/report/rule-sets.ts';
import { aReview, aSetting, type Broken, noProgrammeWide, rollUp } from '../../../support/positions.ts';
import { formatsOf } from '../../../support/report-formats.ts';

type Dependency = NonNullable<Broken['dependencies']>[number];
type Lifecycle = NonNullable<NonNullable<Broken['review']>['lifecycle']>;
const one = (over: Partial<Dependency> = {}): Dependency => ({
  id: 'strategy',
  title: 'The Accommodation Strategy',
  direction: 'waits-for',
  on: 'document',
  owner: 'Head of Property',
  neededBy: { kind: 'date', date: '2014-09-30' },
  status: 'open',
  ...over,
});
const onReview = (review: string, over: Partial<Dependency> = {}) => one({ on: 'review', review, ...over });
const waits = { id: 'w', on: 'document', what: 'The lease', status: 'open' } as const;
const madeOf = (...dependencies: readonly Dependency[]) =>
  rollUp([aReview('property', { dependencies: [...dependencies] })]);
const found = (reviews: Parameters<typeof rollUp>[0], ...rules: string[]) =>
  rollUp(reviews).content.findings.rows.flatMap(({ rule, because }) => (rules.includes(rule) ? [because] : []));
const of = (id: string, dependencies: Dependency[], lifecycle: Lifecycle = 'active') =>
  aReview(id, { dependencies, review: { title: id.toUpperCase(), lifecycle } });

describe('The part of the report on dependencies', () => {
  it('counts them by what became of them, and lists the open ones, the earliest needed first', () => {
    const { dependencies } = madeOf(
      one({ id: 'a', title: 'Later', status: 'at-risk' }),
      one({ id: 'b', title: 'Sooner', neededBy: { kind: 'month', month: '2014-03' } }),
      one({ id: 'c', status: 'met' }),
      one({ id: 'd', status: 'no-longer-needed' }),
    ).content;
    expect(dependencies).toMatchObject({ total: 4, open: 2, met: 1, noLongerNeeded: 1, atRisk: 1, overdue: 1 });
    expect(dependencies?.openRows.rows.map((row) => row.dependencyTitle)).toEqual(['Sooner', 'Later']);
  });

  it("has what a review's own record waits for among them, and the register's in what reviews wait for", () => {
    const { content, lines } = rollUp([aReview('property', { dependencies: [one()], review: { waitsFor: [waits] } })]);
    const rows = content.dependencies?.openRows.rows.map((row) => [row.dependencyTitle, row.inReviewRecord]);
    expect(rows).toEqual([
      ['The Accommodation Strategy', false],
      ['The lease', true],
    ]);
    expect(lines[0]?.waitsFor).toEqual(['The lease', 'The Accommodation Strategy']);
    expect(content.waits.rows.map(({ what }) => what)).toEqual(expect.arrayContaining(lines[0]?.waitsFor ?? []));
  });

  it('takes those of the programme and of reviews that have ended, and none of a potential review', () => {
    const setting = aSetting({ programmeWide: { ...noProgrammeWide, dependencies: [one()] } });
    const { content } = rollUp([of('b', [one()], 'completed'), of('c', [one()], 'potential')], setting);
    expect(content.dependencies?.openRows.rows.map(({ review }) => review)).toEqual([null, 'b']);
  });

  it('is in no report of the first rule set, nor is what it asks for', () => {
    const late = one({ neededBy: { kind: 'month', month: '2014-03' }, owner: undefined });
    const json = JSON.stringify(rollUp([aReview('property', { dependencies: [late] })], aSetting(), rules1));
    expect(json).not.toContain('Accommodation');
  });

  it('names a review outside the programme by what it is called, in the part and in what reviews wait for', () => {
    const { content } = madeOf(one({ on: 'review-elsewhere', elsewhere: 'Phase 2 review of the council next door' }));
    expect(content.dependencies?.openRows.rows).toMatchObject([
      { on: 'review-elsewhere', otherReview: 'Phase 2 review of the council next door' },
    ]);
    expect(content.waits.rows).toMatchObject([{ on: 'review-elsewhere', what: 'The Accommodation Strategy' }]);
  });

  it('shows them in every format', () => {
    for (const [format, text] of Object.entries(formatsOf(JSON.stringify(madeOf(one())))))
      for (const words of ['The Accommodation Strategy', 'Head of Property']) expect(text, format).toContain(words);
  });
});

describe('What is found of dependencies', () => {
  it.each<[string, Dependency['neededBy'], Dependency['status'], boolean]>([
    ['needed the day before', { kind: 'by', date: '2014-04-29' }, 'on-track', true],
    ['needed on the last day of the month', { kind: 'date', date: '2014-04-30' }, 'open', false],
    ['needed in the month', { kind: 'month', month: '2014-04' }, 'open', false],
    ['needed before and met', { kind: 'month', month: '2014-03' }, 'met', false],
    ['needed in words', { kind: 'words', words: 'spring' }, 'open', false],
  ])('CON-22: says whether one is overdue that is %s', (_what, neededBy, status, overdue) =>
    expect(found([of('a', [one({ neededBy, status })])], 'CON-22')).toHaveLength(overdue ? 1 : 0),
  );

  it.each<[string, Lifecycle, readonly string[]]>([
    [
      'completed',
      'completed',
      ['"The Accommodation Strategy" is still open, while B, which it is on, has been completed.'],
    ],
    ['stopped', 'stopped', ['"The Accommodation Strategy" is still open, while B, which it is on, has been stopped.']],
    ['active', 'active', []],
  ])('CON-23: one on a review that is %s', (_what, lifecycle, because) => {
    const reviews = [of('a', [onReview('b')]), of('b', [], lifecycle)];
    expect(found(reviews, 'CON-23')).toEqual(because);
    expect(found(reviews.toReversed(), 'CON-23')).toEqual(because);
    expect(found([of('a', [onReview('b', { status: 'met' })]), of('b', [], lifecycle)], 'CON-23')).toEqual([]);
  });

  it('names the review that it is on by its title, whichever is added first', () => {
    const reviews = [of('a', [onReview('b'), onReview('gone', { id: 'z' })]), of('b', [])];
    for (const each of [reviews, reviews.toReversed()])
      expect(rollUp(each).content.dependencies?.openRows.rows.map((row) => row.otherReview)).toEqual(['B', 'gone']);
  });

  it('CON-12: finds a circle of the register, of the record, and of the two directions', () => {
    const circle = ['A and B wait for each other: none of them can be first.'];
    expect(found([of('a', [onReview('b')]), of('b', [onReview('a')])], 'CON-12')).toEqual(circle);
    const own = aReview('b', { review: { title: 'B', waitsFor: [{ ...waits, on: 'review', review: 'a' }] } });
    expect(found([of('a', [onReview('b')]), own], 'CON-12')).toEqual(circle);
    const both = [onReview('b', { id: 'one' }), onReview('b', { id: 'two', direction: 'is-waited-for' })];
    expect(found([of('a', both), of('b', [])], 'CON-12')).toEqual(circle);
    expect(found([of('a', [onReview('b', { status: 'met' })]), of('b', [onReview('a')])], 'CON-12')).toEqual([]);
  });

  it.each<[string, Partial<Dependency>, readonly string[]]>([
    ['both', {}, []],
    ['no owner', { owner: undefined }, ['The dependency "The Accommodation Strategy" has no owner.']],
    [
      'no date',
      { neededBy: { kind: 'not-stated' } },
      ['The dependency "The Accommodation Strategy" has no date by which it is needed.'],
    ],
    ['no owner, and is met', { owner: undefined, status: 'met' }, []],
  ])('GAP-10: one that has %s', (_what, over, because) =>
    expect(found([of('a', [one(over)])], 'GAP-10')).toEqual(because),
  );
});
