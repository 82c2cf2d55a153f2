import type { Column } from './columns.ts';
import { type CellFault, idHead, type Place } from './place.ts';
import { addressOf, type ReadSheet, textOfCell } from './sheet.ts';

/** Which column of the sheet is which; a column that is not there is not changed. */
export interface Heads {
  readonly idAt: number;
  readonly at: ReadonlyMap<number, Column>;
}

const plain = (text: string): string => text.replaceAll(/\s+/g, ' ').trim().toLowerCase();

export const headsIn = (sheet: ReadSheet, { columns }: Place, faults: CellFault[]): Heads | undefined => {
  const [first] = sheet.rows;
  if (first === undefined) {
    faults.push({ cell: 'A1', message: 'must be the head of a column: the sheet is empty' });
    return undefined;
  }
  const at = new Map<number, Column>();
  let idAt = -1;
  for (const [n, cell] of first.cells.entries()) {
    const head = plain(textOfCell(cell));
    const cellHere = addressOf(n, first.number);
    if (head === '') continue;
    if (head === plain(idHead)) {
      idAt = n;
      continue;
    }
    const column = columns.find(({ label }) => plain(label) === head);
    if (column === undefined)
      faults.push({
        cell: cellHere,
        message: `is the head of no column here: “${textOfCell(cell)}”. Take the column out, or give it the head of the workbook`,
      });
    else if ([...at.values()].includes(column))
      faults.push({ cell: cellHere, message: `is the second column called “${column.label}”` });
    else at.set(n, column);
  }
  if (at.size === 0 && faults.length === 0) faults.push({ cell: 'A1', message: 'must be the head of a column' });
  return { idAt, at };
};

/**
 * What each row said when the workbook was made, by its id, a column that it did not have being undefined; undefined where the workbook does not keep it.
 *
 * @param kept the sheet that keeps it
 */
export const asMade = (
  kept: ReadSheet | undefined,
  heads: Heads,
): ReadonlyMap<string, readonly (string | undefined)[]> | undefined => {
  const [head, ...rows] = kept?.rows ?? [];
  if (head === undefined) return undefined;
  const names = head.cells.map((cell) => plain(textOfCell(cell)));
  const idAt = names.indexOf(plain(idHead));
  if (idAt < 0) return undefined;
  const width = Math.max(...heads.at.keys()) + 1;
  return new Map(
    rows.map(({ cells }) => [
      textOfCell(cells[idAt] ?? null),
      Array.from({ length: width }, (_, n) => {
        const column = heads.at.get(n);
        const keptAt = column === undefined ? -1 : names.indexOf(plain(column.label));
        return keptAt < 0 ? undefined : textOfCell(cells[keptAt] ?? null);
      }),
    ]),
  );
};
