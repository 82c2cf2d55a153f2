import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { exportJWK, generateKeyPair, SignJWT, UnsecuredJWT } from 'jose';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { accessTokenFor, apiScope, clientId, idTokenFor } from '#local/access-token.ts';
import { createAuthorizer, flattenClaims } from '#local/authorizer.ts';
import { openDataFolder } from '#local/data-folder.ts';
import { type SigningKey, signingKeyOf } from '#local/signing-key.ts';

const issuer = 'http://localhost:4600/local-issuer';
const now = 1_396_760_829;
const folder = mkdtempSync(join(tmpdir(), 'tracker-key-'));
const anna = {
  subject: 'anna-green',
  name: 'Anna Green',
  organisation: 'local-council',
  roles: ['sro', 'board'],
} as const;

let key: SigningKey;
beforeAll(async () => {
  key = await signingKeyOf(openDataFolder(folder));
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

/** One door, whose clock is set for each who comes. */
const doorOf = () => {
  let at = now;
  const authorize = createAuthorizer({ key, issuer, audience: clientId, scope: apiScope, nowEpochSeconds: () => at });
  return (token: string | undefined, epochSeconds = now) => {
    at = epochSeconds;
    return authorize(token === undefined ? undefined : `Bearer ${token}`);
  };
};
const judged = (token: string | undefined) => doorOf()(token);

const signed = (claims: Record<string, unknown>, header: Record<string, unknown> = {}, by: CryptoKey = key.sign) =>
  new SignJWT({ iss: issuer, aud: clientId, scope: apiScope, sub: 'anna-green', iat: now, exp: now + 60, ...claims })
    .setProtectedHeader({ alg: 'RS256', kid: key.kid, ...header })
    .sign(by);

describe('a token at the door', () => {
  it('is accepted with its claims as text', async () => {
    const verdict = await judged(await accessTokenFor(anna, { key, issuer, atEpochSeconds: now }));
    expect(verdict).toMatchObject({
      kind: 'accepted',
      claims: { sub: 'anna-green', roles: '[sro board]', organisation: 'local-council', exp: `${now + 3600}` },
    });
  });

  it.each([
    ['by its client where it has no audience', { aud: undefined, client_id: clientId }],
    ['where it is one audience of several', { aud: ['other', clientId] }],
    ['by its scope as Entra ID writes it', { scope: undefined, scp: `profile ${apiScope}` }],
  ])('is accepted %s', async (_, claims) => {
    expect((await judged(await signed(claims))).kind).toBe('accepted');
  });

  it.each([
    ['that has expired', { exp: now }, 'expired'],
    ['without an end', { exp: undefined }, 'not valid'],
    ['that is not valid yet', { nbf: now + 1 }, 'not valid'],
    ['issued in the future', { iat: now + 1 }, 'future'],
    ['of another issuer', { iss: 'https://elsewhere.example' }, 'issuer'],
    ['for another audience', { aud: 'another-application' }, 'audience'],
    ['for another audience by the right client', { aud: 'another-application', client_id: clientId }, 'audience'],
    ['for nobody', { aud: undefined }, 'audience'],
  ])('%s is refused', async (_, claims, why) => {
    const verdict = await judged(await signed(claims));
    expect(verdict).toMatchObject({ kind: 'refused', challenge: expect.stringContaining(why) });
  });

  it.each([
    ['without the scope', { scope: 'openid profile' }],
    ['with the scope as a part of another', { scope: `${apiScope}r other` }],
    ['with no scope at all, as an ID token', { scope: undefined }],
  ])('%s is forbidden', async (_, claims) => {
    expect(await judged(await signed(claims))).toMatchObject({
      kind: 'refused',
      status: 403,
      challenge: expect.stringContaining('insufficient_scope'),
    });
  });

  it('that the page was given to know who signed in is forbidden', async () => {
    const token = await idTokenFor(anna, { key, issuer, atEpochSeconds: now }, 'nonce');
    expect(await judged(token)).toMatchObject({ kind: 'refused', status: 403 });
  });

  it('signed by another key under the same name is refused', async () => {
    const { privateKey } = await generateKeyPair('RS256');
    expect((await judged(await signed({}, {}, privateKey))).kind).toBe('refused');
  });

  it('that names another key is refused', async () => {
    expect((await judged(await signed({}, { kid: 'another' }))).kind).toBe('refused');
  });

  it('without a signature is refused', async () => {
    const token = new UnsecuredJWT({ sub: 'anna-green', client_id: clientId })
      .setIssuer(issuer)
      .setAudience(clientId)
      .setExpirationTime(now + 60)
      .encode();
    expect((await judged(token)).kind).toBe('refused');
  });

  it('signed with the published key as if it were a shared secret is refused', async () => {
    const secret = new TextEncoder().encode(JSON.stringify(await exportJWK(key.verify)));
    const token = await new SignJWT({ iss: issuer, aud: clientId, exp: now + 60 })
      .setProtectedHeader({ alg: 'HS256', kid: key.kid })
      .sign(secret);
    expect((await judged(token)).kind).toBe('refused');
  });

  it.each([['not.a.token'], ['x'], ['a.b.c.d.e']])('that is no token is refused: %s', async (token) => {
    expect((await judged(token)).kind).toBe('refused');
  });

  it.each([[undefined], ['']])('that is missing is asked for', async (token) => {
    expect(await judged(token)).toEqual({ kind: 'refused', status: 401, challenge: 'Bearer' });
  });
});

describe('a token that was accepted before', () => {
  it('is accepted again with the same claims, whatever others come with meanwhile', async () => {
    const door = doorOf();
    const [one, other] = [await signed({ roles: ['sro'] }), await signed({ sub: 'tara-team', roles: ['board'] })];
    const first = await door(one);
    expect(await door(other)).toMatchObject({ kind: 'accepted', claims: { sub: 'tara-team', roles: '[board]' } });
    expect(first).toMatchObject({ kind: 'accepted', claims: { sub: 'anna-green', roles: '[sro]' } });
    expect(await door(one)).toEqual(first);
  });

  it.each([
    ['when it has expired', {}, 60, 'expired'],
    ['at an instant before it is valid', { nbf: now }, -1, 'not valid'],
    ['at an instant before it was issued', {}, -1, 'future'],
  ])('is refused %s, in the words that it is refused in at its first coming', async (_, claims, later, why) => {
    const token = await signed(claims);
    const door = doorOf();
    expect((await door(token)).kind).toBe('accepted');
    const refused = await door(token, now + later);
    expect(refused).toMatchObject({ kind: 'refused', challenge: expect.stringContaining(why) });
    expect(await doorOf()(token, now + later)).toEqual(refused);
    expect((await door(token)).kind).toBe('accepted');
  });

  it('opens the door to no token that differs from it, and a refusal is no reason to accept later', async () => {
    const door = doorOf();
    const token = await signed({ roles: ['board'] });
    const [header, , signature] = token.split('.');
    const raised = Buffer.from(JSON.stringify({ iss: issuer, aud: clientId, exp: now + 60, roles: ['sro'] }));
    const forged = [header, raised.toString('base64url'), signature].join('.');
    expect((await door(token)).kind).toBe('accepted');
    for (const bad of [forged, `${token}x`, token.slice(0, -1), forged])
      expect(await door(bad)).toMatchObject({ kind: 'refused', challenge: expect.stringContaining('not valid') });
    const early = await signed({ nbf: now + 10 });
    expect((await door(early)).kind).toBe('refused');
    expect((await door(early, now + 10)).kind).toBe('accepted');
  });

  it('is accepted also when so many came since that it is forgotten', async () => {
    const door = doorOf();
    const first = await signed({});
    const before = await door(first);
    for (let n = 0; n < 510; n += 1) await door(await signed({ sub: `person-${n}` }));
    expect(await door(first)).toEqual(before);
  });
});

describe('claims as an HTTP API flattens them', () => {
  it.each([
    ['a word', 'anna', 'anna'],
    ['a list', ['sro', 'board'], '[sro board]'],
    ['a list of one', ['sro'], '[sro]'],
    ['an empty list', [], '[]'],
    ['a whole number', 1396760829, '1396760829'],
    ['yes or no', true, 'true'],
    ['a record', { b: 2, a: ['x'] }, 'map[a:[x] b:2]'],
    ['nothing', null, '<nil>'],
  ])('%s', (_, value, text) => {
    expect(flattenClaims({ claim: value })).toEqual({ claim: text });
  });
});
