import * as client from 'openid-client';
import { signedInPath, signedOutPath } from '#schemas/page-routes.ts';
import type { Tokens } from './session.ts';

/*
 * Signing in: the authorisation code flow with PKCE (RFC 6749, RFC 7636, RFC 9700), by openid-client. Tokens stay on this side; a
 * browser never holds one.
 */

export interface IssuerSettings {
  readonly issuer: string;
  readonly clientId: string;
  readonly clientSecret?: string | undefined;
  readonly scope: string;
  /** Where the pages are: `https://tracker.council.example`. */
  readonly address: string;
  readonly nowEpochSeconds: () => number;
}

/** What is kept while somebody is at the issuer. */
export interface Attempt {
  readonly state: string;
  readonly nonce: string;
  readonly verifier: string;
}

export interface SignIn {
  /** @param hint who is meant, where the issuer is to know it: only one machine's own issuer does */
  readonly begin: (hint?: string) => Promise<{ readonly attempt: Attempt; readonly to: string }>;
  /** @throws where the issuer refuses, or what it says does not belong to the attempt */
  readonly finish: (query: string, attempt: Attempt) => Promise<Tokens>;
  /** New tokens; undefined where the issuer gives none any more. */
  readonly renew: (tokens: Tokens) => Promise<Tokens | undefined>;
  /** Where the issuer's own session is ended; undefined where it has no such page. */
  readonly endOfSession: () => Promise<string | undefined>;
}

const tokensOf = (answer: client.TokenEndpointResponse, now: number, before?: Tokens): Tokens => {
  const refresh = answer.refresh_token ?? before?.refresh;
  return {
    access: answer.access_token,
    ...(refresh === undefined ? {} : { refresh }),
    expiresAtEpochSeconds: now + (answer.expires_in ?? 300),
  };
};

type Known = () => Promise<client.Configuration>;

/** What the issuer says of itself, asked once; where it did not answer, asked again by the next who needs it. */
const discovered = ({ issuer, clientId, clientSecret }: IssuerSettings): Known => {
  let known: Promise<client.Configuration> | undefined;
  // Without TLS there is only the issuer of one machine.
  const insecure = new URL(issuer).hostname === 'localhost' ? { execute: [client.allowInsecureRequests] } : {};
  return () => {
    if (known === undefined) {
      const authentication = clientSecret === undefined ? client.None() : undefined;
      const options = { timeout: 5, ...insecure };
      known = client.discovery(new URL(issuer), clientId, clientSecret, authentication, options);
      known.catch(() => {
        known = undefined;
      });
    }
    return known;
  };
};

const begin = async (configuration: Known, { address, scope }: IssuerSettings, hint: string | undefined) => {
  const verifier = client.randomPKCECodeVerifier();
  const [state, nonce] = [client.randomState(), client.randomNonce()];
  const to = client.buildAuthorizationUrl(await configuration(), {
    redirect_uri: `${address}${signedInPath}`,
    scope,
    state,
    nonce,
    code_challenge: await client.calculatePKCECodeChallenge(verifier),
    code_challenge_method: 'S256',
    ...(hint === undefined ? {} : { login_hint: hint }),
  });
  return { attempt: { state, nonce, verifier }, to: to.href };
};

const endOfSession = async (configuration: Known, { address, clientId }: IssuerSettings) => {
  const { end_session_endpoint: page } = (await configuration()).serverMetadata();
  if (page === undefined) return undefined;
  const to = new URL(page);
  to.searchParams.set('client_id', clientId);
  to.searchParams.set('post_logout_redirect_uri', `${address}${signedOutPath}`);
  // Amazon Cognito has a name of its own for it. No token is sent as a hint: addresses stand in histories and logs.
  to.searchParams.set('logout_uri', `${address}${signedOutPath}`);
  return to.href;
};

export const signInWith = (settings: IssuerSettings): SignIn => {
  const { address, nowEpochSeconds } = settings;
  const configuration = discovered(settings);
  return {
    begin: (hint) => begin(configuration, settings, hint),
    endOfSession: () => endOfSession(configuration, settings),
    finish: async (query, { state, nonce, verifier }) => {
      const back = new URL(`${address}${signedInPath}?${query}`);
      const checks = { expectedState: state, expectedNonce: nonce, pkceCodeVerifier: verifier, idTokenExpected: true };
      return tokensOf(await client.authorizationCodeGrant(await configuration(), back, checks), nowEpochSeconds());
    },
    renew: async (tokens) => {
      if (tokens.refresh === undefined) return undefined;
      try {
        const answer = await client.refreshTokenGrant(await configuration(), tokens.refresh);
        return tokensOf(answer, nowEpochSeconds(), tokens);
      } catch (error) {
        // Refused: the sign-in is over. Anything else, as an issuer that does not answer, is a fault of its own.
        if (error instanceof client.ResponseBodyError) return undefined;
        throw error;
      }
    },
  };
};
