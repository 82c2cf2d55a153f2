import { listedAtMost } from '#language/in-words.ts';
import { type ReadCell, type ReadRow, type ReadSheet, textOfCell } from '../workbook/sheet.ts';
import { looksLikeTotal } from '../workbook/total-row.ts';

/*
 * The table in a sheet of somebody's own: which row has the heads, what each column is called, and which rows hold entries. What stands
 * above and below the table, and between its rows, is left out and said.
 */

export interface Head {
  /** From 0. */
  readonly at: number;
  /** Once in a table: a second column of the same head has its number behind it. */
  readonly text: string;
  /** What cells of it say, the first three that differ. */
  readonly samples: readonly string[];
  /** What its numbers are counted in, as its head says: `k` of thousands of pounds, `m` of millions. */
  readonly scale?: 'k' | 'm';
}

export interface Table {
  readonly sheet: string;
  /** The number of the row that has the heads. */
  readonly row: number;
  readonly heads: readonly Head[];
  readonly rows: readonly ReadRow[];
  /** Rows of totals, which are no entries. */
  readonly totals: readonly ReadRow[];
  /** What was left out, and what was read otherwise than people might think. */
  readonly notes: readonly string[];
}

/** Texts as they are compared: whatever their capitals and blanks. */
export const plain = (text: string): string => text.replaceAll(/\s+/g, ' ').trim().toLowerCase();

interface Range {
  readonly from: readonly [column: number, row: number];
  readonly to: readonly [column: number, row: number];
}

const placeOf = (address: string): readonly [number, number] => {
  const [, letters = '', row = ''] = /^([A-Z]+)(\d+)$/.exec(address) ?? [];
  return [[...letters].reduce((n, letter) => n * 26 + letter.charCodeAt(0) - 64, 0) - 1, Number(row)];
};

const rangesOf = ({ merged }: ReadSheet): readonly Range[] =>
  merged.map((range) => {
    const [from = '', to = from] = range.split(':');
    return { from: placeOf(from), to: placeOf(to) };
  });

const isIn = ({ from, to }: Range, column: number, row: number): boolean =>
  from[0] <= column && column <= to[0] && from[1] <= row && row <= to[1];

/** Cells of a sheet, where one that was merged says what all of it says. */
class Cells {
  readonly ranges: readonly Range[];
  readonly #rows: ReadonlyMap<number, ReadRow>;

  constructor(sheet: ReadSheet) {
    this.ranges = rangesOf(sheet);
    this.#rows = new Map(sheet.rows.map((row) => [row.number, row]));
  }

