import { spawnSync } from 'node:child_process';
import { expect, it } from 'vitest';
import { countedAs } from '#functions/http/middleware/request-metrics.ts';

/* What is counted of a request, and how it is written: only what people notice, and nothing of whom. */

it.each([
  [200, undefined],
  [201, undefined],
  [202, undefined],
  [412, 'Conflicts'],
  [409, undefined],
  [400, undefined],
  [503, 'Busy'],
  [404, undefined],
] as const)('an answer of %i counts as %s', (status, what) => {
  expect(countedAs(status)).toBe(what);
});

/** What a process that counts three changes writes, in an environment of its own. */
const written = (environment: Readonly<Record<string, string>>): string =>
  spawnSync(
    process.execPath,
    [
      '--input-type=module',
      '--eval',
      "const { count, counted } = await import('./functions/http/metrics.ts'); count(counted.changesRecorded, 3); count(counted.reportsLate, 0);",
    ],
    { encoding: 'utf8', env: environment },
  ).stdout;

it('is written as lines of the embedded metric format, under the namespace of the deployment, and says of nobody', () => {
  const lines = written({
    POWERTOOLS_METRICS_NAMESPACE: 'Tracker-kent-live-Tracker',
    POWERTOOLS_SERVICE_NAME: 'commands',
  })
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line));
  expect(lines).toEqual([
    {
      _aws: {
        Timestamp: expect.any(Number),
        CloudWatchMetrics: [
          {
            Namespace: 'Tracker-kent-live-Tracker',
            Dimensions: [['service']],
            Metrics: [{ Name: 'ChangesRecorded', Unit: 'Count' }],
          },
        ],
      },
      service: 'commands',
      ChangesRecorded: 3,
    },
    expect.objectContaining({ service: 'commands', ReportsLate: 0 }),
  ]);
});

it('is not written on one machine, where nobody looks at graphs', () => {
  expect(written({ POWERTOOLS_METRICS_DISABLED: 'true', POWERTOOLS_SERVICE_NAME: 'commands' })).toBe('');
});
