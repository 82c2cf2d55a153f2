import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { build } from 'esbuild';
import { bundleOf } from '#local/fresh-bundles.ts';
import { bundledHosts } from '../scripts/bundle.ts';
import { clientAlone } from './bundle-bytes.ts';
import { spreadOf } from './paired.ts';
import type { Part, Row } from './row.ts';

/*
 * What it takes to import each function's bundle in a process of its own, against a bundle of the database's client, one
 * command of it and nothing else, untrimmed. Processes take turns; a ratio is that of neighbours, the figure their median.
 * The processor's time is taken, which others on the machine disturb less than the clock. Lambda's own part, its runtime
 * and the fetching of the bundle, cannot be measured here: the bytes stand for the second.
 */

/** Ratios to the client alone: as CommonJS, which starts quicker, and as an ES module, which is what we deploy. */
interface ColdStart {
  readonly name: string;
  readonly importRatio: NonNullable<Row['ratio']>;
  readonly importRatioToEsModule: NonNullable<Row['ratio']>;
}

const mostImportRatio = 1.2;

/** CommonJS packages inside an ES module ask for `require`; our own bundles do not, this floor does. */
export const asking =
  "import{createRequire as requireFrom}from'node:module';const require=requireFrom(import.meta.url);";

const buildFloor = async (folder: string, format: 'cjs' | 'esm'): Promise<string> => {
  const outfile = join(folder, format === 'cjs' ? 'floor.cjs' : 'floor.mjs');
  await build({
    ...clientAlone,
    format,
    ...(format === 'esm' ? { banner: { js: asking } } : {}),
    write: true,
    outfile,
  });
  return outfile;
};

export const child = `const before = process.cpuUsage();
await import(process.argv[2]);
const { user, system } = process.cpuUsage(before);
process.stdout.write(String(user + system));
process.exit(0);`;

export const environment = {
  AWS_REGION: 'eu-west-2',
  AWS_ACCESS_KEY_ID: 'bench',
  AWS_SECRET_ACCESS_KEY: 'bench',
  TABLE_NAME: 'bench',
  QUEUE_URL: 'http://127.0.0.1:9/queue',
  ISSUER: 'https://issuer.example',
  CLIENT_ID: 'bench',
};

const importMicroseconds = (script: string, file: string): number => {
  const { status, stdout, stderr } = spawnSync(process.execPath, [script, pathToFileURL(file).href], {
    env: environment,
    encoding: 'utf8',
  });
  if (status !== 0) throw new Error(`${file} could not be imported: ${stderr}`);
  return Number(stdout);
};

/** Imports everything by turns, so many rounds; about a second and a half a round on an idle machine. */
const measureColdStart = async (rounds: number): Promise<readonly ColdStart[]> => {
  const folder = mkdtempSync(join(tmpdir(), 'cold-start-'));
  try {
    const script = join(folder, 'import.mjs');
    writeFileSync(script, child);
    const [cjs, esm] = [await buildFloor(folder, 'cjs'), await buildFloor(folder, 'esm')];
    const nothingYet = (): { toCommonJs: number[]; toEsModule: number[] } => ({ toCommonJs: [], toEsModule: [] });
    const hosts = bundledHosts.map((name) => ({ name, file: bundleOf(name), ...nothingYet() }));
    for (let round = -1; round < rounds; round += 1) {
      const [commonJs, esModule] = [importMicroseconds(script, cjs), importMicroseconds(script, esm)];
      for (const { file, toCommonJs, toEsModule } of hosts) {
        const taken = importMicroseconds(script, file);
        if (round < 0) continue;
        toCommonJs.push(taken / commonJs);
        toEsModule.push(taken / esModule);
      }
    }
    return hosts.map(({ name, toCommonJs, toEsModule }) => ({
      name,
      importRatio: spreadOf(toCommonJs),
      importRatioToEsModule: spreadOf(toEsModule),
    }));
  } finally {
    rmSync(folder, { recursive: true });
  }
};

export const coldStart: Part = {
  name: 'cold-start',
  title: "Starting a function, against the database's client alone",
  measure: async ({ onProgress }) => {
    onProgress('cold-start: every bundle imported by turns');
    return (await measureColdStart(15)).map((one) => ({
      name: `importing ${one.name}`,
      ratio: one.importRatio,
      goal: mostImportRatio,
      note: `to the client as CommonJS, which starts quicker; ${one.importRatioToEsModule.median.toFixed(2)} to it as an ES module`,
    }));
  },
};
