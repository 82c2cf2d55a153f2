import { errors, jwtVerify } from 'jose';
import * as z from 'zod';
import { type SigningKey, signingAlgorithm } from './signing-key.ts';

/** What the HTTP API's JWT authorizer makes of a request; the challenge is its `WWW-Authenticate`. */
export type Verdict =
  | { readonly kind: 'accepted'; readonly claims: Readonly<Record<string, string>> }
  | { readonly kind: 'refused'; readonly status: 401 | 403; readonly challenge: string };

export interface AuthorizerSettings {
  readonly key: SigningKey;
  readonly issuer: string;
  readonly audience: string;
  /** What a token must name in `scope` or `scp`, as the routes' authorizationScopes. */
  readonly scope: string;
  readonly nowEpochSeconds: () => number;
}

const Claims = z.looseObject({
  exp: z.number(),
  iat: z.number().optional(),
  nbf: z.number().optional(),
  aud: z.union([z.string(), z.array(z.string())]).optional(),
  client_id: z.string().optional(),
  scope: z.string().optional(),
  scp: z.string().optional(),
});

const flattened = (value: unknown): string => {
  if (Array.isArray(value)) return `[${value.map(flattened).join(' ')}]`;
  if (value === null) return '<nil>';
  if (typeof value === 'object')
    return `map[${Object.entries(value ?? {})
      .sort(([one], [other]) => (one < other ? -1 : 1))
      .map(([name, inner]) => `${name}:${flattened(inner)}`)
      .join(' ')}]`;
  return String(value);
};

/** The claims as the HTTP API hands them to a function: every value a string, a list written `[a b]`. */
export const flattenClaims = (claims: Readonly<Record<string, unknown>>): Record<string, string> =>
  Object.fromEntries(Object.entries(claims).map(([name, value]) => [name, flattened(value)]));

const refused = (why: string): Verdict => ({
  kind: 'refused',
  status: 401,
  challenge: `Bearer scope="" error="invalid_token" error_description="${why}"`,
});

const outOfScope = (scope: string): Verdict => ({
  kind: 'refused',
  status: 403,
  challenge: `Bearer scope="${scope}" error="insufficient_scope" error_description="the token does not have a required scope"`,
});

/**
 * Judges the Authorization header as the HTTP API's JWT authorizer does: signature by the issuer's published key,
 * `iss`, `aud` (or, without one, `client_id`), `exp`, `nbf`, `iat`, and the scope that the routes require.
 * https://docs.aws.amazon.com/apigateway/latest/developerguide/http-api-jwt-authorizer.html
 */
export const createAuthorizer =
  (settings: AuthorizerSettings) =>
  async (authorization: string | undefined): Promise<Verdict> => {
    const token = authorization?.replace(/^Bearer /i, '').trim();
    if (token === undefined || token === '') return { kind: 'refused', status: 401, challenge: 'Bearer' };
    const now = settings.nowEpochSeconds();
    try {
      const { payload } = await jwtVerify(
        token,
        (header) => {
          if (header.kid !== settings.key.kid) throw new errors.JWKSNoMatchingKey();
          return settings.key.verify;
        },
        {
          algorithms: [signingAlgorithm],
          issuer: settings.issuer,
          requiredClaims: ['exp'],
          currentDate: new Date(now * 1_000),
        },
      );
      const claims = Claims.safeParse(payload);
      if (!claims.success) return refused('the token has malformed claims');
      const { aud, client_id: client, iat = 0 } = claims.data;
      const audiences = aud === undefined ? [client] : [aud].flat();
      if (!audiences.includes(settings.audience)) return refused('the token has an invalid audience');
      if (iat > now) return refused('the token was issued in the future');
      const scopes = `${claims.data.scope ?? ''} ${claims.data.scp ?? ''}`.split(' ');
      if (!scopes.includes(settings.scope)) return outOfScope(settings.scope);
      return { kind: 'accepted', claims: flattenClaims(payload) };
    } catch (fault) {
      if (fault instanceof errors.JWTExpired) return refused('the token has expired');
      if (fault instanceof errors.JWTClaimValidationFailed && fault.claim === 'iss')
        return refused('the token has an invalid issuer');
      if (fault instanceof errors.JOSEError) return refused('the token is not valid');
      throw fault;
    }
  };
