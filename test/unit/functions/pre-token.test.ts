import type { PreTokenGenerationV2TriggerEvent, PreTokenGenerationV3TriggerEvent } from 'aws-lambda';
import { expect, it, vi } from 'vitest';
import { claimsOf, handler, machineClaims } from '#functions/hosts/pre-token.ts';

it.each([
  ['an SRO of Kent', { 'custom:organisation': 'kent' }, ['sro'], { organisation: 'kent', roles: ['sro'] }],
  [
    'somebody who holds two roles and belongs to another group',
    { 'custom:organisation': 'kent' },
    ['board', 'all-staff', 'finance'],
    { organisation: 'kent', roles: ['finance', 'board'] },
  ],
  ['somebody without a group', { 'custom:organisation': 'kent' }, [], { organisation: 'kent', roles: [] }],
  ['somebody whom nobody has given an organisation', { email: 'a@example.gov.uk' }, ['sro'], { roles: ['sro'] }],
  ['somebody whose organisation is empty', { 'custom:organisation': '' }, ['sro'], { roles: ['sro'] }],
  [
    'somebody whose name is known',
    { 'custom:organisation': 'kent', name: 'Sam Sro' },
    ['sro'],
    { organisation: 'kent', roles: ['sro'], name: 'Sam Sro' },
  ],
  [
    'somebody whose name is empty',
    { 'custom:organisation': 'kent', name: '' },
    [],
    { organisation: 'kent', roles: [] },
  ],
  ['somebody whose organisation was typed wrongly', { 'custom:organisation': 'Kent' }, ['sro'], { roles: ['sro'] }],
])('the token of %s says just that', (_who, attributes, groups, claims) => {
  expect(claimsOf(attributes, groups, ['kent', 'medway'])).toEqual(claims);
});

it.each([
  ['somebody whom nobody has given an organisation', {}, { organisation: 'kent', roles: ['sro'] }],
  ['somebody of that organisation', { 'custom:organisation': 'kent' }, { organisation: 'kent', roles: ['sro'] }],
  ['somebody of another', { 'custom:organisation': 'medway' }, { roles: ['sro'] }],
])('where a deployment has one organisation, the token of %s says that one or none', (_who, attributes, claims) => {
  expect(claimsOf(attributes, ['sro'], ['kent'])).toEqual(claims);
});

const machines = {
  'power-bi': { name: 'Power BI', organisation: 'kent', role: 'board' },
  ledger: { name: 'Ledger', organisation: 'medway', role: 'ledger' },
} as const;
it.each([
  [
    'its own scope',
    ['tracker/use', 'tracker/ledger'],
    { organisation: 'medway', roles: ['ledger'], machine: 'Ledger' },
  ],
  ['the scope of people alone', ['tracker/use'], {}],
  ['the scopes of two', ['tracker/power-bi', 'tracker/ledger'], {}],
  ['a scope like its own', ['tracker/power-bi-2', 'other/power-bi'], {}],
])('the token of a machine that asks for %s says just that', (_which, scopes, claims) => {
  expect(machineClaims(scopes, machines)).toEqual(claims);
});

it('says of a machine what its scope names, and of one without a list nothing', async () => {
  const event = {
    version: '3',
    triggerSource: 'TokenGeneration_ClientCredentials',
    request: { userAttributes: {}, groupConfiguration: {}, scopes: ['tracker/use', 'tracker/power-bi'] },
  } as unknown as PreTokenGenerationV3TriggerEvent;
  const claimsAdded = async () =>
    (await handler(event)).response.claimsAndScopeOverrideDetails.accessTokenGeneration.claimsToAddOrOverride;
  expect(await claimsAdded()).toEqual({});
  vi.stubEnv('MACHINES', JSON.stringify(machines));
  expect(await claimsAdded()).toEqual({ organisation: 'kent', roles: ['board'], machine: 'Power BI' });
});

it('puts the claims into the access token, keeps the rest of the event, and leaves the identity token alone', async () => {
  const event = {
    version: '2',
    triggerSource: 'TokenGeneration_HostedAuth',
    userPoolId: 'eu-west-2_example',
    userName: 'a1',
    request: {
      userAttributes: { sub: 'a1', 'custom:organisation': 'kent' },
      groupConfiguration: { groupsToOverride: ['programme-office'] },
    },
    response: { claimsAndScopeOverrideDetails: {} },
  } as unknown as PreTokenGenerationV2TriggerEvent;

  await expect(handler(event)).rejects.toThrow('set up wrongly: ORGANISATIONS');
  vi.stubEnv('ORGANISATIONS', 'kent');
  expect(await handler(event)).toEqual({
    ...event,
    response: {
      claimsAndScopeOverrideDetails: {
        accessTokenGeneration: { claimsToAddOrOverride: { organisation: 'kent', roles: ['programme-office'] } },
      },
    },
  });
});
