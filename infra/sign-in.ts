import { Aws, CfnOutput, Duration, Fn, Stack } from 'aws-cdk-lib';
import {
  CfnManagedLoginBranding,
  CfnUserPoolClient,
  ClientAttributes,
  type IUserPool,
  ManagedLoginVersion,
  OAuthScope,
  UserPoolClient,
  UserPoolDomain,
  UserPoolResourceServer,
} from 'aws-cdk-lib/aws-cognito';
import { Construct } from 'constructs';
import { signedInPath, signedOutPath } from '#schemas/page-routes.ts';
import type { Choices, CognitoSignIn, IssuerSignIn } from './choices.ts';

/** The issuer whose tokens the API accepts, and how the page asks for one. */
export interface TokenIssuer {
  readonly issuer: string;
  readonly audience: readonly string[];
  readonly clientId: string;
  /** What the page requests besides openid and profile. */
  readonly scope: string;
  /** What a token must name in `scope` or `scp`: an ID token has neither, nor has a token for another API. */
  readonly scopeInToken: string;
  /** Whether the functions ask for it in place of the gateway: an application's token has none. */
  readonly scopeAskedByFunctions: boolean;
  readonly origins: readonly string[];
  readonly claims: { readonly organisation: string; readonly roles: string; readonly subject: string };
}

export const tokenIssuerOf = (signIn: IssuerSignIn): TokenIssuer => ({
  ...signIn,
  clientId: signIn.clientId ?? signIn.audience[0] ?? '',
  scopeInToken: signIn.scopeInToken ?? signIn.scope.split('/').at(-1) ?? signIn.scope,
  scopeAskedByFunctions: signIn.applications,
});

export interface SignInProps {
  readonly pool: IUserPool;
  readonly choices: Choices;
  /** Where people open the pages, without the last slash; they come back there after signing in. */
  readonly pagesAddress: string;
}

/** One scope for people and machines alike. */
const resourceServer = 'tracker';
const scopeName = 'use';

const machinesOf = ({ signIn }: Choices): CognitoSignIn['machines'] =>
  signIn.with === 'cognito' ? signIn.machines : [];

/** The scope that every token names, and one of each machine's own, by which the token trigger knows it. */
const createScopes = (scope: Construct, { pool, choices }: SignInProps): UserPoolResourceServer =>
  new UserPoolResourceServer(scope, 'Scopes', {
    userPool: pool,
    identifier: resourceServer,
    scopes: [
      { scopeName, scopeDescription: 'Use the transformation tracker' },
      ...machinesOf(choices).map(({ id, name }) => ({ scopeName: id, scopeDescription: `Sign in as ${name}` })),
    ],
  });

/** A client with a secret for each machine: client credentials (RFC 6749, 4.4), nothing else. */
const createMachineClients = (
  scope: Construct,
  { pool, choices }: SignInProps,
  scopes: UserPoolResourceServer,
): readonly UserPoolClient[] =>
  machinesOf(choices).map(({ id, name }) => {
    const client = new UserPoolClient(scope, `Machine-${id}`, {
      userPool: pool,
      userPoolClientName: name,
      generateSecret: true,
      oAuth: {
        flows: { clientCredentials: true },
        scopes: [scopeName, id].map((one) => OAuthScope.custom(`${resourceServer}/${one}`)),
      },
      enableTokenRevocation: true,
      accessTokenValidity: Duration.hours(1),
    });
    client.node.addDependency(scopes);
    return client;
  });

/** The public client of the pages: authorisation code flow, no secret. */
const createPageClient = (
  scope: Construct,
  { pool, pagesAddress }: SignInProps,
  scopes: UserPoolResourceServer,
): UserPoolClient => {
  const client = new UserPoolClient(scope, 'Client', {
    userPool: pool,
    generateSecret: false,
    oAuth: {
      flows: { authorizationCodeGrant: true },
      scopes: [OAuthScope.OPENID, OAuthScope.PROFILE, OAuthScope.custom(`${resourceServer}/${scopeName}`)],
      callbackUrls: [`${pagesAddress}${signedInPath}`],
      logoutUrls: [`${pagesAddress}${signedOutPath}`],
    },
    // Without a list a person could write every attribute of their own, custom:organisation included.
    writeAttributes: new ClientAttributes().withStandardAttributes({ email: true, fullname: true }),
    preventUserExistenceErrors: true,
    enableTokenRevocation: true,
    accessTokenValidity: Duration.hours(1),
    idTokenValidity: Duration.hours(1),
    // A working day: the pages renew a person's token while they work, and keep what renews it to themselves.
    refreshTokenValidity: Duration.hours(12),
  });
  client.node.addDependency(scopes);
  const { defaultChild } = client.node;
  if (!(defaultChild instanceof CfnUserPoolClient)) throw new Error('the client has no flows to hold down');
  // Without a list Cognito allows SRP and custom flows too, whose tokens may rewrite their owner's name and e-mail.
  defaultChild.explicitAuthFlows = ['ALLOW_REFRESH_TOKEN_AUTH'];
  return client;
};

const domainPrefixOf = ({ council, stage, signIn }: Choices): string =>
  (signIn.with === 'cognito' ? signIn.domain : undefined) ??
  // An account's number makes it one that nobody else has taken.
  Fn.join('-', ['tracker', council, stage, Aws.ACCOUNT_ID]);

/** The managed sign-in page under a domain prefix of Cognito's; returns its address. */
const addManagedSignIn = (scope: Construct, { pool, choices }: SignInProps, client: UserPoolClient): string => {
  const domain = new UserPoolDomain(scope, 'Domain', {
    userPool: pool,
    cognitoDomain: { domainPrefix: domainPrefixOf(choices) },
    managedLoginVersion: ManagedLoginVersion.NEWER_MANAGED_LOGIN,
  });
  // Managed sign-in is blank for a client that has no style.
  new CfnManagedLoginBranding(scope, 'Style', {
    userPoolId: pool.userPoolId,
    clientId: client.userPoolClientId,
    useCognitoProvidedValues: true,
  });
  return domain.baseUrl();
};

/** How people sign in with a user pool: a public client, its scope, and a sign-in page. All of it can be made again. */
export class SignIn extends Construct {
  readonly tokens: TokenIssuer;

  constructor(scope: Construct, id: string, props: SignInProps) {
    super(scope, id);
    const { pool } = props;
    const scopes = createScopes(this, props);
    const client = createPageClient(this, props, scopes);
    const machines = createMachineClients(this, props, scopes);
    const address = addManagedSignIn(this, props, client);
    const stack = Stack.of(this);
    new CfnOutput(stack, 'SignInAddress', { value: address });
    new CfnOutput(stack, 'ClientId', { value: client.userPoolClientId });
    this.tokens = {
      issuer: `https://cognito-idp.${stack.region}.amazonaws.com/${pool.userPoolId}`,
      // A token of a user pool names its client in place of an audience.
      audience: [client, ...machines].map((one) => one.userPoolClientId),
      clientId: client.userPoolClientId,
      scope: `${resourceServer}/${scopeName}`,
      scopeInToken: `${resourceServer}/${scopeName}`,
      scopeAskedByFunctions: false,
      origins: [address],
      claims: { organisation: 'organisation', roles: 'roles', subject: 'sub' },
    };
  }
}
