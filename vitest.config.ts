import { globSync, readFileSync } from 'node:fs';
import { defineConfig } from 'vitest/config';

/**
 * Tests on the engine that leave their process as it was. One that sets its environment, or puts something in the place of a
 * module, of a function or of the clock, has a process of its own.
 */
const leaveNothing = globSync('test/{api,store}/**/*.test.ts', { cwd: import.meta.dirname }).filter(
  (file) => !/\bvi\.|process\.env\b/.test(readFileSync(`${import.meta.dirname}/${file}`, 'utf8')),
);

/** What is too long for every run, and is tried by `npm run prove` alone. */
const onlyProved = process.env.PROOFS === undefined ? ['test/proofs/whole-month.test.ts'] : [];

export default defineConfig({
  test: {
    testTimeout: 60_000,
    hookTimeout: 60_000,
    pool: 'forks',
    maxWorkers: 2,
    expect: { requireAssertions: true },
    // Many tests start our own commands: the second start of each takes half the processor's time of the first.
    env: { NODE_COMPILE_CACHE: `${import.meta.dirname}/node_modules/.cache/compiled` },
    projects: [
      // Plain functions keep nothing between them, so their files share a process: half of their time was its start, file by file.
      // Those of test/architecture/ read every source: each is parsed once for all of them.
      {
        extends: true,
        test: { name: 'unit', include: ['test/{unit,architecture}/**/*.test.ts'], isolate: false },
      },
      // The CDK's library takes longer to load than most files of these take to run.
      { extends: true, test: { name: 'infra', include: ['test/infra/**/*.test.ts'], isolate: false } },
      // To load the functions and what they import takes 2 s of the processor, and a file of these 2 s more.
      { extends: true, test: { name: 'engine', include: leaveNothing, isolate: false } },
      {
        extends: true,
        test: {
          name: 'whole',
          include: ['test/**/*.test.ts'],
          exclude: ['test/{unit,architecture,infra}/**', ...leaveNothing, ...onlyProved],
        },
      },
    ],
  },
});
