import { spawnSync } from 'node:child_process';
import { existsSync, readdirSync, statSync } from 'node:fs';
import { findPackageJSON } from 'node:module';
import { dirname, join } from 'node:path';

/** The folder of package.json. */
export const projectFolder = dirname(findPackageJSON(import.meta.url) ?? '');

const sources = [
  'language',
  'schemas',
  'registers',
  'domain',
  'store',
  'functions',
  'web',
  'scripts',
  'docs/reference/openapi.json',
  'package-lock.json',
] as const;

const changedAt = (path: string): number => statSync(path).mtimeMs;

const newestIn = (path: string): number =>
  !existsSync(path)
    ? 0
    : statSync(path).isDirectory()
      ? Math.max(
          changedAt(path),
          ...readdirSync(path, { recursive: true, encoding: 'utf8' }).map((name) => changedAt(join(path, name))),
        )
      : changedAt(path);

/** Where the bundle of a deployed function is. */
export const bundleOf = (name: string): string => join(projectFolder, 'dist', name, 'index.cjs');

/** Whether a bundle is missing or older than one of its sources. */
export const areStale = (bundles: readonly string[]): boolean => {
  if (!bundles.every((bundle) => existsSync(bundle))) return true;
  const newest = Math.max(...sources.map((source) => newestIn(join(projectFolder, source))));
  return bundles.some((bundle) => changedAt(bundle) < newest);
};

/**
 * Makes the bundles anew where they are missing or stale.
 *
 * @throws where they cannot be made; the reasons are on standard error.
 */
export const freshenBundles = (names: readonly string[]): void => {
  if (!areStale(names.map(bundleOf))) return;
  const made = spawnSync(process.execPath, ['scripts/bundle.ts'], {
    cwd: projectFolder,
    stdio: ['ignore', 'ignore', 'inherit'],
  });
  if (made.status !== 0) throw new Error('The functions could not be bundled: see above.');
};
