import { type MeteredTracker, must, type Request } from './metered-tracker.ts';
import { records, review } from './sample-records.ts';
import type { Size, Taken, Use } from './taken.ts';

/**
 * Opens the sample's review and changes it: bare when it is opened and moves for the first time, full at its second
 * move, with one entry each of option, saving, risk, milestone, issue, market engagement and business case. Each
 * change has an Idempotency-Key.
 */
export const changesOfSample = async (
  tracker: MeteredTracker,
  programmeId: string,
  size: Size,
  taken: Taken,
): Promise<void> => {
  const measure = async (use: Use, operation: string, request: Request): Promise<void> => {
    const { answer: _, ...charged } = await tracker.meter.charged(() => must(tracker, operation, request));
    taken.take(use, size, charged);
  };
  const headers = (day: string, key: string, version?: number) => ({
    'effective-at': day,
    'idempotency-key': `measured-${size}-${key}`,
    ...(version === undefined
      ? { 'if-none-match': '*' }
      : { 'if-match': `"review:${programmeId}/${params.reviewId}:${version}"` }),
  });
  const other = { programmeId, reviewId: `other-${size}` };
  const params = { programmeId, reviewId: `sample-${String(size).padStart(4, '0')}`, entryId: 'first' };
  const entry = (kind: keyof typeof records): Request => ({
    params,
    body: records[kind],
    headers: headers('2026-01-15', kind),
  });
  await measure('open a review whose SRO it does not know yet', 'putReview', {
    params: other,
    body: { ...review, sros: [{ subject: `new-sro-${size}`, name: 'Nova Sro' }] },
    headers: headers('2026-01-05', 'new'),
  });
  await measure('open a review whose SRO the tracker knows', 'putReview', {
    params,
    body: review,
    headers: headers('2026-01-05', 'open'),
  });
  await measure('move a bare review to its next stage', 'moveStage', {
    params,
    body: { to: 'service-baseline' },
    headers: headers('2026-01-06', 'bare', 1),
  });
  await must(tracker, 'putOption', entry('option'));
  await must(tracker, 'putSaving', entry('saving'));
  await measure('record a risk', 'putRisk', entry('risk'));
  await must(tracker, 'putMilestone', entry('milestone'));
  await must(tracker, 'putIssue', entry('issue'));
  await must(tracker, 'putMarketEngagement', entry('market-engagement'));
  await must(tracker, 'putBusinessCase', entry('business-case'));
  await measure('move a full review to its next stage', 'moveStage', {
    params,
    body: { to: 'options-appraisal' },
    headers: headers('2026-01-20', 'full', 2),
  });
  await measure('change a full review for the first time in a month', 'recordStageWork', {
    params,
    body: { state: 'in-progress' },
    headers: headers('2026-02-03', 'work', 3),
  });
};
