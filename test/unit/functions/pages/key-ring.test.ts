import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { keyRing } from '#functions/pages/key-ring.ts';
import { meByToken, pagesUnderTest } from '../../../support/pages-under-test.ts';

/*
 * A secret that is rotated while people work. Its store answers as the Secrets Manager extension does: the version that is current, and the one before.
 */

const hour = 3_600;
const minute = 60_000;

/** The store of a secret with so many versions, the latest current; only whoever knows the token of the extension is answered. */
const startSecretStore = async () => {
  let latest = 1;
  const server = createServer((request, answer) => {
    const { searchParams } = new URL(request.url ?? '/', 'http://secrets.invalid');
    const version = searchParams.get('versionStage') === 'AWSCURRENT' ? latest : latest - 1;
    const isKnown = request.headers['x-aws-parameters-secrets-token'] === 'of-the-extension' && version > 0;
    answer
      .writeHead(isKnown ? 200 : 400, { 'content-type': 'application/json' })
      .end(JSON.stringify({ VersionId: `version-${version}`, SecretString: `secret ${version} `.repeat(5) }));
  });
  await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening));
  return {
    endpoint: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    rotate: () => {
      latest += 1;
    },
    stop: () => new Promise((stopped) => server.close(stopped)),
  };
};

const realFetch = globalThis.fetch;
let store: Awaited<ReturnType<typeof startSecretStore>>;
let now: number;
/** The ring of one instance of the function. */
const ringOfInstance = () =>
  keyRing({ endpoint: store.endpoint, secretId: 'sessions', token: 'of-the-extension' }, () => now);

beforeEach(async () => {
  store = await startSecretStore();
  now = 1_800_000_000_000;
  vi.stubGlobal('fetch', (url: string, init?: RequestInit) =>
    url.startsWith(store.endpoint) ? realFetch(url, init) : meByToken(url, init),
  );
});
afterEach(async () => {
  vi.unstubAllGlobals();
  await store.stop();
});

/** The secret is rotated, and every instance has seen it. */
const rotate = () => {
  store.rotate();
  now += 6 * minute;
};

describe('A secret of the sessions that is rotated while somebody works', () => {
  it('ends nobody’s session, and what is saved from then on is under the new version', async () => {
    const ring = ringOfInstance();
    const pages = pagesUnderTest(ring);
    await pages.signIn('sam-sro');
    rotate();
    const { status, body } = await pages.ask('GET', '/pages/a-form');
    expect(status).toBe(200);
    await pages.ask('POST', '/pages/a-form', { _token: pages.tokenOn(body), words: 'After the rotation' });
    expect(pages.received).toEqual(['After the rotation']);
    expect((await ring.current()).kid).toBe('version-2');
    expect(await ring.byId('version-1')).toBeDefined();
  });

  it('keeps the form that waits for its owner, who signs in again after it', async () => {
    const pages = pagesUnderTest(ringOfInstance());
    await pages.signIn('sam-sro');
    pages.clock.now += 2 * hour;
    await pages.ask('POST', '/pages/a-form', { words: 'Half an hour of work' });
    rotate();
    await pages.signIn('sam-sro');
    expect((await pages.ask('GET', '/pages/a-form')).body).toContain('Kept: Half an hour of work');
  });

  it('ends a session that is older than two rotations, and what is sent in it stays on the page', async () => {
    const pages = pagesUnderTest(ringOfInstance());
    await pages.signIn('sam-sro');
    rotate();
    rotate();
    expect((await pages.ask('GET', '/pages/a-form')).to).toContain('/pages/sign-in');
    const kept = await pages.ask('POST', '/pages/a-form', { words: 'Half an hour of work' });
    expect([kept.status, kept.body]).toEqual([401, expect.stringContaining('value="Half an hour of work"')]);
    expect(pages.received).toEqual([]);
  });

  it('is seen at once by an instance that meets what another sealed under the new version', async () => {
    const late = ringOfInstance();
    await late.current();
    store.rotate();
    now += 11_000;
    const { kid } = await ringOfInstance().current();
    expect([kid, (await late.byId(kid))?.length]).toEqual(['version-2', 32]);
  });

  it('that cannot be read is asked for again by the next request, and another token is told nothing', async () => {
    const stranger = keyRing({ endpoint: store.endpoint, secretId: 'sessions', token: 'guessed' }, () => now);
    await expect(stranger.current()).rejects.toThrow('could not be read: 400');
    const ring = keyRing(
      { endpoint: 'http://127.0.0.1:9', secretId: 'sessions', token: 'of-the-extension' },
      () => now,
    );
    await expect(ring.current()).rejects.toThrow();
    await expect(ring.current()).rejects.toThrow();
  });
});
