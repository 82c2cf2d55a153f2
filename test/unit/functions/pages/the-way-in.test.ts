import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { meByToken, pagesUnderTest } from '../../../support/pages-under-test.ts';

/* Who comes to the first address, and what they are shown before they have signed in. */

beforeAll(() => vi.stubGlobal('fetch', meByToken));
afterAll(() => vi.unstubAllGlobals());

it('the first address leads to the pages, and asks nobody who they are', async () => {
  const { ask, items } = pagesUnderTest();
  expect(await ask('GET', '/')).toMatchObject({ status: 303, to: '/pages' });
  expect(await ask('GET', '/?code=stolen&state=guessed')).toMatchObject({ status: 303, to: '/pages' });
  expect(items.size).toBe(0);
});

describe('whoever has not signed in', () => {
  it('is shown a page that lets in nothing from elsewhere, and no script but its own', async () => {
    const { status, policy, body } = await pagesUnderTest().ask('GET', '/pages');
    expect(status).toBe(200);
    expect(policy).toContain("default-src 'none'");
    expect(policy).toContain("script-src 'self'");
    expect(policy).toContain("frame-ancestors 'none'");
    expect(policy).not.toMatch(/unsafe|\*|connect-src/);
    expect(body.match(/<script/g)).toHaveLength(1);
    expect(body).not.toMatch(/<style| style=| on[a-z]+=/);
  });

  it.each(['', 'guessed', 'a-state'])(
    'is shown none of the words of an address that says that a sign-in failed, with the state "%s"',
    async (state) => {
      const { ask, jar } = pagesUnderTest();
      if (state === 'a-state') await ask('GET', '/pages/sign-in');
      const asked = { error: 'access_denied', error_description: 'Call 0900 123 to unlock your account', state };
      const told = await ask('GET', `/pages/signed-in?${new URLSearchParams(asked)}`);
      expect(told.body).not.toContain('0900');
      expect(jar.has('__Host-session') && state !== 'a-state').toBe(false);
    },
  );

  it('is told why, where their browser keeps nothing', async () => {
    const { ask, jar } = pagesUnderTest();
    await ask('GET', '/pages/sign-in');
    jar.clear();
    const told = await ask('GET', '/pages/signed-in?code=sam&state=a-state');
    expect(told.status).toBe(400);
    expect(told.body).toContain('You are not signed in');
    expect(told.body).toContain('keeps the cookies of this service');
  });

  it('leaves nothing of the sign-in in the browser but who they are', async () => {
    const { signIn, jar } = pagesUnderTest();
    await signIn('sam');
    expect([...jar.keys()]).toEqual(['__Host-session']);
  });
});
