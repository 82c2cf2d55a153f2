import { listed } from '#language/in-words.ts';
import type { ScaleName } from '#registers/field-kinds.ts';
import type { Field } from '#registers/fields.ts';
import { button } from '../../design/blocks.ts';
import { checkboxes, fieldset, type Option, radios, select } from '../../design/choice.ts';
import { dateInput } from '../../design/date-input.ts';
import { group, hidden, textArea, textInput } from '../../design/input.ts';
import { type FormValues, findBox, justAdded, listIn, plainText, pressed, valueIn } from '../../forms/form-values.ts';
import { itemsIn } from '../../forms/record-of.ts';
import { isPlainList } from '../../forms/record-values.ts';
import { type Html, html } from '../../html.ts';
import { dateStatementControl } from './date-statement-control.ts';
import { exemptionControl } from './exemption-control.ts';
import { figureControl } from './figure-control.ts';

/** What controls are made from besides their field. */
export interface Controls {
  readonly values: FormValues;
  readonly faultOf: (name: string) => string | undefined;
  /** The entries of a register, or the words of a list of the settings, that may be chosen. */
  readonly optionsOf: (kind: string) => readonly Option[];
  /** From what to what a number on a scale goes, where that is known. */
  readonly scaleInWords?: ((scale: ScaleName) => string | undefined) | undefined;
  /** The fields of the whole record. */
  readonly fields: readonly Field[];
}

/** What is chosen among a few, and always is: where nobody chooses, the first of a form stays. */
const alwaysChosen = new Set<Field['kind']>(['choice', 'yes or no', 'date as stated']);
const isAlwaysHeld = ({ required, hasDefault, kind }: Field): boolean =>
  required || (hasDefault === true && alwaysChosen.has(kind));

/** Fields that need not be filled in say so, and those that another answer makes needed say by which. */
export const labelOf = (field: Field): string =>
  isAlwaysHeld(field)
    ? field.label
    : `${field.label} (${field.neededIf === undefined ? 'optional' : `needed if ${field.neededIf}`})`;

const baseOf = (field: Field, name: string, { faultOf, scaleInWords }: Controls) => ({
  name,
  label: labelOf(field),
  hint: (field.scale && scaleInWords?.(field.scale)) ?? field.hint,
  fault: faultOf(name),
});

const noChoice = { value: '', label: 'Choose one' };

const chosenControl = (field: Field, name: string, options: readonly Option[], controls: Controls): Html => {
  const given = { ...baseOf(field, name, controls), value: valueIn(controls.values, name) };
  return options.length > 7
    ? select({ ...given, options: [{ ...noChoice, label: isAlwaysHeld(field) ? 'Choose one' : 'None' }, ...options] })
    : radios({ ...given, options: isAlwaysHeld(field) ? options : [...options, { value: '', label: 'None' }] });
};

/** More than this many are found by some of their words first. */
const mostAtOnce = 100;

/** Whether each of the words that are looked for is in what an option is called. */
const isFound = ({ label }: Option, words: string): boolean => {
  const called = plainText(label);
  return (
    words !== '' &&
    plainText(words)
      .split(/\s+/)
      .every((word) => called.includes(word))
  );
};

const finder = ({ label }: Field, name: string, values: FormValues, count: number): Html =>
  html`${textInput({
    name: findBox(name),
    label: `${label}: find among ${count.toLocaleString('en-GB')}`,
    hint: 'Some of the words, then Find; what is found is below to be chosen',
    value: valueIn(values, findBox(name)),
    width: 20,
  })}${button('Find', { kind: 'secondary', name: pressed, value: `find ${name}` })}`;

/** What is said where nothing is chosen. */
const nothingChosen = (
  { required }: Field,
  all: readonly Option[],
  listed: readonly Option[],
  words: string,
): string => {
  if (all.length === 0) return 'There is none to choose from';
  if (listed.length === 0) return words === '' ? 'Find one first' : 'None is called so: look for other words';
  return required ? 'Choose one' : 'None';
};

/** One of those that may be chosen by name; of many, one of those that are looked for. */
const referenceControl = (field: Field, name: string, controls: Controls): Html => {
  const { values } = controls;
  const all = controls.optionsOf(field.register ?? field.list ?? '');
  const value = valueIn(values, name);
  const words = valueIn(values, findBox(name));
  const isLong = all.length > mostAtOnce;
  const listed = isLong ? all.filter((one) => one.value === value || isFound(one, words)) : all;
  // What is recorded stays chosen where it is no longer listed.
  const options =
    value === '' || listed.some((one) => one.value === value) ? listed : [...listed, { value, label: value }];
  const chosen = select({
    ...baseOf(field, name, controls),
    value,
    options: [{ value: '', label: nothingChosen(field, all, options, words) }, ...options],
  });
  return isLong ? html`${finder(field, name, values, all.length)}${chosen}` : chosen;
};

