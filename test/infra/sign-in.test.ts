import { App } from 'aws-cdk-lib';
import { describe, expect, it } from 'vitest';
import { settingsOf } from '#infra/settings.ts';
import { everyRole } from '#schemas/people.ts';
import { synthesised } from './synthesised.ts';

describe('a council without an issuer of its own', () => {
  const made = synthesised({ signInDomain: 'kent-tracker', pageAddresses: 'https://tracker.kent.gov.uk' });
  const only = (type: string) => {
    const found = made.ofType(type);
    expect(found).toHaveLength(1);
    return { id: found[0]?.[0], ...found[0]?.[1] };
  };

  it('gets a user pool that nobody signs themselves up to, with a second factor, kept when the stack goes', () => {
    const pool = only('AWS::Cognito::UserPool');
    expect(pool.Properties.AdminCreateUserConfig.AllowAdminCreateUserOnly).toBe(true);
    expect(pool.Properties.MfaConfiguration).toBe('ON');
    expect(pool.Properties.DeletionProtection).toBe('ACTIVE');
    expect(pool.DeletionPolicy).toBe('Retain');
  });

  it('gets one group for each role', () => {
    const groups = made.ofType('AWS::Cognito::UserPoolGroup').map(([, { Properties }]) => Properties.GroupName);
    expect(groups.toSorted()).toEqual([...everyRole].toSorted());
  });

  it('has its access tokens say the organisation and the roles', () => {
    expect(only('AWS::Cognito::UserPool').Properties.LambdaConfig.PreTokenGenerationConfig.LambdaVersion).toBe('V2_0');
  });

  it('signs people in by code, without a secret in the browser, and takes them back to its pages only', () => {
    const client = only('AWS::Cognito::UserPoolClient').Properties;
    expect(client.AllowedOAuthFlows).toEqual(['code']);
    expect(client.GenerateSecret).toBe(false);
    const api = made.ofType('AWS::ApiGatewayV2::Api')[0]?.[0];
    expect(client.CallbackURLs).toEqual([
      { 'Fn::Join': ['', [{ 'Fn::GetAtt': [api, 'ApiEndpoint'] }, '/']] },
      'https://tracker.kent.gov.uk/',
    ]);
  });

  it('lets nobody change the organisation that they belong to', () => {
    const client = only('AWS::Cognito::UserPoolClient').Properties;
    expect(client.WriteAttributes).toEqual(['email', 'name']);
    expect(client.AllowedOAuthScopes).not.toContain('aws.cognito.signin.user.admin');
    expect(client.ExplicitAuthFlows).toBeUndefined();
  });

  it('believes tokens that its own pool gave its own client', () => {
    const pool = only('AWS::Cognito::UserPool').id;
    const client = only('AWS::Cognito::UserPoolClient').id;
    expect(only('AWS::ApiGatewayV2::Authorizer').Properties.JwtConfiguration).toEqual({
      Issuer: { 'Fn::GetAtt': [pool, 'ProviderURL'] },
      Audience: [{ Ref: client }],
    });
  });

  it('has a sign-in page at the address it chose, which the page may reach for its token', () => {
    expect(only('AWS::Cognito::UserPoolDomain').Properties).toMatchObject({ Domain: 'kent-tracker' });
    expect(only('AWS::Cognito::ManagedLoginBranding').Properties.UseCognitoProvidedValues).toBe(true);
    const front = made
      .ofType('AWS::Lambda::Function')
      .map(([, { Properties }]) => Properties.Environment.Variables)
      .find((variables) => variables.POWERTOOLS_SERVICE_NAME === 'front');
    const [, [before, , , region, after]] = front.ISSUER_ORIGINS['Fn::Join'];
    expect([before, region, after]).toEqual(['https://', { Ref: 'AWS::Region' }, '.amazoncognito.com']);
  });
});

describe('a council with Microsoft Entra ID', () => {
  const issuer = 'https://login.microsoftonline.com/3aa4a235-b6e2-48d5-9195-7fcf05b459b0/v2.0';
  const made = synthesised({
    issuer,
    audience: 'b1f5a9e0-0000-4000-8000-000000000001',
    scope: 'api://b1f5a9e0-0000-4000-8000-000000000001/tracker',
    organisationClaim: 'tid',
    subjectClaim: 'oid',
  });
  const variablesOf = (host: string) =>
    made
      .ofType('AWS::Lambda::Function')
      .map(([, { Properties }]) => Properties.Environment.Variables)
      .find((variables) => variables.POWERTOOLS_SERVICE_NAME === host);

  it('has no user pool and no token trigger', () => {
    expect(made.ofType('AWS::Cognito::UserPool')).toEqual([]);
    expect(variablesOf('pre-token')).toBeUndefined();
  });

  it('believes tokens of its own issuer for its own application', () => {
    expect(
      made.ofType('AWS::ApiGatewayV2::Authorizer').map(([, { Properties }]) => Properties.JwtConfiguration),
    ).toEqual([{ Issuer: issuer, Audience: ['b1f5a9e0-0000-4000-8000-000000000001'] }]);
  });

  it('reads organisation, roles and subject from the claims it named', () => {
    expect(variablesOf('commands')).toMatchObject({
      ORGANISATION_CLAIM: 'tid',
      ROLES_CLAIM: 'roles',
      SUBJECT_CLAIM: 'oid',
    });
    expect(variablesOf('front')).toMatchObject({
      ISSUER: issuer,
      CLIENT_ID: 'b1f5a9e0-0000-4000-8000-000000000001',
      SCOPE: 'openid profile api://b1f5a9e0-0000-4000-8000-000000000001/tracker',
    });
  });
});

describe('settings that do not go together', () => {
  it.each([
    ['an issuer without an audience', { issuer: 'https://id.example' }, 'needs the context "audience"'],
    ['an issuer that is not https', { issuer: 'http://id.example', audience: 'a' }, 'begins with https://'],
    ['an audience without an issuer', { audience: 'a' }, 'give the context "issuer"'],
    [
      'a sign-in address of a pool that is not made',
      { issuer: 'https://id.example', audience: 'a', signInDomain: 'x' },
      'there is none',
    ],
    ['an e-mail address that is no text', { alarmEmail: 7 }, 'must be a text'],
    ['a rate that is no number', { requestsPerSecond: 'many' }, 'must be a whole number from 1 to 10000'],
    ['a rate that no account has', { requestsPerSecond: '10001' }, 'must be a whole number from 1 to 10000'],
  ])('%s stop the deployment with a sentence', (_what, context, sentence) => {
    expect(() => settingsOf(new App({ context }).node)).toThrow(sentence);
  });
});
