import { type asMade, type Heads, isNotRead } from './heads.ts';
import type { CurrentEntry } from './place.ts';
import { type ReadRow, type ReadSheet, textOfCell, textOfWritten } from './sheet.ts';
import { saysStill, type WorkedOut } from './worked-out.ts';

/*
 * What came back in the columns of what the tracker works out: nothing of it is read, and that is said where somebody changed it.
 */

/** A row without what is not read. */
export const withoutWorkedOut =
  (heads: Heads) =>
  (row: ReadRow): ReadRow =>
    row.cells.some((cell, n) => cell !== null && isNotRead(heads, n))
      ? { ...row, cells: row.cells.map((cell, n) => (isNotRead(heads, n) ? null : cell)) }
      : row;

interface Reading {
  readonly heads: Heads;
  /** What each row said when the workbook was made. */
  readonly made: ReturnType<typeof asMade>;
  /** The entries as they are now, by the ids that the rows have. */
  readonly entries: ReadonlyMap<string, CurrentEntry>;
}

/** Whether somebody changed what stands in such a column; what was not there before is another's: what is of the day is then not held against today's. */
const isChanged = (row: ReadRow, n: number, column: WorkedOut, { heads, made, entries }: Reading): boolean => {
  const cell = row.cells[n] ?? null;
  const id = textOfCell(row.cells[heads.idAt] ?? null);
  if (id === '') return textOfCell(cell) !== '';
  const entry = entries.get(id);
  const now = entry === undefined || column.isOfToday ? undefined : textOfWritten(column.cell(entry.computed ?? {}));
  const before = made?.get(id)?.[n] ?? now;
  return before !== undefined && !saysStill(cell, before);
};

/** What is said of such columns: which cells of them were changed, and which were renamed. */
export const notesOnWorkedOut = ({ name, rows }: ReadSheet, reading: Reading): readonly string[] => {
  const { workedOut, renamed } = reading.heads;
  const counts = [...workedOut].flatMap(([n, column]) => {
    const count = rows.slice(1).filter((row) => isChanged(row, n, column, reading)).length;
    return count === 0 ? [] : [{ label: column.label, count }];
  });
  const count = counts.reduce((sum, one) => sum + one.count, 0);
  const labels = [...new Set(counts.map(({ label }) => `“${label}”`))].join(', ');
  return [
    ...(count === 0
      ? []
      : [
          `${count === 1 ? 'One cell was changed that the tracker works out: it is' : `${count} cells were changed that the tracker works out: they are`} not read (${labels} of the sheet “${name}”).`,
        ]),
    ...[...renamed.values()].map(
      (text) =>
        `The column “${text}” of the sheet “${name}” stands where one of what the tracker works out stood, and was not read.`,
    ),
  ];
};
