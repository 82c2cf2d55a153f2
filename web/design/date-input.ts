import { asWritten, type Html, html } from '../html.ts';
import { fieldset } from './choice.ts';
import { type Control, group, idOf } from './input.ts';

const parts = {
  day: { label: 'Day', width: 2 },
  month: { label: 'Month', width: 2 },
  year: { label: 'Year', width: 4 },
} as const;
export type DatePart = keyof typeof parts;

/** A date in boxes of its own for day, month and year, or for month and year; each is the field `<name>/<part>`. */
export const dateInput = (
  given: Control & {
    readonly parts: readonly DatePart[];
    readonly valueOf: (part: DatePart) => string;
  },
): Html =>
  group(
    given.fault,
    fieldset(
      given,
      html`<div class="govuk-date-input">${given.parts.map((part) => {
        const name = `${given.name}/${part}`;
        const { label, width } = parts[part];
        return html`<div class="govuk-date-input__item"><div class="govuk-form-group"><label class="govuk-label govuk-date-input__label" for="${idOf(name)}">${label}</label><input class="govuk-input govuk-date-input__input govuk-input--width-${part === 'month' ? 5 : width}${given.fault !== undefined && ' govuk-input--error'}" id="${idOf(name)}" name="${name}" type="text" value="${asWritten(given.valueOf(part))}"${part !== 'month' && html` inputmode="numeric"`}></div></div>`;
      })}</div>`,
    ),
  );
