import { timingSafeEqual } from 'node:crypto';
import { edgeHeader } from '#schemas/edge.ts';
import type { ApiEvent } from './api-event.ts';
import { type HttpAnswer, problemAnswer } from './problem.ts';

/**
 * Where there is a firewall in front, whatever did not come through it finds nothing here: the API's own name can be asked by
 * anybody who knows it. Answers what is astray; undefined: it came as it should.
 *
 * @param secret what CloudFront sends with each request; undefined where there is nothing in front
 */
export const onlyThroughEdge = (secret: string | undefined): ((event: ApiEvent) => HttpAnswer | undefined) => {
  if (secret === undefined) return () => undefined;
  const expected = Buffer.from(secret);
  return ({ headers, rawPath }) => {
    const sent = Buffer.from(headers[edgeHeader] ?? '');
    return sent.length === expected.length && timingSafeEqual(sent, expected)
      ? undefined
      : problemAnswer(
          {
            code: 'route.unknown',
            detail: 'The tracker is served at another address: use the one that people sign in at.',
          },
          rawPath,
        );
  };
};
