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

/** Who issues the tokens that the API believes, and how the page asks for one. */
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

/** The user pool for a council that has no issuer of its own: six groups, one for each role, and a public client. */
export class SignIn extends Construct {
  readonly tokens: TokenIssuer;

  constructor(scope: Construct, id: string, props: SignInProps) {
    super(scope, id);
    const pool = new UserPool(this, 'Pool', {
      // An administrator makes the users: nobody may give themselves an organisation or a role.
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
      // History names people by the pool's subjects: a lost pool would leave it naming nobody.
      deletionProtection: true,
      removalPolicy: RemovalPolicy.RETAIN,
    });
    Validations.of(pool).acknowledge({
      id: 'AwsSolutions-COG8',
      reason:
        'The Essentials plan has what is used here (access-token claims, managed sign-in). The Plus plan is charged for each user and adds risk scoring; sign-up is closed, a second factor is required, and a council with an identity provider of its own uses that instead.',
    });

    const preToken = new HostFunction(this, 'PreToken', {
      host: 'pre-token',
      bundles: props.bundles,
      key: props.key,
      description: "Puts the organisation and the roles into a person's access token",
    });
    pool.addTrigger(UserPoolOperation.PRE_TOKEN_GENERATION_CONFIG, preToken.lambda, LambdaVersion.V2_0);

    for (const role of everyRole) {
      new UserPoolGroup(this, `Group-${role}`, { userPool: pool, groupName: role, description: `The role ${role}` });
    }

    const pages = [props.pageAddress, ...props.settings.pageAddresses].map((address) => `${address}/`);
    const client = new UserPoolClient(this, 'Client', {
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

    const origins: string[] = [];
    if (props.settings.signInDomain !== undefined) {
      const domain = pool.addDomain('Domain', {
        cognitoDomain: { domainPrefix: props.settings.signInDomain },
        managedLoginVersion: ManagedLoginVersion.NEWER_MANAGED_LOGIN,
      });
      origins.push(domain.baseUrl());
      // Managed sign-in shows nothing for a client that has no style.
      new CfnManagedLoginBranding(this, 'Style', {
        userPoolId: pool.userPoolId,
        clientId: client.userPoolClientId,
        useCognitoProvidedValues: true,
      });
      new CfnOutput(Stack.of(this), 'SignInAddress', { value: domain.baseUrl() });
    }
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
