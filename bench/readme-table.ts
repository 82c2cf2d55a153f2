import { readFileSync, writeFileSync } from 'node:fs';
import { predictionsInWords } from './predictions.ts';
import type { MeasuredPart } from './results-file.ts';
import { isShort, measuredValue, type Row } from './row.ts';
import { figuresInWords, goalsInWords, verdictOf } from './table.ts';

/** A line of the README: rows of a part, each by how its name begins, shown beside each other. */
interface Line {
  readonly words: string;
  readonly part: string;
  readonly rows: readonly string[];
  /** Of all rows that begin so, the one nearest to the goal or furthest beyond it. */
  readonly worst?: boolean;
}
const line = (part: string, words: string, ...rows: readonly string[]): Line => ({ words, part, rows });

/** In the order of what was asked for. */
const lines: readonly Line[] = [
  line('writes', 'open a review, one caller / eight', 'open a review, one caller', 'open a review, 8 callers'),
  line(
    'writes',
    'move a stage, one caller / eight',
    'move a review to its next stage, one',
    'move a review to its next stage, 8',
  ),
  line('writes', 'open a review, against a floor that reads as many items first', 'open a review, against a floor'),
  line(
    'writes',
    'get one review, the same again / another each time',
    'get one review, the same',
    'get one review, another',
  ),
  line(
    'pulls',
    "a board's pull as JSON, of 10 / 10,000 reviews",
    "a board's pull as JSON, of ten",
    "a board's pull as JSON, of 10,000",
  ),
  line(
    'pulls',
    "a board's pull as a page, asked for again / made anew",
    "a board's pull as a page, asked",
    "a board's pull as a page, made",
  ),
  line('pulls', 'the summary of 10,000 reviews, against that of ten', 'the summary of 10,000'),
  line('pulls', 'a list of 65 reviews', 'a list of 65'),
  line(
    'roll-ups',
    'the roll-up of 65 / 1,000 / 10,000 reviews, against paging their positions',
    'the roll-up of 65 ',
    'the roll-up of 1,000',
    'the roll-up of 10,000',
  ),
  line('roll-ups', 'a review among 10,000 in a roll-up, against one among 1,000', 'a review among 10,000'),
  line(
    'roll-ups',
    'the most memory of a roll-up of 65 / 1,000 / 10,000 reviews',
    'the most memory of a roll-up of 65 ',
    'the most memory of a roll-up of 1,000',
    'the most memory of a roll-up of 10,000',
  ),
  line('capacity', 'read units: get one entry', 'get one entry, of 65: read units'),
  line(
    'capacity',
    "read units: a board's pull, of 10 / 65 / 1,000 reviews",
    "a board's pull of it as JSON, of 10: read",
    "a board's pull of it as JSON, of 65: read",
    "a board's pull of it as JSON, of 1,000: read",
  ),
  line('capacity', 'read units: a list of 65 reviews', 'list every review'),
  line(
    'capacity',
    'read units: the positions of a roll-up of 65 / 1,000 reviews, 1 for each 4 KB of them',
    'the roll-up of 65: positions',
    'the roll-up of 1,000: positions',
  ),
  line(
    'capacity',
    'read units: an entry as at an instant / a page of history',
    'get one entry as at an instant, of 65: read',
    'a page of 20 of the history',
  ),
  line(
    'capacity',
    'write units: open a review / move a bare / a full one to its next stage',
    'open a review whose SRO the tracker knows, of 65: write',
    'move a bare review to its next stage, of 65: write',
    'move a full review to its next stage, of 65: write',
  ),
  line(
    'capacity',
    'calls of the store: get one entry / pull a report / move a stage',
    'get one entry, of 65: calls',
    "a board's pull of it as JSON, of 65: calls",
    'move a bare review to its next stage, of 65: calls',
  ),
  line('capacity', 'the body of a pull of what is known already (304)', "the body of a board's pull"),
  line('capacity', 'uses that take more among 1,000 reviews than among ten', 'uses that take more'),
  { ...line('bundle-bytes', "bytes of the largest function, to the database's client alone", 'bytes of'), worst: true },
  { ...line('cold-start', 'importing the slowest function, to importing that client', 'importing'), worst: true },
  line(
    'handler-cpu',
    "the processor's time: get a review / another each time / list 65 / move a stage / another's each time / create",
    'get a review',
    'get another review',
    'list 65',
    'stage move',
    'move the stage of another',
    'create a review',
  ),
  line(
    'handler-cpu',
    "the processor's time of a pull: not modified / JSON / of another report each time / a page / of another each time",
    'a pull not modified',
    "a board's pull",
    'a pull of another report',
    'a page asked',
    'a page of another report',
  ),
  line('stack-memory', 'the whole local stack after 5,000 reviews', 'server, edge, queue'),
  line(
    'load',
    '200 people in a busy hour / fifty councils: wrong answers',
    'one council: answers',
    'fifty councils: answers',
  ),
  line('load', 'the same: changes lost', 'one council: changes lost', 'fifty councils: changes lost'),
];

