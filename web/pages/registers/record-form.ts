import type { Field } from '#registers/fields.ts';
import { button, buttonGroup, link } from '../../design/blocks.ts';
import type { FormValues } from '../../forms/form-values.ts';
import { itemsIn, recordOf } from '../../forms/record-of.ts';
import { slugOf } from '../../forms/slug.ts';
import { type Html, html } from '../../html.ts';
import type { Decided, Filled } from '../form.ts';
import type { Sending } from '../question.ts';
import type { At } from '../screen.ts';
import { fieldControl } from './field-control.ts';
import type { NamedEntries } from './references.ts';
import { titleOf } from './register-at.ts';

/*
 * The form of a record, made of its fields: what it shows, what its fields are called, and what it sends.
 */

/** One more item of a list, or one fewer, or those that are looked for, where such a button was pressed; undefined where another was. */
export const withItems = (values: FormValues, which: string): FormValues | undefined => {
  const [act, name = ''] = which.split(' ');
  if (act === 'add') return { ...values, [`${name}/${(itemsIn(values, name).at(-1) ?? -1) + 1}/id`]: '' };
  if (act === 'remove')
    return Object.fromEntries(Object.entries(values).filter(([one]) => !one.startsWith(`${name}/`)));
  return act === 'find' ? values : undefined;
};

/** What a field is called where something is said of it: the labels on the way to it. */
export const nameOfField =
  (fields: readonly Field[]) =>
  (name: string): string => {
    const [first = '', ...rest] = name.split('/');
    const field = fields.find((one) => one.name === first);
    if (field === undefined) return name;
    const [next, ...after] = rest;
    const inner = [...(field.fields ?? []), ...(field.forms?.flat() ?? [])];
    if (next === undefined || inner.length === 0) return field.label;
    const deeper = /^\d+$/.test(next) ? after : rest;
    return deeper.length === 0 ? field.label : `${field.label}, ${nameOfField(inner)(deeper.join('/')).toLowerCase()}`;
  };

interface Shown {
  readonly fields: readonly Field[];
  readonly at: At;
  readonly filled: Filled;
  readonly named: NamedEntries;
  readonly first?: Html;
  /** Where it is sent: the address of the page unless said. */
  readonly action?: string;
  readonly cancel: string;
  /** What its button says. */
  readonly save?: string;
}

/** The form of a record: a control for each field. */
export const formOfRecord = ({ fields, at, filled, named, first, action, cancel, save = 'Save' }: Shown): Html =>
  html`${filled.above}<form method="post" action="${action ?? at.path}" novalidate>${filled.sending}<button type="submit" class="govuk-visually-hidden" tabindex="-1" aria-hidden="true">${save}</button>${first}
${fields.map((field) => fieldControl(field, field.name, { values: filled.values, faultOf: filled.faultOf, optionsOf: named.optionsOf, fields }))}
${buttonGroup(button(save), link(cancel, 'Cancel'))}</form>`;

/** An id of the first words of a record and of the key of its form, so that pressing twice makes one. */
export const idOfNew = (record: Readonly<Record<string, unknown>>, otherwise: string, key: string): string => {
  const [words] = [titleOf(record, ''), ...Object.values(record).filter((one) => typeof one === 'string')].filter(
    (one) => one !== '',
  );
  return [slugOf(String(words ?? otherwise), 48), slugOf(key, 8)].filter((one) => one !== '').join('-');
};

/** What a form of fields sends, made of the record that was read of it; or what is wrong with it, or one more line of a list. */
export const decidedBy = (
  fields: readonly Field[],
  values: FormValues,
  which: string,
  sendingOf: (record: Readonly<Record<string, unknown>>) => Sending,
): Decided => {
  const again = withItems(values, which);
  if (again !== undefined) return { kind: 'again', values: again };
  const { record, faults } = recordOf(fields, values, {});
  return faults.size > 0 ? { kind: 'faults', faults } : { kind: 'send', sending: sendingOf(record) };
};
