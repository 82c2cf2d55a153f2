import { readFileSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { whatIsTested } from '#web/pages/accessibility.ts';
import { meByToken, pagesUnderTest } from '../../../support/pages-under-test.ts';

beforeAll(() => vi.stubGlobal('fetch', meByToken));
afterAll(() => vi.unstubAllGlobals());

describe('the accessibility statement', () => {
  it('is open to anybody, and each page leads to it', async () => {
    const { ask, signIn } = pagesUnderTest();
    for (const path of ['/pages', '/pages/signed-out'])
      expect((await ask('GET', path)).body).toContain('href="/pages/accessibility"');
    const open = await ask('GET', '/pages/accessibility');
    expect(open.status).toBe(200);
    await signIn('sam');
    expect((await ask('GET', '/pages/a-form')).body).toContain('href="/pages/accessibility"');
    expect((await ask('GET', '/pages/accessibility')).status).toBe(200);
  });

  it('says whom to tell, who enforces, what is not known, and when it was written', async () => {
    const { body } = await pagesUnderTest().ask('GET', '/pages/accessibility');
    for (const words of [
      'accessibility@council.example',
      'Equality and Human Rights Commission',
      'Accessibility Regulations 2018',
      'partially compliant',
      'nobody who uses a screen reader',
      'prepared on 30 November 2026',
    ])
      expect(body).toContain(words);
  });

  it.each([
    ['test/e2e/pages-browser.ts', /\[1366, 390, 320\]/, /wcag22aa/],
    ['test/e2e/the-way-in.test.ts', /by keyboard alone/, /keyboard\.press/],
    ['test/e2e/pages-for-people.test.ts', /describe\.each\(\[false, true\]\)/, /withScript/],
    ['test/e2e/accessibility-statement.test.ts', /forcedColors: 'active'/, /faultsForAnybody/],
    ['test/e2e/pages-accessible.test.ts', /prints on A4/, /page\.pdf/],
  ])('claims nothing that is not tested: %s', (file, ...found) => {
    expect(whatIsTested.map(({ by }) => by)).toContain(file);
    for (const pattern of found) expect(readFileSync(file, 'utf8')).toMatch(pattern);
  });

  it('claims no test besides', () => {
    expect(whatIsTested).toHaveLength(5);
  });
});
