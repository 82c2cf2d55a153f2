import { parseArgs } from 'node:util';
import { type Count, everyCount, isOver } from './counts.ts';
import { timePages } from './pages.ts';
import type { Timing } from './paired.ts';
import { timeProcessor, timeProcessorAgainst } from './processor-time.ts';
import { timeRequests } from './requests.ts';
import { timeRollUps } from './roll-ups.ts';
import { timeStarts } from './starts.ts';

const usage = `npm run bench                        times everything in pairs; nothing fails on a time
npm run bench -- --only <part>       one part: requests, roll-up, start, cpu or pages
npm run bench -- --only cpu --against <folder of another version>
npm run bench -- --counts            counts calls, units, bytes and growth; ends with 1 where one is over its budget`;

const parts: Readonly<Record<string, () => Promise<readonly Timing[]>>> = {
  requests: timeRequests,
  'roll-up': timeRollUps,
  start: timeStarts,
  cpu: timeProcessor,
  pages: timePages,
};

const table = (heads: readonly string[], rows: readonly (readonly string[])[]): string =>
  [heads, heads.map(() => '---'), ...rows].map((row) => `| ${row.join(' | ')} |`).join('\n');

const timingRow = ({ what, spread, unit }: Timing): readonly string[] => {
  const [median, from, to] = [spread.median, spread.from, spread.to].map((value) =>
    unit === 'x' ? value.toFixed(2) : value.toFixed(0),
  );
  return [what, `${median} ${unit}`, `${from} to ${to}`];
};
const countRow = (count: Count): readonly string[] => {
  const { what, value, unit, most } = count;
  return [what, `${Number(value.toFixed(3))} ${unit}`, `${most}`, isOver(count) ? 'OVER' : ''];
};

const flags = () => {
  const { values } = parseArgs({
    options: { counts: { type: 'boolean' }, only: { type: 'string' }, against: { type: 'string' } },
  });
  const { counts = false, only, against } = values;
  if (only !== undefined && !(only in parts)) throw new Error(`there is no part ${only}`);
  if (against !== undefined && only !== 'cpu') throw new Error('--against goes with --only cpu');
  return { counts, only, against };
};

const count = async (): Promise<void> => {
  const counts = await everyCount();
  console.log(table(['what', 'counted', 'at most', ''], counts.map(countRow)));
  const over = counts.filter(isOver);
  for (const { what, value, most } of over) console.error(`over its budget of ${most}: ${what}: ${value}`);
  if (over.length > 0) process.exitCode = 1;
};

const time = async (only: string | undefined, against: string | undefined): Promise<void> => {
  const timings: Timing[] = [];
  for (const [name, measure] of Object.entries(parts)) {
    if (only !== undefined && only !== name) continue;
    console.error(`${name} ...`);
    timings.push(...(against === undefined ? await measure() : await timeProcessorAgainst(against)));
  }
  console.log(table(['what', 'median', 'middle half'], timings.map(timingRow)));
};

let asked: ReturnType<typeof flags>;
try {
  asked = flags();
} catch (fault) {
  console.error(`${fault instanceof Error ? fault.message : fault}\n\n${usage}`);
  process.exit(2);
}
await (asked.counts ? count() : time(asked.only, asked.against));
