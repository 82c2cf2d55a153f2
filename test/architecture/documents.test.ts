import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { expect, it } from 'vitest';
import * as z from 'zod';
import { staleDocuments } from '../../scripts/generate-docs.ts';

it('the generated documents say what the code says now; else: npm run docs', async () => {
  expect(await staleDocuments()).toEqual([]);
});

const LockFile = z.object({
  packages: z.record(
    z.string(),
    z.looseObject({
      version: z.string().optional(),
      integrity: z.string().optional(),
      inBundle: z.boolean().optional(),
      optionalDependencies: z.record(z.string(), z.string()).optional(),
    }),
  ),
});

it('every optional package of a platform that the lock file names can be installed from it', () => {
  const { packages } = LockFile.parse(
    JSON.parse(readFileSync(resolve(import.meta.dirname, '../../package-lock.json'), 'utf8')),
  );
  const standing = (from: string, name: string): string | undefined => {
    const place = from === '' ? `node_modules/${name}` : `${from}/node_modules/${name}`;
    if (place in packages) return place;
    return from === '' ? undefined : standing(from.slice(0, Math.max(0, from.lastIndexOf('/node_modules/'))), name);
  };
  // What a package brings in its own archive is not installed from the registry.
  const named = Object.entries(packages).flatMap(([from, one]) =>
    Object.keys(one.inBundle === true ? {} : (one.optionalDependencies ?? {})).map((name) => ({
      from,
      name,
      place: standing(from, name),
    })),
  );
  const lacking = named.filter(({ place }) => {
    const found = place === undefined ? undefined : packages[place];
    return found?.version === undefined || found.integrity === undefined;
  });
  expect(named.length).toBeGreaterThan(0);
  expect(lacking.map(({ from, name }) => `${name}, named by ${from || 'the project'}`)).toEqual([]);
});
