import { CfnResource } from 'aws-cdk-lib';
import { describe, expect, it } from 'vitest';
import { rulePacks } from '#infra/rule-packs.ts';
import { type Synthesised, synthesised } from './synthesised.ts';

/*
 * What the rule packs do not look at: all of it is spoilt, the packs keep silent, and the checks of ours do not. When a
 * pack has learnt to see one of them this fails, and its line may go.
 */

interface Blind {
  readonly what: string;
  readonly type: string;
  /** The property that is spoilt, and how; undefined takes it away. */
  readonly property: string;
  readonly spoilt: unknown;
  // biome-ignore lint/suspicious/noExplicitAny: a template is anybody's JSON, and tests look into it freely
  readonly isWell: (properties: any) => boolean;
}

const blind: readonly Blind[] = [
  {
    what: 'a record that cannot be taken back to an earlier moment',
    type: 'AWS::DynamoDB::GlobalTable',
    property: 'Replicas.0.PointInTimeRecoverySpecification',
    spoilt: undefined,
    isWell: ({ Replicas: [replica] }) => replica.PointInTimeRecoverySpecification?.PointInTimeRecoveryEnabled === true,
  },
  {
    what: 'a record that anybody with the right may delete by a slip',
    type: 'AWS::DynamoDB::GlobalTable',
    property: 'Replicas.0.DeletionProtectionEnabled',
    spoilt: false,
    isWell: ({ Replicas: [replica] }) => replica.DeletionProtectionEnabled === true,
  },
  {
    what: 'a gateway that believes the tokens of every application of the issuer',
    type: 'AWS::ApiGatewayV2::Authorizer',
    property: 'JwtConfiguration.Audience',
    spoilt: undefined,
    isWell: ({ JwtConfiguration }) => JwtConfiguration.Issuer !== undefined && JwtConfiguration.Audience?.length > 0,
  },
  {
    what: 'an API that the pages of every other site may call with what a browser holds',
    type: 'AWS::ApiGatewayV2::Api',
    property: 'CorsConfiguration',
    spoilt: { AllowOrigins: ['*'], AllowMethods: ['*'], AllowHeaders: ['*'] },
    isWell: ({ CorsConfiguration }) => CorsConfiguration === undefined,
  },
  {
    what: 'a gateway that takes an ID token for a right to ask',
    type: 'AWS::ApiGatewayV2::Route',
    property: 'AuthorizationScopes',
    spoilt: undefined,
    isWell: ({ AuthorizationScopes }) => AuthorizationScopes?.length === 1,
  },
  {
    what: 'a sign-in past the page, whose tokens may rewrite who their owner is',
    type: 'AWS::Cognito::UserPoolClient',
    property: 'ExplicitAuthFlows',
    spoilt: undefined,
    isWell: ({ ExplicitAuthFlows }) => ExplicitAuthFlows?.join() === 'ALLOW_REFRESH_TOKEN_AUTH',
  },
  {
    what: 'a morning call that is not tried again',
    type: 'AWS::Scheduler::Schedule',
    property: 'Target.RetryPolicy',
    spoilt: { MaximumRetryAttempts: 0 },
    isWell: ({ Target }) => Target.RetryPolicy?.MaximumRetryAttempts >= 3,
  },
  {
    what: 'a morning call that is lost without a trace',
    type: 'AWS::Scheduler::Schedule',
    property: 'Target.DeadLetterConfig',
    spoilt: undefined,
    isWell: ({ Target }) => Target.DeadLetterConfig?.Arn !== undefined,
  },
  {
    what: 'a batch of months that comes back whole when one of them fails',
    type: 'AWS::Lambda::EventSourceMapping',
    property: 'FunctionResponseTypes',
    spoilt: undefined,
    isWell: ({ FunctionResponseTypes }) => FunctionResponseTypes?.includes('ReportBatchItemFailures') === true,
  },
  {
    what: 'a sign-in that hands its token over in the address',
    type: 'AWS::Cognito::UserPoolClient',
    property: 'AllowedOAuthFlows',
    spoilt: ['code', 'implicit'],
    isWell: ({ AllowedOAuthFlows }) => AllowedOAuthFlows.join() === 'code',
  },
  {
    what: 'a person who may write which organisation they belong to',
    type: 'AWS::Cognito::UserPoolClient',
    property: 'WriteAttributes',
    spoilt: undefined,
    isWell: ({ WriteAttributes }) => WriteAttributes?.every((name: string) => !name.startsWith('custom:')) === true,
  },
  {
    what: 'a key that every account may use',
    type: 'AWS::KMS::Key',
    property: 'KeyPolicy.Statement.0.Principal',
    spoilt: { AWS: '*' },
    isWell: ({ KeyPolicy }) =>
      KeyPolicy.Statement.every((one: { Principal: unknown }) => !JSON.stringify(one.Principal).includes('"*"')),
  },
];

const propertiesOf = (made: Synthesised, type: string): unknown =>
  Object.values({ ...made.storage.findResources(type), ...Object.fromEntries(made.ofType(type)) })[0]?.Properties;

/** The stacks with all of it spoilt. */
const allSpoilt = (): Synthesised =>
  synthesised(
    {},
    {
      spoil: (app) => {
        for (const { type, property, spoilt } of blind) {
          const found = app.node
            .findAll()
            .filter((one) => CfnResource.isCfnResource(one))
            .filter((one) => one.cfnResourceType === type);
          if (found.length === 0) throw new Error(`there is no ${type}`);
          for (const one of found) one.addPropertyOverride(property, spoilt);
        }
      },
    },
  );

describe('what the published rules do not see', () => {
  const made = synthesised();
  const spoilt = allSpoilt();

  it('is none of their business, be it as bad as it may', () => {
    expect(rulePacks().flatMap((pack) => pack.validateScope(spoilt.app).violations)).toEqual([]);
  });

  it.each(blind.map((one) => [one.what, one] as const))('%s is seen by us', (_what, { type, isWell }) => {
    expect(isWell(propertiesOf(made, type))).toBe(true);
    expect(isWell(propertiesOf(spoilt, type))).toBe(false);
  });
});
