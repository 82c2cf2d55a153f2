import type { Field } from '#registers/fields.ts';
import { dateStatementInBoxes } from './date-statement-boxes.ts';
import { dayInBoxes, monthInBoxes } from './day.ts';
import { exemptionInBoxes } from './exemption-boxes.ts';
import { figureInBoxes } from './figure-boxes.ts';
import type { FormValues } from './form-values.ts';
import { poundsInBox } from './money.ts';

/*
 * A record as the values of its form. Fields are named by where they are in the record, with slashes: `years/0/plan`.
 */

export const isObject = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** Of a field that has several forms: the one that a value has, the first one whose fields hold all of it. */
export const formOf = (forms: readonly (readonly Field[])[], value: unknown): number => {
  if (!isObject(value)) return 0;
  const fits = (form: readonly Field[]): boolean =>
    Object.entries(value).every(([name, held]) => {
      const field = form.find((one) => one.name === name);
      return field !== undefined && (field.choices === undefined || field.choices.some((one) => one.name === held));
    }) && form.every(({ name, required }) => !required || value[name] !== undefined);
  return Math.max(0, forms.findIndex(fits));
};

/** A list whose items are ids, choices or texts: shown in one control. */
export const isPlainList = ({ kind, of }: Field): boolean => kind === 'list' && of !== 'group' && of !== 'either';

const listValues = (field: Field, name: string, value: unknown): FormValues => {
  const items = Array.isArray(value) ? value : [];
  if (isPlainList(field)) return { [name]: items.map(String).join('\n') };
  return Object.assign({}, ...items.map((item, n) => valuesOf(field.fields ?? [], item, `${name}/${n}/`)));
};

const eitherValues = ({ forms = [] }: Field, name: string, value: unknown): FormValues => {
  if (value === undefined) return {};
  const form = formOf(forms, value);
  return { [`${name}/form`]: String(form + 1), ...valuesOf(forms[form] ?? [], value, `${name}/${form + 1}/`) };
};

const boxesOfValue = (field: Field, name: string, value: unknown): FormValues => {
  switch (field.kind) {
    case 'date':
      return typeof value === 'string' ? dayInBoxes(name, value) : {};
    case 'month':
      return typeof value === 'string' ? monthInBoxes(name, value) : {};
    case 'pounds':
      return { [name]: typeof value === 'number' ? poundsInBox(value) : '' };
    case 'figure':
      return figureInBoxes(name, value);
    case 'date as stated':
      return dateStatementInBoxes(name, value);
    case 'exemption':
      return exemptionInBoxes(name, value);
    case 'group':
      return valuesOf(field.fields ?? [], value, `${name}/`);
    case 'list':
      return listValues(field, name, value);
    case 'either':
      return eitherValues(field, name, value);
    case 'yes or no':
      return { [name]: value === undefined ? '' : value === true ? 'yes' : 'no' };
    default:
      return { [name]: value === undefined || value === null ? '' : String(value) };
  }
};

/** The values of a form that shows a record. */
export function valuesOf(fields: readonly Field[], record: unknown, before = ''): FormValues {
  return Object.assign(
    {},
    ...fields.map((field) =>
      boxesOfValue(field, `${before}${field.name}`, isObject(record) ? record[field.name] : undefined),
    ),
  );
}
