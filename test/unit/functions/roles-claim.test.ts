import { describe, expect, it } from 'vitest';
import { actorFrom } from '#functions/http/actor.ts';

const names = { subject: 'sub', organisation: 'organisation', roles: 'roles' };
const rolesOf = (roles: unknown) => actorFrom({ sub: 'sam', organisation: 'council', roles }, names)?.roles;

describe('the roles in a token', () => {
  it.each([
    ['a list, as the gateway writes it', '[sro board]', ['sro', 'board']],
    ['a list of one', '[sro]', ['sro']],
    ['a single value', 'programme-office', ['programme-office']],
    ['a list, as other gateways keep it', ['sro', 'board'], ['sro', 'board']],
  ])('are read from %s', (_, claim, roles) => {
    expect(rolesOf(claim)).toEqual(roles);
  });

  it.each([
    'Digital programme-office',
    'HR,programme-office',
    '[HR,programme-office]',
    ['Digital programme-office'],
    7,
  ])('are not found within the name of a group: %j', (claim) => {
    expect(rolesOf(claim)).toBeUndefined();
  });
});
