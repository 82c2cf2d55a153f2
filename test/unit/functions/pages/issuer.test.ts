import { createHash } from 'node:crypto';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { exportJWK, generateKeyPair, SignJWT } from 'jose';
import { afterEach, describe, expect, it } from 'vitest';
import { signInWith } from '#functions/pages/issuer.ts';

/* Signing in at an issuer on the network: what is sent to it, and what is not believed. */

const running: Server[] = [];
afterEach(async () => {
  for (const server of running.splice(0)) {
    server.closeAllConnections();
    await new Promise((closed) => server.close(closed));
  }
});

interface Asked {
  readonly exchanges: URLSearchParams[];
  /** What the ID token says besides what is so. */
  claims: object;
}

/** An issuer that gives tokens for any code, and says of itself what it is told to. */
const startIssuer = async (saysOfItself: object = {}) => {
  const { publicKey, privateKey } = await generateKeyPair('RS256');
  const asked: Asked = { exchanges: [], claims: {} };
  const server = createServer(async (request, answer) => {
    answer.setHeader('content-type', 'application/json');
    if (request.url === '/.well-known/openid-configuration')
      answer.end(
        JSON.stringify({
          issuer,
          authorization_endpoint: `${issuer}/authorize`,
          token_endpoint: `${issuer}/token`,
          jwks_uri: `${issuer}/keys`,
          ...saysOfItself,
        }),
      );
    else if (request.url === '/keys')
      answer.end(JSON.stringify({ keys: [{ ...(await exportJWK(publicKey)), alg: 'RS256', use: 'sig' }] }));
    else {
      const body: Buffer[] = [];
      for await (const part of request) body.push(part as Buffer);
      asked.exchanges.push(new URLSearchParams(Buffer.concat(body).toString('utf8')));
      const token = new SignJWT({ iss: issuer, aud: 'tracker', sub: 'sam', ...asked.claims })
        .setProtectedHeader({ alg: 'RS256' })
        .setIssuedAt()
        .setExpirationTime('5m');
      answer.end(
        JSON.stringify({ access_token: 'the-token', id_token: await token.sign(privateKey), token_type: 'Bearer' }),
      );
    }
  });
  running.push(server);
  await new Promise<void>((ready) => server.listen(0, 'localhost', ready));
  const issuer = `http://localhost:${(server.address() as AddressInfo).port}`;
  return { issuer, asked };
};

const pages = 'https://tracker.example';
const at = (issuer: string) =>
  signInWith({ issuer, clientId: 'tracker', scope: 'openid tracker/use', address: pages, nowEpochSeconds: () => 0 });

describe('a sign-in', () => {
  it('is asked for and redeemed with a proof key, and comes back to the pages', async () => {
    const { issuer, asked } = await startIssuer();
    const signIn = at(issuer);
    const { attempt, to } = await signIn.begin();
    const way = new URL(to).searchParams;
    expect(Object.fromEntries(way)).toMatchObject({
      client_id: 'tracker',
      redirect_uri: `${pages}/pages/signed-in`,
      code_challenge_method: 'S256',
      code_challenge: createHash('sha256').update(attempt.verifier).digest('base64url'),
    });
    asked.claims = { nonce: attempt.nonce };
    const tokens = await signIn.finish(`code=the-code&state=${attempt.state}`, attempt);
    expect(tokens.access).toBe('the-token');
    expect(Object.fromEntries(asked.exchanges[0] ?? [])).toMatchObject({
      grant_type: 'authorization_code',
      client_id: 'tracker',
      code: 'the-code',
      redirect_uri: `${pages}/pages/signed-in`,
      code_verifier: attempt.verifier,
    });
  });

  it.each([
    ['under another state', (state: string) => `code=the-code&state=${state}x`],
    ['with words in place of a code', (state: string) => `error=access_denied&state=${state}`],
  ])('that comes back %s is refused, and no code is redeemed', async (_what, query) => {
    const { issuer, asked } = await startIssuer();
    const signIn = at(issuer);
    const { attempt } = await signIn.begin();
    await expect(signIn.finish(query(attempt.state), attempt)).rejects.toThrow();
    expect(asked.exchanges).toEqual([]);
  });

  it.each([
    ['another nonce', { nonce: 'planted' }],
    ['another audience', { aud: 'elsewhere' }],
    ['another issuer', { iss: 'https://impostor.example' }],
  ])('whose token names %s is refused', async (_what, claims) => {
    const { issuer, asked } = await startIssuer();
    const signIn = at(issuer);
    const { attempt } = await signIn.begin();
    asked.claims = { nonce: attempt.nonce, ...claims };
    await expect(signIn.finish(`code=the-code&state=${attempt.state}`, attempt)).rejects.toThrow();
  });

  it('is not begun at an issuer that names itself otherwise', async () => {
    const { issuer } = await startIssuer({ issuer: 'https://impostor.example' });
    await expect(at(issuer).begin()).rejects.toThrow();
  });
});
