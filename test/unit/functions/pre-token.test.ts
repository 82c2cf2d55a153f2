import type { PreTokenGenerationV2TriggerEvent } from 'aws-lambda';
import { expect, it, vi } from 'vitest';
import { claimsOf, handler } from '#functions/hosts/pre-token.ts';

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
