import type { Context } from 'aws-lambda';
import type { ApiEvent } from '../api-event.ts';

/** The gateway's id of a request, which its sender is given, and Lambda's, which the platform's own log lines carry. */
export interface RequestIds {
  readonly request: string;
  readonly function_request_id: string;
}

export const requestIds = ({
  event,
  context,
}: {
  readonly event: ApiEvent;
  readonly context: Context;
}): RequestIds => ({
  request: event.requestContext.requestId,
  function_request_id: context.awsRequestId,
});
