import { describe, expect, it } from 'vitest';
import { rules1 } from '#domain/report/rule-sets.ts';
import type { ReviewPosition } from '#schemas/position.ts';
import { Lifecycle } from '#schemas/review.ts';
import { aMilestone, aReview, aRisk, aSetting, noSavings, rollUp, savingsOf } from '../../../support/positions.ts';

type Open = Partial<Omit<ReviewPosition, 'review'>>;
const nothing: Open = {
  risks: { open: [], unscored: [], closed: [], happened: [] },
  milestones: [],
  savings: noSavings,
};
const condition = { id: 'c', text: 'Agree the lease', owner: 'Estates', dueOn: '2014-04-10' };
const open: readonly (readonly [kind: 'risks' | 'issues' | 'milestones' | 'conditions' | 'savings', Open])[] = [
  ['risks', { risks: { open: [aRisk({ nextReviewOn: '2014-04-01' })], unscored: [], closed: [], happened: [] } }],
  ['issues', { issues: [{ id: 'i', title: 'Insolvent', severity: 'high', raisedOn: '2014-04-02', status: 'open' }] }],
  ['milestones', { milestones: [aMilestone({ baseline: '2014-04-01' })] }],
  [
    'conditions',
    {
      businessCases: [
        { id: 'b', title: 'B', type: 'full', on: '2014-01-01', outcomes: [], openConditions: [condition] },
      ],
    },
  ],
  ['savings', { savings: savingsOf() }],
];
const ended = ['completed', 'stopped', 'transferred', 'left'] as const;
const report = (lifecycle: Lifecycle, given: Open, ruleSet?: typeof rules1) =>
  rollUp([aReview('gone', { ...nothing, ...given, review: { lifecycle } })], aSetting(), ruleSet).content;

describe.each(ended)('What a %s review leaves open', (lifecycle) => {
  it.each(open)('stays in the report and leads: %s', (kind, given) => {
    const content = report(lifecycle, given);
    expect(content.ended?.[kind].total).toBeGreaterThan(0);
    expect(content.ended?.[kind].rows.every((one) => one.review === 'gone')).toBe(true);
    expect(content.headline.join(' ')).toMatch(/1 review has ended; still open of them: /);
  });

  it.each(open.filter(([kind]) => kind !== 'issues' && kind !== 'savings'))(
    'is asked of its owner where it is overdue: %s',
    (_kind, given) => {
      expect(report(lifecycle, given).nextSteps.rows.map((step) => step.subject.review)).toContain('gone');
    },
  );

  it('is counted by no sentence that says that nothing is recorded', () => {
    const [, risks] = open[0] ?? [];
    const { coverage } = report(lifecycle, risks ?? {}).risks;
    expect(coverage).toContain('1 open risk of reviews that have ended');
    expect(coverage).not.toContain('in the tracker');
  });

  it('is gone once it is closed, done, met or handed over', () => {
    const content = report(lifecycle, {
      risks: { open: [], unscored: [], closed: [{ id: 'r', title: 'R' }], happened: [] },
      issues: [{ id: 'i', title: 'I', severity: 'high', raisedOn: '2014-04-02', status: 'closed' }],
      milestones: [aMilestone({ actual: '2014-04-01' }), aMilestone({ id: 'm', movedTo: 'Estates' })],
    });
    expect(content.ended?.sentence).toBe('1 review has ended; nothing of them is open.');
    expect(content.headline.join(' ')).not.toContain('has ended');
  });

  it('is in no report of the first rule set', () => {
    expect(report(lifecycle, open[0]?.[1] ?? {}, rules1)).not.toHaveProperty('ended');
  });
});

it.each(Lifecycle.options.filter((one) => !ended.some((other) => other === one)))(
  'a review that is %s has not ended',
  (lifecycle) => {
    expect(report(lifecycle, open[0]?.[1] ?? {}).ended).toMatchObject({ reviews: 0, risks: { total: 0 } });
  },
);
