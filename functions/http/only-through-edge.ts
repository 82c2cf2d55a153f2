import { timingSafeEqual } from 'node:crypto';
import type { MiddlewareObj } from '@middy/core';
import { edgeHeader } from '#schemas/edge.ts';
import type { ApiEvent } from '../api-event.ts';
import { type HttpAnswer, problemAnswer } from '../problem.ts';

/**
 * Where there is a firewall in front, whatever did not come through it finds nothing here: the API's own name can be asked by
 * anybody who knows it.
 *
 * @param secret what CloudFront sends with each request; undefined where there is nothing in front
 */
export const onlyThroughEdge = (secret: string | undefined): readonly MiddlewareObj<ApiEvent, HttpAnswer>[] => {
  if (secret === undefined) return [];
  const expected = Buffer.from(secret);
  const astray = problemAnswer(
    { code: 'route.unknown', detail: 'The tracker is served at another address: use the one that people sign in at.' },
    undefined,
  );
  return [
    {
      before: ({ event }) => {
        const sent = Buffer.from(event.headers[edgeHeader] ?? '');
        return sent.length === expected.length && timingSafeEqual(sent, expected) ? undefined : astray;
      },
    },
  ];
};
