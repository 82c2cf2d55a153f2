import { clientId } from './access-token.ts';
import type { LocalAnswer } from './local-answer.ts';
import { type AuthorisationParams, refusedPage } from './sign-in-page.ts';

const names = [
  'response_type',
  'client_id',
  'redirect_uri',
  'scope',
  'state',
  'nonce',
  'code_challenge',
  'code_challenge_method',
  'login_hint',
] as const;

/** The parameters of the request, as the sign-in form sends them on. */
export const authorisationParamsOf = (params: URLSearchParams): AuthorisationParams =>
  Object.fromEntries(names.flatMap((name) => (params.has(name) ? [[name, params.get(name) ?? '']] : [])));

/** The first parameter that is given more than once: OAuth 2.0 allows none (RFC 6749, section 3.1). */
export const repeatedParam = (params: URLSearchParams): string | undefined =>
  [...params.keys()].find((name) => params.getAll(name).length > 1);

/** Sends the browser back to the page with a code or an error, and the state that it gave. */
export const redirectBack = (
  redirectUri: string,
  request: AuthorisationParams,
  params: Readonly<Record<string, string>>,
): LocalAnswer => {
  const url = new URL(redirectUri);
  for (const [name, value] of Object.entries(params)) url.searchParams.set(name, value);
  if (request.state !== undefined) url.searchParams.set('state', request.state);
  return {
    status: 303,
    headers: { location: url.href, 'cache-control': 'no-store', 'referrer-policy': 'no-referrer' },
    body: '',
  };
};

/**
 * The refusal of a request to authorise that is not valid; undefined where it is. Errors go back to the page only once
 * the client and the redirect address are known to be ours (RFC 6749, section 4.1.2.1).
 */
export const refusalOf = (params: URLSearchParams, redirectUris: readonly string[]): LocalAnswer | undefined => {
  const request = authorisationParamsOf(params);
  const repeated = repeatedParam(params);
  if (repeated !== undefined) return refusedPage(`The request names ${repeated} more than once.`);
  if (request.client_id !== clientId) return refusedPage(`The request must name client_id=${clientId}.`);
  const redirectUri = redirectUris.find((one) => one === request.redirect_uri);
  if (redirectUri === undefined)
    return refusedPage(`The request must ask to come back to exactly ${redirectUris.join(' or ')}.`);
  const back = (error: string, why: string) => redirectBack(redirectUri, request, { error, error_description: why });
  if (request.response_type !== 'code') return back('unsupported_response_type', 'response_type must be code');
  if (request.code_challenge_method !== 'S256') return back('invalid_request', 'code_challenge_method must be S256');
  if (!/^[A-Za-z0-9_-]{43}$/.test(request.code_challenge ?? ''))
    return back('invalid_request', 'code_challenge must be the base64url SHA-256 of the verifier');
  return undefined;
};
