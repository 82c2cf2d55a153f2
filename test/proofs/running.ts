import * as fc from 'fast-check';
import type { TestContext } from 'vitest';

/*
 * How the proofs are run. `npm run test:long` tries them, with a seed that stays; `npm run prove` runs more of each with a new seed, and
 * `-- --long` at length. What fast-check found to fail is had again by the seed and the path that it prints:
 * `npm run prove -- --only <part> --seed <seed> --path <path>`, of the model also `--replay <replayPath>`.
 */

export const isLong = process.env.PROOFS === 'long';
/** Under `npm run prove`, of which other runs try a part. */
export const isProved = process.env.PROOFS !== undefined;
export const seed = Number(process.env.PROOFS_SEED ?? 20_140_430);
const path = process.env.PROOFS_PATH;
const replayPath = process.env.PROOFS_REPLAY;
/** For `fc.commands`: which of them a failing run came to. */
export const replay = replayPath === undefined ? {} : { replayPath };

/** How much of a proof: of `npm run prove`, of that at length, and of `npm run test:long` where less of it finds what it once found. */
export const amount = (short: number, long: number, tried = short): number =>
  isLong ? long : isProved ? short : tried;

/** A proof that has not ended by then has failed. */
export const timeLimitMilliseconds = amount(240_000, 3 * 3_600_000);
/** A failure is made smaller for as long as this. */
const shrinkingMilliseconds = amount(120_000, 1_800_000);

/** The same property, which says the first failure that it meets at once: to make it smaller takes long, and a run may be cut. */
export const sayingFirstFailure = <T>(
  property: fc.IRawProperty<T, true>,
  say: (text: string) => void = console.error,
  from = seed,
): fc.IRawProperty<T, true> => {
  let isSaid = false;
  const run: typeof property.run = async (value: T) => {
    const failure = await property.run(value);
    if (failure !== null && !fc.PreconditionFailure.isFailure(failure) && !isSaid) {
      isSaid = true;
      say(`Found (seed ${from}), and now made smaller: ${fc.stringify(value)}\n${String(failure.error)}`);
    }
    return failure;
  };
  return Object.create(property, { run: { value: run } });
};

/** Asserts a property, an asynchronous one, over so many runs from a seed, `examples` first; what fails is made as small as time allows. */
export const holds = async <T>(
  property: fc.IRawProperty<T, true>,
  numRuns: number,
  examples: readonly T[] = [],
  from = seed,
): Promise<void> => {
  await fc.assert(sayingFirstFailure(property, console.error, from), {
    seed: from,
    numRuns,
    examples: [...examples],
    interruptAfterTimeLimit: timeLimitMilliseconds - shrinkingMilliseconds / 4,
    markInterruptAsFailure: true,
    ...(path === undefined ? {} : { path }),
  });
};

declare module 'vitest' {
  interface TaskMeta {
    counts?: Readonly<Record<string, number>>;
  }
}

/** Says how much a proof did, for the table of `npm run prove`. */
export const counted = ({ task }: Pick<TestContext, 'task'>, counts: Readonly<Record<string, number>>): void => {
  task.meta.counts = counts;
};

export const sum = (all: readonly number[]): number => all.reduce((total, one) => total + one, 0);
