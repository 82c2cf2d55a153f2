import { spreadOf } from '../paired.ts';
import type { Part, Row } from '../row.ts';
import { tableOf } from '../table.ts';
import { startDirectus } from './directus.ts';
import { startNocoDb } from './nocodb.ts';
import { ours, startOurs } from './ours.ts';
import { startStrapi } from './strapi.ts';
import { monthRows, type Skipped, type Subject, type Way } from './subject.ts';

/*
 * The same work on this tracker and on what a council might pick instead, interleaved: each round does one piece of
 * work once on every subject, in turn, and a figure is the median of the rounds' ratios: ours over theirs, below 1
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
const coldStart = { what: 'start until the first answer', rounds: 3 };

/** Four writers, each adding one to the same figure until 25 of its changes were acknowledged. */
const writers = 4;
const additions = 25;

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

const inWords = (reviews: number): string => `${reviews.toLocaleString('en-GB')} reviews`;

/** Milliseconds by subject and way, a figure for each round. */
type Times = ReadonlyMap<Subject, Readonly<Record<Way['name'], readonly number[]>>>;

const roundsOf = async (
  subjects: readonly Subject[],
  { rounds, warmUp }: { readonly rounds: number; readonly warmUp: number },
  taken: (subject: Subject, way: Way, n: number) => Promise<number>,
): Promise<Times> => {
  const nothingYet = (): Record<Way['name'], number[]> => ({ default: [], best: [] });
  const times = new Map(subjects.map((subject) => [subject, nothingYet()]));
  let n = 10_000;
  for (let round = -warmUp; round < rounds; round += 1)
    // Nobody is always first after a pause.
    for (let turn = 0; turn < subjects.length; turn += 1) {
      const subject = subjects[(turn + Math.abs(round)) % subjects.length];
      for (const way of subject?.ways ?? []) {
        n += 1;
        if (subject === undefined) continue;
        const milliseconds = await taken(subject, way, n);
        if (round >= 0) times.get(subject)?.[way.name].push(milliseconds);
      }
    }
  return times;
};

/** Ours over theirs in the same round, each by its way of that name; below 1 ours is ahead. */
const rowsOf = (reviews: number, what: string, times: Times, tracker: Subject, peers: readonly Subject[]): Row[] =>
  peers.flatMap((peer) =>
    (['default', 'best'] as const).map((way) => {
      const [mine, theirs] = [times.get(tracker)?.[way] ?? [], times.get(peer)?.[way] ?? []];
      return {
        name: `${inWords(reviews)}, ${what}: against ${peer.name}, ${way} way`,
        ratio: spreadOf(mine.map((value, n) => value / (theirs[n] ?? Number.NaN))),
        goal: 1,
        below: true,
      };
    }),
  );

/** From the start of its process until it has answered one question, on data that is there. */
const startedAgain = async (subject: Subject, way: Way, n: number): Promise<number> => {
  const ready = await subject.startAgain();
  return ready + (await timed('getOne', way, n));
};

const pressed = async ({ name, pressed: press }: Subject, reviews: string): Promise<readonly Row[]> => {
  const before = await press.figure();
  await Promise.all(
    Array.from({ length: writers }, async () => {
      for (let acknowledged = 0; acknowledged < additions; ) if (await press.addOne()) acknowledged += 1;
    }),
  );
  const lost = writers * additions - ((await press.figure()) - before);
  const key = `one-key-${process.pid}`;
  for (let n = 0; n < 3; n += 1) await press.makeWithKey(key);
  const made = await press.madeWithKey(key);
  return [
    {
      name: `${reviews}, four writers with If-Match: additions that ${name} acknowledged and lost`,
      count: { value: lost, unit: `of ${writers * additions}` },
      goal: name === ours ? 0 : null,
    },
    {
      name: `${reviews}, one Idempotency-Key three times: records that ${name} made`,
      count: { value: made, unit: 'records' },
      goal: name === ours ? 1 : null,
    },
  ];
};

const starts = { directus: startDirectus, strapi: startStrapi, nocodb: startNocoDb } as const;

const isSkipped = (one: Subject | Skipped): one is Skipped => 'skipped' in one;

/** Every row at so many reviews; a peer that is not there or does not start is skipped with a word. */
export const measurePeers = async (
  reviews: number,
  only: readonly string[],
  recordChange: (sentence: string) => void,
  /** What part of the rounds is played: 1 for all. */
  thoroughness = 1,
): Promise<readonly Row[]> => {
  const peers: Subject[] = [];
  const stopped: Subject[] = [];
  try {
    for (const [name, start] of Object.entries(starts)) {
      if (only.length > 0 && !only.includes(name)) continue;
      try {
        const peer = await start(reviews);
        if (isSkipped(peer)) recordChange(`${peer.name} is skipped: ${peer.skipped}.`);
        else peers.push(peer);
      } catch (fault) {
        recordChange(`${name} is skipped: ${fault instanceof Error ? fault.message : String(fault)}`);
      }
    }
    if (peers.length === 0) return [];
    const tracker = await startOurs(reviews);
    stopped.push(tracker);
    const all = [tracker, ...peers];
    const many = (rounds: number): number => Math.ceil(rounds * thoroughness);
    const rows: Row[] = [];
    const compare = async (what: string, times: Promise<Times>): Promise<void> => {
      recordChange(`${inWords(reviews)}: ${what}`);
      rows.push(...rowsOf(reviews, what, await times, tracker, peers));
    };
    for (const work of workNames) {
      // The month that is pulled has a row for each review.
      if (work === 'pullMonth' && reviews < monthRows) continue;
      const { what, rounds } = works[work];
      const terms = { rounds: many(rounds), warmUp: 2 };
      await compare(
        what,
        roundsOf(all, terms, (_, way, n) => timed(work, way, n)),
      );
    }
    const terms = { rounds: many(coldStart.rounds), warmUp: 0 };
    // What there is to read at a start is the larger programme.
    if (reviews >= monthRows) await compare(coldStart.what, roundsOf(all, terms, startedAgain));
    for (const subject of all) rows.push(...(await pressed(subject, inWords(reviews))));
    return rows;
  } finally {
    for (const subject of [...stopped, ...peers]) await subject.stop();
  }
};

const title = 'Beside what a council might pick instead (bench/peers/README.md)';

export const peers: Part = {
  name: 'peers',
  title,
  measure: async ({ onProgress }) => [
    ...(await measurePeers(65, [], onProgress)),
    ...(await measurePeers(monthRows, [], onProgress)),
  ],
};

if (import.meta.main) {
  const { argv } = process;
  const given = (name: string): readonly string[] => argv.flatMap((one, n) => (argv[n - 1] === name ? [one] : []));
  const sizes = given('--reviews').map(Number);
  for (const reviews of sizes.length === 0 ? [65, monthRows] : sizes) {
    const told = (sentence: string): void => console.error(sentence);
    const rows = await measurePeers(reviews, given('--only'), told, Number(given('--rounds')[0] ?? 1));
    console.log(tableOf([{ title, rows }]));
  }
}
