import { createHash, randomBytes } from 'node:crypto';
import { Role } from '#schemas/people.ts';
import { accessTokenFor, clientId, idTokenFor, secondsATokenLives } from './access-token.ts';
import { jsonAnswer, type LocalAnswer, type LocalRequest } from './local-answer.ts';
import { type LocalPerson, personOf } from './local-person.ts';
import { type Carried, refusedPage, signInPage } from './sign-in-page.ts';
import { type SigningKey, signingAlgorithm } from './signing-key.ts';

export interface Issuer {
  answer(request: LocalRequest): Promise<LocalAnswer>;
}

export interface IssuerSettings {
  readonly key: SigningKey;
  /** `http://localhost:<port>/local-issuer` */
  readonly issuer: string;
  /** The one address that a code is ever sent to: the tracker's own page. */
  readonly redirectUri: string;
  readonly nowEpochSeconds: () => number;
}

const secondsACodeLives = 60;

interface Grant {
  readonly person: LocalPerson;
  readonly challenge: string;
  readonly nonce: string | undefined;
  readonly expiresAt: number;
}

const carriedNames = [
  'response_type',
  'client_id',
  'redirect_uri',
  'scope',
  'state',
  'nonce',
  'code_challenge',
  'code_challenge_method',
] as const;

const carriedOf = (params: URLSearchParams): Carried =>
  Object.fromEntries(carriedNames.flatMap((name) => (params.has(name) ? [[name, params.get(name) ?? '']] : [])));

const formOf = (request: LocalRequest): URLSearchParams | undefined =>
  request.headers['content-type']?.split(';')[0]?.trim().toLowerCase() === 'application/x-www-form-urlencoded'
    ? new URLSearchParams(request.body.toString('utf8'))
    : undefined;

const repeats = (params: URLSearchParams): string | undefined =>
  [...params.keys()].find((name) => params.getAll(name).length > 1);

const tokenRefused = (error: string, why: string): LocalAnswer =>
  jsonAnswer(400, { error, error_description: why }, { pragma: 'no-cache' });

const sentBack = (uri: string, carried: Carried, params: Record<string, string>): LocalAnswer => {
  const url = new URL(uri);
  for (const [name, value] of Object.entries(params)) url.searchParams.set(name, value);
  if (carried.state !== undefined) url.searchParams.set('state', carried.state);
  return {
    status: 303,
    headers: { location: url.href, 'cache-control': 'no-store', 'referrer-policy': 'no-referrer' },
    body: '',
  };
};

/**
 * An OpenID Connect issuer for one machine: the authorisation code flow with PKCE (S256 alone), as the deployed
 * issuer offers it, with a page of six roles in place of passwords. RFC 6749, RFC 7636, OpenID Connect Discovery 1.0.
 */
