import { financialYearOf, type LocalDate } from '#language/time.ts';
import { type Field, yearOfItems } from '#registers/fields.ts';
import { isObject } from '../../forms/record-values.ts';
import type { Printable } from '../../html.ts';
import { type NameOfEntry, valueInCell } from './shown-value.ts';

/** A column of the list of a register. */
export interface ListColumn {
  readonly head: string;
  readonly numeric: boolean;
  /** The field that it shows, as the API sorts by it; undefined of what is of one year of several. */
  readonly field?: Field;
  readonly cell: (record: Readonly<Record<string, unknown>>, nameOf: NameOfEntry) => Printable;
}

const numeric = ['pounds', 'number', 'figure'];
const isNumeric = ({ kind }: Field): boolean => numeric.includes(kind);

const mostOfAYear = 3;

/** Of a list of years with figures the first figures of the current one: how many years it has says nothing to anybody. */
const ofCurrentYear = (field: Field, year: Field, today: LocalDate): readonly ListColumn[] => {
  const current = financialYearOf(today);
  const figures = (field.fields ?? []).filter(isNumeric).slice(0, mostOfAYear);
  return figures.map((figure, n) => ({
    head: `${figure.label} ${current}`,
    numeric: true,
    cell: (record, nameOf) => {
      const items = record[field.name];
      const item = Array.isArray(items) ? items.find((one) => isObject(one) && one[year.name] === current) : undefined;
      if (isObject(item)) return valueInCell(figure, item[figure.name], nameOf);
      return n === 0 && Array.isArray(items) && items.length > 0 ? 'Other years' : '';
    },
  }));
};

const ofField = (field: Field): ListColumn => ({
  head: field.label,
  numeric: isNumeric(field),
  field,
  cell: (record, nameOf) => valueInCell(field, record[field.name], nameOf),
});

/** The columns of a list that shows some fields. */
export const listColumns = (fields: readonly Field[], today: LocalDate): readonly ListColumn[] =>
  fields.flatMap((field) => {
    const year = field.kind === 'list' ? yearOfItems(field) : undefined;
    const ofYear = year === undefined ? [] : ofCurrentYear(field, year, today);
    return ofYear.length === 0 ? [ofField(field)] : ofYear;
  });
