import * as z from 'zod';

/*
 * A workbook as cells: what is written into one, and what was read of one that somebody filled in.
 */

/** A cell as it was read: words, a number, yes or no, a day or, where it is empty, null. A formula is the value that it last came to. */
export const ReadCell = z.union([z.string(), z.number(), z.boolean(), z.strictObject({ day: z.iso.date() }), z.null()]);
export type ReadCell = z.infer<typeof ReadCell>;

export const ReadSheet = z.object({
  name: z.string(),
  /** Rows that hold something, each with its number as the sheet shows it. */
  rows: z.array(z.object({ number: z.int(), hidden: z.boolean(), cells: z.array(ReadCell) })),
  /** `C7:D7` */
  merged: z.array(z.string()),
  /** How many cells held a formula. */
  formulas: z.int(),
});
export type ReadSheet = z.infer<typeof ReadSheet>;
export type ReadRow = ReadSheet['rows'][number];

/** A file as it was read, or the sentence that says why it was not. */
export const ReadFile = z.union([
  z.object({
    name: z.string(),
    /** Its SHA-256, in hexadecimal. */
    digest: z.string().optional(),
    sheets: z.array(ReadSheet).readonly(),
  }),
  z.object({ name: z.string(), refused: z.string() }),
]);
export type ReadFile = z.infer<typeof ReadFile>;

/** The largest file that is taken, in bytes. */
export const largestFile = 4 * 1_024 * 1_024;

/** A cell as it is written. */
export type WrittenCell = string | number | { readonly pounds: number } | { readonly day: string } | null;

export interface WrittenColumn {
  readonly head: string;
  /** Shown where somebody goes into a cell of it. */
  readonly hint: string;
  /** What may be chosen in a cell of it. */
  readonly choices?: readonly string[];
  /** What may be chosen by what the column of reviews says in its row. */
  readonly choicesBy?: {
    /** What they are called, once in a workbook: `savings` */
    readonly those: string;
    readonly lists: ReadonlyMap<string, readonly string[]>;
    /** Where the column of reviews is, counted from 0. */
    readonly at: number;
  };
  /** Not shown: by it a row is known again. */
  readonly hidden?: boolean;
  /** Nobody fills it in: the tracker works out what it says. */
  readonly workedOut?: true;
}

export interface WrittenSheet {
  readonly title: string;
  readonly columns: readonly WrittenColumn[];
  readonly rows: readonly (readonly WrittenCell[])[];
}

/** The sheet, out of sight, that keeps every cell as it was when the workbook was made. */
export const asMadeSheet = 'As it was';

/** The sheet, out of sight, of what is chosen from within a review. */
export const listsByReview = 'Lists by review';

/** `C`: a column, counted from 0. */
export const lettersOf = (column: number): string => {
  let letters = '';
  for (let n = column + 1; n > 0; n = Math.floor((n - 1) / 26))
    letters = String.fromCharCode(65 + ((n - 1) % 26)) + letters;
  return letters;
};
/** `C7`: where a cell is. */
export const addressOf = (column: number, row: number): string => `${lettersOf(column)}${row}`;

/** `C7` -> 2 */
export const columnOf = (address: string): number => {
  let n = 0;
  for (const letter of address.replace(/\d+$/, '')) n = n * 26 + (letter.charCodeAt(0) - 64);
  return n - 1;
};

/** What a cell says, as one text: two cells that say the same are the same. */
export const textOfCell = (cell: ReadCell): string => {
  if (cell === null) return '';
  if (typeof cell === 'boolean') return cell ? 'Yes' : 'No';
  if (typeof cell === 'object') return cell.day;
  return typeof cell === 'number' ? String(cell) : cell.replaceAll(/\r\n?/g, '\n').trim();
};

/** The same of a cell once it was written and read again. */
export const textOfWritten = (cell: WrittenCell): string => {
  if (typeof cell !== 'object' || cell === null) return textOfCell(cell);
  return 'pounds' in cell ? String(cell.pounds) : cell.day;
};
