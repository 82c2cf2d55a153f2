import { mkdtempSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { isBuiltin } from 'node:module';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { bundle, bundledHosts } from '../../scripts/bundle.ts';

const contentsOf = (folder: string): ReadonlyMap<string, string> =>
  new Map(
    readdirSync(folder, { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile())
      .map((entry) => join(entry.parentPath, entry.name))
      .toSorted()
      .map((path) => [path.slice(folder.length + 1), readFileSync(path, 'utf8')]),
  );

describe('the bundles', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'dist-'));
  writeFileSync(join(folder, 'left-over.txt'), 'of an earlier build');
  await bundle(folder);
  const files = contentsOf(folder);

  it('are one for each function, its map beside it, and the files that the page is made of', () => {
    expect([...files.keys()]).toEqual(
      [
        ...bundledHosts.flatMap((host) => [`${host}/index.mjs`, `${host}/index.mjs.map`]),
        'front/assets/app.css',
        'front/assets/app.js',
        'front/assets/openapi.json',
      ].toSorted(),
    );
  });

  it('are the same to the byte when they are made again', async () => {
    const again = mkdtempSync(join(tmpdir(), 'dist-'));
    await bundle(again);
    expect([...contentsOf(again)]).toEqual([...files]);
  });

  it.each(bundledHosts)('%s needs nothing beside itself but Node, and says what its handler is', (host) => {
    const text = files.get(`${host}/index.mjs`) ?? '';
    const asked = [...text.matchAll(/(?:^|;)import[^"'();]*?from\s*["']([^"']+)["']/gm)].map(([, name]) => name ?? '');
    expect(asked).toContain('node:module');
    expect(asked.filter((name) => !isBuiltin(name))).toEqual([]);
    expect(text).toMatch(/export\{[^}]*\bas handler\b[^}]*\}/);
  });

  it('name our lines in a stack trace without carrying the sources', () => {
    const map = JSON.parse(files.get('commands/index.mjs.map') ?? '{}');
    expect(map.sources.some((source: string) => source.endsWith('functions/hosts/commands.ts'))).toBe(true);
    expect(map.sourcesContent).toBeUndefined();
  });
});
