import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { everyRole } from '#schemas/people.ts';
import { roleWords } from '#web/role-words.ts';
import { peopleOfTheSmallOnes, peopleOfTheYear } from '../../../../examples/people-to-try.ts';
import { meByToken, pagesUnderTest, ringOf } from '../../../support/pages-under-test.ts';

/* What anybody may read without signing in: what the service is for, and who does what in it. */

beforeAll(() => vi.stubGlobal('fetch', meByToken));
afterAll(() => vi.unstubAllGlobals());

describe('the first page', () => {
  it('says of each role what it does here and what waits for it, and has one way to sign in', async () => {
    const { body } = await pagesUnderTest().ask('GET', '/pages');
    for (const role of everyRole) {
      expect(body).toContain(roleWords[role].title);
      expect(body).toContain(roleWords[role].does);
      expect(body).toContain(roleWords[role].findsFirst);
    }
    expect(body.match(/govuk-button/g)?.length).toBeGreaterThan(0);
    expect(body).not.toContain('Go in as');
    expect(body).toContain('href="/pages/sign-in?to=%2Fpages"');
  });

  it.each([
    ['the year', peopleOfTheYear],
    ['the small programmes', peopleOfTheSmallOnes],
  ])('offers to go in as somebody of each role, and what waits for them, with %s', async (_of, people) => {
    const { ask } = pagesUnderTest(ringOf('first'), people);
    const { body } = await ask('GET', '/pages');
    expect(people.map(({ role }) => role).toSorted()).toEqual([...everyRole].toSorted());
    for (const { role, name, waits } of people) {
      expect(body).toContain(`Go in as ${name}`);
      expect(body).toContain(waits);
      expect((await ask('GET', `/pages/sign-in?as=${role}`)).to).toBe(
        `https://issuer.example/authorize?login_hint=${role}:${name}`,
      );
    }
  });

  it('hints at nobody whom it does not offer', async () => {
    const { ask } = pagesUnderTest(ringOf('first'), [{ role: 'board', name: 'Bea', waits: 'nothing' }]);
    for (const query of ['', '?as=sro', '?as=board%3AEve'])
      expect((await ask('GET', `/pages/sign-in${query}`)).to).toBe('https://issuer.example/authorize');
  });
});
