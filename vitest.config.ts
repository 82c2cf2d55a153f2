import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    testTimeout: 60_000,
    hookTimeout: 60_000,
    pool: 'forks',
    maxWorkers: 2,
    expect: { requireAssertions: true },
    projects: [
      // Plain functions keep nothing between them, so their files share a process: half of their time was its start, file by file.
      { extends: true, test: { name: 'unit', include: ['test/unit/**/*.test.ts'], isolate: false } },
      // The CDK's library takes longer to load than most files of these take to run.
      { extends: true, test: { name: 'infra', include: ['test/infra/**/*.test.ts'], isolate: false } },
      {
        extends: true,
        test: { name: 'whole', include: ['test/**/*.test.ts'], exclude: ['test/unit/**', 'test/infra/**'] },
      },
    ],
  },
});
