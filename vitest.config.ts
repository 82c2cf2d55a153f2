import { globSync, readFileSync } from 'node:fs';
import { defineConfig } from 'vitest/config';

/**
 * Tests that have a process of their own: they put something in the place of a module, or set what a module reads once, when it is
 * loaded. Whatever else a file sets is taken back when it ends (test/support/as-found.ts).
 */
const alone = globSync('test/{api,store,e2e,proofs,released}/**/*.test.ts', { cwd: import.meta.dirname }).filter(
  (file) => /\bvi\.(mock|hoisted)\b|POWERTOOLS_|REQUESTS_/.test(readFileSync(`${import.meta.dirname}/${file}`, 'utf8')),
);

/** What is too long even for `npm run test:long`, and is tried by `npm run prove` alone. */
const onlyProved = process.env.PROOFS === undefined ? ['test/proofs/whole-month.test.ts'] : [];

/** Files that share a process: to load the functions and what they import takes 2 s of the processor, and a file of these 2 s more. */
const together = (name: string, ...include: string[]) => ({
  extends: true as const,
  test: { name, include, exclude: [...alone, ...onlyProved], isolate: false, setupFiles: ['test/support/as-found.ts'] },
});

export default defineConfig({
  test: {
    testTimeout: 60_000,
    hookTimeout: 60_000,
    pool: 'forks',
    maxWorkers: 2,
    expect: { requireAssertions: true },
    tags: [{ name: 'long', description: 'Too long for `npm test`; tried by `npm run test:long`, and so by CI.' }],
    // Many tests start our own commands: the second start of each takes half the processor's time of the first.
    env: { NODE_COMPILE_CACHE: `${import.meta.dirname}/node_modules/.cache/compiled` },
    projects: [
      // Those of test/architecture/ read every source: each is parsed once for all of them.
      together('unit', 'test/{unit,architecture}/**/*.test.ts'),
      // The CDK's library takes longer to load than most files of these take to run.
      together('infra', 'test/infra/**/*.test.ts'),
      together('engine', 'test/{api,store}/**/*.test.ts'),
      together('whole', 'test/{e2e,proofs,released}/**/*.test.ts'),
      { extends: true, test: { name: 'alone', include: alone, exclude: onlyProved } },
    ],
  },
});
