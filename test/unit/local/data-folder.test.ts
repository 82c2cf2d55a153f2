import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { CommandRefused } from '#local/command-line.ts';
import { openDataFolder } from '#local/data-folder.ts';
import { startTracker } from '#local/tracker.ts';

const folder = mkdtempSync(join(tmpdir(), 'tracker-folder-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const older = (name: string, files: Readonly<Record<string, string>>): string => {
  const path = join(folder, name);
  mkdirSync(path);
  for (const [file, text] of Object.entries(files)) writeFileSync(join(path, file), text);
  return path;
};
const contentsOf = (path: string) =>
  readdirSync(path).map((name) => [name, readFileSync(join(path, name), 'utf8')] as const);

describe('the folder of a tracker on one machine', () => {
  it.each([
    ['an earlier version, which said nothing of its format', { 'table.db': 'what 0.1 stored', 'loaded.json': '{}' }],
    ['another version', { 'table.db': 'what 0.3 stored', format: '0.3\n' }],
  ])(
    'that is of %s is refused in one sentence that says how to begin afresh, and is not touched',
    async (what, files) => {
      const path = older(what.replaceAll(' ', '-'), files);
      const before = contentsOf(path);
      const started = startTracker({ port: 0, data: path, bundleOf: () => '', onTrouble: () => undefined });
      await expect(started).rejects.toThrow(CommandRefused);
      await expect(started).rejects.toThrow(
        `${path} is of another version of the tracker and was not touched: to begin afresh give another folder by --data, or remove this one.`,
      );
      expect(contentsOf(path)).toEqual(before);
    },
  );

  it('that is new says its format, and is opened again', () => {
    const path = join(folder, 'new');
    expect(openDataFolder(path).path).toBe(path);
    expect(readFileSync(join(path, 'format'), 'utf8')).toBe('0.2\n');
    writeFileSync(join(path, 'table.db'), '');
    expect(openDataFolder(path).tableFile).toBe(join(path, 'table.db'));
  });
});
