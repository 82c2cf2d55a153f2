import { resolve } from 'node:path';
import * as z from 'zod';
import { projectFolder } from '#local/fresh-bundles.ts';
import { type Child, startChild } from './child.ts';
import { spreadOf, type Timing } from './paired.ts';

const Names = z.array(z.string());
const warming = 12;
const pairs = 25;

const measuring = (folder: string): Promise<Child<readonly string[]>> =>
  startChild('handler-cpu.ts', Names, null, {}, folder);

const timesOf = async (children: readonly Child<unknown>[], what: string): Promise<readonly number[]> => {
  const times: number[] = [];
  for (const child of children) times.push(z.number().parse(await child.ask(what)));
  return times;
};

/** By what is measured, the microseconds of a request in a block of each process by turns, the order changing each time. */
const blocksByTurns = async (children: readonly Child<readonly string[]>[]) => {
  const names = children[0]?.ready ?? [];
  const measured = new Map(names.map((what): [string, (readonly number[])[]] => [what, []]));
  for (let n = -warming; n < pairs; n += 1)
    for (const [what, blocks] of measured) {
      const times =
        n % 2 === 0 ? await timesOf(children, what) : (await timesOf(children.toReversed(), what)).toReversed();
      if (n >= 0) blocks.push(times);
    }
  return measured;
};

/** The processor's time of some requests, in microseconds. */
export const timeProcessor = async (): Promise<readonly Timing[]> => {
  const child = await measuring(projectFolder);
  const measured = await blocksByTurns([child]);
  await child.stop();
  return [...measured].map(([what, blocks]) => ({
    what: `the processor's time to ${what}`,
    spread: spreadOf(blocks.flat()),
    unit: 'us',
  }));
};

/**
 * This tree's against another's, in two processes that take turns in short blocks, so that whatever else the machine does falls
 * on both alike. The other has the same handler-cpu.ts at the same place.
 */
export const timeProcessorAgainst = async (other: string): Promise<readonly Timing[]> => {
  const [before, now] = [await measuring(resolve(other)), await measuring(projectFolder)];
  const measured = await blocksByTurns([before, now]);
  await Promise.all([before.stop(), now.stop()]);
  return [...measured].map(([what, blocks]) => ({
    what: `the processor's time to ${what}, against ${other}`,
    spread: spreadOf(blocks.map(([theirs = Number.NaN, ours = Number.NaN]) => ours / theirs)),
    unit: 'x',
  }));
};
