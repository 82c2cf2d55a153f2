import { asWritten, type Html, html, type Printable, trusted } from '../html.ts';
import { errorMessage } from './error-summary.ts';
import { type Control, describedBy, idOf } from './input.ts';

/*
 * Controls in the cells of a table. Each has its whole label for those who do not see the heads beside it.
 */

/** What a box of a sum adds while it is empty. */
export interface Summed {
  /** The sum that it is part of. */
  readonly sum: string;
  readonly was: number | undefined;
}

const before = ({ name, hint }: Control): Html | false =>
  hint !== undefined && html`<span id="${idOf(name)}-hint" class="govuk-hint tracker-before">${hint}</span>`;

const hiddenLabel = ({ name, label }: Control): Html =>
  html`<label class="govuk-visually-hidden" for="${idOf(name)}">${label}</label>`;

const inCell = ({ fault }: Control, ...content: readonly Printable[]): Html =>
  html`<div class="tracker-in-cell${fault !== undefined && ' tracker-in-cell--error'}">${content}</div>`;

/** A box for an amount, with what is recorded above it. */
export const amountBox = (given: Control & { readonly value: string; readonly summed: Summed }): Html => {
  const { name, fault, value, summed } = given;
  return inCell(
    given,
    hiddenLabel(given),
    before(given),
    errorMessage(idOf(name), fault),
    html`<input class="govuk-input govuk-input--width-5${fault !== undefined && ' govuk-input--error'}" id="${idOf(name)}" name="${name}" type="text" value="${asWritten(value)}" inputmode="decimal" spellcheck="false" autocomplete="off" data-sum="${summed.sum}"${summed.was !== undefined && html` data-was="${summed.was}"`}${describedBy(given)}>`,
  );
};

export const choiceBox = (
  given: Control & {
    readonly value: string;
    readonly options: readonly { readonly value: string; readonly label: string }[];
  },
): Html => {
  const { name, fault, value: chosen, options } = given;
  return inCell(
    given,
    hiddenLabel(given),
    before(given),
    errorMessage(idOf(name), fault),
    html`<select class="govuk-select${fault !== undefined && ' govuk-select--error'}" id="${idOf(name)}" name="${name}"${describedBy(given)}>${options.map(({ value, label }) => html`<option value="${asWritten(value)}"${value === chosen && trusted(' selected')}>${label}</option>`)}</select>`,
  );
};

/** A tick; `label` is seen, `of` says for others which row it is of. */
export const tick = (given: Control & { readonly of?: string; readonly ticked: boolean }): Html => {
  const { name, label, of, fault, ticked } = given;
  return inCell(
    given,
    errorMessage(idOf(name), fault),
    html`<div class="govuk-checkboxes govuk-checkboxes--small"><div class="govuk-checkboxes__item"><input class="govuk-checkboxes__input" id="${idOf(name)}" name="${name}" type="checkbox" value="yes"${ticked && trusted(' checked')}${describedBy(given)}>
<label class="govuk-label govuk-checkboxes__label" for="${idOf(name)}">${label}${of !== undefined && html`<span class="govuk-visually-hidden">, ${of}</span>`}</label></div>${given.hint !== undefined && html`<span id="${idOf(name)}-hint" class="govuk-hint tracker-before">${given.hint}</span>`}</div>`,
  );
};
