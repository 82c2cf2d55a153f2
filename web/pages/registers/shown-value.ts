import { dateInWords, figureInWords, monthInWords, pounds } from '#language/in-words.ts';
import { dayOf } from '#language/time.ts';
import type { Field } from '#registers/fields.ts';
import { DateStatement, dateStatementInWords } from '#schemas/date-statement.ts';
import { Exemption } from '#schemas/exemption.ts';
import { Figure } from '#schemas/figures.ts';
import { bulletList, inLines, link } from '../../design/blocks.ts';
import type { SummaryRow } from '../../design/tables.ts';
import { formOf, isObject } from '../../forms/record-values.ts';
import { type Html, html, type Printable } from '../../html.ts';

/** How a reference to another entry is shown: its name and address, where they are known. */
export type NameOfEntry = (register: string, id: string) => { readonly text: string; readonly to?: string | undefined };
export const byId: NameOfEntry = (_, id) => ({ text: id });

/** A figure, or a bare number of pounds, in words with its source. */
export const figureText = (value: unknown): string => {
  if (typeof value === 'number') return pounds(value);
  const figure = Figure.safeParse(value);
  if (!figure.success) return 'not stated';
  const { source, asAt, conflicts = [] } = figure.data;
  return [
    figureInWords(figure.data),
    source === undefined ? '' : ` (${source}${asAt === undefined ? '' : `, as at ${dateInWords(asAt)}`})`,
    conflicts.length === 0 ? '' : `; other papers say otherwise`,
  ].join('');
};

const exemptText = (fields: readonly Field[], value: unknown): string => {
  const exemption = Exemption.safeParse(value);
  if (!exemption.success) return '';
  const { fields: names, ground, until } = exemption.data;
  const labels = names.map((name) => fields.find((one) => one.name === name)?.label ?? name);
  return `${labels.join(', ')}: withheld${until === undefined ? '' : ` until ${dateInWords(until)}`} under paragraph ${ground} of Schedule 12A`;
};

/** Values of one line as words; undefined where a value takes more than that. */
const plainText = (field: Field, value: unknown): string | undefined => {
  switch (field.kind) {
    case 'date':
      return dateInWords(String(value));
    case 'month':
      return monthInWords(String(value));
    case 'instant':
      return dateInWords(dayOf(String(value)));
    case 'pounds':
      return typeof value === 'number' ? pounds(value) : '';
    case 'figure':
      return figureText(value);
    case 'date as stated': {
      const statement = DateStatement.safeParse(value);
      return statement.success ? dateStatementInWords(statement.data) : '';
    }
    case 'yes or no':
      return value === true ? 'Yes' : 'No';
    case 'choice':
      return field.choices?.find(({ name }) => name === value)?.label ?? String(value);
    case 'text':
    case 'number':
    case 'financial year':
    case 'id':
      return String(value);
    default:
      return undefined;
  }
};

/** What is withheld of an address is shown as words. */
const address = (value: unknown): Printable =>
  String(value).startsWith('https://') ? link(String(value), String(value)) : String(value);

const reference = (register: string, id: string, nameOf: NameOfEntry): Printable => {
  const { text, to } = nameOf(register, id);
  return to === undefined ? text : link(to, text);
};

const groupLines = (fields: readonly Field[], value: unknown, nameOf: NameOfEntry): Html =>
  html`<dl class="tracker-group">${fields.flatMap((field) => {
    const held = isObject(value) ? value[field.name] : undefined;
    return held === undefined || field.name === 'id'
      ? []
      : [html`<div><dt>${field.label}</dt><dd>${shownValue(field, held, nameOf, fields)}</dd></div>`];
  })}</dl>`;

const listLines = (field: Field, value: readonly unknown[], nameOf: NameOfEntry): Printable => {
  const { of, fields = [], register, list } = field;
  if (of === 'reference' || (list !== undefined && of === 'id'))
    return bulletList(value.map((id) => reference(register ?? list ?? '', String(id), nameOf)));
  if (of === 'group') return value.map((item) => groupLines(fields, item, nameOf));
  return bulletList(value.map((item) => plainText({ ...field, kind: of ?? 'text' }, item) ?? String(item)));
};

/** A value of a record as people read it; nothing where nothing is recorded. */
export function shownValue(field: Field, value: unknown, nameOf: NameOfEntry, siblings: readonly Field[]): Printable {
  if (value === undefined || value === null || (Array.isArray(value) && value.length === 0)) return null;
  if (field.list !== undefined && typeof value === 'string' && field.kind !== 'choice')
    return reference(field.list, value, nameOf);
  const plain = plainText(field, value);
  if (plain !== undefined) return plain;
  switch (field.kind) {
    case 'long text':
      return inLines(String(value));
    case 'reference':
      return reference(field.register ?? '', String(value), nameOf);
    case 'address':
      return address(value);
    case 'exemption':
      return exemptText(siblings, value);
    case 'group':
      return groupLines(field.fields ?? [], value, nameOf);
    case 'either':
      return groupLines(field.forms?.[formOf(field.forms, value)] ?? [], value, nameOf);
    case 'list':
      return Array.isArray(value) ? listLines(field, value, nameOf) : null;
    default:
      return String(value);
  }
}

/** Each field of a record that holds something, under its label. */
export const shownFields = (
  fields: readonly Field[],
  record: Readonly<Record<string, unknown>>,
  nameOf: NameOfEntry,
): readonly SummaryRow[] =>
  fields.flatMap((field) => {
    const value = shownValue(field, record[field.name], nameOf, fields);
    return value === null || value === '' ? [] : [{ key: field.label, value }];
  });

/** The same in one line, for a cell of a table. */
export const valueInCell = (field: Field, value: unknown, nameOf: NameOfEntry): Printable => {
  if (field.kind === 'either' && isObject(value)) {
    const form = field.forms?.[formOf(field.forms, value)] ?? [];
    return form
      .flatMap((one) =>
        value[one.name] === undefined ? [] : [`${one.label} ${plainText(one, value[one.name]) ?? ''}`],
      )
      .join(', ');
  }
  if (Array.isArray(value)) return value.length === 0 ? '' : String(value.length);
  if (field.kind === 'figure' && isObject(value)) {
    const figure = Figure.safeParse(value);
    return figure.success ? figureInWords(figure.data) : '';
  }
  return shownValue(field, value, nameOf, []);
};
