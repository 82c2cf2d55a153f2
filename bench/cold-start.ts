import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { build } from 'esbuild';
import { bundle, bundledHosts, handlerOptions } from '../scripts/bundle.ts';
import { median } from './median.ts';

/*
 * What it takes to import each function's bundle in a process of its own, against a bundle of the database's client, one
 * command of it and nothing else, untrimmed. Processes take turns; a ratio is that of neighbours, the figure their median.
 * The processor's time is taken, which others on the machine disturb less than the clock. Lambda's own part, its runtime
 * and the fetching of the bundle, cannot be measured here: the bytes stand for the second.
 */

/** Ratios to the client alone: as CommonJS, which starts quicker, and as an ES module, which is what we deploy. */
export interface ColdStart {
  readonly name: string;
  readonly bytes: number;
  readonly bytesRatio: number;
  readonly importRatio: number;
  readonly least: number;
  readonly most: number;
  readonly importRatioToEsModule: number;
}

export const coldStartGoals = { bytesRatio: 1.25, importRatio: 1.2 };

const floorSource = `import { DynamoDBClient, GetItemCommand } from '@aws-sdk/client-dynamodb';
const client = new DynamoDBClient({});
export const handler = async (event) => client.send(new GetItemCommand(event));`;

/** CommonJS packages inside an ES module ask for `require`; our own bundles do not, this floor does. */
const asking = "import{createRequire as requireFrom}from'node:module';const require=requireFrom(import.meta.url);";

const buildFloor = async (folder: string, format: 'cjs' | 'esm'): Promise<string> => {
  const outfile = join(folder, format === 'cjs' ? 'floor.cjs' : 'floor.mjs');
  await build({
    ...handlerOptions,
    format,
    ...(format === 'esm' ? { banner: { js: asking } } : {}),
    stdin: { contents: floorSource, resolveDir: process.cwd() },
    sourcemap: false,
    write: true,
    outfile,
  });
  return outfile;
};

const child = `const before = process.cpuUsage();
await import(process.argv[2]);
const { user, system } = process.cpuUsage(before);
process.stdout.write(String(user + system));
process.exit(0);`;

const environment = {
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
export const measureColdStart = async (rounds = 15): Promise<readonly ColdStart[]> => {
  const folder = mkdtempSync(join(tmpdir(), 'cold-start-'));
  try {
    const made = await bundle(join(folder, 'dist'));
    const script = join(folder, 'import.mjs');
    writeFileSync(script, child);
    const [cjs, esm] = [await buildFloor(folder, 'cjs'), await buildFloor(folder, 'esm')];
    const hosts = bundledHosts.map((name) => {
      const file = join(folder, 'dist', name, 'index.mjs');
      const bytes = made.find(({ path }) => path.endsWith(join(name, 'index.mjs')))?.contents.byteLength;
      if (bytes === undefined) throw new Error(`no bundle of ${name}`);
      return { name, file, bytes, toCommonJs: [] as number[], toEsModule: [] as number[] };
    });
    const floor = await build({
      ...handlerOptions,
      stdin: { contents: floorSource, resolveDir: process.cwd() },
      sourcemap: false,
    });
    const floorBytes = floor.outputFiles[0]?.contents.byteLength ?? Number.NaN;
    for (let round = -1; round < rounds; round += 1) {
      const [commonJs, esModule] = [importMicroseconds(script, cjs), importMicroseconds(script, esm)];
      for (const { file, toCommonJs, toEsModule } of hosts) {
        const taken = importMicroseconds(script, file);
        if (round < 0) continue;
        toCommonJs.push(taken / commonJs);
        toEsModule.push(taken / esModule);
      }
    }
    return hosts.map(({ name, bytes, toCommonJs, toEsModule }) => ({
      name,
      bytes,
      bytesRatio: bytes / floorBytes,
      importRatio: median(toCommonJs),
      least: Math.min(...toCommonJs),
      most: Math.max(...toCommonJs),
      importRatioToEsModule: median(toEsModule),
    }));
  } finally {
    rmSync(folder, { recursive: true });
  }
};

if (import.meta.main)
  for (const one of await measureColdStart())
    console.log(
      `${one.name.padEnd(10)} ${one.bytes} bytes, ${one.bytesRatio.toFixed(2)} of the client alone (goal ${coldStartGoals.bytesRatio}); import ${one.importRatio.toFixed(2)} (${one.least.toFixed(2)} to ${one.most.toFixed(2)}; goal ${coldStartGoals.importRatio}), ${one.importRatioToEsModule.toFixed(2)} of it as an ES module`,
    );
