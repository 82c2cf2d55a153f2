import { addressOf, listsByReview, type WrittenColumn } from '#web/workbook/sheet.ts';

/*
 * The lists from which cells of a workbook are chosen, on sheets out of sight, and the formula by which a cell finds its own.
 */

/** A sheet out of sight: rows of texts and counts. */
export interface ListSheet {
  readonly name: string;
  readonly rows: readonly (readonly (string | number | null)[])[];
}

export interface CellLists {
  readonly sheets: readonly ListSheet[];
  /** The formula of the list of a column, as for its second row. */
  readonly formulas: ReadonlyMap<WrittenColumn, string>;
}

const letters = (column: number): string => addressOf(column, 1).replace(/\d+$/, '');

/** Lists side by side, each a column, filled up to the longest. */
const sideBySide = (lists: readonly (readonly string[])[]): ListSheet['rows'] =>
  Array.from({ length: Math.max(0, ...lists.map(({ length }) => length)) }, (_, row) =>
    lists.map((list) => list[row] ?? null),
  );

const ofColumns = (columns: readonly WrittenColumn[]): CellLists => {
  const chosen = columns.flatMap((column) =>
    column.choices === undefined || column.choices.length === 0 ? [] : [{ column, choices: column.choices }],
  );
  return {
    sheets: [{ name: 'Lists', rows: sideBySide(chosen.map(({ choices }) => choices)) }],
    formulas: new Map(
      chosen.map(({ column, choices }, n) => [column, `Lists!$${letters(n)}$1:$${letters(n)}$${choices.length}`]),
    ),
  };
};

const nameOf = (those: string, review: string): string => `${those}: ${review}`;

/**
 * Lists that differ from row to row: under a name of what is chosen and of the review how many there are, and then each. A row finds
 * its own by what its column of reviews says, wherever it is sorted to.
 */
const ofReviews = (columns: readonly WrittenColumn[]): CellLists => {
  const by = columns.flatMap((column) => (column.choicesBy === undefined ? [] : [{ column, ...column.choicesBy }]));
  const lists = new Map(
    by.flatMap(({ those, lists: each }) =>
      [...each].flatMap(([review, choices]) =>
        choices.length === 0 ? [] : [[nameOf(those, review), choices] as const],
      ),
    ),
  );
  if (lists.size === 0) return { sheets: [], formulas: new Map() };
  const sheet = `'${listsByReview}'!`;
  const row = (number: number): string => `${sheet}$${number}:$${number}`;
  const formulas = by.map(({ column, those, at }) => {
    // Compared: to MATCH, ~, * and ? in a title are no letters, and with each of them escaped it is longer than the 255 characters of a validation.
    const place = `LOOKUP(2,1/(${row(1)}="${nameOf(those, '')}"&$${letters(at)}2),COLUMN($1:$1))`;
    return [column, `OFFSET(${sheet}$A$3,0,${place}-1,INDEX(${row(2)},1,${place}),1)`] as const;
  });
  const choices = [...lists.values()];
  return {
    sheets: [
      {
        name: listsByReview,
        rows: [[...lists.keys()], choices.map(({ length }) => length), ...sideBySide(choices)],
      },
    ],
    formulas: new Map(formulas),
  };
};

export const cellListsOf = (columns: readonly WrittenColumn[]): CellLists => {
  const [same, byReview] = [ofColumns(columns), ofReviews(columns)];
  return {
    sheets: [...same.sheets, ...byReview.sheets],
    formulas: new Map([...same.formulas, ...byReview.formulas]),
  };
};
