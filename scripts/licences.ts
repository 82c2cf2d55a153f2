import { readFileSync } from 'node:fs';
import * as z from 'zod';

/*
 * The licences of every package, as the lock file names them, held to a list: what a council may install without asking its
 * lawyers. Copyleft of the network (AGPL) is not on it, for development neither.
 */

const allowed = new Set([
  '0BSD',
  'Apache-2.0',
  'BSD-2-Clause',
  'BSD-3-Clause',
  'BlueOak-1.0.0',
  'CC0-1.0',
  'ISC',
  'MIT',
  'MIT-0',
  // Of a file, not of what uses it: none of these packages is in a bundle.
  'MPL-2.0',
  'Python-2.0',
  // Of fonts, which a document may hold.
  'OFL-1.1',
]);

/** Packages that name none in their package.json, by version, and the licence in their archive. */
const inTheArchive: Readonly<Record<string, string>> = { 'node_modules/png-js 2.0.0': 'MIT' };

const Lock = z.looseObject({
  packages: z.record(z.string(), z.looseObject({ version: z.string().optional(), license: z.string().optional() })),
});

/** Whether one of the licences that an SPDX expression of alternatives offers is allowed. */
export const isAllowed = (expression: string): boolean =>
  !/\bAND\b|\bWITH\b/.test(expression) &&
  expression
    .replaceAll(/[()]/g, '')
    .split(/\s+OR\s+/)
    .some((licence) => allowed.has(licence.trim()));

/** A sentence for each package of a lock file whose licence is missing or not allowed. */
export const licenceFaults = (lock: unknown): readonly string[] =>
  Object.entries(Lock.parse(lock).packages).flatMap(([path, { version, license }]) => {
    const named = license ?? inTheArchive[`${path} ${version}`];
    if (named !== undefined && isAllowed(named)) return [];
    return [`${path || 'the project'} ${version ?? ''}: ${license ?? 'names no licence'}`];
  });

if (import.meta.main) {
  const faults = licenceFaults(JSON.parse(readFileSync('package-lock.json', 'utf8')));
  for (const fault of faults) console.error(fault);
  if (faults.length > 0) process.exitCode = 1;
  else console.log('Every package has a licence that is on the list.');
}
