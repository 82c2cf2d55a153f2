import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { type BuildOptions, build, type Plugin } from 'esbuild';
import { bundledHosts, handlerOptions } from '../scripts/bundle.ts';
import { nodeByName, unreachableLeftOut } from '../scripts/left-out.ts';
import { schemasMadeWhenAsked } from '../scripts/made-when-asked.ts';
import { clientAlone } from './bundle-bytes.ts';
import { asking, child, environment } from './cold-start.ts';
import { spreadOf } from './paired.ts';

/*
 * What each way of building a function gives, one turned off at a time: node bench/cold-start-trials.ts. Bytes are exact;
 * imports are the processor's time of processes that take turns, against the client alone as CommonJS. For what is said
 * of it see docs/adr/0015-cold-start.md. The document client is tried where NODE_PATH leads to @aws-sdk/lib-dynamodb.
 */

const rounds = 11;
const resolveDir = process.cwd();
const source = (contents: string): BuildOptions => ({ stdin: { contents, resolveDir } });
const host = (name: string): string => `./functions/hosts/${name}.ts`;
const commands = source(`export { handler } from '${host('commands')}';`);
const everyHost = source(
  `${bundledHosts.map((name, n) => `import { handler as h${n} } from '${host(name)}';`).join('\n')}
export const handlers = [${bundledHosts.map((_, n) => `h${n}`).join(', ')}];`,
);

/** A record as registers have it, and its first validation, in one of zod's ways. */
const record = (imports: string, z: { optional: string; text: string; whole: string }): string => `${imports}
const text = ${z.text};
const money = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('amount'), pounds: ${z.whole}, source: text }),
  z.object({ kind: z.literal('unknown'), why: text }),
]);
const Saving = z.strictObject({
  title: text, owner: text, basis: z.enum(['cashable', 'avoidance']), confidence: z.enum(['low', 'high']),
  years: z.array(z.strictObject({ year: text, planned: money, validated: ${z.optional}(money) })),
  notes: ${z.optional}(text),
});
const year = { year: '2026/27', planned: { kind: 'amount', pounds: 1000, source: 'Budget book' } };
export const first = Saving.parse({ title: 'One', owner: 'Ann', basis: 'cashable', confidence: 'low', years: [year, year] });`;
const classic = { optional: 'z.optional', text: 'z.string().min(1).max(200)', whole: 'z.int()' };
const mini = { ...classic, text: 'z.string().check(z.minLength(1), z.maxLength(200))' };

const late = schemasMadeWhenAsked();
const out = (): Plugin => unreachableLeftOut().plugin;
const asDeployed = (): Plugin[] => [nodeByName, out(), late];

interface Trial {
  readonly name: string;
  readonly options: BuildOptions;
  readonly plugins: Plugin[];
  readonly format?: 'cjs';
  /** Of Node: where compiled code is kept between processes. */
  readonly compileCache?: true;
}

const client = (contents: string): BuildOptions => ({ ...clientAlone, ...source(contents) });
const aGet = `import { DynamoDBClient, GetItemCommand } from '@aws-sdk/client-dynamodb';
const client = new DynamoDBClient({});
export const handler = async (event) => client.send(new GetItemCommand(event));`;
const aDocument = `import { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import { DynamoDBDocumentClient, GetCommand } from '@aws-sdk/lib-dynamodb';
const client = DynamoDBDocumentClient.from(new DynamoDBClient({}));
export const handler = async (event) => client.send(new GetCommand(event));`;

const trials: readonly Trial[] = [
  { name: 'the client alone, CommonJS', options: client(aGet), plugins: [], format: 'cjs' },
  { name: 'the client alone, an ES module', options: client(aGet), plugins: [] },
  { name: "the client alone, Node's modules by name", options: client(aGet), plugins: [nodeByName] },
  {
    name: 'the client alone, credentials and the unreachable left out too',
    options: client(aGet),
    plugins: [nodeByName, out()],
  },
  { name: 'the document client alone, an ES module', options: client(aDocument), plugins: [] },
  { name: 'commands as deployed', options: commands, plugins: asDeployed() },
  { name: 'commands as CommonJS', options: commands, plugins: asDeployed(), format: 'cjs' },
  { name: "commands, Node's modules imported", options: commands, plugins: [out(), late] },
  { name: 'commands, nothing left out', options: commands, plugins: [nodeByName, late] },
  { name: 'commands, every schema made at the start', options: commands, plugins: [nodeByName, out()] },
  { name: 'commands with a filled compile cache', options: commands, plugins: asDeployed(), compileCache: true },
  { name: 'every function in one', options: everyHost, plugins: asDeployed() },
  { name: 'a record by zod', options: source(record("import * as z from 'zod';", classic)), plugins: [out()] },
  { name: 'a record by zod/mini', options: source(record("import * as z from 'zod/mini';", mini)), plugins: [] },
  {
    name: 'a record by zod, compiled',
    options: source(record("import 'zod/compile';\nimport * as z from 'zod';", classic)),
    plugins: [out()],
  },
];

const folder = mkdtempSync(join(resolveDir, '.trials-'));
try {
  const script = join(folder, 'import.mjs');
  writeFileSync(script, child);
  const cache = join(folder, 'compile-cache');
  const measured: {
    readonly trial: Trial;
    readonly file: string;
    readonly bytes: number;
    readonly ratios: number[];
  }[] = [];
  for (const [n, trial] of trials.entries()) {
    const format = trial.format ?? 'esm';
    const outfile = join(folder, `${n}.${format === 'cjs' ? 'cjs' : 'mjs'}`);
    try {
      const { outputFiles } = await build({
        ...handlerOptions,
        ...trial.options,
        plugins: trial.plugins,
        format,
        sourcemap: false,
        logLevel: 'silent',
        nodePaths: (process.env.NODE_PATH ?? '').split(delimiter).filter((path) => path !== ''),
        ...(format === 'esm' ? { banner: { js: asking } } : {}),
        write: false,
        outfile,
      });
      const { contents } = outputFiles[0] ?? { contents: new Uint8Array() };
      writeFileSync(outfile, contents);
      measured.push({ trial, file: outfile, bytes: contents.byteLength, ratios: [] });
    } catch (error) {
      console.error(`${trial.name}: not tried (${error instanceof Error ? error.message.split('\n')[1] : error})`);
    }
  }
  const microseconds = (file: string, cached: boolean): number => {
    const { status, stdout, stderr } = spawnSync(process.execPath, [script, pathToFileURL(file).href], {
      env: { ...environment, ...(cached ? { NODE_COMPILE_CACHE: cache } : {}) },
      encoding: 'utf8',
    });
    if (status !== 0) throw new Error(`${file} could not be imported: ${stderr}`);
    return Number(stdout);
  };
  const [floor] = measured;
  if (floor === undefined) throw new Error('the client alone could not be bundled');
  for (let round = -1; round < rounds; round += 1) {
    const alone = microseconds(floor.file, false);
    for (const { trial, file, ratios } of measured) {
      const taken = microseconds(file, trial.compileCache === true) / alone;
      if (round >= 0) ratios.push(taken);
    }
  }
  console.log('| tried | bytes | import |\n|---|---|---|');
  for (const { trial, bytes, ratios } of measured) {
    const { median, from, to } = spreadOf(ratios);
    console.log(
      `| ${trial.name} | ${bytes.toLocaleString('en-GB')} | ${median.toFixed(2)} x (${from.toFixed(2)}-${to.toFixed(2)}) |`,
    );
  }
} finally {
  rmSync(folder, { recursive: true });
}