  at(column: number, row: number): ReadCell {
    const own = this.#rows.get(row)?.cells[column] ?? null;
    if (own !== null && own !== '') return own;
    const range = this.ranges.find((one) => isIn(one, column, row));
    return range === undefined ? own : (this.#rows.get(range.from[1])?.cells[range.from[0]] ?? null);
  }

  /** What stands above several heads, merged into one cell. */
  above(column: number, row: number): string {
    const range = this.ranges.find((one) => isIn(one, column, row - 1) && one.from[0] < one.to[0]);
    return range === undefined || isIn(range, column, row) ? '' : textOfCell(this.at(column, row - 1));
  }
}

const scaleOf = (head: string): 'k' | 'm' | undefined =>
  /£\s*['’]?0{3}|\(0{3}s?\)|£\s*k\b|\(k\)/i.test(head)
    ? 'k'
    : /£\s*m(?:n|illions?)?\b|\(m\)/i.test(head)
      ? 'm'
      : undefined;

const longestHead = 200;
const wordsOfHead = (text: string): string => text.replaceAll(/\s+/g, ' ').trim().slice(0, longestHead);

const samplesOf = (rows: readonly ReadRow[], at: number): readonly string[] => {
  const found = new Set<string>();
  for (const { cells } of rows) {
    const text = textOfCell(cells[at] ?? null);
    if (text !== '') found.add(text.length > 40 ? `${text.slice(0, 39)}…` : text);
    if (found.size === 3) break;
  }
  return [...found];
};

const headsOf = (cells: Cells, row: number, width: number, below: readonly ReadRow[]): readonly Head[] => {
  const seen = new Map<string, number>();
  return Array.from({ length: width }, (_, at) => at).flatMap((at) => {
    const own = wordsOfHead(textOfCell(cells.at(at, row)));
    const above = wordsOfHead(cells.above(at, row));
    const words = [above, own].filter((text) => text !== '').join(': ');
    if (own === '') return [];
    const before = (seen.get(plain(words)) ?? 0) + 1;
    seen.set(plain(words), before);
    const text = before === 1 ? words : `${words} (${before})`;
    const scale = scaleOf(text);
    return [{ at, text, samples: samplesOf(below, at), ...(scale === undefined ? {} : { scale }) }];
  });
};

const filledIn = (heads: readonly Head[], { cells }: ReadRow): readonly Head[] =>
  heads.filter(({ at }) => textOfCell(cells[at] ?? null) !== '');

const numbersOf = (rows: readonly ReadRow[]): string =>
  listedAtMost(
    rows.map(({ number }) => String(number)),
    10,
  );

const notesOf = (sheet: ReadSheet, taken: readonly ReadRow[], out: Readonly<Record<LeftOut, readonly ReadRow[]>>) => [
  ...(out.total.length > 0 ? [`Left out, as rows of totals: row ${numbersOf(out.total)}.`] : []),
  ...(out.caption.length > 0 ? [`Left out, as lines between the rows: row ${numbersOf(out.caption)}.`] : []),
  ...(out.heads.length > 0 ? [`Left out, as the heads once more: row ${numbersOf(out.heads)}.`] : []),
  ...(sheet.formulas > 0 ? ['Of formulas, the values that the sheet shows were read.'] : []),
  ...(taken.some(({ hidden }) => hidden) ? ['Rows that are hidden in the sheet were read like the others.'] : []),
];

type LeftOut = 'total' | 'caption' | 'heads';

/** `Total` at the beginning of a row, or alone in any cell of it. */
const isTotal = (row: ReadRow): boolean =>
  looksLikeTotal(row) || row.cells.some((cell) => /^(?:grand |sub-?\s?)?totals?:?$/i.test(textOfCell(cell)));

/** Why a row is no entry; undefined where it is one. A line between rows has one cell, as of a directorate. */
const isNoEntry = (heads: readonly Head[], row: ReadRow): LeftOut | undefined => {
  const filled = filledIn(heads, row);
  if (isTotal(row)) return 'total';
  if (filled.length <= 1 && heads.length > 2) return 'caption';
  const isHead = ({ at, text }: Head): boolean => plain(text).endsWith(plain(textOfCell(row.cells[at] ?? null)));
  return filled.length > 1 && filled.every(isHead) ? 'heads' : undefined;
};

/** @param row the number of the row that has the heads, as the sheet shows it */
export const tableAt = (sheet: ReadSheet, row: number): Table => {
  const cells = new Cells(sheet);
  const width = Math.max(0, ...sheet.rows.map((one) => one.cells.length));
  const downwards = cells.ranges.filter(({ from, to }) => from[0] === to[0] && from[1] > row);
  const below = sheet.rows
    .filter(({ number }) => number > row)
    .map((one) => {
      // What is merged over the rows below it is said of each of them.
      const filled = downwards.filter(({ from, to }) => from[1] < one.number && one.number <= to[1]);
      if (filled.length === 0) return one;
      const all = Array.from({ length: width }, (_, at) => one.cells[at] ?? null);
      for (const { from } of filled) all[from[0]] = cells.at(from[0], from[1]);
      return { ...one, cells: all };
    });
  const heads = headsOf(cells, row, width, below);
  const out: Record<LeftOut, ReadRow[]> = { total: [], caption: [], heads: [] };
  const rows = below.filter((one) => {
    if (filledIn(heads, one).length === 0) return false;
    const why = isNoEntry(heads, one);
    if (why !== undefined) out[why].push(one);
    return why === undefined;
  });
  return { sheet: sheet.name, row, heads, rows, totals: out.total, notes: notesOf(sheet, rows, out) };
};

/** A row that may have the heads: which sheet, from 0, and the number of the row. */
export interface HeadsAt {
  readonly sheet: number;
  readonly row: number;
}

const isWords = (cell: ReadCell): cell is string =>
  typeof cell === 'string' && cell.trim() !== '' && cell.trim().length <= 120 && !/^[£\d.,\s%-]+$/.test(cell);

const mostRowsAbove = 25;

/** Rows that may have the heads, the likeliest first: many words that differ, above many rows; heads that are known count most. */
export const headRowsIn = (sheets: readonly ReadSheet[], known: ReadonlySet<string>): readonly HeadsAt[] =>
  sheets
    .flatMap(({ rows }, sheet) =>
      rows.slice(0, mostRowsAbove).map((row, n) => {
        const words = new Set(row.cells.filter(isWords).map(plain));
        const spread = Math.min(rows.length - n - 1, 5);
        const isKnown = [...words].filter((one) => known.has(one)).length;
        return { sheet, row: row.number, words: words.size, weight: words.size + 3 * isKnown + spread };
      }),
    )
    .filter(({ words }) => words > 1)
    .toSorted((one, other) => other.weight - one.weight)
    .map(({ sheet, row }) => ({ sheet, row }));
