import { describe, expect, it } from 'vitest';
import { everyRole } from '#schemas/people.ts';
import { entra, synthesised } from './synthesised.ts';

const region = 'eu-west-2';

describe('a council without an issuer of its own', () => {
  const made = synthesised();
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
    expect(pool.DeletionPolicy).toBe('RetainExceptOnCreate');
    expect(pool.UpdateReplacePolicy).toBe('Retain');
  });

  it('gets one group for each role', () => {
    const groups = made.ofType('AWS::Cognito::UserPoolGroup').map(([, { Properties }]) => Properties.GroupName);
    expect(groups.toSorted()).toEqual([...everyRole].toSorted());
  });

  it('has its access tokens say the organisation and the roles', () => {
    expect(only('AWS::Cognito::UserPool').Properties.LambdaConfig.PreTokenGenerationConfig.LambdaVersion).toBe('V3_0');
  });

  it('signs people in by code, without a secret in the browser, and takes them back to its pages only', () => {
    const client = only('AWS::Cognito::UserPoolClient').Properties;
    expect(client.AllowedOAuthFlows).toEqual(['code']);
    expect(client.GenerateSecret).toBe(false);
    const api = made.ofType('AWS::ApiGatewayV2::Api')[0]?.[0];
    const ofTheApi = (path: string) => ({ 'Fn::Join': ['', [{ 'Fn::GetAtt': [api, 'ApiEndpoint'] }, path]] });
    expect(client.CallbackURLs).toEqual([ofTheApi('/pages/signed-in')]);
    expect(client.LogoutURLs).toEqual([ofTheApi('/pages/signed-out')]);
  });

  it('takes people back to the address of a proxy of the council, where they open the pages', () => {
    const proxied = synthesised({ pageAddresses: ['https://tracker.kent.gov.uk'], canary: true });
    const [, client] = proxied.ofType('AWS::Cognito::UserPoolClient')[0] ?? ['', undefined];
    expect(client?.Properties.CallbackURLs).toEqual(['https://tracker.kent.gov.uk/pages/signed-in']);
    const of = (host: string) =>
      proxied
        .ofType('AWS::Lambda::Function')
        .map(([, { Properties }]) => Properties.Environment.Variables)
        .find((variables) => variables.POWERTOOLS_SERVICE_NAME === host);
    expect(of('pages').PAGES_ADDRESS).toBe('https://tracker.kent.gov.uk');
    expect(of('pages').API_ADDRESS).not.toBe('https://tracker.kent.gov.uk');
    expect(of('canary').ADDRESS).toBe('https://tracker.kent.gov.uk/');
  });

  it('lets nobody change the organisation that they belong to', () => {
    const client = only('AWS::Cognito::UserPoolClient').Properties;
    expect(client.WriteAttributes).toEqual(['email', 'name']);
    expect(client.AllowedOAuthScopes).not.toContain('aws.cognito.signin.user.admin');
  });

  it('offers no flow past its page, and no refresh that lives longer than a working day', () => {
    const client = only('AWS::Cognito::UserPoolClient').Properties;
    // Without a list Cognito would add SRP and custom flows, whose tokens may rewrite their owner's name and e-mail.
    expect(client.ExplicitAuthFlows).toEqual(['ALLOW_REFRESH_TOKEN_AUTH']);
    expect(client.RefreshTokenValidity).toBe(720);
    expect(client.TokenValidityUnits.RefreshToken).toBe('minutes');
  });

  it('has one scope, which the pages request and every route requires', () => {
    const server = only('AWS::Cognito::UserPoolResourceServer');
    expect(server.Properties).toMatchObject({ Identifier: 'tracker', Scopes: [{ ScopeName: 'use' }] });
    const client = only('AWS::Cognito::UserPoolClient');
    expect(client.Properties.AllowedOAuthScopes).toEqual(['openid', 'profile', 'tracker/use']);
    expect(client.DependsOn).toContain(server.id);
    expect(variablesOf('pages').SCOPE).toBe('openid profile tracker/use');
  });

  it('holds people to its organisations, in the token and again at the API', () => {
    expect(variablesOf('pre-token').ORGANISATIONS).toBe('kent');
    const shared = synthesised({ organisations: ['kent', 'medway'] });
    const held = shared
      .ofType('AWS::Lambda::Function')
      .flatMap(([, { Properties }]) => Properties.Environment.Variables.ORGANISATIONS ?? []);
    expect(held).toEqual(Array(4).fill('kent medway'));
  });

  const variablesOf = (host: string) =>
    made
      .ofType('AWS::Lambda::Function')
      .map(([, { Properties }]) => Properties.Environment.Variables)
      .find((variables) => variables.POWERTOOLS_SERVICE_NAME === host);

  it('believes tokens that its own pool gave its own client', () => {
    const client = only('AWS::Cognito::UserPoolClient').id;
    const { Issuer, Audience } = only('AWS::ApiGatewayV2::Authorizer').Properties.JwtConfiguration;
    expect(Audience).toEqual([{ Ref: client }]);
    expect(Issuer['Fn::Join'][1][0]).toBe(`https://cognito-idp.${region}.amazonaws.com/`);
    expect(Issuer['Fn::Join'][1][1]).toEqual(only('AWS::Cognito::UserPoolClient').Properties.UserPoolId);
  });

  it('has a sign-in page at an address of its own unless it chose one, which a form of the pages may lead to', () => {
    expect(only('AWS::Cognito::UserPoolDomain').Properties.Domain).toEqual({
      'Fn::Join': ['-', ['tracker-kent-live', { Ref: 'AWS::AccountId' }]],
    });
    const [, chosen] = synthesised({ signIn: { with: 'cognito', domain: 'kent-tracker' } }).ofType(
      'AWS::Cognito::UserPoolDomain',
    )[0] ?? ['', undefined];
    expect(chosen?.Properties.Domain).toBe('kent-tracker');
    expect(only('AWS::Cognito::ManagedLoginBranding').Properties.UseCognitoProvidedValues).toBe(true);
    const [, parts] = variablesOf('pages').ISSUER_ORIGINS['Fn::Join'];
    expect([parts.at(0), parts.at(-1)]).toEqual(['https://', `.auth.${region}.amazoncognito.com`]);
  });
});

