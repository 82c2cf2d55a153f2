import { asWritten, type Html, html, type Printable, trusted } from '../html.ts';
import { errorMessage } from './error-summary.ts';
import { type Control, describedBy, group, hintOf, idOf, labelOf } from './input.ts';

export interface Option {
  readonly value: string;
  readonly label: string;
  readonly hint?: string;
  /** Further fields that belong to this choice; without script all of them are seen. */
  readonly reveals?: Html | null;
}

export const fieldset = (
  { name, label, hint, fault }: Control,
  content: Printable,
  size: 's' | 'm' | 'l' = 's',
): Html => html`<fieldset class="govuk-fieldset" id="${idOf(name)}"${describedBy({ name, label, hint, fault })}>
<legend class="govuk-fieldset__legend govuk-fieldset__legend--${size}">${label}</legend>
${hintOf({ name, label, hint })}${errorMessage(idOf(name), fault)}${content}</fieldset>`;

const optionId = (name: string, n: number): string => `${idOf(name)}-choice-${n + 1}`;

const radio =
  (name: string, chosen: string) =>
  ({ value, label, hint, reveals }: Option, n: number): Html => {
    const id = optionId(name, n);
    const reveal = reveals === undefined || reveals === null ? null : `${id}-reveals`;
    return html`<div class="govuk-radios__item"><input class="govuk-radios__input" id="${id}" name="${name}" type="radio" value="${asWritten(value)}"${value === chosen && trusted(' checked')}${reveal !== null && html` data-aria-controls="${reveal}"`}${hint !== undefined && html` aria-describedby="${id}-hint"`}>
<label class="govuk-label govuk-radios__label" for="${id}">${label}</label>${hint !== undefined && html`<div id="${id}-hint" class="govuk-hint govuk-radios__hint">${hint}</div>`}</div>
${reveal !== null && html`<div class="govuk-radios__conditional${value !== chosen && ' govuk-radios__conditional--hidden'}" id="${reveal}">${reveals}</div>`}`;
  };

/** One of a few. */
export const radios = (
  given: Control & { readonly value: string; readonly options: readonly Option[]; readonly inline?: boolean },
): Html =>
  group(
    given.fault,
    fieldset(
      given,
      html`<div class="govuk-radios${given.inline && ' govuk-radios--inline'}${given.options.length > 5 && ' govuk-radios--small'}" data-module="govuk-radios">${given.options.map(radio(given.name, given.value))}</div>`,
    ),
  );

/** Any of a few. */
export const checkboxes = (
  given: Control & { readonly values: readonly string[]; readonly options: readonly Option[] },
): Html =>
  group(
    given.fault,
    fieldset(
      given,
      html`<div class="govuk-checkboxes govuk-checkboxes--small" data-module="govuk-checkboxes">${given.options.map(
        ({ value, label, hint }, n) => {
          const id = optionId(given.name, n);
          return html`<div class="govuk-checkboxes__item"><input class="govuk-checkboxes__input" id="${id}" name="${given.name}" type="checkbox" value="${asWritten(value)}"${given.values.includes(value) && trusted(' checked')}${hint !== undefined && html` aria-describedby="${id}-hint"`}>
<label class="govuk-label govuk-checkboxes__label" for="${id}">${label}</label>${hint !== undefined && html`<div id="${id}-hint" class="govuk-hint govuk-checkboxes__hint">${hint}</div>`}</div>`;
        },
      )}</div>`,
    ),
  );

/** One of many. */
export const select = (
  given: Control & { readonly value: string; readonly options: readonly Pick<Option, 'value' | 'label'>[] },
): Html =>
  group(
    given.fault,
    labelOf(given),
    hintOf(given),
    errorMessage(idOf(given.name), given.fault),
    html`<select class="govuk-select${given.fault !== undefined && ' govuk-select--error'}" id="${idOf(given.name)}" name="${given.name}"${describedBy(given)}>${given.options.map(({ value, label }) => html`<option value="${asWritten(value)}"${value === given.value && trusted(' selected')}>${label}</option>`)}</select>`,
  );
