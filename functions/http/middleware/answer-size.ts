import type { MiddlewareObj } from '@middy/core';
import type { ApiEvent } from '../api-event.ts';
import { type HttpAnswer, problemAnswer } from '../problem.ts';
import { isHandedOn } from '../response-size.ts';

/** An answer that Lambda would not hand on becomes one that says so; lists end their pages long before. */
export const answerSize = (): MiddlewareObj<ApiEvent, HttpAnswer> => ({
  after: (request) => {
    if (!request.response || isHandedOn(request.response.body)) return;
    request.response = problemAnswer(
      {
        code: 'answer.too-large',
        detail: 'It would have more than 6 MB. Ask for less of it: with a lower limit, page by page, or part by part.',
      },
      request.event.rawPath,
    );
  },
});