/** @throws where a row was not measured, or a name begins more than one. */
const rowsOf = (results: readonly MeasuredPart[], { part, rows, worst }: Line): readonly Row[] => {
  const measured = results.find((one) => one.part === part)?.rows ?? [];
  return rows.map((begins) => {
    const found = measured
      .filter(({ name }) => name.startsWith(begins))
      .toSorted((a, b) => measuredValue(b) - measuredValue(a));
    const [row] = found;
    if (row === undefined || (found.length > 1 && worst !== true))
      throw new Error(`"${begins}" of ${part} names ${found.length} rows: npm run bench -- --only ${part}`);
    return row;
  });
};

/** One word for each figure, or for all. */
const verdictsOf = (rows: readonly Row[]): string => {
  const verdicts = rows.map(verdictOf);
  return new Set(verdicts).size === 1 ? (verdicts[0] ?? '') : verdicts.join(' / ');
};

const cells = (...words: readonly string[]): string => `| ${words.join(' | ')} |`;

const floorTable = (results: readonly MeasuredPart[]): string =>
  [
    cells('against the floor', 'measured', 'goal', ''),
    cells('---', '---', '---', '---'),
    ...lines.map((one) => {
      const rows = rowsOf(results, one);
      return cells(one.words, figuresInWords(rows), goalsInWords(rows), verdictsOf(rows));
    }),
  ].join('\n');

/** `5,000 reviews, get one: against Strapi 5.54.0, best way` */
const ofPeers = /^(.+): against (.+), (best|default) way$/;

/** Ours over theirs, each asked its best way and, in brackets, as a new project answers; nothing where no peer was measured. */
const peersTable = (results: readonly MeasuredPart[]): string => {
  const measured = (results.find(({ part }) => part === 'peers')?.rows ?? []).flatMap((row) => {
    const [, work, peer, way] = ofPeers.exec(row.name) ?? [];
    return work === undefined || peer === undefined ? [] : [{ row, work, peer, way }];
  });
  if (measured.length === 0) return 'None was installed where this was measured.';
  const peers = [...new Set(measured.map(({ peer }) => peer))];
  return [
    cells('below 1 we are ahead', ...peers, 'goal', ''),
    cells('---', ...peers.map(() => '---'), '---', '---'),
    ...[...Map.groupBy(measured, ({ work }) => work)].map(([work, of]) => {
      const figure = (peer: string, way: string): string => {
        const found = of.find((one) => one.peer === peer && one.way === way);
        return found === undefined ? '-' : figuresInWords([found.row]);
      };
      const behind = of.filter(({ row }) => isShort(row)).map(({ peer, way }) => `${peer.split(' ')[0]} (${way})`);
      return cells(
        work,
        ...peers.map((peer) => `${figure(peer, 'best')} (${figure(peer, 'default')})`),
        goalsInWords(of.map(({ row }) => row)),
        behind.length === 0 ? 'met' : `short of ${behind.join(', ')}`,
      );
    }),
  ].join('\n');
};

const between = { begins: '<!-- bench:begin -->', ends: '<!-- bench:end -->' };

/** Puts the latest figures between the README's markers. @throws where it has lost them, or a figure was not measured. */
export const writeReadme = (results: readonly MeasuredPart[]): void => {
  const file = new URL('../README.md', import.meta.url);
  const now = readFileSync(file, 'utf8');
  const [begins, ends] = [now.indexOf(between.begins), now.indexOf(between.ends)];
  if (begins === -1 || ends < begins) throw new Error(`README.md has lost ${between.begins} or ${between.ends}`);
  const text = [
    floorTable(results),
    'The same work on three open-source platforms, ours over theirs, each asked its best way (and its default way); [bench/peers](bench/peers/README.md) says how:',
    peersTable(results),
    predictionsInWords(results),
  ].join('\n\n');
  writeFileSync(file, `${now.slice(0, begins + between.begins.length)}\n\n${text}\n\n${now.slice(ends)}`);
};
