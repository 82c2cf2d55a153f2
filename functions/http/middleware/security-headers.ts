import type { MiddlewareObj } from '@middy/core';
import type { ApiEvent } from '../api-event.ts';
import type { HttpAnswer } from '../problem.ts';

/** On every answer. A page and a report say more of their own; whatever else is opened as a page shows and runs nothing. */
const headers = {
  'strict-transport-security': 'max-age=31536000; includeSubDomains',
  'x-content-type-options': 'nosniff',
  'referrer-policy': 'no-referrer',
  'x-frame-options': 'DENY',
  'content-security-policy': "default-src 'none'; frame-ancestors 'none'",
  'cross-origin-resource-policy': 'same-origin',
} as const;

export const securityHeaders = (): MiddlewareObj<ApiEvent, HttpAnswer> => {
  const put: MiddlewareObj<ApiEvent, HttpAnswer>['after'] = (request) => {
    const { response } = request;
    if (response) request.response = { ...response, headers: { ...headers, ...response.headers } };
  };
  return { after: put, onError: put };
};
