import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { build } from 'esbuild';
import { bundleOf } from '#local/fresh-bundles.ts';
import { bundledHosts } from '../scripts/bundle.ts';
import { clientAlone } from './bundle-bytes.ts';
import { hostEnvironment } from './host-environment.ts';
import { spreadOf, type Timing } from './paired.ts';

/*
 * What it takes to import each function's bundle in a process of its own, against a bundle of the database's client, one
 * command of it and nothing else, as an ES module: what the limit was set against, whatever form functions are deployed in. Processes take turns; a ratio is that of neighbours. The
 * processor's time is taken, which others on the machine disturb less than the clock. Lambda's own part, its runtime and
 * the fetching of the bundle, cannot be measured here.
 */

/** The most that the import of the slowest function may take, to that of the client alone. */
export const mostImportToTheClient = 2.2;
const rounds = 11;
/** CommonJS packages in an ES module call for Node's own modules by `require`, which such a module has not. */
const asModule = {
  format: 'esm',
  banner: { js: "import{createRequire}from'node:module';const require=createRequire(import.meta.url);" },
} as const;

const script = `const before = process.cpuUsage();
await import(process.argv[1]);
const { user, system } = process.cpuUsage(before);
process.stdout.write(String(user + system));
process.exit(0);`;

const importMicroseconds = (file: string): number => {
  const { status, stdout, stderr } = spawnSync(
    process.execPath,
    ['--input-type=module', '--eval', script, pathToFileURL(file).href],
    { env: hostEnvironment(dirname(file)), encoding: 'utf8' },
  );
  if (status !== 0) throw new Error(`${file} could not be imported: ${stderr}`);
  return Number(stdout);
};

export const timeStarts = async (): Promise<readonly Timing[]> => {
  const folder = mkdtempSync(join(tmpdir(), 'starts-'));
  try {
    const client = join(folder, 'client.mjs');
    await build({ ...clientAlone, ...asModule, write: true, outfile: client });
    const functions = bundledHosts.map((name) => {
      const ratios: number[] = [];
      return { name, file: bundleOf(name), ratios };
    });
    // The first round fills the machine's caches.
    for (let round = 0; round <= rounds; round += 1) {
      const alone = importMicroseconds(client);
      for (const { file, ratios } of functions) {
        const ratio = importMicroseconds(file) / alone;
        if (round > 0) ratios.push(ratio);
      }
    }
    const timings = functions
      .map(({ name, ratios }) => ({ name, spread: spreadOf(ratios) }))
      .toSorted((a, b) => b.spread.median - a.spread.median);
    return timings.map(({ name, spread }, n) => {
      const verdict = spread.median <= mostImportToTheClient ? 'within' : 'beyond';
      const limit = n === 0 ? ` (the slowest; ${verdict} the limit of ${mostImportToTheClient})` : '';
      return { what: `importing ${name}, against the database's client alone${limit}`, spread, unit: 'x' };
    });
  } finally {
    rmSync(folder, { recursive: true });
  }
};
