import type { MiddlewareObj } from '@middy/core';
import type { ApiEvent } from '../api-event.ts';
import { type Counted, count, counted } from '../metrics.ts';
import type { HttpAnswer } from '../problem.ts';

/** What a request counts as by how it was answered; undefined for all else. A change is counted where it is committed. */
export const countedAs = (status: number): Counted | undefined => {
  if (status === 503) return counted.busy;
  return status === 412 ? counted.conflicts : undefined;
};

/** Counts the changes that met another, and the answers that ask to try again. */
export const requestMetrics = (): MiddlewareObj<ApiEvent, HttpAnswer> => {
  const write: MiddlewareObj<ApiEvent, HttpAnswer>['after'] = ({ response }) => {
    const what = response ? countedAs(response.statusCode) : undefined;
    if (what !== undefined) count(what);
  };
  return { after: write, onError: write };
};
