import { bundleBytes } from '../bench/bundle-bytes.ts';
import { capacity } from '../bench/capacity.ts';
import { coldStart } from '../bench/cold-start.ts';
import { handlerCpu } from '../bench/handler-cpu.ts';
import { load } from '../bench/load.ts';
import { peers } from '../bench/peers/run.ts';
import { predictionsInWords } from '../bench/predictions.ts';
import { pulls } from '../bench/pulls.ts';
import { writeReadme } from '../bench/readme-table.ts';
import { keepResult, latestResults, type MeasuredPart } from '../bench/results-file.ts';
import { rollUps } from '../bench/roll-ups.ts';
import { isShort, type Part } from '../bench/row.ts';
import { stackMemory } from '../bench/stack-memory.ts';
import { standIn } from '../bench/stand-in.ts';
import { tableOf } from '../bench/table.ts';
import { writes } from '../bench/writes.ts';

/*
 * Measures the tracker against the floor under it, and prints a table of ratios and counts beside their goals:
 * npm run bench -- [--large] [--only <part> | --counts | --write-readme]. What was measured last of each part stands in
 * bench/results/latest.json. `--counts`: the parts that are counted exactly, ending with 1 where one is short of its goal.
 * `--write-readme` measures nothing, and puts what was measured last into the README.
 */

const parts: readonly Part[] = [
  writes,
  pulls,
  rollUps,
  capacity,
  bundleBytes,
  coldStart,
  handlerCpu,
  standIn,
  stackMemory,
  load,
  peers,
];

const { argv } = process;
const countsOnly = argv.includes('--counts');
const at = argv.indexOf('--only');
const only = at < 0 ? undefined : argv[at + 1];
if (at >= 0 && !parts.some(({ name }) => name === only)) {
  console.error(
    `npm run bench -- [--large] [--counts | --write-readme | --only ${parts.map(({ name }) => name).join('|')}]`,
  );
  process.exit(2);
}

const measure = async (): Promise<readonly MeasuredPart[]> => {
  const measured: MeasuredPart[] = [];
  for (const part of parts) {
    if ((only !== undefined && only !== part.name) || (countsOnly && part.exact !== true)) continue;
    const rows = await part.measure({
      large: argv.includes('--large'),
      onProgress: (words) => console.error(`${words} ...`),
    });
    const one = { part: part.name, title: part.title, node: process.version, rows };
    // Peers that are not installed leave what they measured before.
    if (rows.length > 0) keepResult(one);
    measured.push(one);
  }
  return measured;
};

if (argv.includes('--write-readme')) {
  writeReadme(latestResults());
} else {
  const measured = await measure();
  console.log(tableOf(measured));
  if (!countsOnly && only === undefined) console.log(`\n${predictionsInWords(latestResults())}`);
  const short = measured.flatMap(({ rows }) => rows.filter(isShort));
  if (countsOnly && short.length > 0) {
    console.error(`Short of the goal: ${short.map(({ name }) => name).join('; ')}`);
    process.exitCode = 1;
  }
}
