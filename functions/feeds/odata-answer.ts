import { type TextAnswer, textAnswer } from '../http/answer.ts';
import { notCached } from '../http/view-access.ts';

interface Asking {
  readonly params: { readonly programmeId: string };
  readonly headers: Readonly<Record<string, string>>;
}

const aHost = /^[A-Za-z0-9.-]{1,253}(?::\d{1,5})?$/;
const onThisMachine = /^(?:localhost|127\.0\.0\.1)(?::|$)/;

/**
 * The address of the service as its sender asked for it: tools resolve nothing against a relative one
 * (https://github.com/OData/odata.net/issues/2132). The gateway answers to no other host than its own.
 */
export const serviceRoot = ({ params: { programmeId }, headers: { host = '' } }: Asking): string => {
  const named = aHost.test(host) ? host : 'localhost';
  return `${onThisMachine.test(named) ? 'http' : 'https'}://${named}/programmes/${programmeId}/odata`;
};

const odataVersion = { 'odata-version': '4.0' } as const;

export const odataAnswer = (
  body: string,
  headers: Readonly<Record<string, string>> = {},
  mediaType = 'application/json;odata.metadata=minimal;charset=utf-8',
): TextAnswer => textAnswer(mediaType, body, { ...odataVersion, 'cache-control': notCached, ...headers });
