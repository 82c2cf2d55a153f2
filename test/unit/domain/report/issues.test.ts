import { describe, expect, it } from 'vitest';
import { rules1 } from '#domain/report/rule-sets.ts';
import { aReview, aSetting, type Broken, noProgrammeWide, rollUp } from '../../../support/positions.ts';
import { formatsOf } from '../../../support/report-formats.ts';

type Issue = NonNullable<Broken['issues']>[number];
const late = { id: 'settle', what: 'Settle the rent', owner: 'Estates', dueOn: '2014-04-10', status: 'open' } as const;
const one = (over: Partial<Issue> = {}): Issue => ({
  id: 'tenant',
  title: 'Tenant left',
  severity: 'high',
  owner: 'Head of Property',
  raisedOn: '2014-04-02',
  status: 'open',
  actions: [late],
  ...over,
});
const madeOf = (...issues: readonly Issue[]) => rollUp([aReview('property', { issues: [...issues] })]);
const gaps = (reviews: Parameters<typeof rollUp>[0], setting = aSetting()) =>
  rollUp(reviews, setting).content.findings.rows.filter(({ rule }) => rule === 'GAP-15');

describe('open issues in the report', () => {
  it('have their open actions, and those that are past their day', () => {
    const { issues } = madeOf(
      one({ actions: [late, { ...late, id: 'b', what: 'Let it', dueOn: '2014-05-01' }, { ...late, status: 'done' }] }),
      one({ id: 'closed', status: 'closed' }),
    ).content;
    expect(issues.highOpen?.rows.map(({ actions }) => actions?.map(({ what }) => what))).toEqual([
      ['Settle the rent', 'Let it'],
    ]);
    expect(issues.overdue).toMatchObject({ total: 1, rows: [{ issue: 'tenant', what: 'Settle the rent' }] });
    expect(issues.withoutOwner).toBe(0);
  });

  it('have their overdue actions asked of who does them, of reviews that have ended too', () => {
    const ended = aReview('gone', {
      issues: [one({ actions: [{ ...late, owner: undefined }] })],
      review: { lifecycle: 'stopped' },
    });
    const steps = rollUp([aReview('property', { issues: [one()] }), ended]).content.nextSteps.rows.filter(({ what }) =>
      what.startsWith('Finish "Settle the rent" on the issue "Tenant left", due 10 April 2014'),
    );
    expect(steps.map(({ who, subject }) => [who, subject.review])).toEqual([
      ['Head of Property', 'gone'],
      ['Estates', 'property'],
    ]);
  });

  it('that nobody owns are found, of the programme and of reviews that have ended too, and counted', () => {
    const unowned = [one({ owner: undefined }), one({ id: 'b', owner: undefined, status: 'closed' })];
    const setting = aSetting({ programmeWide: { ...noProgrammeWide, issues: unowned } });
    const found = gaps(
      [
        aReview('property', { issues: unowned }),
        aReview('gone', { issues: unowned, review: { lifecycle: 'completed' } }),
        aReview('maybe', { issues: unowned, review: { lifecycle: 'potential' } }),
      ],
      setting,
    );
    expect(found.map(({ subject }) => subject.review)).toEqual(expect.arrayContaining(['property', 'gone', null]));
    expect(found).toHaveLength(3);
    expect(rollUp([], setting).content.issues.withoutOwner).toBe(1);
    expect(gaps([aReview('property', { issues: [one()] })])).toEqual([]);
  });

  it.each(['stopped', 'transferred', 'completed'] as const)(
    'without an owner are found of a review that is %s',
    (lifecycle) => {
      const ended = aReview('property', { review: { lifecycle }, issues: [one({ owner: undefined })] });
      expect(gaps([ended])).toHaveLength(1);
    },
  );

  it.each(['JSON', 'page', 'CSV'] as const)('are shown with their actions: %s', (format) => {
    const shown = formatsOf(JSON.stringify(madeOf(one())))[format];
    expect(shown).toContain('Settle the rent');
  });

  it('have none of this by the first rule set', () => {
    const json = JSON.stringify(
      rollUp([aReview('property', { issues: [one({ owner: undefined })] })], aSetting(), rules1),
    );
    expect(json).not.toContain('Settle the rent');
    expect(json).not.toContain('GAP-15');
  });
});