const optionsOfList = (field: Field, { optionsOf }: Controls): readonly Option[] =>
  field.of === 'reference' || field.list !== undefined
    ? optionsOf(field.register ?? field.list ?? '')
    : (field.choices ?? []).map(({ name, label }) => ({ value: name, label }));

const plainListControl = (field: Field, name: string, controls: Controls): Html => {
  const options = optionsOfList(field, controls);
  return options.length === 0 && field.of !== 'reference' && field.list === undefined
    ? textArea({
        ...baseOf(field, name, controls),
        hint: `${field.hint}. One on each line`,
        value: valueIn(controls.values, name),
      })
    : checkboxes({ ...baseOf(field, name, controls), values: listIn(controls.values, name), options });
};

const inner = (fields: readonly Field[], base: string, controls: Controls): readonly Html[] =>
  fields.map((field) =>
    field.name === 'id' && field.kind === 'id'
      ? hidden(`${base}id`, valueIn(controls.values, `${base}id`))
      : fieldControl(field, `${base}${field.name}`, controls),
  );

const listControl = (field: Field, name: string, controls: Controls): Html => {
  const items = itemsIn(controls.values, name);
  return group(
    controls.faultOf(name),
    fieldset(
      baseOf(field, name, controls),
      html`${items.map(
        (n, at) =>
          html`<div class="tracker-item"><h2 class="govuk-heading-s"${valueIn(controls.values, justAdded) === `${name}/${n}` && html` tabindex="-1" autofocus`}>${field.label}, ${at + 1} of ${items.length}</h2>${inner(field.fields ?? [], `${name}/${n}/`, controls)}${button('Remove', { kind: 'secondary', name: pressed, value: `remove ${name}/${n}` })}</div>`,
      )}${button(items.length === 0 ? `Add to ${field.label.toLowerCase()}` : 'Add another', { kind: 'secondary', name: pressed, value: `add ${name}` })}`,
    ),
  );
};

const groupControl = (field: Field, name: string, controls: Controls): Html =>
  group(
    controls.faultOf(name),
    html`<div class="tracker-item">${fieldset(baseOf(field, name, controls), inner(field.fields ?? [], `${name}/`, controls))}</div>`,
  );

const eitherControl = (field: Field, name: string, controls: Controls): Html =>
  radios({
    ...baseOf(field, name, controls),
    name: `${name}/form`,
    fault: controls.faultOf(name),
    value: valueIn(controls.values, `${name}/form`),
    options: (field.forms ?? []).map((form, n) => ({
      value: String(n + 1),
      label: listed(form.map(({ label }, at) => (at === 0 ? label : label.toLowerCase())).slice(0, 3)),
      reveals: html`${inner(form, `${name}/${n + 1}/`, controls)}`,
    })),
  });

/** The control of a field, whatever its kind; everything it says is in the declaration of its register. */
export function fieldControl(field: Field, name: string, controls: Controls): Html {
  const base = baseOf(field, name, controls);
  const value = valueIn(controls.values, name);
  switch (field.kind) {
    case 'date':
      return dateInput({
        ...base,
        parts: ['day', 'month', 'year'],
        valueOf: (part) => valueIn(controls.values, `${name}/${part}`),
      });
    case 'month':
      return dateInput({
        ...base,
        parts: ['month', 'year'],
        valueOf: (part) => valueIn(controls.values, `${name}/${part}`),
      });
    case 'financial year':
      return textInput({ ...base, hint: `${field.hint}. For example, 2025/26`, value, width: 10 });
    case 'pounds':
      return textInput({ ...base, value, width: 10, prefix: '£', numeric: true });
    case 'number':
      return textInput({ ...base, value, width: 5, numeric: true });
    case 'figure':
      return figureControl(base, controls.values, field.required);
    case 'date as stated':
      return dateStatementControl(base, controls.values, isAlwaysHeld(field));
    case 'exemption':
      return exemptionControl(base, controls.values, controls.fields);
    case 'yes or no':
      return radios({
        ...base,
        value,
        inline: true,
        options: [
          { value: 'yes', label: 'Yes' },
          { value: 'no', label: 'No' },
        ],
      });
    case 'choice':
      return chosenControl(
        field,
        name,
        (field.choices ?? []).map((one) => ({ value: one.name, label: one.label })),
        controls,
      );
    case 'reference':
      return referenceControl(field, name, controls);
    case 'group':
      return groupControl(field, name, controls);
    case 'either':
      return eitherControl(field, name, controls);
    case 'list':
      return isPlainList(field) ? plainListControl(field, name, controls) : listControl(field, name, controls);
    case 'long text':
      return textArea({ ...base, value });
    default:
      if (field.list !== undefined) return referenceControl(field, name, controls);
      return (field.longest ?? 0) > 200 ? textArea({ ...base, value, rows: 2 }) : textInput({ ...base, value });
  }
}
