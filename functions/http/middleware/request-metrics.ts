import type { MiddlewareObj } from '@middy/core';
import type { Method } from '#schemas/operations.ts';
import type { ApiEvent } from '../api-event.ts';
import { type Counted, count, counted } from '../metrics.ts';
import type { HttpAnswer } from '../problem.ts';

/** What a request counts as, by its method and how it was answered; undefined for all that nobody waits to hear of. */
export const countedAs = (method: Method | undefined, status: number): Counted | undefined => {
  if (status === 503) return counted.busy;
  if (status === 412) return counted.conflicts;
  // 202 is a report that is asked for: it is counted when it is published.
  const isRecorded = status === 200 || status === 201;
  return isRecorded && method !== undefined && method !== 'GET' ? counted.changesRecorded : undefined;
};

/** Counts the changes that were recorded, those that met another, and the answers that ask to try again. */
export const requestMetrics = (
  methodIn: (event: ApiEvent) => Method | undefined,
): MiddlewareObj<ApiEvent, HttpAnswer> => {
  const write: MiddlewareObj<ApiEvent, HttpAnswer>['after'] = ({ event, response }) => {
    const what = response ? countedAs(methodIn(event), response.statusCode) : undefined;
    if (what !== undefined) count(what);
  };
  return { after: write, onError: write };
};
