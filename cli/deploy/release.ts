import { execFileSync } from 'node:child_process';
import { copyFileSync, mkdirSync, mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { CommandFailed } from './cdk.ts';

/** The same command, without the release that it goes to. */
export const wordsWithin = (typed: readonly string[]): readonly string[] =>
  typed.flatMap((word, index) =>
    word === '--to' || word.startsWith('--to=') || typed[index - 1] === '--to' ? [] : [word],
  );

/**
 * Deploys another release, an earlier one for one, with the same choices: from a working tree of its own, so that what is
 * checked out here stays. Records that a newer release stored in a newer shape are read, and not changed, by an older one.
 */
export const deployRelease = async (
  release: string,
  choicesFile: string,
  typed: readonly string[],
  print: (line: string) => void,
): Promise<void> => {
  const folder = join(mkdtempSync(join(tmpdir(), 'tracker-release-')), 'tracker');
  const run = (command: string, words: readonly string[], cwd?: string): void => {
    try {
      execFileSync(command, words, { stdio: ['ignore', 'inherit', 'pipe'], ...(cwd === undefined ? {} : { cwd }) });
    } catch (fault) {
      throw new CommandFailed(fault instanceof Error ? fault.message : String(fault));
    }
  };
  print(`Release ${release}, in a working tree of its own.`);
  run('git', ['worktree', 'add', '--detach', folder, release]);
  try {
    mkdirSync(join(folder, dirname(choicesFile)), { recursive: true });
    copyFileSync(choicesFile, join(folder, choicesFile));
    run('npm', ['ci'], folder);
    run('npm', ['run', 'deploy', '--', ...wordsWithin(typed)], folder);
  } finally {
    run('git', ['worktree', 'remove', '--force', folder]);
  }
};
