import { type JWTPayload, SignJWT } from 'jose';
import type { LocalMachine } from './local-machines.ts';
import type { LocalPerson } from './local-person.ts';
import { type SigningKey, signingAlgorithm } from './signing-key.ts';

/** The application that tokens are made for; the same name as the deployed client's audience is set to locally. */
export const clientId = 'transformation-tracker';

/** The scope that the API's routes require, as the deployed user pool names it. */
export const apiScope = 'tracker/use';

export const secondsATokenLives = 3_600;

/** Where the local issuer of a tracker on this port is. */
export const issuerAt = (port: number): string => `http://localhost:${port}/local-issuer`;

export interface TokenTerms {
  readonly key: SigningKey;
  readonly issuer: string;
  readonly atEpochSeconds: number;
}

/** An access token as the API takes it: an hour long, signed. */
const signedAccess = (subject: string, claims: JWTPayload, terms: TokenTerms): Promise<string> =>
  new SignJWT({ token_use: 'access', ...claims })
    .setProtectedHeader({ alg: signingAlgorithm, kid: terms.key.kid, typ: 'JWT' })
    .setIssuer(terms.issuer)
    .setAudience(clientId)
    .setSubject(subject)
    .setIssuedAt(terms.atEpochSeconds)
    .setNotBefore(terms.atEpochSeconds)
    .setExpirationTime(terms.atEpochSeconds + secondsATokenLives)
    .setJti(crypto.randomUUID())
    .sign(terms.key.sign);

/** With the person's organisation and roles. */
export const accessTokenFor = (
  { subject, name, organisation, roles }: LocalPerson,
  terms: TokenTerms,
): Promise<string> =>
  signedAccess(
    subject,
    { client_id: clientId, scope: `openid profile ${apiScope}`, name, organisation, roles: [...roles] },
    terms,
  );

/** Of a machine that signed in by itself. */
export const machineTokenFor = (
  { id, machine, organisation, role }: LocalMachine,
  terms: TokenTerms,
): Promise<string> =>
  signedAccess(id, { client_id: id, scope: `${apiScope} tracker/${id}`, machine, organisation, roles: [role] }, terms);

/** The OpenID Connect token that says to the page who signed in. */
export const idTokenFor = (person: LocalPerson, terms: TokenTerms, nonce: string | undefined): Promise<string> =>
  new SignJWT({
    token_use: 'id',
    name: person.name,
    organisation: person.organisation,
    roles: [...person.roles],
    ...(nonce === undefined ? {} : { nonce }),
  })
    .setProtectedHeader({ alg: signingAlgorithm, kid: terms.key.kid, typ: 'JWT' })
    .setIssuer(terms.issuer)
    .setAudience(clientId)
    .setSubject(person.subject)
    .setIssuedAt(terms.atEpochSeconds)
    .setExpirationTime(terms.atEpochSeconds + secondsATokenLives)
    .sign(terms.key.sign);
