import type { Field } from '#registers/fields.ts';
import { dateStatementOf } from './date-statement-boxes.ts';
import { dayOf, empty, financialYearOf, monthOf, notOffered, type Read } from './day.ts';
import { exemptionOf } from './exemption-boxes.ts';
import { figureOf } from './figure-boxes.ts';
import { type FormValues, findBox, listIn, valueIn } from './form-values.ts';
import { poundsOf } from './money.ts';
import { isObject, isPlainList } from './record-values.ts';
import { slugOf } from './slug.ts';

/*
 * The record that the values of a form make. What the form asks for takes the place of what was there; what it does not ask for stays.
 */

/** What was read of a form: the record, and what is wrong with it by the name of the field. */
export interface RecordRead {
  readonly record: Readonly<Record<string, unknown>>;
  readonly faults: ReadonlyMap<string, string>;
}

const isFilled = (values: FormValues, base: string): boolean =>
  Object.entries(values).some(([name, value]) => name.startsWith(base) && !name.endsWith('/id') && value.trim() !== '');

/** The numbers of the items of a list that the form holds, in their order. */
export const itemsIn = (values: FormValues, name: string): readonly number[] =>
  [
    ...new Set(
      Object.keys(values).flatMap((one) => {
        const number = one.startsWith(`${name}/`) ? /^\d+(?=\/)/.exec(one.slice(name.length + 1))?.[0] : undefined;
        return number === undefined ? [] : [Number(number)];
      }),
    ),
  ].toSorted((one, other) => one - other);

class Reader {
  readonly faults = new Map<string, string>();
  readonly #values: FormValues;

  constructor(values: FormValues) {
    this.#values = values;
  }

  record(fields: readonly Field[], base: string, before: unknown): Record<string, unknown> {
    const held = isObject(before) ? before : {};
    const record: Record<string, unknown> = { ...held };
    for (const field of fields) {
      const read = this.#read(field, `${base}${field.name}`, held[field.name]);
      if (read.kind === 'fault') this.faults.set(`${base}${field.name}`, read.message);
      else if (read.kind === 'empty') delete record[field.name];
      else record[field.name] = read.value;
    }
    return record;
  }

  #list(field: Field, name: string, before: unknown): Read<unknown> {
    if (isPlainList(field)) {
      const items = listIn(this.#values, name);
      if (items.length === 0) return empty;
      const numbers = items.map(Number);
      if (field.of !== 'number') return { kind: 'value', value: items };
      return numbers.some(Number.isNaN)
        ? { kind: 'fault', message: 'must hold a number on each line' }
        : { kind: 'value', value: numbers };
    }
    const held = Array.isArray(before) ? before : [];
    const taken = new Set<string>();
    const items = itemsIn(this.#values, name)
      .filter((n) => isFilled(this.#values, `${name}/${n}/`))
      .map((n) => {
        const id = valueIn(this.#values, `${name}/${n}/id`);
        const was: unknown = id === '' ? held[n] : held.find((one) => isObject(one) && one.id === id);
        const item = this.record(field.fields ?? [], `${name}/${n}/`, was);
        return field.fields?.some((one) => one.name === 'id') ? withId(item, taken) : item;
      });
    return items.length === 0 ? empty : { kind: 'value', value: items };
  }

  #either({ forms = [] }: Field, name: string): Read<unknown> {
    const text = valueIn(this.#values, `${name}/form`);
    const chosen = Number(text);
    const form = forms[chosen - 1];
    if (form === undefined && text !== '') return notOffered;
    return form === undefined ? empty : { kind: 'value', value: this.record(form, `${name}/${chosen}/`, {}) };
  }

  #group(field: Field, name: string, before: unknown): Read<unknown> {
    return isFilled(this.#values, `${name}/`)
      ? { kind: 'value', value: this.record(field.fields ?? [], `${name}/`, before) }
      : empty;
  }

  #number(name: string): Read<number> {
    const text = valueIn(this.#values, name).replaceAll(',', '');
    if (text === '') return empty;
    return /^-?\d+(?:\.\d+)?$/.test(text)
      ? { kind: 'value', value: Number(text) }
      : { kind: 'fault', message: 'must be a number' };
  }

  #pounds(name: string): Read<number> {
    const read = poundsOf(valueIn(this.#values, name));
    return read === undefined
      ? empty
      : typeof read === 'string'
        ? { kind: 'fault', message: read }
        : { kind: 'value', value: read };
  }

  #read(field: Field, name: string, before: unknown): Read<unknown> {
    const text = valueIn(this.#values, name);
    switch (field.kind) {
      case 'date':
        return dayOf(this.#values, name);
      case 'month':
        return monthOf(this.#values, name);
      case 'financial year':
        return financialYearOf(text);
      case 'pounds':
        return this.#pounds(name);
      case 'number':
        return this.#number(name);
      case 'figure':
        return figureOf(this.#values, name, before);
      case 'date as stated':
        return dateStatementOf(this.#values, name, before);
      case 'exemption':
        return exemptionOf(this.#values, name);
      case 'yes or no':
        if (text === '') return empty;
        return text === 'yes' || text === 'no' ? { kind: 'value', value: text === 'yes' } : notOffered;
      case 'group':
        return this.#group(field, name, before);
      case 'list':
        return this.#list(field, name, before);
      case 'either':
        return this.#either(field, name);
      default:
        if (text !== '') return { kind: 'value', value: text };
        // Who looks for somebody and chooses nobody has not said that there is nobody.
        return valueIn(this.#values, findBox(name)) === ''
          ? empty
          : { kind: 'fault', message: 'choose one of those found, or empty the box in which you looked for one' };
    }
  }
}

/** Nobody types the id of an item: a new one gets it from its first words. */
const withId = (item: Readonly<Record<string, unknown>>, taken: Set<string>): Record<string, unknown> => {
  const words = Object.entries(item).find(([name, value]) => name !== 'id' && typeof value === 'string')?.[1];
  const stem = typeof item.id === 'string' && item.id !== '' ? item.id : slugOf(String(words ?? ''), 40) || 'item';
  let id = stem;
  for (let n = 2; taken.has(id); n += 1) id = `${stem}-${n}`;
  taken.add(id);
  return { ...item, id };
};

/** @param before the record as it is, whose parts that the form does not ask for stay */
export const recordOf = (fields: readonly Field[], values: FormValues, before: unknown): RecordRead => {
  const reader = new Reader(values);
  const record = reader.record(fields, '', before);
  return { record, faults: reader.faults };
};
