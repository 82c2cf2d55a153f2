import { asWritten, type Html, html, type Printable, trusted } from '../html.ts';
import { errorMessage } from './error-summary.ts';

/** What every control has. Its id is its name with the parts joined by hyphens, so that a fault can link to it. */
export interface Control {
  readonly name: string;
  readonly label: string;
  readonly hint?: string | undefined;
  readonly fault?: string | undefined;
}

/** `years/0/plan` is the control with the id `years-0-plan`. */
export const idOf = (name: string): string => name.replaceAll('/', '-');

/** Attributes that say which texts describe a control. */
export const describedBy = ({ name, hint, fault }: Control): Html | false => {
  const id = idOf(name);
  const parts = [...(hint ? [`${id}-hint`] : []), ...(fault === undefined ? [] : [`${id}-error`])];
  return parts.length > 0 && html` aria-describedby="${parts.join(' ')}"`;
};

export const hintOf = ({ name, hint }: Control): Html | false =>
  Boolean(hint) && html`<div id="${idOf(name)}-hint" class="govuk-hint">${hint}</div>`;

/** A group of a form with its bar at the side where something is wrong with it. */
export const group = (fault: string | undefined, ...content: readonly Printable[]): Html =>
  html`<div class="govuk-form-group${fault !== undefined && ' govuk-form-group--error'}">${content}</div>`;

export const labelOf = ({ name, label }: Control, size: 's' | 'm' | 'l' | '' = ''): Html =>
  html`<label class="govuk-label${size !== '' && ` govuk-label--${size}`}" for="${idOf(name)}">${label}</label>`;

interface TextInput extends Control {
  readonly value: string;
  /** How wide, in characters: 2, 3, 4, 5, 10, 20 or 30; the whole line without it. */
  readonly width?: 2 | 3 | 4 | 5 | 10 | 20 | 30;
  readonly numeric?: true;
  readonly prefix?: string;
  readonly suffix?: string;
  readonly autocomplete?: string;
}

const widthOf = ({ width }: TextInput): string => (width === undefined ? '' : ` govuk-input--width-${width}`);

export const textInput = (given: TextInput): Html => {
  const { name, value, fault, numeric, prefix, suffix, autocomplete } = given;
  const input = html`<input class="govuk-input${widthOf(given)}${fault !== undefined && ' govuk-input--error'}" id="${idOf(name)}" name="${name}" type="text" value="${asWritten(value)}"${numeric && trusted(' inputmode="decimal" spellcheck="false"')}${autocomplete !== undefined && html` autocomplete="${autocomplete}"`}${describedBy(given)}>`;
  return group(
    fault,
    labelOf(given),
    hintOf(given),
    errorMessage(idOf(name), fault),
    prefix === undefined && suffix === undefined
      ? input
      : html`<div class="govuk-input__wrapper">${prefix !== undefined && html`<div class="govuk-input__prefix" aria-hidden="true">${prefix}</div>`}${input}${suffix !== undefined && html`<div class="govuk-input__suffix" aria-hidden="true">${suffix}</div>`}</div>`,
  );
};

export const textArea = (given: Control & { readonly value: string; readonly rows?: number }): Html =>
  group(
    given.fault,
    labelOf(given),
    hintOf(given),
    errorMessage(idOf(given.name), given.fault),
    html`<textarea class="govuk-textarea${given.fault !== undefined && ' govuk-textarea--error'}" id="${idOf(given.name)}" name="${given.name}" rows="${given.rows ?? 4}"${describedBy(given)}>
${asWritten(given.value)}</textarea>`,
  );

export const hidden = (name: string, value: string): Html =>
  html`<input type="hidden" name="${name}" value="${asWritten(value)}">`;

/** A file that somebody chooses. */
export const fileInput = (given: Control & { readonly accept: string }): Html => {
  const { name, fault, accept } = given;
  const id = idOf(name);
  return group(
    fault,
    html`${labelOf(given, 's')}${hintOf(given)}${errorMessage(id, fault)}<input class="govuk-file-upload${fault !== undefined && ' govuk-file-upload--error'}" id="${id}" name="${name}" type="file" accept="${accept}"${describedBy(given)}>`,
  );
};
