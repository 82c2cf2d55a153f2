import { unclearIn } from '#language/unclear-characters.ts';
import { Organisation, Subject, Title } from '#schemas/ids.ts';
import { type Actor, isMachineRole, isPersonRole, Role } from '#schemas/people.ts';

/** Which claims of the token hold what; by configuration, so that any OpenID Connect issuer can serve. */
export interface ClaimNames {
  readonly subject: string;
  readonly organisation: string;
  readonly roles: string;
  /** The organisations that a token may name; any of the issuer's where there is no list. */
  readonly organisations?: readonly string[];
  /** What the person is called; few issuers say it in access tokens. */
  readonly name?: string;
  /** What a person's token names in `scope` or `scp`, where the gateway does not ask for it. */
  readonly scope?: string;
}

/**
 * The values of a list claim. The HTTP API hands every claim over as text: a list as `[a b]`, a single value bare, which is
 * one value whatever is in it; other gateways keep lists. Anything else is no list. Within `[a b]` a value with a blank cannot be
 * distinguished from two: the claim of roles is to hold names without blanks (docs/deploy.md).
 */
const listClaim = (value: unknown): readonly string[] => {
  if (Array.isArray(value)) return value.filter((one): one is string => typeof one === 'string');
  if (typeof value !== 'string') return [];
  return value.startsWith('[') && value.endsWith(']') ? value.slice(1, -1).split(' ') : [value];
};

const isRole = (value: string): value is Role => Role.safeParse(value).success;

/**
 * Whether a token is an ID token, which says to the page who signed in and is no right to ask the API: Cognito names its
 * use, and every issuer puts the nonce of the page that asked into it (OpenID Connect Core 1.0, 2).
 */
const isIdToken = (claims: Readonly<Record<string, unknown>>): boolean =>
  claims.token_use === 'id' || claims.nonce !== undefined || claims.at_hash !== undefined;

/** A claim as a name that can be shown; undefined where it is none. */
const nameIn = (claim: unknown): string | undefined => {
  const name = Title.safeParse(claim);
  return name.success && unclearIn(name.data, 'one') === undefined ? name.data : undefined;
};

/**
 * What the machine is called that signed in by itself (client credentials, RFC 6749, 4.4): a user pool's trigger says it, Entra ID marks the
 * token as an application's (`idtyp`) and names the application by its id. Undefined: a person's.
 */
const machineIn = (claims: Readonly<Record<string, unknown>>): string | undefined => {
  if (claims.machine !== undefined) return nameIn(claims.machine) ?? 'a machine';
  return claims.idtyp === 'app' ? (nameIn(claims.azp) ?? 'an application') : undefined;
};

const hasScope = (claims: Readonly<Record<string, unknown>>, scope: string): boolean =>
  [claims.scope, claims.scp].some((one) => typeof one === 'string' && one.split(' ').includes(scope));

/**
 * Who asks, from a verified token's claims. Fails closed: without subject, a known organisation and a known role, and by an
 * ID token, there is nobody.
 */
export const actorFrom = (
  claims: Readonly<Record<string, unknown>> | undefined,
  names: ClaimNames,
): Actor | undefined => {
  const subject = Subject.safeParse(claims?.[names.subject]);
  const organisation = Organisation.safeParse(claims?.[names.organisation]);
  if (claims === undefined || !subject.success || !organisation.success || isIdToken(claims)) return undefined;
  if (names.organisations?.includes(organisation.data) === false) return undefined;
  const machine = machineIn(claims);
  // An application has no scope of Entra ID: what it may do is in its roles alone.
  if (claims.idtyp !== 'app' && names.scope !== undefined && !hasScope(claims, names.scope)) return undefined;
  const roles = listClaim(claims[names.roles])
    .filter(isRole)
    .filter(machine === undefined ? isPersonRole : isMachineRole);
  if (roles.length === 0) return undefined;
  const name = nameIn(claims[names.name ?? 'name']);
  return {
    subject: subject.data,
    organisation: organisation.data,
    roles,
    ...(machine === undefined ? {} : { machine }),
    ...(name === undefined ? {} : { name }),
  };
};
