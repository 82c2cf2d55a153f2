import type { Column } from './columns.ts';
import { type CellFault, idHead, type Place } from './place.ts';
import { addressOf, columnOf, type ReadSheet, textOfCell } from './sheet.ts';
import type { WorkedOut } from './worked-out.ts';

/** Which column of the sheet is which; a column that is not there is not changed. */
export interface Heads {
  readonly idAt: number;
  readonly at: ReadonlyMap<number, Column>;
  /** What the tracker works out: such columns are not read. */
  readonly workedOut: ReadonlyMap<number, WorkedOut>;
  /** Columns that stand where one of these was, under another head: not read either. */
  readonly renamed: ReadonlyMap<number, string>;
}
export const noHeads: Heads = { idAt: -1, at: new Map(), workedOut: new Map(), renamed: new Map() };

export const isNotRead = ({ workedOut, renamed }: Heads, n: number): boolean => workedOut.has(n) || renamed.has(n);

/** A head, or the name of a sheet, as two are compared. */
export const plain = (text: string): string => text.replaceAll(/\s+/g, ' ').trim().toLowerCase();

/** A head, and where it is. */
interface Head {
  readonly n: number;
  readonly text: string;
}

/**
 * Heads that are none of ours: as many as the tracker's own columns that are missing, where they stand after all others and either beside
 * another of these or where the workbook had one. A column of a file that never had them is none: its head may be one of ours, misspelt.
 */
const renamedAmong = (
  unknown: readonly Head[],
  { idAt, at, workedOut }: Omit<Heads, 'renamed'>,
  own: readonly WorkedOut[],
  kept: ReadSheet | undefined,
): Heads['renamed'] => {
  const last = Math.max(idAt, ...at.keys());
  const wasOurs = (n: number): boolean => {
    const before = plain(textOfCell(kept?.rows[0]?.cells[n] ?? null));
    return own.some(({ label }) => plain(label) === before);
  };
  const missing = own.length - new Set(workedOut.values()).size;
  return new Map(
    unknown
      .filter(({ n }) => n > last && (workedOut.size > 0 || wasOurs(n)))
      .slice(0, missing)
      .map(({ n, text }) => [n, text]),
  );
};

/** @param kept the sheet that keeps what the workbook said when it was made */
export const headsIn = (
  { sheet, kept }: { readonly sheet: ReadSheet; readonly kept: ReadSheet | undefined },
  { columns, workedOut: own = [] }: Place,
  faults: CellFault[],
): Heads | undefined => {
  const [first] = sheet.rows;
  if (first === undefined) {
    faults.push({ cell: 'A1', message: 'must be the head of a column: the sheet is empty' });
    return undefined;
  }
  const at = new Map<number, Column>();
  const workedOut = new Map<number, WorkedOut>();
  const unknown: Head[] = [];
  let idAt = -1;
  for (const [n, cell] of first.cells.entries()) {
    const text = textOfCell(cell);
    const named = ({ label }: { readonly label: string }): boolean => plain(label) === plain(text);
    const [column, ofOurs] = [columns.find(named), own.find(named)];
    if (text === '') continue;
    if (plain(text) === plain(idHead)) idAt = n;
    else if (ofOurs !== undefined) workedOut.set(n, ofOurs);
    else if (column === undefined) unknown.push({ n, text });
    else if ([...at.values()].includes(column))
      faults.push({ cell: addressOf(n, first.number), message: `is the second column called “${column.label}”` });
    else at.set(n, column);
  }
  const renamed = renamedAmong(unknown, { idAt, at, workedOut }, own, kept);
  for (const { n, text } of unknown.filter((one) => !renamed.has(one.n)))
    faults.push({
      cell: addressOf(n, first.number),
      message: `is the head of no column here: “${text}”. Take the column out, or give it the head of the workbook`,
    });
  if (at.size === 0 && faults.length === 0) faults.push({ cell: 'A1', message: 'must be the head of a column' });
  return { idAt, at, workedOut, renamed };
};

/** Cells that were merged, but for those of which nothing is read. */
export const mergedIn = ({ merged }: ReadSheet, heads: Heads | undefined): readonly CellFault[] =>
  merged
    .filter((range) => {
      const [from = 0, to = from] = range.split(':').map(columnOf);
      const all = Array.from({ length: to - from + 1 }, (_, n) => from + n);
      return heads === undefined || !all.every((n) => isNotRead(heads, n));
    })
    .map((range) => ({
      cell: range,
      message: 'are merged into one cell: divide them again, so that each row and column has a cell of its own',
    }));

/**
 * What each row said when the workbook was made, by its id, a column that it did not have being undefined; undefined where the workbook does not keep it.
 *
 * @param kept the sheet that keeps it
 */
export const asMade = (
  kept: ReadSheet | undefined,
  { at, workedOut }: Heads,
): ReadonlyMap<string, readonly (string | undefined)[]> | undefined => {
  const [head, ...rows] = kept?.rows ?? [];
  if (head === undefined) return undefined;
  const names = head.cells.map((cell) => plain(textOfCell(cell)));
  const idAt = names.indexOf(plain(idHead));
  if (idAt < 0) return undefined;
  const width = Math.max(...at.keys(), ...workedOut.keys()) + 1;
  const keptAt = Array.from({ length: width }, (_, n) => {
    const column = at.get(n) ?? workedOut.get(n);
    return column === undefined ? -1 : names.indexOf(plain(column.label));
  });
  return new Map(
    rows.map(({ cells }) => [
      textOfCell(cells[idAt] ?? null),
      keptAt.map((n) => (n < 0 ? undefined : textOfCell(cells[n] ?? null))),
    ]),
  );
};
