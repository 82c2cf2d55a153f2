import { spawnSync } from 'node:child_process';
import { existsSync, globSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { parseArgs } from 'node:util';
import * as z from 'zod';

/*
 * Proves of a fresh run that the record loses nothing: npm run prove -- [--long] [--only <part>] [--seed <number>]
 * [--path <path of a failure>] [--replay <its replayPath>]. Ends with 1 where anything was lost, doubled, torn or left a gap.
 */

const folder = 'test/proofs';
const partOf = (file: string): string => {
  const [first = ''] = file.split(`${folder}/`).at(-1)?.split('/') ?? [];
  return basename(first, '.test.ts');
};
const parts = [...new Set(globSync(`${folder}/**/*.test.ts`).map(partOf))].sort();

const usage = `npm run prove -- [--long] [--only ${parts.join('|')}] [--seed <number>] [--path <path>] [--replay <path>]`;
const wrong = (): never => {
  console.error(usage);
  process.exit(2);
};

const argumentsGiven = () => {
  try {
    return parseArgs({
      options: {
        long: { type: 'boolean', default: false },
        only: { type: 'string' },
        seed: { type: 'string', default: String(Date.now() % 1_000_000) },
        path: { type: 'string' },
        replay: { type: 'string' },
      },
    }).values;
  } catch {
    return wrong();
  }
};
const { long, only, seed, path, replay } = argumentsGiven();
if (!/^-?\d+$/.test(seed) || (only !== undefined && !parts.includes(only))) wrong();

const Results = z.object({
  testResults: z.array(
    z.object({
      name: z.string(),
      startTime: z.number(),
      endTime: z.number(),
      status: z.string(),
      assertionResults: z.array(
        z.object({
          status: z.string(),
          meta: z.looseObject({ counts: z.record(z.string(), z.number()).optional() }).optional(),
        }),
      ),
    }),
  ),
});
type File = z.infer<typeof Results>['testResults'][number];

const row = (part: string, files: readonly File[]): string => {
  const tests = files.flatMap((file) => file.assertionResults);
  const failed = tests.filter((test) => test.status === 'failed').length + files.filter(isBroken).length;
  const seconds = files.reduce((sum, file) => sum + (file.endTime - file.startTime) / 1_000, 0);
  const counts = tests
    .flatMap((test) => Object.entries(test.meta?.counts ?? {}))
    .map(([name, count]) => `${count.toLocaleString('en-GB')} ${name}`);
  const verdict = failed === 0 ? 'no loss, no gap' : `${failed} LOSSES OR GAPS`;
  const done = [`${tests.length} tests`, ...counts].join(' · ');
  return `${part.padEnd(14)}${verdict.padEnd(20)}${seconds.toFixed(0).padStart(5)} s  ${done}`;
};
/** A file that broke off before any test of it ran: those that it has are none, or skipped. */
const isBroken = (file: File): boolean =>
  file.status === 'failed' && !file.assertionResults.some((test) => test.status === 'failed');

const output = mkdtempSync(join(tmpdir(), 'proofs-'));
const results = join(output, 'results.json');
const ran = spawnSync(
  process.execPath,
  [
    'node_modules/vitest/vitest.mjs',
    'run',
    only === undefined ? `${folder}/` : `${folder}/${only}`,
    // Each test is printed as it ends: hours of a run that is cut then leave what they found.
    '--reporter=verbose',
    '--reporter=json',
    `--outputFile.json=${results}`,
  ],
  {
    stdio: 'inherit',
    env: {
      ...process.env,
      PROOFS: long ? 'long' : 'short',
      PROOFS_SEED: seed,
      ...(path === undefined ? {} : { PROOFS_PATH: path }),
      ...(replay === undefined ? {} : { PROOFS_REPLAY: replay }),
    },
  },
);
const files = existsSync(results) ? Results.parse(JSON.parse(readFileSync(results, 'utf8'))).testResults : [];
rmSync(output, { recursive: true });

const ofParts = Map.groupBy(files, (file) => partOf(file.name));
console.log(`\nProofs of the record, ${long ? 'at length' : 'short (--long for the full counts)'}; seed ${seed}`);
for (const part of parts) {
  const own = ofParts.get(part);
  if (own !== undefined) console.log(row(part, own));
}
if (files.length === 0)
  console.log(
    `Nothing was counted: the run was ended (${ran.signal ?? `status ${ran.status}`}) before it left its results.`,
  );
process.exitCode = ran.status === 0 && files.length > 0 ? 0 : 1;
