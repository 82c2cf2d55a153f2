import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { isAllowed, licenceFaults } from '../../../scripts/licences.ts';

const lock: unknown = JSON.parse(readFileSync('package-lock.json', 'utf8'));

it('every package, for development too, has a licence that is on the list', () => {
  expect(licenceFaults(lock)).toEqual([]);
});

it.each([
  ['MIT', true],
  ['(MIT OR GPL-3.0-or-later)', true],
  ['AGPL-3.0-or-later', false],
  ['GPL-3.0-only', false],
  ['(AGPL-3.0-only OR SSPL-1.0)', false],
  ['MIT AND GPL-2.0-only', false],
  ['SEE LICENSE IN LICENSE.txt', false],
])('%s is allowed: %s', (expression, may) => {
  expect(isAllowed(expression)).toBe(may);
});

it('a package under another licence, or under none, is named', () => {
  const packages = {
    'node_modules/a': { version: '1.0.0', license: 'AGPL-3.0-or-later' },
    'node_modules/b': { version: '2.0.0' },
  };
  expect(licenceFaults({ packages })).toEqual([
    'node_modules/a 1.0.0: AGPL-3.0-or-later',
    'node_modules/b 2.0.0: names no licence',
  ]);
});

it('the project has the licence that it names', () => {
  const { license } = JSON.parse(readFileSync('package.json', 'utf8')) as { license: string };
  expect(license).toBe('MIT');
  expect(readFileSync('LICENSE', 'utf8')).toMatch(/^MIT License\n/);
});
