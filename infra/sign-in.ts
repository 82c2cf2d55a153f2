import { CfnOutput, Duration, RemovalPolicy, Stack, Validations } from 'aws-cdk-lib';
import {
  AccountRecovery,
  CfnManagedLoginBranding,
  ClientAttributes,
  FeaturePlan,
  LambdaVersion,
  ManagedLoginVersion,
  Mfa,
  OAuthScope,
  StringAttribute,
  UserPool,
  UserPoolClient,
  UserPoolGroup,
  UserPoolOperation,
} from 'aws-cdk-lib/aws-cognito';
import type { IKey } from 'aws-cdk-lib/aws-kms';
import { Construct } from 'constructs';
import { everyRole } from '#schemas/people.ts';
import { HostFunction } from './host-function.ts';
import type { Settings } from './settings.ts';

/** The issuer whose tokens the API accepts, and how the page asks for one. */
export interface TokenIssuer {
  readonly issuer: string;
  readonly audience: readonly string[];
  readonly clientId: string;
  readonly scope?: string;
  readonly origins: readonly string[];
  /** Set where the user pool is ours. */
  readonly preToken?: HostFunction;
}

export interface SignInProps {
  readonly bundles: string;
  readonly settings: Settings;
  /** Encrypts the log of the token trigger. */
  readonly key: IKey;
  /** Where the page is served, without the last slash; people come back there after signing in. */
  readonly pageAddress: string;
}

const createUserPool = (scope: Construct): UserPool => {
  const pool = new UserPool(scope, 'Pool', {
    // Only an administrator creates users: nobody may give themselves an organisation or a role.
    selfSignUpEnabled: false,
    signInAliases: { email: true },
    signInCaseSensitive: false,
    customAttributes: { organisation: new StringAttribute({ minLen: 1, maxLen: 128, mutable: true }) },
    featurePlan: FeaturePlan.ESSENTIALS,
    mfa: Mfa.REQUIRED,
    mfaSecondFactor: { otp: true, sms: false },
    passwordPolicy: {
      minLength: 14,
      requireLowercase: true,
      requireUppercase: true,
      requireDigits: true,
      requireSymbols: true,
      tempPasswordValidity: Duration.days(3),
    },
    accountRecovery: AccountRecovery.EMAIL_ONLY,
    // History names people by the pool's subjects: without the pool it would name nobody.
    deletionProtection: true,
    removalPolicy: RemovalPolicy.RETAIN,
  });
  Validations.of(pool).acknowledge({
    id: 'AwsSolutions-COG8',
    reason:
      'The Essentials plan has what is used here (access-token claims, managed sign-in). The Plus plan is charged for each user and adds risk scoring; sign-up is closed, a second factor is required, and a council with an identity provider of its own uses that instead.',
  });
  return pool;
};

const addTokenTrigger = (scope: Construct, pool: UserPool, { bundles, key }: SignInProps): HostFunction => {
  const preToken = new HostFunction(scope, 'PreToken', {
    host: 'pre-token',
    bundles,
    key,
    description: "Puts the organisation and the roles into a person's access token",
  });
  pool.addTrigger(UserPoolOperation.PRE_TOKEN_GENERATION_CONFIG, preToken.lambda, LambdaVersion.V2_0);
  return preToken;
};

const addRoleGroups = (scope: Construct, pool: UserPool): void => {
  for (const role of everyRole) {
    new UserPoolGroup(scope, `Group-${role}`, { userPool: pool, groupName: role, description: `The role ${role}` });
  }
};

/** The public client of the page: authorisation code flow, no secret. */
const createPageClient = (scope: Construct, pool: UserPool, { pageAddress, settings }: SignInProps): UserPoolClient => {
  const pages = [pageAddress, ...settings.pageAddresses].map((address) => `${address}/`);
  return new UserPoolClient(scope, 'Client', {
    userPool: pool,
    generateSecret: false,
    authFlows: {},
    oAuth: {
      flows: { authorizationCodeGrant: true },
      scopes: [OAuthScope.OPENID, OAuthScope.PROFILE],
      callbackUrls: pages,
      logoutUrls: pages,
    },
    // Without a list a person could write every attribute of their own, custom:organisation included.
    writeAttributes: new ClientAttributes().withStandardAttributes({ email: true, fullname: true }),
    preventUserExistenceErrors: true,
    enableTokenRevocation: true,
    accessTokenValidity: Duration.hours(1),
    idTokenValidity: Duration.hours(1),
    refreshTokenValidity: Duration.hours(12),
  });
};

/** The managed sign-in page under a domain prefix of Cognito's; returns its address. */
const addManagedSignIn = (scope: Construct, pool: UserPool, client: UserPoolClient, domainPrefix: string): string => {
  const domain = pool.addDomain('Domain', {
    cognitoDomain: { domainPrefix },
    managedLoginVersion: ManagedLoginVersion.NEWER_MANAGED_LOGIN,
  });
  // Managed sign-in is blank for a client that has no style.
  new CfnManagedLoginBranding(scope, 'Style', {
    userPoolId: pool.userPoolId,
    clientId: client.userPoolClientId,
    useCognitoProvidedValues: true,
  });
  const address = domain.baseUrl();
  new CfnOutput(Stack.of(scope), 'SignInAddress', { value: address });
  return address;
};

/** The user pool for a council that has no issuer of its own: one group for each role, and a public client. */
export class SignIn extends Construct {
  readonly tokens: TokenIssuer;

  constructor(scope: Construct, id: string, props: SignInProps) {
    super(scope, id);
    const pool = createUserPool(this);
    const preToken = addTokenTrigger(this, pool, props);
    addRoleGroups(this, pool);
    const client = createPageClient(this, pool, props);
    const { signInDomain } = props.settings;
    const origins = signInDomain === undefined ? [] : [addManagedSignIn(this, pool, client, signInDomain)];
    new CfnOutput(Stack.of(this), 'UserPoolId', { value: pool.userPoolId });
    new CfnOutput(Stack.of(this), 'ClientId', { value: client.userPoolClientId });
    this.tokens = {
      issuer: pool.userPoolProviderUrl,
      audience: [client.userPoolClientId],
      clientId: client.userPoolClientId,
      origins,
      preToken,
    };
  }
}
