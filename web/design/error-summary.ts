import { type Html, html } from '../html.ts';

/** A fault as a page shows it: what is wrong, and the id of the field that it is about, where it is about one. */
export interface ShownFault {
  readonly message: string;
  readonly field?: string;
}

export const errorSummary = (faults: readonly ShownFault[]): Html | null =>
  faults.length === 0
    ? null
    : html`<div class="govuk-error-summary" data-module="govuk-error-summary"><div role="alert">
<h2 class="govuk-error-summary__title">There is a problem</h2>
<div class="govuk-error-summary__body"><ul class="govuk-list govuk-error-summary__list">
${faults.map(({ message, field }) => html`<li>${field === undefined ? message : html`<a href="#${field}">${message}</a>`}</li>`)}
</ul></div></div></div>`;

/** The message at a field. */
export const errorMessage = (id: string, message: string | undefined): Html | null =>
  message === undefined
    ? null
    : html`<p id="${id}-error" class="govuk-error-message"><span class="govuk-visually-hidden">Error:</span> ${message}</p>`;
