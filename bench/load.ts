import { setTimeout as pause } from 'node:timers/promises';
import { atOnce, settleCouncil, type WorkingCouncil } from './load/council.ts';
import { countAgain } from './load/count-again.ts';
import { type Stack, startStack } from './load/stack.ts';
import { type Kind, kinds, Tally } from './load/tally.ts';
import { type Chance, openUser } from './load/user.ts';
import { quantile } from './paired.ts';
import type { Part, Row } from './row.ts';

/*
 * A council in its busiest hour, and fifty councils at once, on the local stack: real server, real functions, real engine.
 *
 * The mix is the one that docs/cost.md prices (bench/cost/uses.ts), with the changes of the last hour of the day on
 * which returns are due: each of 195 reviews changed eight times, each of 200 people asking forty questions, so that one
 * request in six is an update. An update is read, changed and sent back on the version read, as a page does it.
 *
 * Times are ratios to what the same uses take one user alone on the same stack, before and after the load.
 */

interface LoadSize {
  readonly seconds: number;
  /** Requests a second that the users make between them, if each is answered at once. */
  readonly rate: number;
  readonly councils: number;
  readonly usersEach: number;
  readonly reviewsEach: number;
}

const loads = {
  /** 200 people of one council at ten times the average of its busiest hour: the busiest second, half a minute long. */
  'one council': { seconds: 30, rate: 26, councils: 1, usersEach: 200, reviewsEach: 65 },
  /** Fifty such councils, each at the average of its busiest hour: 133 requests a second between them. */
  'fifty councils': { seconds: 30, rate: 133, councils: 50, usersEach: 8, reviewsEach: 3 },
} as const satisfies Readonly<Record<string, LoadSize>>;

interface LoadFigures {
  readonly size: LoadSize;
  readonly requests: number;
  readonly changes: number;
  readonly aSecond: number;
  readonly refused: number;
  readonly busy: number;
  readonly errors: readonly string[];
  /** What was acknowledged and is not stored, or stored and not acknowledged. */
  readonly amiss: readonly string[];
  /** Of each kind: the median and the 99th of a hundred, over the median of one user alone. */
  readonly ratios: Readonly<Record<Kind, { readonly p50: number; readonly p99: number; readonly n: number }>>;
}

/** The same numbers for the same seed: https://en.wikipedia.org/wiki/Linear_congruential_generator (Numerical Recipes). */
const chanceFrom = (seed: number): Chance => {
  let state = seed >>> 0;
  return () => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return state / 2 ** 32;
  };
};

/** One user who waits for nothing: what each kind takes where nobody else asks. */
const alone = async (stack: Stack, council: WorkingCouncil, tally: Tally, number: number): Promise<void> => {
  const act = await openUser({ stack, council, number, tally, chance: chanceFrom(number) });
  for (let n = 0; n < 100; n += 1) await act();
};

const play = async (
  stack: Stack,
  councils: readonly WorkingCouncil[],
  size: LoadSize,
  tally: Tally,
): Promise<number> => {
  const users = size.councils * size.usersEach;
  const thinkMilliseconds = (users / size.rate) * 1_000;
  const began = performance.now();
  const until = began + size.seconds * 1_000;
  const work = councils.flatMap((council, of) =>
    Array.from({ length: size.usersEach }, async (_, number) => {
      const chance = chanceFrom(of * 1_000 + number + 7);
      const act = await openUser({ stack, council, number, tally, chance });
      // Nobody begins at the same instant, and nobody thinks for exactly as long as anybody else.
      await pause(chance() * thinkMilliseconds);
      while (performance.now() < until) {
        await act();
        await pause(Math.min(-Math.log(1 - chance()) * thinkMilliseconds, size.seconds * 1_000));
      }
    }),
  );
  await Promise.all(work);
  return (performance.now() - began) / 1_000;
};

/** Plays a load on a stack of its own and counts again what is stored after it. */
const playLoad = async (size: LoadSize): Promise<LoadFigures> => {
  const stack = await startStack();
  try {
    const now = Date.now();
    const councils: WorkingCouncil[] = [];
    await atOnce(
      Array.from({ length: size.councils }, (_, n) => `council-${n + 1}`),
      4,
      async (organisation) => {
        councils.push(await settleCouncil(stack, organisation, size.reviewsEach, now));
      },
    );
    const [first] = councils;
    if (first === undefined) throw new Error('a load has at least one council');
    const [tally, floor] = [new Tally(), new Tally()];
    await alone(stack, first, floor, 1_001);
    const seconds = await play(stack, councils, size, tally);
    await alone(stack, first, floor, 1_002);
    const all = new Tally();
    for (const one of [floor, tally])
      for (const [what, times] of one.acknowledged)
        all.acknowledged.set(what, (all.acknowledged.get(what) ?? 0) + times);
    const amiss: string[] = [];
    await atOnce(councils, 4, async (council) => {
      amiss.push(...(await countAgain(stack, council, all)));
    });
    const ratioOf = (kind: Kind) => {
      const median = quantile(floor.milliseconds[kind], 0.5);
      const values = tally.milliseconds[kind];
      return { p50: quantile(values, 0.5) / median, p99: quantile(values, 0.99) / median, n: values.length };
    };
    return {
      size,
      requests: tally.requests,
      changes: [...tally.acknowledged].reduce((sum, [what, n]) => sum + (what.endsWith(' pounds') ? 0 : n), 0),
      aSecond: tally.requests / seconds,
      refused: tally.refused,
      busy: tally.busy,
      errors: [...floor.errors, ...tally.errors],
      amiss,
      ratios: {
        updates: ratioOf('updates'),
        lists: ratioOf('lists'),
        reports: ratioOf('reports'),
        'one thing': ratioOf('one thing'),
      },
    };
  } finally {
    await stack.stop();
  }
};

/** The lines of one load. */
const rowsOf = (name: string, figures: LoadFigures): readonly Row[] => [
  ...kinds.map((kind): Row => {
    const { p50, p99, n } = figures.ratios[kind];
    return {
      name: `${name}: ${kind}, p50 against one user alone`,
      ratio: { median: p50, from: p50, to: p99, pairs: n },
      goal: null,
      note: 'the second end of the spread is p99; pairs are answers',
    };
  }),
  {
    name: `${name}: answers that nobody should get`,
    count: { value: figures.errors.length, unit: `of ${figures.requests}` },
    goal: 0,
    note: `${figures.refused} came second and asked again, ${figures.busy} were told when to ask again`,
  },
  {
    name: `${name}: changes lost, or there and not acknowledged`,
    count: { value: figures.amiss.length, unit: `of ${figures.changes}` },
    goal: 0,
  },
];

export const load: Part = {
  name: 'load',
  title: 'A council of 200 people in its busiest hour, and fifty councils at once',
  measure: async ({ onProgress }) => {
    const rows: Row[] = [];
    for (const [name, size] of Object.entries(loads)) {
      onProgress(`${name}: ${size.councils * size.usersEach} people for ${size.seconds} s ...`);
      const figures = await playLoad(size);
      for (const sentence of [...figures.errors, ...figures.amiss].slice(0, 20)) onProgress(sentence);
      rows.push(...rowsOf(name, figures));
    }
    return rows;
  },
};
