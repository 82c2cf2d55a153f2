import { isRecord, textIn } from './answers.ts';
import type { Configuration } from './configuration.ts';

/*
 * OpenID Connect, authorisation code with PKCE (RFC 7636, S256) for a public client. The tokens live in this module's
 * caller alone; session storage holds the state and the verifier for the round trip, and nothing after it.
 */

interface Issuer {
  readonly authorisation: string;
  readonly token: string;
  readonly endSession: string | null;
}

export interface Session {
  readonly accessToken: string;
  readonly name: string | null;
}

export type Return =
  | { readonly kind: 'none' }
  | { readonly kind: 'refused'; readonly why: string; readonly hash: string }
  | { readonly kind: 'signed-in'; readonly session: Session; readonly hash: string };

const storedUnder = 'sign-in';

const base64url = (bytes: Uint8Array): string =>
  btoa(String.fromCharCode(...bytes))
    .replaceAll('+', '-')
    .replaceAll('/', '_')
    .replaceAll('=', '');

const random = (): string => base64url(crypto.getRandomValues(new Uint8Array(32)));

const redirectUri = (): string => `${location.origin}/`;

const discover = async (configuration: Configuration): Promise<Issuer> => {
  const address = `${configuration.issuer.replace(/\/$/, '')}/.well-known/openid-configuration`;
  const answer = await fetch(address, { headers: { accept: 'application/json' } });
  const document: unknown = answer.ok ? await answer.json() : null;
  const authorisation = isRecord(document) ? textIn(document, 'authorization_endpoint') : null;
  const token = isRecord(document) ? textIn(document, 'token_endpoint') : null;
  if (!isRecord(document) || authorisation === null || token === null)
    throw new Error('The sign-in service did not say where to sign in.');
  // OpenID Connect Discovery 1.0, 4.3: the document must name the issuer that was asked for.
  if (textIn(document, 'issuer') !== configuration.issuer)
    throw new Error('The sign-in service is not the one that the tracker trusts.');
  return { authorisation, token, endSession: textIn(document, 'end_session_endpoint') };
};

/** Leaves for the issuer's page; comes back to `finishSignIn`. */
export const beginSignIn = async (configuration: Configuration, hash: string): Promise<void> => {
  const issuer = await discover(configuration);
  const state = random();
  const nonce = random();
  const verifier = random();
  const challenge = base64url(
    new Uint8Array(await crypto.subtle.digest('SHA-256', new TextEncoder().encode(verifier))),
  );
  sessionStorage.setItem(storedUnder, JSON.stringify({ state, nonce, verifier, hash }));
  const address = new URL(issuer.authorisation);
  for (const [name, value] of Object.entries({
    response_type: 'code',
    client_id: configuration.clientId,
    redirect_uri: redirectUri(),
    scope: configuration.scope,
    state,
    nonce,
    code_challenge: challenge,
    code_challenge_method: 'S256',
  }))
    address.searchParams.set(name, value);
  location.assign(address.href);
};

const claimsOf = (token: string): Readonly<Record<string, unknown>> => {
  try {
    const payload = (token.split('.')[1] ?? '').replaceAll('-', '+').replaceAll('_', '/');
    const bytes = Uint8Array.from(atob(payload), (character) => character.charCodeAt(0));
    const claims: unknown = JSON.parse(new TextDecoder().decode(bytes));
    return isRecord(claims) ? claims : {};
  } catch {
    return {};
  }
};

interface Kept {
  readonly state: string;
  readonly nonce: string;
  readonly verifier: string;
  readonly hash: string;
}

/** What the browser kept of the way to the issuer; null also where it keeps nothing, or what it kept cannot be read. */
const storedText = (): unknown => {
  try {
    const text = sessionStorage.getItem(storedUnder);
    sessionStorage.removeItem(storedUnder);
    return text === null ? null : JSON.parse(text);
  } catch {
    return null;
  }
};

const takeKept = (): Kept | null => {
  const kept = storedText();
  if (!isRecord(kept)) return null;
  const [state, nonce, verifier] = [textIn(kept, 'state'), textIn(kept, 'nonce'), textIn(kept, 'verifier')];
  return state === null || nonce === null || verifier === null
    ? null
    : { state, nonce, verifier, hash: textIn(kept, 'hash') ?? '' };
};

const exchange = async (configuration: Configuration, code: string, kept: Kept): Promise<Session> => {
  const issuer = await discover(configuration);
  const answer = await fetch(issuer.token, {
    method: 'POST',
    headers: { accept: 'application/json' },
    body: new URLSearchParams({
      grant_type: 'authorization_code',
      client_id: configuration.clientId,
      redirect_uri: redirectUri(),
      code,
      code_verifier: kept.verifier,
    }),
  });
  const tokens: unknown = await answer.json().catch(() => null);
  const accessToken = isRecord(tokens) ? textIn(tokens, 'access_token') : null;
  if (!answer.ok || !isRecord(tokens) || accessToken === null)
    throw new Error((isRecord(tokens) && textIn(tokens, 'error_description')) || 'The sign-in service gave no token.');
  const idToken = textIn(tokens, 'id_token');
  // The token came straight from the issuer over TLS, so its signature need not be checked (OpenID Connect Core 3.1.3.7).
  const claims = idToken === null ? {} : claimsOf(idToken);
  if (idToken !== null && claims.nonce !== kept.nonce) throw new Error('The sign-in was meant for another page.');
  return { accessToken, name: textIn(claims, 'name') };
};

/** Takes up a return from the issuer and clears it out of the address; `none` where the page was opened otherwise. */
export const finishSignIn = async (configuration: Configuration): Promise<Return> => {
  const returned = new URLSearchParams(location.search);
  if (!returned.has('code') && !returned.has('error')) return { kind: 'none' };
  const kept = takeKept();
  const hash = kept?.hash ?? '';
  history.replaceState(null, '', `/${hash}`);
  const issuer = returned.get('iss');
  // First of all: an address that anybody could have written says nothing here, no error either.
  if (kept === null || returned.get('state') !== kept.state || (issuer !== null && issuer !== configuration.issuer))
    return { kind: 'refused', why: 'This sign-in was not begun here. Please sign in again.', hash };
  const code = returned.get('code');
  if (code === null)
    return { kind: 'refused', why: returned.get('error_description') ?? 'The sign-in service refused.', hash };
  try {
    return { kind: 'signed-in', session: await exchange(configuration, code, kept), hash };
  } catch (fault) {
    return { kind: 'refused', why: fault instanceof Error ? fault.message : 'The sign-in failed.', hash };
  }
};

/**
 * Where to end the issuer's own session, if it has such a page; null where forgetting the token is all there is. The ID token is
 * not sent as a hint: addresses stand in histories and logs.
 */
export const endOfSession = async (configuration: Configuration): Promise<string | null> => {
  const { endSession } = await discover(configuration);
  if (endSession === null) return null;
  const address = new URL(endSession);
  address.searchParams.set('client_id', configuration.clientId);
  address.searchParams.set('post_logout_redirect_uri', redirectUri());
  // Amazon Cognito has a name of its own for it.
  address.searchParams.set('logout_uri', redirectUri());
  return address.href;
};
