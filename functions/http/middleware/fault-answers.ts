import type { MiddlewareObj } from '@middy/core';
import { UnreadableItem } from '#store/table/items.ts';
import type { ApiEvent } from '../api-event.ts';
import { causeOf, log, logged } from '../log.ts';
import { type HttpAnswer, problemAnswer, requestUrn } from '../problem.ts';
import { isBusy } from '../store-errors.ts';
import { type RequestIds, requestIds } from './request-ids.ts';

const busy = (ids: RequestIds, error: unknown): HttpAnswer => {
  log.warn(logged.storeBusy, { ...ids, ...causeOf(error) });
  return problemAnswer(
    {
      code: 'store.busy',
      detail: 'The store did not take this in time. Nothing is half done: send the same request again.',
    },
    requestUrn(ids.request),
  );
};

const fault = (ids: RequestIds, error: unknown): HttpAnswer => {
  log.error(error instanceof UnreadableItem ? logged.itemUnreadable : logged.requestFailed, {
    ...ids,
    ...causeOf(error),
  });
  return problemAnswer(
    { code: 'fault', detail: 'The failure is recorded under this id; give it to whoever runs the tracker.' },
    requestUrn(ids.request),
  );
};

/** Faults become answers here and nowhere else: busy is an honest 503, all else a 500 with an id and no detail. */
export const faultAnswers = (): MiddlewareObj<ApiEvent, HttpAnswer> => ({
  onError: (request) => {
    const ids = requestIds(request);
    request.response = isBusy(request.error) ? busy(ids, request.error) : fault(ids, request.error);
  },
});
