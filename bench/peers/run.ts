import { quantile } from '../paired.ts';
import type { Part, Row } from '../row.ts';
import { startDirectus } from './directus.ts';
import { startNocoDb } from './nocodb.ts';
import { ours, startOurs } from './ours.ts';
import { startStrapi } from './strapi.ts';
import { monthRows, type Skipped, type Subject, type Way } from './subject.ts';

/*
 * The same work on this tracker and on what a council might pick instead, interleaved: each round does one piece of
 * work once on every subject, in turn, and a figure is the median of the rounds. Ratios only: ours over theirs, below 1
 * where ours is ahead. Each peer is asked its default way and its best; ours too.
 *
 *   node bench/peers/install.ts    (once; some three gigabytes)
 *   node bench/peers/run.ts [--reviews 65] [--only strapi] [--rounds 0.3]
 */

type Work = 'create' | 'updateStage' | 'getOne' | 'list65' | 'position' | 'pullMonth';
const works: Readonly<Record<Work, { readonly what: string; readonly rounds: number }>> = {
  create: { what: 'create a review', rounds: 25 },
  updateStage: { what: 'update the stage', rounds: 25 },
  getOne: { what: 'get one', rounds: 40 },
  list65: { what: 'list 65', rounds: 25 },
  position: { what: 'the monthly position', rounds: 25 },
  pullMonth: { what: 'pull 5,000 rows of a published month', rounds: 7 },
};
const workNames: readonly Work[] = ['create', 'updateStage', 'getOne', 'list65', 'position', 'pullMonth'];

/** Four writers, each adding one to the same figure until 25 of its changes were acknowledged. */
const writers = 4;
const additions = 25;

export interface PeerRow {
  readonly name: string;
  readonly reviews: number;
  readonly peer: string;
  readonly way: Way['name'];
  /** Median of ours over median of theirs, each by its way of that name. */
  readonly ratio: number;
  /** Quarter and three quarters of the rounds' own ratios. */
  readonly spread: readonly [number, number];
  readonly pairs: number;
}

export interface PressedRow {
  readonly name: string;
  readonly lostOf100: number;
  readonly madeOfOneKey: number;
}

/** A subject that answers fewer has not done the work. */
const rowsWanted: Readonly<Partial<Record<Work, number>>> = { list65: 65, pullMonth: monthRows };

const timed = async (work: Work, way: Way, n: number): Promise<number> => {
  const began = performance.now();
  const came = await way[work](n);
  const milliseconds = performance.now() - began;
  const wanted = rowsWanted[work];
  if (wanted !== undefined && (typeof came !== 'number' || came < wanted))
    throw new Error(`${way.name} way: ${works[work].what} answered ${came} rows`);
  return milliseconds;
};

const measured = async (
  work: Work,
  subjects: readonly Subject[],
  rounds: number,
): Promise<ReadonlyMap<Subject, Readonly<Record<Way['name'], readonly number[]>>>> => {
  const times = new Map(subjects.map((subject) => [subject, { default: [] as number[], best: [] as number[] }]));
  let n = 10_000;
  for (let round = -2; round < rounds; round += 1)
    // Nobody is always first after a pause.
    for (let turn = 0; turn < subjects.length; turn += 1) {
      const subject = subjects[(turn + Math.abs(round)) % subjects.length];
      for (const way of subject?.ways ?? []) {
        n += 1;
        const milliseconds = await timed(work, way, n);
        // The first rounds warm up.
        if (round >= 0 && subject !== undefined) times.get(subject)?.[way.name].push(milliseconds);
      }
    }
  return times;
};

const pressed = async ({ name, pressed: press }: Subject): Promise<PressedRow> => {
  const before = await press.figure();
  await Promise.all(
    Array.from({ length: writers }, async () => {
      for (let acknowledged = 0; acknowledged < additions; ) if (await press.addOne()) acknowledged += 1;
    }),
  );
  const lostOf100 = writers * additions - ((await press.figure()) - before);
  const key = `one-key-${process.pid}`;
  for (let n = 0; n < 3; n += 1) await press.makeWithKey(key);
  return { name, lostOf100, madeOfOneKey: await press.madeWithKey(key) };
};

const starts = { directus: startDirectus, strapi: startStrapi, nocodb: startNocoDb } as const;

const isSkipped = (one: Subject | Skipped): one is Skipped => 'skipped' in one;

