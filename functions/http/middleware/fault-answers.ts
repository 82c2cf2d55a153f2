import type { MiddlewareObj } from '@middy/core';
import { UnreadableItem } from '#store/table/items.ts';
import type { ApiEvent } from '../api-event.ts';
import { causeOf, log, logged } from '../log.ts';
import { type HttpAnswer, problemAnswer } from '../problem.ts';
import { isBusy } from '../store-errors.ts';

const busy = (request: string, error: unknown): HttpAnswer => {
  log.warn(logged.storeBusy, { request, error: causeOf(error).error });
  return problemAnswer(
    {
      code: 'store.busy',
      detail: 'The store did not take this in time. Nothing is half done: send the same request again.',
    },
    `urn:uuid:${request}`,
  );
};

const fault = (request: string, error: unknown): HttpAnswer => {
  log.error(error instanceof UnreadableItem ? logged.itemUnreadable : logged.requestFailed, {
    request,
    ...causeOf(error),
  });
  return problemAnswer(
    { code: 'fault', detail: 'The failure is recorded under this id; give it to whoever runs the tracker.' },
    `urn:uuid:${request}`,
  );
};

/** Faults become answers here and nowhere else: busy is an honest 503, all else a 500 with an id and no detail. */
export const faultAnswers = (): MiddlewareObj<ApiEvent, HttpAnswer> => ({
  onError: (request) => {
    const { requestId } = request.event.requestContext;
    request.response = isBusy(request.error) ? busy(requestId, request.error) : fault(requestId, request.error);
  },
});