describe('a council whose machines sign in by themselves', () => {
  const machines = [{ id: 'power-bi', name: 'Power BI', role: 'board' }];
  const made = synthesised({ signIn: { with: 'cognito', machines } });
  const clients = made.ofType('AWS::Cognito::UserPoolClient');
  const machine = clients.find(([, { Properties }]) => Properties.GenerateSecret === true);

  it('has a client with a secret for each, which signs in as itself alone and for its own scope', () => {
    expect(clients).toHaveLength(2);
    expect(machine?.[1].Properties).toMatchObject({
      ClientName: 'Power BI',
      AllowedOAuthFlows: ['client_credentials'],
      AllowedOAuthScopes: ['tracker/use', 'tracker/power-bi'],
    });
    const [, server] = made.ofType('AWS::Cognito::UserPoolResourceServer')[0] ?? [];
    expect(server?.Properties.Scopes).toHaveLength(2);
  });

  it('believes its tokens, and knows it by its scope', () => {
    const { Audience } = made.ofType('AWS::ApiGatewayV2::Authorizer')[0]?.[1].Properties.JwtConfiguration ?? {};
    expect(Audience).toContainEqual({ Ref: machine?.[0] });
    const trigger = made
      .ofType('AWS::Lambda::Function')
      .map(([, { Properties }]) => Properties.Environment.Variables)
      .find((variables) => variables.POWERTOOLS_SERVICE_NAME === 'pre-token');
    expect(JSON.parse(trigger.MACHINES)).toEqual({
      'power-bi': { name: 'Power BI', organisation: 'kent', role: 'board' },
    });
  });
});

describe('a council with applications of Entra ID', () => {
  const signIn = { ...Object(entra.signIn), applications: true };
  const made = synthesised({ ...entra, signIn });

  it('has the functions ask for the scope of people in place of the gateway, whose tokens of applications have none', () => {
    const routes = made
      .ofType('AWS::ApiGatewayV2::Route')
      .filter(([, one]) => one.Properties.AuthorizationType === 'JWT');
    expect(routes.length).toBeGreaterThan(50);
    expect(routes.every(([, one]) => one.Properties.AuthorizationScopes === undefined)).toBe(true);
    const asked = made
      .ofType('AWS::Lambda::Function')
      .flatMap(([, { Properties }]) => Properties.Environment.Variables.SCOPE_IN_TOKEN ?? []);
    expect(asked).toEqual(Array(3).fill('tracker'));
  });
});

describe('a council with Microsoft Entra ID', () => {
  const made = synthesised(entra);
  const variablesOf = (host: string) =>
    made
      .ofType('AWS::Lambda::Function')
      .map(([, { Properties }]) => Properties.Environment.Variables)
      .find((variables) => variables.POWERTOOLS_SERVICE_NAME === host);

  it('has no user pool and no token trigger', () => {
    expect(made.people).toBeUndefined();
    expect(made.ofType('AWS::Cognito::UserPool')).toEqual([]);
    expect(made.ofType('AWS::Cognito::UserPoolClient')).toEqual([]);
    expect(variablesOf('pre-token')).toBeUndefined();
  });

  it('believes tokens of its own issuer for its own application, with the scope of the tracker', () => {
    expect(
      made.ofType('AWS::ApiGatewayV2::Authorizer').map(([, { Properties }]) => Properties.JwtConfiguration),
    ).toEqual([
      {
        Issuer: 'https://login.microsoftonline.com/3aa4a235-b6e2-48d5-9195-7fcf05b459b0/v2.0',
        Audience: ['b1f5a9e0-0000-4000-8000-000000000001'],
      },
    ]);
    const scopes = made
      .ofType('AWS::ApiGatewayV2::Route')
      .flatMap(([, { Properties }]) =>
        Properties.AuthorizationType === 'JWT' ? [Properties.AuthorizationScopes] : [],
      );
    expect(new Set(scopes.map((one) => JSON.stringify(one)))).toEqual(new Set(['["tracker"]']));
  });

  it('reads organisation, roles and subject from the claims it named', () => {
    expect(variablesOf('commands')).toMatchObject({
      ORGANISATION_CLAIM: 'tid',
      ORGANISATIONS: '3aa4a235-b6e2-48d5-9195-7fcf05b459b0',
      ROLES_CLAIM: 'roles',
      SUBJECT_CLAIM: 'oid',
    });
    expect(variablesOf('pages')).toMatchObject({
      ISSUER: 'https://login.microsoftonline.com/3aa4a235-b6e2-48d5-9195-7fcf05b459b0/v2.0',
      CLIENT_ID: 'b1f5a9e0-0000-4000-8000-000000000001',
      SCOPE: 'openid profile api://b1f5a9e0-0000-4000-8000-000000000001/tracker',
    });
  });
});
