import { execFile } from 'node:child_process';
import { resolve } from 'node:path';
import { promisify } from 'node:util';
import * as z from 'zod';
import { projectFolder } from '#local/fresh-bundles.ts';
import { spreadOf, type Timing } from './paired.ts';

const Measured = z.array(z.object({ what: z.string(), microseconds: z.array(z.number()) }));
type Measured = z.infer<typeof Measured>;
const pairs = 5;

const measureIn = async (folder: string): Promise<Measured> => {
  const { stdout } = await promisify(execFile)(process.execPath, ['bench/processes/handler-cpu.ts'], { cwd: folder });
  return Measured.parse(JSON.parse(stdout));
};

/** The processor's time of some requests, in microseconds. */
export const timeProcessor = async (): Promise<readonly Timing[]> =>
  (await measureIn(projectFolder)).map(({ what, microseconds }) => ({
    what: `the processor's time to ${what}`,
    spread: spreadOf(microseconds),
    unit: 'us',
  }));

/** This tree's against another's, in processes that take turns. The other has the same handler-cpu.ts at the same place. */
export const timeProcessorAgainst = async (other: string): Promise<readonly Timing[]> => {
  const ratios = new Map<string, number[]>();
  for (let pair = 0; pair < pairs; pair += 1) {
    const before = await measureIn(resolve(other));
    const now = await measureIn(projectFolder);
    for (const { what, microseconds } of now) {
      const theirs = spreadOf(before.find((one) => one.what === what)?.microseconds ?? []).median;
      ratios.set(what, [...(ratios.get(what) ?? []), spreadOf(microseconds).median / theirs]);
    }
  }
  return [...ratios].map(([what, ofPairs]) => ({
    what: `the processor's time to ${what}, against ${other}`,
    spread: spreadOf(ofPairs),
    unit: 'x',
  }));
};
