import { mkdtempSync, readFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { expect, it } from 'vitest';

it('peers that are not installed are skipped with a word, and nothing is measured', async () => {
  process.env.PEERS_HOME = mkdtempSync(join(tmpdir(), 'no-peers-'));
  const { measurePeers } = await import('../../bench/peers/run.ts');
  const said: string[] = [];
  expect(await measurePeers(65, [], (sentence) => said.push(sentence))).toEqual([]);
  expect(said).toEqual([
    'Directus 12.4.0 is skipped: it is not installed.',
    'Strapi 5.54.0 is skipped: it is not installed.',
    'NocoDB 0.301.3 is skipped: it is not installed.',
  ]);
});

it("no peer is among what `npm ci` installs, and each one's version is the one that it is named by", () => {
  const text = (file: string) => readFileSync(resolve(import.meta.dirname, '../..', file), 'utf8');
  for (const [name, packageName, version] of [
    ['directus', 'directus', '12.4.0'],
    ['strapi', '@strapi/strapi', '5.54.0'],
    ['nocodb', 'nocodb', '0.301.3'],
  ] as const) {
    for (const file of ['package.json', 'package-lock.json'])
      expect(text(file)).not.toMatch(new RegExp(`"(?:node_modules/)?${packageName}"`));
    expect(JSON.parse(text(`bench/peers/packages/${name}/package.json`)).dependencies[packageName]).toBe(version);
  }
});
