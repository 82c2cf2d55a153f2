import { bundleBytes } from '../bench/bundle-bytes.ts';
import { capacity } from '../bench/capacity.ts';
import { coldStart } from '../bench/cold-start.ts';
import { handlerCpu } from '../bench/handler-cpu.ts';
import { pulls } from '../bench/pulls.ts';
import { rollUps } from '../bench/roll-ups.ts';
import { isShort, type Part, type Row } from '../bench/row.ts';
import { tableOf } from '../bench/table.ts';
import { writes } from '../bench/writes.ts';

/*
 * Measures the tracker against the floor under it, and prints a table of ratios and counts beside their goals:
 * npm run bench -- [--large] [--only <part> | --counts]. `--counts`: the parts that are counted exactly, ending with 1
 * where one is short of its goal.
 */

const parts: readonly Part[] = [writes, pulls, rollUps, capacity, bundleBytes, coldStart, handlerCpu];

const { argv } = process;
const countsOnly = argv.includes('--counts');
const at = argv.indexOf('--only');
const only = at < 0 ? undefined : argv[at + 1];
if (at >= 0 && !parts.some(({ name }) => name === only)) {
  console.error(`npm run bench -- [--large] [--counts | --only ${parts.map(({ name }) => name).join('|')}]`);
  process.exit(2);
}

const measured: { readonly title: string; readonly rows: readonly Row[] }[] = [];
for (const { name, title, exact, measure } of parts) {
  if ((only !== undefined && only !== name) || (countsOnly && exact !== true)) continue;
  const rows = await measure({
    large: argv.includes('--large'),
    onProgress: (words) => console.error(`${words} ...`),
  });
  measured.push({ title, rows });
}
console.log(tableOf(measured));
const short = measured.flatMap(({ rows }) => rows.filter(isShort));
if (countsOnly && short.length > 0) {
  console.error(`Short of the goal: ${short.map(({ name }) => name).join('; ')}`);
  process.exitCode = 1;
}
