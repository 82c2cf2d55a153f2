import { createHash, randomBytes } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createLocalJWKSet, decodeJwt, jwtVerify } from 'jose';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { clientId } from '#local/access-token.ts';
import { openDataFolder } from '#local/data-folder.ts';
import { createIssuer } from '#local/issuer.ts';
import { type SigningKey, signingKeyOf } from '#local/signing-key.ts';
import { everyRole } from '#schemas/people.ts';

const origin = 'http://localhost:4600';
const issuer = `${origin}/local-issuer`;
const redirectUri = `${origin}/pages/signed-in`;
const folder = mkdtempSync(join(tmpdir(), 'tracker-issuer-'));
let key: SigningKey;
beforeAll(async () => {
  key = await signingKeyOf(openDataFolder(folder));
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const verifier = randomBytes(32).toString('base64url');
const challenge = createHash('sha256').update(verifier).digest('base64url');
type Params = Record<string, string>;

const asked: Params = {
  response_type: 'code',
  client_id: clientId,
  redirect_uri: redirectUri,
  scope: 'openid',
  state: 'state-1',
  nonce: 'nonce-1',
  code_challenge: challenge,
  code_challenge_method: 'S256',
};
const anna: Params = { ...asked, role: 'programme-office', name: 'Anna Green', organisation: 'local-council' };

const start = (clock = { now: Math.floor(Date.now() / 1_000) }) => {
  const served = createIssuer({
    key,
    issuer,
    redirectUris: [redirectUri],
    nowEpochSeconds: () => clock.now,
  });
  const headers = { 'content-type': 'application/x-www-form-urlencoded' };
  const ask = (method: string, place: string, params: Params = {}) => {
    const text = new URLSearchParams(params).toString();
    return served.answer({
      method,
      path: `/local-issuer${place}`,
      query: method === 'GET' ? text : '',
      headers,
      body: Buffer.from(method === 'GET' ? '' : text),
    });
  };
  const codeFor = async (params: Params = anna): Promise<string> =>
    new URL(String((await ask('POST', '/authorize', params)).headers.location)).searchParams.get('code') ?? '';
  const exchange = (code: string, other: Params = {}) =>
    ask('POST', '/token', {
      grant_type: 'authorization_code',
      client_id: clientId,
      redirect_uri: redirectUri,
      code,
      code_verifier: verifier,
      ...other,
    });
  return { ask, codeFor, exchange };
};

const jsonOf = (answer: { body: string | Buffer }) => JSON.parse(answer.body.toString()) as Record<string, string>;

describe('signing in on one machine', () => {
  it('a code and its verifier give a token that the published keys verify', async () => {
    const { ask, codeFor, exchange } = start();
    const answer = await exchange(await codeFor());
    expect(answer.status).toBe(200);
    const tokens = jsonOf(answer);
    const published = createLocalJWKSet(JSON.parse((await ask('GET', '/jwks.json')).body.toString()));
    const { payload } = await jwtVerify(tokens.access_token ?? '', published, { issuer, audience: clientId });
    expect(payload).toMatchObject({
      sub: 'anna-green',
      name: 'Anna Green',
      organisation: 'local-council',
      roles: ['programme-office'],
      client_id: clientId,
    });
    expect(Number(payload.exp) - Number(payload.iat)).toBe(3600);
    expect(decodeJwt(tokens.id_token ?? '')).toMatchObject({ sub: 'anna-green', nonce: 'nonce-1', aud: clientId });
  });

  it('publishes where everything is, and no private part of its key', async () => {
    const { ask } = start();
    expect(jsonOf(await ask('GET', '/.well-known/openid-configuration'))).toMatchObject({
      issuer,
      authorization_endpoint: `${issuer}/authorize`,
      token_endpoint: `${issuer}/token`,
      jwks_uri: `${issuer}/jwks.json`,
      code_challenge_methods_supported: ['S256'],
    });
    const jwks = (await ask('GET', '/jwks.json')).body.toString();
    for (const name of ['d', 'p', 'q', 'dp', 'dq', 'qi']) expect(jwks).not.toContain(`"${name}":`);
  });

  it('the page offers the six roles, says that it is local only, and escapes what it carries', async () => {
    const page = (await start().ask('GET', '/authorize', { ...asked, state: '"><script>' })).body.toString();
    for (const role of everyRole) expect(page).toContain(`value="${role}"`);
    expect(page).toContain('Local only');
    expect(page).not.toContain('<script>');
  });

  it('goes back to the application with the code and its state', async () => {
    const answer = await start().ask('POST', '/authorize', anna);
    const back = new URL(String(answer.headers.location));
    expect(answer.status).toBe(303);
    expect(`${back.origin}${back.pathname}`).toBe(redirectUri);
    expect(back.searchParams.get('state')).toBe('state-1');
  });

  it('without a name somebody is called by the role', async () => {
    const { codeFor, exchange } = start();
    const tokens = jsonOf(await exchange(await codeFor({ ...asked, role: 'board' })));
    expect(decodeJwt(tokens.access_token ?? '')).toMatchObject({ sub: 'programme-board', name: 'Programme board' });
  });

  it.each([
    ['without a role', { role: '' }, 'Choose a role'],
    ['with a role that does not exist', { role: 'emperor' }, 'Choose a role'],
    ['with an organisation of odd characters', { organisation: 'a#b' }, 'organisation'],
    ['with a name that gives no subject', { name: '猫' }, 'subject'],
  ])('%s nobody is signed in, and the page says why', async (_, other, why) => {
    const answer = await start().ask('POST', '/authorize', { ...anna, ...other });
    expect(answer.status).toBe(400);
    expect(answer.body.toString()).toContain(why);
  });

  it.each([
    ['another address to come back to', { redirect_uri: 'https://elsewhere.example/' }],
    ['an address that only begins like ours', { redirect_uri: `${redirectUri}elsewhere` }],
    ['no address to come back to', { redirect_uri: '' }],
    ['another application', { client_id: 'another' }],
  ])('a request with %s is sent nowhere', async (_, other) => {
    for (const method of ['GET', 'POST']) {
      const answer = await start().ask(method, '/authorize', { ...anna, ...other });
      expect(answer.status).toBe(400);
      expect(answer.headers).not.toHaveProperty('location');
    }
  });

  it.each([
    ['without a challenge', { code_challenge: '' }, 'invalid_request'],
    ['with a plain challenge', { code_challenge_method: 'plain' }, 'invalid_request'],
    ['for a token instead of a code', { response_type: 'token' }, 'unsupported_response_type'],
  ])('a request %s goes back refused', async (_, other, error) => {
    const answer = await start().ask('GET', '/authorize', { ...asked, ...other });
    expect(new URL(String(answer.headers.location)).searchParams.get('error')).toBe(error);
  });

  it.each([
    ['with another verifier', { code_verifier: randomBytes(32).toString('base64url') }, 'invalid_grant'],
    ['without a verifier', { code_verifier: '' }, 'invalid_request'],
    ['with another address', { redirect_uri: `${origin}/other` }, 'invalid_grant'],
    ['as another application', { client_id: 'another' }, 'invalid_client'],
    ['with a code of their own', { code: 'guessed' }, 'invalid_grant'],
    ['as another kind of grant', { grant_type: 'password' }, 'unsupported_grant_type'],
  ])('whoever comes %s gets no token', async (_, other, error) => {
    const { codeFor, exchange } = start();
    const answer = await exchange(await codeFor(), other);
    expect([answer.status, jsonOf(answer).error]).toEqual([400, error]);
  });

  it('a code is good once', async () => {
    const { codeFor, exchange } = start();
    const code = await codeFor();
    expect((await exchange(code)).status).toBe(200);
    expect(jsonOf(await exchange(code)).error).toBe('invalid_grant');
  });

  it('a code that was tried with a wrong verifier is spent', async () => {
    const { codeFor, exchange } = start();
    const code = await codeFor();
    await exchange(code, { code_verifier: 'x'.repeat(43) });
    expect(jsonOf(await exchange(code)).error).toBe('invalid_grant');
  });

  it('a code lasts a minute', async () => {
    const clock = { now: 1_396_760_829 };
    const { codeFor, exchange } = start(clock);
    const code = await codeFor();
    clock.now += 60;
    expect(jsonOf(await exchange(code)).error).toBe('invalid_grant');
  });

  it.each([
    ['GET', '/token', 405],
    ['PUT', '/authorize', 405],
    ['GET', '/users', 404],
  ])('%s %s answers %i', async (method, place, status) => {
    expect((await start().ask(method, place)).status).toBe(status);
  });
});

describe('an application that says who is meant', () => {
  it('is sent back with a code for them, and nobody is asked', async () => {
    const { ask, exchange } = start();
    const back = await ask('GET', '/authorize', { ...asked, login_hint: 'sro:Director of Place' });
    expect(back.status).toBe(303);
    const code = new URL(String(back.headers.location)).searchParams.get('code') ?? '';
    const { access_token } = JSON.parse(String((await exchange(code)).body));
    expect(decodeJwt(access_token)).toMatchObject({ sub: 'director-of-place', roles: ['sro'] });
  });

  it.each(['', 'sro', 'sro:', 'king:Arthur', 'Director of Place'])('is asked where it says "%s"', async (hint) => {
    expect((await start().ask('GET', '/authorize', { ...asked, login_hint: hint })).status).toBe(200);
  });
});
