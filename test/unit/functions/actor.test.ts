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
    ['a user pool says so', { machine: 'Power BI' }, 'Power BI'],
    ['Entra ID marks it as an application', { idtyp: 'app', azp: '0f8e-app' }, '0f8e-app'],
    ['a user pool names it in words that cannot be shown', { machine: 'Power\u202eBI' }, 'a machine'],
    ['Entra ID marks it so and names none', { idtyp: 'app' }, 'an application'],
  ])('is a machine where %s, and does nothing that a person must answer for', (_how, mark, machine) => {
    const asked = { ...claims, ...mark, roles: '[sro finance board assurance programme-office transformation-team]' };
    expect(actorFrom(asked, names)).toMatchObject({ machine, roles: ['board', 'transformation-team'] });
    expect(actorFrom({ ...asked, roles: 'sro' }, names)).toBeUndefined();
  });

  it('is a ledger where it is a machine, and nobody where it is a person (CLAIM-20)', () => {
    const ledger = { ...claims, roles: '[ledger]' };
    expect(actorFrom({ ...ledger, machine: 'Finance ledger' }, names)).toMatchObject({ roles: ['ledger'] });
    expect(actorFrom(ledger, names)).toBeUndefined();
    expect(actorFrom({ ...claims, roles: '[sro ledger]' }, names)).toMatchObject({ roles: ['sro'] });
  });

  it.each([
    ['the scope in scp', { scp: 'tracker' }, true],
    ['the scope among others', { scope: 'openid tracker' }, true],
    ['another scope', { scp: 'mail' }, false],
    ['no scope', {}, false],
    ['no scope, of an application', { idtyp: 'app' }, true],
  ])('whose token has %s, where the gateway does not ask for it', (_which, mark, isKnown) => {
    expect(actorFrom({ ...claims, ...mark }, { ...names, scope: 'tracker' }) !== undefined).toBe(isKnown);
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
