import { randomBytes } from 'node:crypto';
import * as fc from 'fast-check';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { unpackedForm } from '#functions/pages/packed-values.ts';
import { seal, unseal } from '#functions/pages/sealing.ts';
import { ownPath } from '#functions/pages/signing-in.ts';
import { meByToken, pagesUnderTest, ringOf } from '../../../support/pages-under-test.ts';

/* What the pages keep of somebody who is signed in, and what becomes of it (docs/adr/0080-pages-for-people.md). */

beforeEach(() => vi.stubGlobal('fetch', meByToken));
afterEach(() => vi.unstubAllGlobals());

const hour = 3_600;

describe('what is sealed', () => {
  it('is read for what it was sealed for, and not where a letter of it is another', async () => {
    const ring = ringOf('first');
    const sealed = await seal(ring, 'session', { said: 'words' });
    expect(await unseal(ring, 'session', sealed)).toEqual({ said: 'words' });
    expect(await unseal(ring, 'notice', sealed)).toBeUndefined();
    // The last letter of a part has bits that no byte is made of.
    const places = [...sealed].flatMap((_, n) => (/[^.][^.]/.test(sealed.slice(n, n + 2)) ? [n] : []));
    for (const n of places) {
      const other = sealed[n] === 'A' ? 'B' : 'A';
      const changed = `${sealed.slice(0, n)}${other}${sealed.slice(n + 1)}`;
      expect(await unseal(ring, 'session', changed)).toBeUndefined();
    }
  });

  it('is read under the value of the secret before this one, and under none before that', async () => {
    const sealed = await seal(ringOf('first'), 'session', 'words');
    expect(await unseal(ringOf('second', 'first'), 'session', sealed)).toBe('words');
    expect(await unseal(ringOf('third', 'second'), 'session', sealed)).toBeUndefined();
  });
});

describe('a session', () => {
  it('is in the table under a digest and sealed: neither what the cookie holds, nor a token, nor a name', async () => {
    const { signIn, jar, items } = pagesUnderTest();
    expect(await signIn('sam-sro')).toMatchObject({ status: 303, to: '/pages/a-form' });
    const stored = JSON.stringify([...items]);
    expect(items.size).toBe(1);
    expect(stored).not.toContain(jar.get('__Host-session'));
    expect(stored).not.toMatch(/access-of|sam-sro/);
  });

  it('is nobody else’s where its item is put in the place of another', async () => {
    const pages = pagesUnderTest();
    await pages.signIn('sam-sro');
    const [, ofSam] = [...pages.items][0] ?? [];
    pages.jar.clear();
    await pages.signIn('olive-office');
    const [ofOlive] = [...pages.items].at(-1) ?? [''];
    pages.items.set(ofOlive, { ...(ofSam as never as object), id: { S: ofOlive } } as never);
    expect((await pages.ask('GET', '/pages/a-form')).to).toContain('/pages/sign-in');
  });

  it('gets a new id at each sign-in, and the one before is ended', async () => {
    const pages = pagesUnderTest();
    await pages.signIn('sam-sro');
    const planted = pages.jar.get('__Host-session') ?? '';
    await pages.signIn('sam-sro');
    expect(pages.jar.get('__Host-session')).not.toBe(planted);
    pages.jar.set('__Host-session', planted);
    expect((await pages.ask('GET', '/pages/a-form')).to).toContain('/pages/sign-in');
  });

  it('is over once its owner signs out, whoever kept the cookie', async () => {
    const pages = pagesUnderTest();
    await pages.signIn('sam-sro');
    const kept = pages.jar.get('__Host-session') ?? '';
    await pages.ask('POST', '/pages/sign-out', {});
    expect(pages.jar.has('__Host-session')).toBe(false);
    pages.jar.set('__Host-session', kept);
    expect((await pages.ask('GET', '/pages/a-form')).to).toContain('/pages/sign-in');
  });

  it('is over at once where another function ended it, though this one has seen it', async () => {
    const pages = pagesUnderTest();
    await pages.signIn('sam-sro');
    for (let n = 0; n < 2; n += 1) expect((await pages.ask('GET', '/pages/a-form')).status).toBe(200);
    pages.items.clear();
    const answer = await pages.ask('GET', '/pages/a-form');
    expect(answer.to).toContain('/pages/sign-in');
    expect(answer.body).not.toContain('Token:');
  });

  it('is shown as another function left it, though this one has seen it otherwise', async () => {
    const [pages, other] = [pagesUnderTest(), pagesUnderTest()];
    await pages.signIn('sam-sro');
    const { body } = await pages.ask('GET', '/pages/a-form');
    for (const [id, item] of pages.items) other.items.set(id, item);
    for (const [name, value] of pages.jar) other.jar.set(name, value);
    other.clock.now += 2 * hour;
    await other.ask('POST', '/pages/a-form', { _token: pages.tokenOn(body), words: 'Half an hour of work' });
    for (const [id, item] of other.items) pages.items.set(id, item);
    expect((await pages.ask('GET', '/pages/a-form')).body).toContain('Kept: Half an hour of work');
  });

  it('is over after twelve hours, whatever its token says', async () => {
    const pages = pagesUnderTest();
    await pages.signIn('sam-sro');
    pages.clock.now += hour - 200;
    expect((await pages.ask('GET', '/pages/a-form')).status).toBe(200);
    pages.clock.now += 12 * hour;
    expect((await pages.ask('GET', '/pages/a-form')).to).toContain('/pages/sign-in');
  });
});

