import { execFileSync, spawnSync } from 'node:child_process';
import { copyFileSync, mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { CommandRefused } from '#local/command-line.ts';
import { CommandFailed } from './cdk.ts';

/** The same command, without the release that it goes to. */
export const wordsWithin = (typed: readonly string[]): readonly string[] =>
  typed.flatMap((word, index) =>
    word === '--to' || word.startsWith('--to=') || typed[index - 1] === '--to' ? [] : [word],
  );

export interface Release {
  /** As it was typed: a tag, a branch or a commit. */
  readonly name: string;
  readonly commit: string;
}

/** Asks git in a folder; undefined where it answers that there is none. */
const askGit = (folder: string, ...words: readonly string[]): string | undefined => {
  const { status, stdout } = spawnSync('git', ['-C', folder, ...words], { encoding: 'utf8' });
  return status === 0 ? stdout.trim() : undefined;
};

const mostNamed = 8;

/**
 * The release of a name, in the repository of a folder.
 *
 * @throws CommandRefused where there is none, with those that there are, or where it has no such command
 */
export const releaseOf = (name: string, folder = '.'): Release => {
  const commit = askGit(folder, 'rev-parse', '--verify', '--quiet', '--end-of-options', `${name}^{commit}`);
  if (commit === undefined) {
    const tags = askGit(folder, 'tag', '--list', 'v*', '--sort=-version:refname')?.split('\n') ?? [];
    const named = tags.filter((tag) => tag !== '').slice(0, mostNamed);
    const there = named.length === 0 ? 'No release is tagged here' : `There are ${named.join(', ')}`;
    throw new CommandRefused(`There is no release "${name}". ${there}; git fetch --tags brings newer ones.`);
  }
  if (askGit(folder, 'cat-file', '-e', `${commit}:cli/deploy.ts`) === undefined)
    throw new CommandRefused(`"${name}" is older than this command, which releases have from 0.3.0 on.`);
  return { name, commit };
};

/**
 * Deploys another release, an earlier one for one, with the same choices: from a working tree of its own, so that what is
 * checked out here stays. Records that a newer release stored in a newer shape are read, and not changed, by an older one.
 */
export const deployRelease = async (
  release: Release,
  choicesFile: string,
  typed: readonly string[],
  print: (line: string) => void,
): Promise<void> => {
  const parent = mkdtempSync(join(tmpdir(), 'tracker-release-'));
  const folder = join(parent, 'tracker');
  const run = (command: string, words: readonly string[], cwd?: string): void => {
    try {
      execFileSync(command, words, { stdio: ['ignore', 'inherit', 'pipe'], ...(cwd === undefined ? {} : { cwd }) });
    } catch (fault) {
      throw new CommandFailed(fault instanceof Error ? fault.message : String(fault));
    }
  };
  print(`Release ${release.name} (${release.commit.slice(0, 12)}), in a working tree of its own.`);
  try {
    run('git', ['worktree', 'add', '--detach', folder, release.commit]);
    mkdirSync(join(folder, dirname(choicesFile)), { recursive: true });
    copyFileSync(choicesFile, join(folder, choicesFile));
    run('npm', ['ci'], folder);
    run('npm', ['run', 'deploy', '--', ...wordsWithin(typed)], folder);
  } finally {
    rmSync(parent, { recursive: true, force: true });
    // It is of no use to git any more.
    run('git', ['worktree', 'prune']);
  }
};
