import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { exportJWK, generateKeyPair, SignJWT, UnsecuredJWT } from 'jose';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { accessTokenFor, clientId } from '#local/access-token.ts';
import { authorize, flattenClaims } from '#local/authorizer.ts';
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

const judged = (token: string | undefined, at = now) =>
  authorize(token === undefined ? undefined : `Bearer ${token}`, {
    key,
    issuer,
    audience: clientId,
    nowEpochSeconds: () => at,
  });

const signed = (claims: Record<string, unknown>, header: Record<string, unknown> = {}, by: CryptoKey = key.sign) =>
  new SignJWT({ iss: issuer, aud: clientId, sub: 'anna-green', iat: now, exp: now + 60, ...claims })
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
    expect(await judged(token)).toEqual({ kind: 'refused', challenge: 'Bearer' });
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
