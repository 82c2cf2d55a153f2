import { Figure } from '#schemas/figures.ts';
import { recordOfRow } from '../workbook/row-record.ts';
import { type ReadCell, type ReadRow, textOfCell } from '../workbook/sheet.ts';
import { type Mapped, type OwnedRow, type Reading, readCell, readingsOf } from './mapped-plan.ts';

/*
 * What the rows of a spreadsheet come to, for each field of money: to be held against the row of totals that the sheet has itself.
 */

/** Pounds from a low end to a high one; the same where each amount is one. */
export interface Pounds {
  readonly low: number;
  readonly high: number;
}

export interface MoneyTotal {
  readonly label: string;
  readonly head: string;
  readonly read: Pounds;
  /** Rows that have words in the place of an amount, as TBC. */
  readonly withoutAmount: number;
  /** What the sheet itself has as its total, in which rows. */
  readonly inSheet?: Pounds & { readonly rows: readonly number[] };
}

const poundsIn = (value: unknown): Pounds | undefined => {
  if (typeof value === 'number') return { low: value, high: value };
  const figure = Figure.safeParse(value).data;
  if (figure === undefined) return undefined;
  if (figure.kind === 'range') return { low: figure.low, high: figure.high };
  return 'pounds' in figure ? { low: figure.pounds, high: figure.pounds } : undefined;
};

const poundsOfCell = ({ mapped: { column } }: Reading, cell: ReadCell, row: number): Pounds | undefined => {
  const { field } = column;
  const alone = { ...column, steps: [field.name] };
  const place = { noun: '', fields: [field], columns: [], entries: [] };
  return poundsIn(recordOfRow(place, {}, row, new Map([[0, { column: alone, cell }]])).record[field.name]);
};

const sumOf = (all: readonly Pounds[]): Pounds =>
  all.reduce((sum, { low, high }) => ({ low: sum.low + low, high: sum.high + high }), { low: 0, high: 0 });

/** How many pounds two sums are apart; a sum that may be anywhere in a range is not apart from what is in it. */
export const apart = (read: Pounds, inSheet: Pounds): number =>
  Math.max(0, read.low - inSheet.high, inSheet.low - read.high);

const isGrand = ({ cells }: ReadRow): boolean => cells.some((cell) => /^grand\s?-?total/i.test(textOfCell(cell)));

/** The grand total, else the last; else all together, as those of the parts of a sheet are, where that is nearer. */
const totalInSheet = (reading: Reading, totals: readonly ReadRow[], read: Pounds): MoneyTotal['inSheet'] => {
  const found = totals.flatMap((row) => {
    const pounds = poundsOfCell(reading, readCell(reading, row), row.number);
    return pounds === undefined ? [] : [{ row, pounds }];
  });
  const grand = found.find(({ row }) => isGrand(row));
  const last = grand ?? found.at(-1);
  if (last === undefined) return undefined;
  const together = sumOf(found.map(({ pounds }) => pounds));
  return grand === undefined && apart(read, together) < apart(read, last.pounds)
    ? { ...together, rows: found.map(({ row }) => row.number) }
    : { ...last.pounds, rows: [last.row.number] };
};

export const moneyTotals = (mapped: Mapped, rows: readonly OwnedRow[]): readonly MoneyTotal[] =>
  readingsOf(mapped).flatMap((reading): readonly MoneyTotal[] => {
    const { head, mapped: field } = reading;
    const { column } = field;
    if (head === undefined || (column.field.kind !== 'figure' && column.field.kind !== 'pounds')) return [];
    const cells = rows.flatMap(({ row }) => {
      const cell = readCell(reading, row);
      return textOfCell(cell) === '' ? [] : [poundsOfCell(reading, cell, row.number)];
    });
    const amounts = cells.filter((one) => one !== undefined);
    const read = sumOf(amounts);
    const inSheet = totalInSheet(reading, mapped.table.totals, read);
    return [
      {
        ...{ label: column.label, head: head.text, read },
        withoutAmount: cells.length - amounts.length,
        ...(inSheet === undefined ? {} : { inSheet }),
      },
    ];
  });
