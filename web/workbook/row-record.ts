import type { FormValues } from '../forms/form-values.ts';
import { recordOf } from '../forms/record-of.ts';
import { isObject, valuesOf } from '../forms/record-values.ts';
import { boxesOfCell } from './cell-values.ts';
import { type Column, indexOfYear } from './columns.ts';
import type { CellFault, Place } from './place.ts';
import { addressOf, type ReadCell, textOfCell } from './sheet.ts';

/** The name of a column's field in the form of a record: which item of a list is of its year. */
const boxNameOf = (
  { steps }: Column,
  record: unknown,
  started: Map<string, readonly string[]>,
): { name: string; sets: FormValues } => {
  let value: unknown = record;
  let name = '';
  const sets: Record<string, string> = {};
  for (const step of steps) {
    if (typeof step === 'string') {
      name = name === '' ? step : `${name}/${step}`;
      value = isObject(value) ? value[step] : undefined;
    } else if ('year' in step) {
      const items = Array.isArray(value) ? value : [];
      let index = indexOfYear(items, step);
      if (index === items.length) {
        const begun = [...new Set([...(started.get(name) ?? []), step.year])];
        started.set(name, begun);
        index += begun.indexOf(step.year);
      }
      name = `${name}/${index}`;
      sets[`${name}/${step.by}`] = step.year;
      value = items[index];
    } else {
      sets[`${name}/form`] = String(step.form);
      name = `${name}/${step.form}`;
    }
  }
  return { name, sets };
};

const withoutBox = (values: FormValues, name: string): FormValues =>
  Object.fromEntries(Object.entries(values).filter(([one]) => one !== name && !one.startsWith(`${name}/`)));

export interface RowRead {
  readonly record: Readonly<Record<string, unknown>>;
  readonly faults: readonly CellFault[];
}

/**
 * The record that the changed cells of a row make of what was there.
 *
 * @param columnOf where the cell of a number is, where that is not the number itself
 */
export const recordOfRow = (
  place: Place,
  before: Readonly<Record<string, unknown>>,
  row: number,
  cells: ReadonlyMap<number, { readonly column: Column; readonly cell: ReadCell }>,
  columnOf: (n: number) => number = (n) => n,
): RowRead => {
  let values: FormValues = valuesOf(place.fields, before);
  const faults: CellFault[] = [];
  const cellsOfBoxes = new Map<string, { readonly cell: string; readonly head: string }>();
  const started = new Map<string, readonly string[]>();
  for (const [n, { column, cell }] of cells) {
    const isEmpty = textOfCell(cell) === '';
    const { name, sets } = boxNameOf(column, before, started);
    const here = { cell: addressOf(columnOf(n), row), head: column.label };
    values = withoutBox(values, name);
    cellsOfBoxes.set(name, here);
    if (isEmpty) continue;
    const read = boxesOfCell(column, name, cell);
    if ('fault' in read) faults.push({ ...here, message: read.fault });
    else values = { ...values, ...sets, ...read.boxes };
  }
  const { record, faults: found } = recordOf(place.fields, values, before);
  for (const [box, message] of found) {
    const here = [...cellsOfBoxes].find(([name]) => box === name || box.startsWith(`${name}/`))?.[1];
    faults.push({ ...(here ?? { cell: addressOf(0, row) }), message });
  }
  return { record, faults };
};
