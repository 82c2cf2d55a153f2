import type { MiddlewareObj } from '@middy/core';
import type { Context } from 'aws-lambda';
import type { ApiEvent } from '../api-event.ts';
import { log, logged } from '../log.ts';
import type { HttpAnswer } from '../problem.ts';
import { requestIds } from './request-ids.ts';

type LogsRequests = MiddlewareObj<ApiEvent, HttpAnswer, Error, Context, { startedAt?: number }>;

/** One line for each request: which operation, its status, how long it took. */
export const requestLog = (operationIn: (event: ApiEvent) => string | undefined): LogsRequests => {
  const write: LogsRequests['after'] = ({ event, context, response, internal }) => {
    if (!response) return;
    log.info(logged.requestDone, {
      operation: operationIn(event) ?? 'unknown',
      status: response.statusCode,
      milliseconds: Date.now() - (internal.startedAt ?? Date.now()),
      ...requestIds({ event, context }),
    });
  };
  return {
    before: ({ internal }) => {
      internal.startedAt = Date.now();
    },
    after: write,
    onError: write,
  };
};
