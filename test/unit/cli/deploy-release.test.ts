import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { releaseOf } from '../../../cli/deploy/release.ts';

/** A repository with a release before there was this command, and two with it. */
const repository = (): string => {
  const folder = mkdtempSync(join(tmpdir(), 'releases-'));
  const git = (...words: readonly string[]) =>
    execFileSync('git', ['-C', folder, '-c', 'user.name=a', '-c', 'user.email=a@b.uk', ...words], { stdio: 'pipe' });
  git('init', '--quiet');
  git('commit', '--quiet', '--allow-empty', '-m', 'First');
  git('tag', 'v0.2.0');
  mkdirSync(join(folder, 'cli'));
  writeFileSync(join(folder, 'cli/deploy.ts'), '');
  git('add', '.');
  git('commit', '--quiet', '-m', 'Second');
  git('tag', 'v0.3.0');
  git('tag', 'v0.10.0');
  return folder;
};

describe('a release to go to', () => {
  const folder = repository();

  it('is found by its tag', () => {
    expect(releaseOf('v0.3.0', folder)).toMatchObject({
      name: 'v0.3.0',
      commit: expect.stringMatching(/^[0-9a-f]{40}/),
    });
  });

  it.each(['v9.9.9', '--help', ''])(
    'that there is not ("%s") is refused with those that there are, newest first',
    (name) => {
      expect(() => releaseOf(name, folder)).toThrow('There are v0.10.0, v0.3.0, v0.2.0; git fetch --tags');
    },
  );

  it('from before this command is refused', () => {
    expect(() => releaseOf('v0.2.0', folder)).toThrow('older than this command');
  });
});