describe('a form whose session ended', () => {
  const sentTooLate = async () => {
    const pages = pagesUnderTest();
    await pages.signIn('sam-sro');
    const { body } = await pages.ask('GET', '/pages/a-form');
    pages.clock.now += 2 * hour;
    const sent = { _token: pages.tokenOn(body), words: 'Half an hour of work' };
    expect((await pages.ask('POST', '/pages/a-form', sent)).to).toContain('/pages/sign-in');
    expect(pages.received).toEqual([]);
    return pages;
  };

  it('waits for its owner, who is shown it after they have signed in again, once it is sent no more', async () => {
    const pages = await sentTooLate();
    await pages.signIn('sam-sro');
    const { body } = await pages.ask('GET', '/pages/a-form');
    expect(body).toContain('Kept: Half an hour of work');
    await pages.ask('POST', '/pages/a-form', { _token: pages.tokenOn(body), words: 'Half an hour of work' });
    expect(pages.received).toEqual(['Half an hour of work']);
    expect((await pages.ask('GET', '/pages/a-form')).body).toContain('Kept: nothing');
  });

  it('waits beside another of the same person, with what stands in its address', async () => {
    const pages = pagesUnderTest();
    await pages.signIn('sam-sro');
    pages.clock.now += 2 * hour;
    const first = await pages.ask('POST', '/pages/a-form?from=2026-01-01', { words: 'Of the first tab' });
    expect(first.to).toBe(`/pages/sign-in?to=${encodeURIComponent('/pages/a-form?from=2026-01-01')}`);
    await pages.ask('POST', '/pages/another-form', { words: 'Of the second tab' });
    await pages.signIn('sam-sro');
    const { body } = await pages.ask('GET', '/pages/a-form?from=2026-01-01');
    expect(body).toContain('Kept: Of the first tab');
    await pages.ask('POST', '/pages/a-form', { _token: pages.tokenOn(body), words: 'Of the first tab' });
    expect((await pages.ask('GET', '/pages/a-form')).body).toContain('Kept: nothing');
    expect((await pages.ask('GET', '/pages/another-form')).body).toContain('Kept: Of the second tab');
  });

  it('that is larger than the API takes does not wait, and is kept on the page', async () => {
    const pages = pagesUnderTest();
    await pages.signIn('sam-sro');
    pages.clock.now += 2 * hour;
    const words = randomBytes(300_000).toString('base64');
    const tooLarge = await pages.ask('POST', '/pages/a-form', { words });
    expect(tooLarge.status).toBe(401);
    const [, name = '', value = ''] =
      /<input type="hidden" name="([^"]*words)" value="([^"]*)"/.exec(tooLarge.body) ?? [];
    expect(unpackedForm({ [name]: value })).toEqual({ words });
    await pages.signIn('sam-sro');
    expect((await pages.ask('GET', '/pages/a-form')).body).toContain('Kept: nothing');
  });

  it('with the cells of a workbook in it waits, packed, and is given back whole', async () => {
    const pages = pagesUnderTest();
    await pages.signIn('sam-sro');
    pages.clock.now += 2 * hour;
    const words = JSON.stringify(
      Array.from({ length: 5_000 }, (_, n) => ({ row: n, cells: ['Risk', `Owner ${n}`, 3] })),
    );
    expect(words.length).toBeGreaterThan(200_000);
    expect((await pages.ask('POST', '/pages/a-form', { words })).status).toBe(303);
    await pages.signIn('sam-sro');
    const { body } = await pages.ask('GET', '/pages/a-form');
    expect(body.replaceAll('&quot;', '"')).toContain(`Kept: ${words}`);
  });

  it('by a signing out on another page is kept on the page, and goes on once its owner is back', async () => {
    const pages = pagesUnderTest();
    await pages.signIn('sam-sro');
    const { body } = await pages.ask('GET', '/pages/a-form');
    await pages.ask('POST', '/pages/sign-out', {});
    const sent = { _token: pages.tokenOn(body), words: 'Half an hour of work' };
    const kept = await pages.ask('POST', '/pages/a-form', sent);
    expect(kept.status).toBe(401);
    expect(kept.body).toContain('value="Half an hour of work"');
    await pages.signIn('sam-sro');
    const again = await pages.ask('POST', '/pages/a-form', { words: 'Half an hour of work' });
    expect(again.body).toContain('Kept: Half an hour of work');
    expect(pages.received).toEqual([]);
  });

  it('is given to nobody else who signs in at that browser', async () => {
    const pages = await sentTooLate();
    await pages.signIn('olive-office');
    expect((await pages.ask('GET', '/pages/a-form')).body).toContain('Kept: nothing');
  });
});