export const createIssuer = ({ key, issuer, redirectUri, nowEpochSeconds }: IssuerSettings): Issuer => {
  const base = new URL(issuer).pathname;
  const grants = new Map<string, Grant>();

  const discovery = () =>
    jsonAnswer(200, {
      issuer,
      authorization_endpoint: `${issuer}/authorize`,
      token_endpoint: `${issuer}/token`,
      jwks_uri: `${issuer}/jwks.json`,
      response_types_supported: ['code'],
      response_modes_supported: ['query'],
      grant_types_supported: ['authorization_code'],
      code_challenge_methods_supported: ['S256'],
      token_endpoint_auth_methods_supported: ['none'],
      subject_types_supported: ['public'],
      id_token_signing_alg_values_supported: [signingAlgorithm],
      scopes_supported: ['openid', 'profile'],
      claims_supported: ['sub', 'name', 'organisation', 'roles'],
    });

  /** What is wrong with a request to authorise; undefined where nothing is. */
  const refusedRequest = (params: URLSearchParams): LocalAnswer | undefined => {
    const carried = carriedOf(params);
    const repeated = repeats(params);
    if (repeated !== undefined) return refusedPage(`The request names ${repeated} more than once.`);
    if (carried.client_id !== clientId) return refusedPage(`The request must name client_id=${clientId}.`);
    if (carried.redirect_uri !== redirectUri)
      return refusedPage(`The request must ask to come back to exactly ${redirectUri}.`);
    const back = (error: string, why: string) => sentBack(redirectUri, carried, { error, error_description: why });
    if (carried.response_type !== 'code') return back('unsupported_response_type', 'response_type must be code');
    if (carried.code_challenge_method !== 'S256') return back('invalid_request', 'code_challenge_method must be S256');
    if (!/^[A-Za-z0-9_-]{43}$/.test(carried.code_challenge ?? ''))
      return back('invalid_request', 'code_challenge must be the base64url SHA-256 of the verifier');
    return undefined;
  };

  const signIn = (request: LocalRequest): LocalAnswer => {
    const form = formOf(request);
    if (form === undefined) return refusedPage('The form must be sent as application/x-www-form-urlencoded.');
    const refused = refusedRequest(form);
    if (refused !== undefined) return refused;
    const carried = carriedOf(form);
    const typed = (name: string) => form.get(name)?.trim() || undefined;
    const role = Role.safeParse(typed('role'));
    const chosen = personOf({
      roles: role.success ? [role.data] : [],
      name: typed('name'),
      organisation: typed('organisation'),
    });
    if (chosen.kind === 'refused') return signInPage(`${base}/authorize`, carried, chosen.why);
    const code = randomBytes(32).toString('base64url');
    for (const [old, grant] of grants) if (grant.expiresAt <= nowEpochSeconds()) grants.delete(old);
    grants.set(code, {
      person: chosen.person,
      challenge: carried.code_challenge ?? '',
      nonce: carried.nonce,
      expiresAt: nowEpochSeconds() + secondsACodeLives,
    });
    return sentBack(redirectUri, carried, { code, iss: issuer });
  };

  const exchange = async (request: LocalRequest): Promise<LocalAnswer> => {
    const form = formOf(request);
    if (form === undefined)
      return tokenRefused('invalid_request', 'send the request as application/x-www-form-urlencoded');
    const repeated = repeats(form);
    if (repeated !== undefined) return tokenRefused('invalid_request', `${repeated} is given more than once`);
    if (form.get('grant_type') !== 'authorization_code')
      return tokenRefused('unsupported_grant_type', 'grant_type must be authorization_code');
    if (form.get('client_id') !== clientId) return tokenRefused('invalid_client', `client_id must be ${clientId}`);
    const code = form.get('code') ?? '';
    const grant = grants.get(code);
    // A code is spent by the first attempt, a failed one included, so that nobody can try verifiers against it.
    grants.delete(code);
    if (grant === undefined || grant.expiresAt <= nowEpochSeconds())
      return tokenRefused('invalid_grant', 'the code is not known, has expired or was used already');
    if (form.get('redirect_uri') !== redirectUri)
      return tokenRefused('invalid_grant', 'redirect_uri is not the one that the code was sent to');
    const verifier = form.get('code_verifier') ?? '';
    if (!/^[A-Za-z0-9._~-]{43,128}$/.test(verifier))
      return tokenRefused('invalid_request', 'code_verifier must be 43 to 128 letters, digits and - . _ ~');
    if (createHash('sha256').update(verifier).digest('base64url') !== grant.challenge)
      return tokenRefused('invalid_grant', 'code_verifier does not fit the challenge');
    const terms = { key, issuer, atEpochSeconds: nowEpochSeconds() };
    return jsonAnswer(
      200,
      {
        access_token: await accessTokenFor(grant.person, terms),
        id_token: await idTokenFor(grant.person, terms, grant.nonce),
        token_type: 'Bearer',
        expires_in: secondsATokenLives,
      },
      { pragma: 'no-cache' },
    );
  };

  const offered: Readonly<Record<string, (request: LocalRequest) => LocalAnswer | Promise<LocalAnswer>>> = {
    'GET /.well-known/openid-configuration': discovery,
    'GET /jwks.json': () => jsonAnswer(200, key.published),
    'GET /authorize': (request) => {
      const params = new URLSearchParams(request.query);
      return refusedRequest(params) ?? signInPage(`${base}/authorize`, carriedOf(params));
    },
    'POST /authorize': signIn,
    'POST /token': exchange,
  };

  return {
    answer: async (request) => {
      const path = request.path.slice(base.length);
      const found = offered[`${request.method} ${path}`];
      if (found !== undefined) return found(request);
      const methods = ['GET', 'POST'].filter((method) => offered[`${method} ${path}`] !== undefined);
      return methods.length > 0
        ? jsonAnswer(405, { error: 'method_not_allowed' }, { allow: methods.join(', ') })
        : jsonAnswer(404, { error: 'not_found', error_description: 'the local issuer has nothing at this address' });
    },
  };
};
