/** What the whole proof is counted in, in the order of its last lines. */
export const figureNames = [
  'operations',
  'faults',
  'kills',
  'tamperings',
  'bad inputs',
  'role cells',
  'policy checks',
  'model commands',
] as const;
type FigureName = (typeof figureNames)[number];

/** What one part did, what it counted, and every loss or gap that it found. */
export interface Proved {
  /** Its share of the figures of the whole proof. */
  readonly figures: Readonly<Partial<Record<FigureName, number>>>;
  readonly counts: Readonly<Record<string, number | string>>;
  /** Empty, or the proof has failed. */
  readonly losses: readonly string[];
}
export interface Part extends Proved {
  readonly name: string;
  /** In words, what was done to the tracker. */
  readonly what: string;
  readonly seconds: number;
}

/** A gap in words for each count that stayed below what this run promises. */
export const gapsOf = (counts: Readonly<Record<string, readonly [is: number, least: number]>>): readonly string[] =>
  Object.entries(counts).flatMap(([name, [is, least]]) =>
    is >= least ? [] : [`only ${is} ${name}, at least ${least} are promised`],
  );

const padded = (text: string, width: number): string => text.padEnd(width);

const wrapped = (entries: readonly string[], width: number): readonly string[] => {
  const lines: string[] = [];
  let line = '';
  for (const entry of entries) {
    const longer = line === '' ? entry : `${line} · ${entry}`;
    if (longer.length > width && line !== '') {
      lines.push(line);
      line = entry;
    } else line = longer;
  }
  return line === '' ? lines : [...lines, line];
};

const nameWidth = 15;
const countsWidth = 92;

/** How many losses and gaps there are; none, or the proof has failed. */
export const lossesIn = (parts: readonly Part[]): number => parts.reduce((sum, part) => sum + part.losses.length, 0);

/** One page: a row for each part with its counts, its losses below it, and the sum at the foot. */
export const tableOf = (parts: readonly Part[], seed: number, long: boolean): string => {
  const rule = '-'.repeat(nameWidth + countsWidth);
  const rows = parts.flatMap((part) => {
    const counts = wrapped(
      Object.entries(part.counts).map(
        ([name, count]) => `${typeof count === 'number' ? count.toLocaleString('en-GB') : count} ${name}`,
      ),
      countsWidth,
    );
    const verdict = part.losses.length === 0 ? 'no loss, no gap' : `${part.losses.length} LOSSES OR GAPS`;
    return [
      `${padded(part.name, nameWidth)}${part.what}`,
      ...counts.map((line) => `${padded('', nameWidth)}${line}`),
      `${padded('', nameWidth)}${verdict} (${part.seconds.toFixed(0)} s)`,
      ...part.losses.slice(0, 5).map((loss) => `${padded('', nameWidth)}! ${loss.slice(0, 400)}`),
    ];
  });
  const seconds = parts.reduce((sum, part) => sum + part.seconds, 0);
  return [
    `Proof of the record, ${long ? 'full counts' : 'short counts (--long for the full ones)'}; seed ${seed}`,
    rule,
    ...rows,
    rule,
    ...wrapped(
      figureNames.flatMap((name) => {
        const sum = parts.reduce((total, part) => total + (part.figures[name] ?? 0), 0);
        return sum === 0 ? [] : [`${sum.toLocaleString('en-GB')} ${name}`];
      }),
      nameWidth + countsWidth,
    ),
    `${lossesIn(parts)} losses and gaps in ${parts.length} parts, ${seconds.toFixed(0)} seconds`,
  ].join('\n');
};
