import { createHash } from 'node:crypto';
import { PersonRole } from '#schemas/people.ts';
import { accessTokenFor, apiScope, clientId, idTokenFor, machineTokenFor, secondsATokenLives } from './access-token.ts';
import { AuthorisationCodes, type CodeGrant } from './authorisation-codes.ts';
import { authorisationParamsOf, redirectBack, refusalOf, repeatedParam } from './authorisation-request.ts';
import { jsonAnswer, type LocalAnswer, type LocalRequest } from './local-answer.ts';
import { type LocalMachine, localMachines } from './local-machines.ts';
import { type LocalPerson, personOf } from './local-person.ts';
import { RefreshTokens } from './refresh-tokens.ts';
import { type AuthorisationParams, refusedPage, signInPage } from './sign-in-page.ts';
import { type SigningKey, signingAlgorithm } from './signing-key.ts';

export interface Issuer {
  answer(request: LocalRequest): Promise<LocalAnswer>;
}

export interface IssuerSettings {
  readonly key: SigningKey;
  /** `http://localhost:<port>/local-issuer` */
  readonly issuer: string;
  /** The addresses that a code is ever sent to: the tracker's own pages. */
  readonly redirectUris: readonly string[];
  readonly nowEpochSeconds: () => number;
}

const formOf = (request: LocalRequest): URLSearchParams | undefined =>
  request.headers['content-type']?.split(';')[0]?.trim().toLowerCase() === 'application/x-www-form-urlencoded'
    ? new URLSearchParams(request.body.toString('utf8'))
    : undefined;

/** OpenID Connect Discovery 1.0, section 3. */
const discoveryOf = (issuer: string) => ({
  issuer,
  authorization_endpoint: `${issuer}/authorize`,
  token_endpoint: `${issuer}/token`,
  jwks_uri: `${issuer}/jwks.json`,
  response_types_supported: ['code'],
  response_modes_supported: ['query'],
  grant_types_supported: ['authorization_code', 'refresh_token', 'client_credentials'],
  code_challenge_methods_supported: ['S256'],
  token_endpoint_auth_methods_supported: ['none', 'client_secret_basic', 'client_secret_post'],
  subject_types_supported: ['public'],
  id_token_signing_alg_values_supported: [signingAlgorithm],
  scopes_supported: ['openid', 'profile', apiScope],
  claims_supported: ['sub', 'name', 'organisation', 'roles'],
});

const tokenRefused = (error: string, why: string): LocalAnswer =>
  jsonAnswer(400, { error, error_description: why }, { pragma: 'no-cache' });

/** The client and the secret that a machine names, in the header or in the form (RFC 6749, 2.3.1). */
const credentialsOf = (request: LocalRequest, form: URLSearchParams): readonly [id: string, secret: string] => {
  const [scheme = '', encoded = ''] = (request.headers.authorization ?? '').split(' ');
  if (scheme.toLowerCase() !== 'basic') return [form.get('client_id') ?? '', form.get('client_secret') ?? ''];
  const [id = '', ...secret] = Buffer.from(encoded, 'base64').toString('utf8').split(':');
  return [id, secret.join(':')];
};

/** The machine that signs in by itself (RFC 6749, 4.4), or the refusal. As people here have no passwords, any secret will do. */
const machineOf = (
  request: LocalRequest,
  form: URLSearchParams,
): { machine: LocalMachine } | { refused: LocalAnswer } => {
  const [id, secret] = credentialsOf(request, form);
  const machine = localMachines.find((one) => one.id === id);
  if (machine === undefined)
    return refused('invalid_client', `client_id must be one of ${localMachines.map((one) => one.id).join(', ')}`);
  return secret === '' ? refused('invalid_client', 'client_secret is not given') : { machine };
};

type Redeemed = { readonly grant: Pick<CodeGrant, 'person' | 'nonce'> } | { readonly refused: LocalAnswer };
const refused = (error: string, why: string) => ({ refused: tokenRefused(error, why) });

/** Checks a token request by code or refresh token, and answers whom the tokens are for, or the refusal (RFC 6749, 5.2). */
const redeem = (form: URLSearchParams, codes: AuthorisationCodes, refreshTokens: RefreshTokens): Redeemed => {
  if (form.get('client_id') !== clientId) return refused('invalid_client', `client_id must be ${clientId}`);
  switch (form.get('grant_type')) {
    case 'authorization_code':
      return redeemCode(form, codes);
    case 'refresh_token': {
      const person = refreshTokens.personOf(form.get('refresh_token') ?? '');
      return person === undefined
        ? refused('invalid_grant', 'the refresh token is not known or has expired')
        : { grant: { person, nonce: undefined } };
    }
    default:
      return refused(
        'unsupported_grant_type',
        'grant_type must be authorization_code, refresh_token or client_credentials',
      );
  }
};

const redeemCode = (form: URLSearchParams, codes: AuthorisationCodes): Redeemed => {
  const grant = codes.redeem(form.get('code') ?? '');
  if (grant === undefined) return refused('invalid_grant', 'the code is not known, has expired or was used already');
  if (form.get('redirect_uri') !== grant.redirectUri)
    return refused('invalid_grant', 'redirect_uri is not the one that the code was sent to');
  const verifier = form.get('code_verifier') ?? '';
  if (!/^[A-Za-z0-9._~-]{43,128}$/.test(verifier))
    return refused('invalid_request', 'code_verifier must be 43 to 128 letters, digits and - . _ ~');
  if (createHash('sha256').update(verifier).digest('base64url') !== grant.challenge)
    return refused('invalid_grant', 'code_verifier does not fit the challenge');
  return { grant };
};

