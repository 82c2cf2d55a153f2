import type { Node } from 'constructs';

/** An OIDC issuer that the council already has, Microsoft Entra ID for one. */
export interface OwnIssuer {
  readonly issuer: string;
  /** The audiences of which a token must name one. */
  readonly audience: readonly string[];
  /** The application as which the page signs in. */
  readonly clientId: string;
  /** The scope that the page requests besides openid and profile: Entra ID issues a token for the tracker only with one of its own scopes. */
  readonly scope?: string;
  /** Further origins that the page must reach to sign in, where the issuer's token endpoint has another origin. */
  readonly origins: readonly string[];
}

/** What a deployment may choose; every one is a `--context` of the CDK (docs/deploy.md). */
export interface Settings {
  /** Absent: a Cognito user pool is made. */
  readonly ownIssuer?: OwnIssuer;
  readonly claims: { readonly organisation: string; readonly roles: string; readonly subject: string };
  /** The prefix of the user pool's sign-in address. */
  readonly signInDomain?: string;
  /** Further addresses at which the page is served, a domain of the council's own for one. */
  readonly pageAddresses: readonly string[];
  /** Who gets a message when an alarm goes off. */
  readonly alarmEmail?: string;
  /** How much the API lets through, of all councils together; twice as much in a burst. */
  readonly requestsPerSecond: number;
}

/** A council's whole programme office at once is under ten a second; a runaway script meets this first. */
const ofOneCouncil = 50;
/** What an account has of all its APIs in a region: https://docs.aws.amazon.com/apigateway/latest/developerguide/limits.html */
const ofAnAccount = 10_000;

const listOf = (text: string | undefined): readonly string[] =>
  (text ?? '')
    .split(',')
    .map((part) => part.trim())
    .filter((part) => part !== '');

/**
 * Reads the settings from the CDK's context. Throws an Error in one sentence where they do not go together, so that
 * nothing is deployed to which nobody could sign in.
 */
export const settingsOf = (node: Node): Settings => {
  const text = (key: string): string | undefined => {
    const value: unknown = node.tryGetContext(key);
    if (value === undefined || value === '') return undefined;
    if (typeof value !== 'string') throw new Error(`The context "${key}" must be a text.`);
    return value;
  };
  const issuer = text('issuer');
  const audience = listOf(text('audience'));
  const clientId = text('clientId') ?? audience[0];
  const signInDomain = text('signInDomain');
  const scope = text('scope');
  const alarmEmail = text('alarmEmail');
  const origins = listOf(text('issuerOrigins'));
  const requestsPerSecond = Number(text('requestsPerSecond') ?? ofOneCouncil);
  if (!Number.isInteger(requestsPerSecond) || requestsPerSecond < 1 || requestsPerSecond > ofAnAccount) {
    throw new Error(`The context "requestsPerSecond" must be a whole number from 1 to ${ofAnAccount}.`);
  }
  if (issuer !== undefined && !issuer.startsWith('https://')) {
    throw new Error('The context "issuer" must be an address that begins with https://.');
  }
  if (issuer !== undefined && clientId === undefined) {
    throw new Error('The context "issuer" needs the context "audience" with it.');
  }
  if (issuer === undefined && (audience.length > 0 || scope !== undefined || origins.length > 0)) {
    throw new Error(
      'The contexts "audience", "scope" and "issuerOrigins" belong to an issuer of your own: give the context "issuer".',
    );
  }
  if (issuer !== undefined && signInDomain !== undefined) {
    throw new Error('The context "signInDomain" belongs to the user pool, and with "issuer" there is none.');
  }
  return {
    ...(issuer !== undefined && clientId !== undefined
      ? { ownIssuer: { issuer, audience, clientId, origins, ...(scope === undefined ? {} : { scope }) } }
      : {}),
    claims: {
      organisation: text('organisationClaim') ?? 'organisation',
      roles: text('rolesClaim') ?? 'roles',
      subject: text('subjectClaim') ?? 'sub',
    },
    ...(signInDomain === undefined ? {} : { signInDomain }),
    pageAddresses: listOf(text('pageAddresses')),
    requestsPerSecond,
    ...(alarmEmail === undefined ? {} : { alarmEmail }),
  };
};