/** Every row at so many reviews; a peer that is not there or does not start is skipped with a word. */
export const measurePeers = async (
  reviews: number,
  only: readonly string[],
  tell: (sentence: string) => void,
  /** What part of the rounds is played: 1 for all. */
  thoroughness = 1,
): Promise<{ readonly rows: readonly PeerRow[]; readonly pressedRows: readonly PressedRow[] }> => {
  const started: Subject[] = [];
  const stopped: Subject[] = [];
  try {
    for (const [name, start] of Object.entries(starts)) {
      if (only.length > 0 && !only.includes(name)) continue;
      try {
        const peer = await start(reviews);
        if (isSkipped(peer)) tell(`${peer.name} is skipped: ${peer.skipped}.`);
        else started.push(peer);
      } catch (fault) {
        tell(`${name} is skipped: ${fault instanceof Error ? fault.message : String(fault)}`);
      }
    }
    if (started.length === 0) return { rows: [], pressedRows: [] };
    const tracker = await startOurs(reviews);
    stopped.push(tracker);
    const rows: PeerRow[] = [];
    for (const work of workNames) {
      // The month that is pulled has a row for each review.
      if (work === 'pullMonth' && reviews < monthRows) continue;
      const times = await measured(work, [tracker, ...started], Math.ceil(works[work].rounds * thoroughness));
      for (const peer of started)
        for (const way of ['default', 'best'] as const) {
          const [mine, theirs] = [times.get(tracker)?.[way] ?? [], times.get(peer)?.[way] ?? []];
          const ratio = quantile(mine, 0.5) / quantile(theirs, 0.5);
          const each = mine.map((value, n) => value / (theirs[n] ?? Number.NaN));
          rows.push({
            name: works[work].what,
            reviews,
            peer: peer.name,
            way,
            ratio,
            spread: [quantile(each, 0.25), quantile(each, 0.75)],
            pairs: each.length,
          });
          tell(`${reviews} reviews: ${works[work].what}, ${peer.name}, ${way} way: ${ratio.toFixed(2)}`);
        }
    }
    const pressedRows: PressedRow[] = [];
    for (const subject of [tracker, ...started]) pressedRows.push(await pressed(subject));
    return { rows, pressedRows };
  } finally {
    for (const subject of [...stopped, ...started]) await subject.stop();
  }
};

const rowOf = ({ name, reviews, peer, way, ratio, spread, pairs }: PeerRow): Row => ({
  name: `${reviews.toLocaleString('en-GB')} reviews, ${name}: against ${peer}, ${way} way`,
  ratio: { median: ratio, from: spread[0], to: spread[1], pairs },
  goal: 1,
  below: true,
});

const rowsOfPressed = ({ name, lostOf100, madeOfOneKey }: PressedRow): readonly Row[] => [
  {
    name: `four writers with If-Match: additions that ${name} acknowledged and lost`,
    count: { value: lostOf100, unit: 'of 100' },
    goal: name === ours ? 0 : null,
  },
  {
    name: `one Idempotency-Key three times: records that ${name} made`,
    count: { value: madeOfOneKey, unit: 'records' },
    goal: name === ours ? 1 : null,
  },
];

export const peers: Part = {
  name: 'peers',
  title: 'Beside what a council might pick instead (bench/peers/README.md)',
  measure: async ({ onProgress }) => {
    const all: Row[] = [];
    for (const reviews of [65, monthRows]) {
      const { rows, pressedRows } = await measurePeers(reviews, [], onProgress);
      all.push(...rows.map(rowOf), ...(reviews === monthRows ? pressedRows.flatMap(rowsOfPressed) : []));
    }
    return all;
  },
};

if (import.meta.main) {
  const { argv } = process;
  const given = (name: string): readonly string[] => argv.flatMap((one, n) => (argv[n - 1] === name ? [one] : []));
  const sizes = given('--reviews').map(Number);
  for (const reviews of sizes.length === 0 ? [65, monthRows] : sizes) {
    const { rows, pressedRows } = await measurePeers(
      reviews,
      given('--only'),
      (sentence) => console.error(sentence),
      Number(given('--rounds')[0] ?? 1),
    );
    for (const { name, peer, way, ratio, spread } of rows)
      console.log(
        `${reviews} | ${name} | ${peer} | ${way} | ${ratio.toFixed(2)} (${spread.map((one) => one.toFixed(2)).join('-')}) | ${ratio < 1 ? 'ahead' : 'SHORT'}`,
      );
    for (const { name, lostOf100, madeOfOneKey } of pressedRows)
      console.log(
        `${reviews} | ${name} | lost of 100 acknowledged additions: ${lostOf100} | records of one key sent three times: ${madeOfOneKey}`,
      );
  }
}