describe('a form', () => {
  it('of another site, or without the token of its session, does nothing', async () => {
    const pages = pagesUnderTest();
    await pages.signIn('sam-sro');
    const token = pages.tokenOn((await pages.ask('GET', '/pages/a-form')).body);
    const form = { _token: token, words: 'Mine' };
    for (const headers of [
      { 'sec-fetch-site': 'cross-site' },
      { 'sec-fetch-site': 'same-site' },
      { 'sec-fetch-site': 'none' },
    ])
      expect((await pages.ask('POST', '/pages/a-form', form, headers)).status).toBe(403);
    for (const other of ['', token.slice(1), `${token}A`, Buffer.alloc(64).toString('base64url')])
      expect((await pages.ask('POST', '/pages/a-form', { ...form, _token: other })).status).toBe(200);
    expect(pages.received).toEqual([]);
    await pages.ask('POST', '/pages/a-form', form);
    expect(pages.received).toEqual(['Mine']);
  });
});

describe('a sign-in', () => {
  it('that was not begun in this browser, or comes back under another state, lets nobody in', async () => {
    const pages = pagesUnderTest();
    expect((await pages.ask('GET', '/pages/signed-in?code=sam-sro&state=a-state')).status).toBe(400);
    await pages.ask('GET', '/pages/sign-in');
    expect((await pages.ask('GET', '/pages/signed-in?code=sam-sro&state=another')).status).toBe(400);
    expect(pages.refused).toHaveLength(1);
    expect(pages.items.size).toBe(0);
    expect(pages.jar.has('__Host-session')).toBe(false);
  });

  it('leads to the first page where the way back is too long for a cookie, which a browser would not keep', async () => {
    const pages = pagesUnderTest();
    const to = `/pages/a-form?search=${'x'.repeat(4_000)}`;
    await pages.ask('GET', `/pages/sign-in?to=${encodeURIComponent(to)}`);
    expect((pages.jar.get('__Host-sign-in') ?? '').length).toBeLessThan(4_096 - 200);
    const back = await pages.ask('GET', '/pages/signed-in?code=sam-sro&state=a-state');
    expect(back).toMatchObject({ status: 303, to: '/pages' });
    const short = `/pages/a-form?search=${'x'.repeat(400)}`;
    expect((await pages.signIn('sam-sro', short)).to).toBe(short);
  });

  it('leads to a page of ours and nowhere else, whatever its address says', async () => {
    const part = fc.constantFrom(
      '/',
      '/pages',
      '..',
      '%2e%2e',
      '\\',
      '//evil.example',
      'https:',
      '?',
      '#',
      ' ',
      '\t',
      '@',
      'x',
    );
    fc.assert(
      fc.property(fc.array(part, { maxLength: 6 }), (parts) => {
        const { origin, pathname } = new URL(ownPath(parts.join('')), 'https://tracker.example');
        expect(origin).toBe('https://tracker.example');
        expect(pathname).toMatch(/^\/pages(?:\/|$)/);
      }),
      { numRuns: 500 },
    );
    const elsewhere = [
      '//evil.example',
      '/pages\\..\\evil',
      'https://evil.example/pages',
      '/pagesevil',
      '/pages/../programmes',
    ];
    for (const to of elsewhere) expect(ownPath(to)).toBe('/pages');
    expect(ownPath('/pages/programmes?page=2')).toBe('/pages/programmes?page=2');
    const { signIn } = pagesUnderTest();
    expect(await signIn('sam-sro', 'https://evil.example/')).toMatchObject({ status: 303, to: '/pages' });
  });
});
