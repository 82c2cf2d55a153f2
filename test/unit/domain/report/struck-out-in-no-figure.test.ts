import { describe, expect, it } from 'vitest';
import { claimedAndOpen } from '../../../support/everything-of-a-review.ts';
import { aReview, aSetting, rollUp } from '../../../support/positions.ts';

/*
 * A review that was opened by mistake is in no figure of any later report (docs/meaning.md REVIEW-21): the report is, to the last
 * row, the one that would have been made had the review never been opened.
 */

const lifecycles = ['potential', 'active', 'paused', 'stopped', 'completed', 'transferred'] as const;
const struckOut = [{ from: '2014-02-01T00:00:00.000Z' }];

describe.each(lifecycles)('A %s review with an entry in every register', (lifecycle) => {
  const opened = (over: object = {}) => ({
    ...aReview('by-mistake', { ...claimedAndOpen, review: { title: 'By mistake', lifecycle, ...over } }),
    recordedInMonth: 0,
  });

  it('is in the report, and struck out it is in nothing of it', () => {
    const without = rollUp([aReview()], aSetting());
    expect(rollUp([aReview(), opened()], aSetting())).not.toEqual(without);
    expect(rollUp([aReview(), opened({ strikeOuts: struckOut })], aSetting())).toEqual(without);
  });
});
