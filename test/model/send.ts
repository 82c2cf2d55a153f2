import type { TestTracker, Told } from '../support/tracker.ts';
import type { EntryKind, Request } from './world.ts';

/* A request of the model as the API takes it. */

const stems: Record<EntryKind, readonly [string, string]> = {
  risk: ['Risk', 'Risks'],
  saving: ['Saving', 'Savings'],
  milestone: ['Milestone', 'Milestones'],
  issue: ['Issue', 'Issues'],
  option: ['Option', 'Options'],
  return: ['Return', 'Returns'],
  'business-case': ['BusinessCase', 'BusinessCases'],
  'market-engagement': ['MarketEngagement', 'MarketEngagements'],
};

const operationOf = ({ act, kind, review, query }: Request): string => {
  const [stem, plural] =
    kind === 'programme'
      ? ['Programme', '']
      : kind === 'review' || kind === 'publication'
        ? ['Review', '']
        : stems[kind];
  const scope = review === '' && kind !== 'programme' ? 'Programme' : '';
  switch (act) {
    case 'put':
      return `put${scope}${stem}`;
    case 'get':
      return `get${scope}${stem}`;
    case 'list':
      return `list${scope}${plural}`;
    case 'strike-out':
      return `strikeOut${scope}${stem}`;
    case 'correct':
      return `correct${scope}${stem}`;
    case 'move':
      return 'moveStage';
    case 'stage-work':
      return 'recordStageWork';
    case 'waive':
      return 'waiveCriterion';
    case 'outcome':
      return 'recordOutcome';
    case 'validate':
      return 'validateSaving';
    case 'confirm':
      return 'confirmReturn';
    case 'list-reviews':
      return 'listReviews';
    case 'gate':
      return 'getReviewGate';
    case 'history':
      return review === '' ? 'getProgrammeHistory' : 'getReviewHistory';
    case 'run':
      return 'runReport';
    case 'revise':
      return 'reviseReport';
    case 'report':
      return query?.revision === undefined ? 'getReport' : 'getReportRevision';
    case 'schedule':
      throw new Error('the schedule is no operation');
  }
};

/** Sends it; a run is waited for until the queue is at rest. */
export const send = async (tracker: TestTracker, programmeId: string, request: Request): Promise<Told> => {
  const { act, as, body, expected, effectiveAt, query = {} } = request;
  if (act === 'schedule') {
    const handed = await tracker.rollUp({ kind: 'reports-due', scheduledTime: `${body.by}T12:00:00Z` });
    await tracker.settled();
    return { status: 200, headers: {}, body: handed, text: '' };
  }
  const { revision, ...asked } = query;
  const paged = act === 'list' || act === 'history' || act === 'list-reviews' ? { ...asked, limit: '200' } : asked;
  const told = await tracker.ask(operationOf(request), {
    as,
    params: { programmeId, reviewId: request.review, entryId: request.id, month: request.id, revision: revision ?? '' },
    query: new URLSearchParams(paged).toString(),
    ...(body === undefined ? {} : { body }),
    headers: {
      ...(expected === undefined
        ? {}
        : expected === 'none-there'
          ? { 'if-none-match': '*' }
          : { 'if-match': `"${expected}"` }),
      ...(effectiveAt === undefined ? {} : { 'effective-at': effectiveAt }),
    },
  });
  if (act === 'run' || act === 'revise') await tracker.settled();
  return told;
};