type Endpoint = (request: LocalRequest) => LocalAnswer | Promise<LocalAnswer>;

/** Sends the browser back with a code for a person. */
const letIn = (
  person: LocalPerson,
  params: AuthorisationParams,
  { issuer }: IssuerSettings,
  codes: AuthorisationCodes,
) => {
  const redirectUri = params.redirect_uri ?? '';
  const code = codes.issue({ person, challenge: params.code_challenge ?? '', nonce: params.nonce, redirectUri });
  return redirectBack(redirectUri, params, { code, iss: issuer });
};

/** `sro:Director of Place`: who is meant, where an application says so (OpenID Connect Core 1.0, 3.1.2.1). */
const hinted = ({ login_hint = '' }: AuthorisationParams): LocalPerson | undefined => {
  const [, word, name] = /^([a-z-]+):(.+)$/.exec(login_hint) ?? [];
  const role = PersonRole.safeParse(word);
  const chosen = personOf({ roles: role.success ? [role.data] : [], name });
  return chosen.kind === 'person' ? chosen.person : undefined;
};

/** GET /authorize: the page on which a role is chosen; nobody is asked who they are where the application said it. */
const signInForm =
  (action: string, settings: IssuerSettings, codes: AuthorisationCodes): Endpoint =>
  (request) => {
    const given = new URLSearchParams(request.query);
    const refusal = refusalOf(given, settings.redirectUris);
    if (refusal !== undefined) return refusal;
    const params = authorisationParamsOf(given);
    const person = hinted(params);
    return person === undefined ? signInPage(action, params) : letIn(person, params, settings, codes);
  };

/** POST /authorize: the page sent back; answers with a code for the person who was described. */
const signIn =
  (action: string, settings: IssuerSettings, codes: AuthorisationCodes): Endpoint =>
  (request) => {
    const form = formOf(request);
    if (form === undefined) return refusedPage('The form must be sent as application/x-www-form-urlencoded.');
    const refusal = refusalOf(form, settings.redirectUris);
    if (refusal !== undefined) return refusal;
    const params = authorisationParamsOf(form);
    const typed = (name: string) => form.get(name)?.trim() || undefined;
    const role = PersonRole.safeParse(typed('role'));
    const chosen = personOf({
      roles: role.success ? [role.data] : [],
      name: typed('name'),
      organisation: typed('organisation'),
    });
    if (chosen.kind === 'refused') return signInPage(action, params, chosen.why);
    return letIn(chosen.person, params, settings, codes);
  };

const tokens = (issued: Readonly<Record<string, string>>): LocalAnswer =>
  jsonAnswer(200, { ...issued, token_type: 'Bearer', expires_in: secondsATokenLives }, { pragma: 'no-cache' });

/** POST /token: exchanges a code, a refresh token or the credentials of a machine for tokens. */
const exchange =
  (
    { key, issuer, nowEpochSeconds }: IssuerSettings,
    codes: AuthorisationCodes,
    refreshTokens: RefreshTokens,
  ): Endpoint =>
  async (request) => {
    const form = formOf(request);
    if (form === undefined)
      return tokenRefused('invalid_request', 'send the request as application/x-www-form-urlencoded');
    const repeated = repeatedParam(form);
    if (repeated !== undefined) return tokenRefused('invalid_request', `${repeated} is given more than once`);
    const terms = { key, issuer, atEpochSeconds: nowEpochSeconds() };
    if (form.get('grant_type') === 'client_credentials') {
      const asked = machineOf(request, form);
      return 'refused' in asked ? asked.refused : tokens({ access_token: await machineTokenFor(asked.machine, terms) });
    }
    const redeemed = redeem(form, codes, refreshTokens);
    if ('refused' in redeemed) return redeemed.refused;
    const { person, nonce } = redeemed.grant;
    return tokens({
      access_token: await accessTokenFor(person, terms),
      id_token: await idTokenFor(person, terms, nonce),
      refresh_token: refreshTokens.issue(person),
    });
  };

/**
 * An OpenID Connect issuer for one machine: the authorisation code flow with PKCE (S256 only), as the deployed
 * issuer offers it, with a page of six roles in place of passwords. RFC 6749, RFC 7636, OpenID Connect Discovery 1.0.
 */
export const createIssuer = (settings: IssuerSettings): Issuer => {
  const { key, issuer, nowEpochSeconds } = settings;
  const base = new URL(issuer).pathname;
  const action = `${base}/authorize`;
  const codes = new AuthorisationCodes(nowEpochSeconds);
  const refreshTokens = new RefreshTokens(nowEpochSeconds);
  const endpoints: Readonly<Record<string, Endpoint>> = {
    'GET /.well-known/openid-configuration': () => jsonAnswer(200, discoveryOf(issuer)),
    'GET /jwks.json': () => jsonAnswer(200, key.published),
    'GET /authorize': signInForm(action, settings, codes),
    'POST /authorize': signIn(action, settings, codes),
    'POST /token': exchange(settings, codes, refreshTokens),
  };
  return {
    answer: async (request) => {
      const path = request.path.slice(base.length);
      const endpoint = endpoints[`${request.method} ${path}`];
      if (endpoint !== undefined) return endpoint(request);
      const methods = ['GET', 'POST'].filter((method) => endpoints[`${method} ${path}`] !== undefined);
      return methods.length > 0
        ? jsonAnswer(405, { error: 'method_not_allowed' }, { allow: methods.join(', ') })
        : jsonAnswer(404, { error: 'not_found', error_description: 'the local issuer has nothing at this address' });
    },
  };
};
