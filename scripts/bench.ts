import { mkdirSync, writeFileSync } from 'node:fs';
import { coldStart } from '../bench/cold-start.ts';
import { handlerCpu } from '../bench/handler-cpu.ts';
import { load } from '../bench/load.ts';
import { peers } from '../bench/peers/run.ts';
import { pulls } from '../bench/pulls.ts';
import { rollUps } from '../bench/roll-ups.ts';
import { isShort, type Part, type Row } from '../bench/row.ts';
import { stackMemory } from '../bench/stack-memory.ts';
import { standIn } from '../bench/stand-in.ts';
import { tableOf } from '../bench/table.ts';
import { writes } from '../bench/writes.ts';

/*
 * Measures the tracker against the floor under it: npm run bench -- [--large] [--only <part>]. Prints a table of ratios
 * and counts beside their goals, and writes it to bench/results/latest.json.
 */

const parts: readonly Part[] = [writes, pulls, rollUps, standIn, stackMemory, coldStart, handlerCpu, load, peers];

const { argv } = process;
const at = argv.indexOf('--only');
const only = at < 0 ? undefined : argv[at + 1];
if (at >= 0 && !parts.some(({ name }) => name === only)) {
  console.error(`npm run bench -- [--large] [--only ${parts.map(({ name }) => name).join('|')}]`);
  process.exit(2);
}

const measured: { readonly part: string; readonly title: string; readonly rows: readonly Row[] }[] = [];
for (const { name, title, measure } of parts) {
  if (only !== undefined && only !== name) continue;
  const rows = await measure({ large: argv.includes('--large'), onProgress: (words) => console.error(`${words} ...`) });
  measured.push({ part: name, title, rows });
}
console.log(tableOf(measured));
const folder = new URL('../bench/results/', import.meta.url);
mkdirSync(folder, { recursive: true });
const result = {
  node: process.version,
  parts: measured.map(({ part, title, rows }) => ({
    part,
    title,
    rows: rows.map((row) => ({ ...row, short: isShort(row) })),
  })),
};
writeFileSync(new URL('latest.json', folder), `${JSON.stringify(result, null, 2)}\n`);
