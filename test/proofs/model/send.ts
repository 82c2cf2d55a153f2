import { randomUUID } from 'node:crypto';
import { jsonOf } from '../../support/http-answer.ts';
import { addressOf, claimsOf } from '../../support/request-event.ts';
import type { TrackerInOneProcess } from '../../support/tracker-in-one-process.ts';
import type { EntryKind, Json, Person, Request } from './world.ts';

/* A request of the model as the API takes it. */

/** What the tracker answered. */
export interface Told {
  readonly status: number;
  readonly body: Json;
}

/** Asks for an operation by its id, as a client would. */
export const ask = async (
  tracker: TrackerInOneProcess,
  operation: string,
  asked: {
    readonly as: Person;
    readonly params: Readonly<Record<string, string>>;
    readonly query?: string;
    readonly body?: Json;
    readonly headers?: Readonly<Record<string, string>>;
  },
): Promise<Told> => {
  const { method, path } = addressOf(operation, asked.params);
  const told = await tracker.send({
    method,
    path,
    query: asked.query ?? '',
    headers: {
      ...(asked.body === undefined ? {} : { 'content-type': 'application/json' }),
      ...(method === 'POST' ? { 'idempotency-key': randomUUID() } : {}),
      ...asked.headers,
    },
    body: asked.body === undefined ? '' : JSON.stringify(asked.body),
    claims: claimsOf(asked.as),
  });
  if (told === undefined) throw new Error(`no route could be read from ${path}`);
  return { status: told.statusCode, body: jsonOf(told.body) };
};

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
export const send = async (tracker: TrackerInOneProcess, programmeId: string, request: Request): Promise<Told> => {
  const { act, as, body, expected, effectiveAt, query = {} } = request;
  if (act === 'schedule') {
    const handed = await tracker.rollUp({ kind: 'reports-due', scheduledTime: `${body.by}T12:00:00Z` });
    await tracker.settled();
    return { status: 200, body: handed };
  }
  const { revision, ...asked } = query;
  const paged = act === 'list' || act === 'history' || act === 'list-reviews' ? { ...asked, limit: '200' } : asked;
  const told = await ask(tracker, operationOf(request), {
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
