import { describe, expect, it } from 'vitest';
import { actorFrom } from '#functions/http/actor.ts';

const names = { subject: 'sub', organisation: 'organisation', roles: 'roles' };
const claims = { sub: 'anna-green', organisation: 'kent', roles: '[sro board]' };

describe('who asks, by the claims of a verified token', () => {
  it('is the subject, the organisation and the roles', () => {
    expect(actorFrom(claims, names)).toEqual({ subject: 'anna-green', organisation: 'kent', roles: ['sro', 'board'] });
  });

  it.each([
    ['Cognito', { token_use: 'id' }],
    ['an issuer that puts the nonce of the page into it', { nonce: 'n-0S6_WzA2Mj' }],
    ['an issuer that binds it to an access token', { at_hash: '77QmUPtjPfzWtF2AnpK9RQ' }],
  ])('is nobody by an ID token of %s, whatever else it says', (_issuer, mark) => {
    expect(actorFrom({ ...claims, ...mark }, names)).toBeUndefined();
    expect(actorFrom({ ...claims, token_use: 'access' }, names)).toBeDefined();
  });

  it.each([
    ['one of the list', 'kent', true],
    ['another', 'surrey', false],
    ['one of the list in other letters', 'Kent', false],
  ])('whose organisation is %s is held to the list of the deployment', (_which, organisation, isKnown) => {
    const held = { ...names, organisations: ['kent', 'medway'] };
    expect(actorFrom({ ...claims, organisation }, held) !== undefined).toBe(isKnown);
    expect(actorFrom({ ...claims, organisation }, names)).toBeDefined();
  });
});
