import { financialYearFrom, financialYearOf, type LocalDate } from '#language/time.ts';
import { type Field, yearOfItems } from '#registers/fields.ts';
import { formOf, isObject, isPlainList } from '../forms/record-values.ts';

/*
 * The columns of a register, from its declaration: a field each; of a group a column for each of its fields; of a list that has an item for
 * each financial year, a column for each year and field. Other lists, and what is exempt, are changed on the pages.
 */

export interface Choice {
  readonly name: string;
  readonly label: string;
}

/** A step on the way into a record: the name of a field, the item of a list whose field `by` is a year, or one of several forms of a value, from 1. */
export type Step = string | ItemOfYear | { readonly form: number };
export interface ItemOfYear {
  readonly by: string;
  readonly year: string;
}

/** What may be chosen in a row among the entries of its own review. */
export interface ChoicesByReview {
  /** What they are called: `savings` */
  readonly those: string;
  /** @param review null: of the programme itself */
  readonly of: (review: string | null) => readonly Choice[];
}

export interface Column {
  readonly label: string;
  readonly hint: string;
  readonly field: Field;
  readonly steps: readonly Step[];
  readonly choices?: readonly Choice[];
  /** Over many reviews, of what is chosen within a review. */
  readonly byReview?: ChoicesByReview;
  /** Of a column as the rows of one review have it: `the savings of “Home care”` */
  readonly chosenFrom?: string;
}

/** What may be chosen of a register that is referred to, or of a list of the settings. */
export type ChoicesOf = (field: Field) => readonly Choice[];

/** The years that some records hold in a list, and this one with the two that follow. */
const yearsIn = (field: Field, year: Field, records: readonly unknown[], today: LocalDate): readonly string[] => {
  const held = records.flatMap((record) => {
    const items = isObject(record) ? record[field.name] : undefined;
    return (Array.isArray(items) ? items : []).flatMap((item) =>
      isObject(item) && typeof item[year.name] === 'string' ? [String(item[year.name])] : [],
    );
  });
  const begun = Number(financialYearOf(today).slice(0, 4));
  const coming = [begun, begun + 1, begun + 2].map(financialYearFrom);
  return [...new Set([...held, ...coming])].sort();
};

const withName = ({ name, label }: Choice): string => `${label} (${name})`;

/** Choices of the same label have their ids with it. */
export const distinctChoices = (choices: readonly Choice[]): readonly Choice[] => {
  const count = new Map<string, number>();
  for (const { label } of choices) count.set(label, (count.get(label) ?? 0) + 1);
  return choices.map((one) => (count.get(one.label) === 1 ? one : { name: one.name, label: withName(one) }));
};

/** Those of which one is meant where somebody puts the label that several have. */
export const choicesCalled = (choices: readonly Choice[], label: string): readonly Choice[] =>
  choices.filter((one) => one.label === withName({ name: one.name, label }));

/** A column as the rows of a review have it. */
export const columnIn = (
  column: Column,
  { review, name }: { readonly review: string | null; readonly name: string },
): Column =>
  column.byReview === undefined
    ? column
    : { ...column, choices: column.byReview.of(review), chosenFrom: `the ${column.byReview.those} of “${name}”` };

const leaf = (field: Field, label: string, steps: readonly Step[], choicesOf: ChoicesOf): Column => {
  const choices =
    field.choices ?? (field.register !== undefined || field.list !== undefined ? choicesOf(field) : undefined);
  return {
    label,
    hint: field.hint,
    field,
    steps,
    ...(choices === undefined ? {} : { choices: distinctChoices(choices) }),
  };
};

/** @param today `2026-04-01`: of lists by year, this year and two more have columns whether or not a record holds them */
export const columnsOf = (
  fields: readonly Field[],
  records: readonly unknown[],
  today: LocalDate,
  choicesOf: ChoicesOf,
): readonly Column[] => {
  const within = (field: Field, before: string, steps: readonly Step[]): readonly Column[] => {
    const label = `${before}${field.label}`;
    const here = [...steps, field.name];
    if (field.kind === 'exemption' || (field.kind === 'id' && field.name === 'id')) return [];
    if (field.kind === 'group') return (field.fields ?? []).flatMap((one) => within(one, `${label}: `, here));
    if (field.kind === 'either')
      return (field.forms?.[0] ?? []).flatMap((one) => within(one, `${label}: `, [...here, { form: 1 }]));
    if (field.kind !== 'list' || isPlainList(field)) return [leaf(field, label, here, choicesOf)];
    const year = yearOfItems(field);
    if (year === undefined || steps.length > 0) return [];
    return yearsIn(field, year, records, today).flatMap((of) =>
      (field.fields ?? [])
        .filter((one) => one !== year)
        .flatMap((one) => within(one, `${of}: `, [...here, { by: year.name, year: of }])),
    );
  };
  return fields.flatMap((field) => within(field, '', []));
};

/** Which item of a list is of a year; that which comes after all of them where none is. */
export const indexOfYear = (items: readonly unknown[], { by, year }: ItemOfYear): number => {
  const found = items.findIndex((item) => isObject(item) && item[by] === year);
  return found < 0 ? items.length : found;
};

/** What a record holds where a column looks; undefined where it holds nothing there. */
export const valueAt = (record: unknown, { steps, field }: Column, fields: readonly Field[]): unknown => {
  let value: unknown = record;
  let among: readonly Field[] = fields;
  let last: Field = field;
  for (const step of steps) {
    if (typeof step === 'string') {
      value = isObject(value) ? value[step] : undefined;
      last = among.find(({ name }) => name === step) ?? last;
      among = last.fields ?? [];
    } else if ('year' in step) value = Array.isArray(value) ? value[indexOfYear(value, step)] : undefined;
    else {
      const forms = last.forms ?? [];
      if (value !== undefined && formOf(forms, value) !== step.form - 1) return undefined;
      among = forms[step.form - 1] ?? [];
    }
  }
  return value;
};
