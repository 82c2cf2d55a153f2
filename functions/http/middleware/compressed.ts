import { gzipSync } from 'node:zlib';
import type { MiddlewareObj } from '@middy/core';
import type { ApiEvent } from '../api-event.ts';
import type { HttpAnswer } from '../problem.ts';

/** Below it a compressed answer is hardly smaller. */
const leastCharacters = 1_024;

/** Whether a sender takes gzip: RFC 9110, 12.5.3, of which `gzip;q=0` is the way to say no. */
const takesGzip = (accepted: string | undefined): boolean =>
  (accepted ?? '').split(',').some((one) => /^\s*(?:x-)?gzip\s*(?:;\s*q=(?!0(?:\.0*)?\s*$).*)?$/i.test(one));

/**
 * Compresses what is the same for everybody: an HTTP API does not, and the API's description has half a megabyte that anybody may
 * ask for. Answers of the record are left as they are: compressed along with what a sender chose, their lengths would speak.
 */
export const compressed = (): MiddlewareObj<ApiEvent, HttpAnswer> => {
  const made = new Map<string, string>();
  const gzipped = (body: string): string => {
    const known = made.get(body);
    if (known !== undefined) return known;
    const compact = gzipSync(body).toString('base64');
    // The few files and the one page of a function; anything else would be a mistake, and is not remembered.
    if (made.size < 8) made.set(body, compact);
    return compact;
  };
  return {
    after: (request) => {
      const { response, event } = request;
      if (response?.statusCode !== 200 || response.body.length < leastCharacters) return;
      const headers = { ...response.headers, vary: 'Accept-Encoding' };
      request.response = takesGzip(event.headers['accept-encoding'])
        ? {
            ...response,
            headers: { ...headers, 'content-encoding': 'gzip' },
            body: gzipped(response.body),
            isBase64Encoded: true,
          }
        : { ...response, headers };
    },
  };
};
