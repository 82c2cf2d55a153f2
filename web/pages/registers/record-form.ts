import { listedAtMost } from '#language/in-words.ts';
import type { Field } from '#registers/fields.ts';
import { button, buttonGroup, details, link } from '../../design/blocks.ts';
import { type FormValues, justAdded } from '../../forms/form-values.ts';
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
  if (act === 'add') {
    const item = `${name}/${(itemsIn(values, name).at(-1) ?? -1) + 1}`;
    return { ...values, [`${item}/id`]: '', [justAdded]: item };
  }
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
  /** The fields that are always shown, whatever they hold; of a form without it, all. */
  readonly main?: readonly string[];
  /** What such a form holds before anybody has said anything. */
  readonly begun?: FormValues;
}

/** Fewer than this are not worth a fold. */
const fewestFolded = 3;

const isOf = (name: string, one: string): boolean => one === name || one.startsWith(`${name}/`);

/**
 * What need not be filled in and is not what the register's list shows, while nothing is said there: a form begins with what people come
 * for. What is wrong, and what holds something, is never folded.
 */
const foldedOf = ({ fields, filled: { values, faults }, main, begun = {} }: Shown): readonly Field[] => {
  if (main === undefined) return [];
  const isTouched = (name: string): boolean =>
    [...faults.keys()].some((one) => isOf(name, one)) ||
    Object.entries(values).some(([one, value]) => isOf(name, one) && value.trim() !== (begun[one] ?? '').trim());
  const folded = fields.filter(
    ({ name, required, kind, fields: within }) =>
      !required &&
      kind !== 'exemption' &&
      // A list of what is done about it is one button while it is empty.
      !(kind === 'list' && within !== undefined) &&
      !main.includes(name) &&
      !isTouched(name),
  );
  return folded.length < fewestFolded ? [] : folded;
};

const foldedAs = (folded: readonly Field[]): string =>
  `More that can be recorded: ${listedAtMost(
    folded.map(({ label }) => (/^[A-Z][a-z]/.test(label) ? label.charAt(0).toLowerCase() + label.slice(1) : label)),
    3,
  )}`;

/** The form of a record: a control for each field, those that few need folded below the others. */
export const formOfRecord = (shown: Shown): Html => {
  const { fields, at, filled, named, first, action, cancel, save = 'Save' } = shown;
  const folded = foldedOf(shown);
  const controls = (those: readonly Field[]): readonly Html[] =>
    those.map((field) =>
      fieldControl(field, field.name, {
        ...{ values: filled.values, faultOf: filled.faultOf, optionsOf: named.optionsOf, fields },
        scaleInWords: named.scaleInWords,
      }),
    );
  const open = fields.filter((one) => !folded.includes(one));
  const last = folded.length === 0 ? [] : open.filter(({ kind }) => kind === 'exemption');
  return html`${filled.above}<form method="post" action="${action ?? at.path}" novalidate>${filled.sending}<button type="submit" class="govuk-visually-hidden" tabindex="-1" aria-hidden="true">${save}</button>${first}
${controls(open.filter((one) => !last.includes(one)))}${folded.length > 0 && details(foldedAs(folded), controls(folded))}${controls(last)}
${buttonGroup(button(save), link(cancel, 'Cancel'))}</form>`;
};

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
