import { asWritten, type Html, html, type Printable, trusted } from '../html.ts';

export type TagColour = 'grey' | 'green' | 'teal' | 'blue' | 'purple' | 'magenta' | 'red' | 'orange' | 'yellow';

/** A state in a word; its colour says nothing that the word does not. */
export const tag = (text: string, colour: TagColour = 'blue'): Html =>
  html`<strong class="govuk-tag govuk-tag--${colour}">${text}</strong>`;

export const link = (to: string, text: Printable): Html => html`<a class="govuk-link" href="${to}">${text}</a>`;

export const paragraph = (...content: readonly Printable[]): Html => html`<p class="govuk-body">${content}</p>`;

export const heading2 = (text: Printable, id?: string): Html =>
  html`<h2 class="govuk-heading-m"${id !== undefined && html` id="${id}"`}>${text}</h2>`;

export const insetText = (...content: readonly Printable[]): Html =>
  html`<div class="govuk-inset-text">${content}</div>`;

export const warningText = (text: Printable): Html =>
  html`<div class="govuk-warning-text"><span class="govuk-warning-text__icon" aria-hidden="true">!</span><strong class="govuk-warning-text__text"><span class="govuk-visually-hidden">Warning</span> ${text}</strong></div>`;

export const details = (summary: string, content: Printable, { open = false } = {}): Html =>
  html`<details class="govuk-details"${open && trusted(' open')}><summary class="govuk-details__summary"><span class="govuk-details__summary-text">${summary}</span></summary><div class="govuk-details__text">${content}</div></details>`;

/** A button that sends a form; `name` and `value` say which of several was pressed. */
export const button = (
  text: string,
  given: { readonly kind?: 'secondary' | 'warning'; readonly name?: string; readonly value?: string } = {},
): Html =>
  html`<button type="submit" class="govuk-button${given.kind !== undefined && ` govuk-button--${given.kind}`}" data-module="govuk-button" data-prevent-double-click="true"${given.name !== undefined && html` name="${given.name}" value="${asWritten(given.value ?? '')}"`}>${text}</button>`;

/** A link that looks like a button: it goes somewhere and changes nothing. */
export const buttonLink = (to: string, text: string, kind?: 'secondary'): Html =>
  html`<a href="${to}" role="button" draggable="false" class="govuk-button${kind !== undefined && ` govuk-button--${kind}`}" data-module="govuk-button">${text}</a>`;

export const buttonGroup = (...content: readonly Printable[]): Html =>
  html`<div class="govuk-button-group">${content}</div>`;

/** What was just done, and where it can be undone. */
export interface Notice {
  readonly text: string;
  readonly undo?: string | undefined;
}
export const successBanner = ({ text, undo }: Notice): Html =>
  html`<div class="govuk-notification-banner govuk-notification-banner--success" role="alert" aria-labelledby="govuk-notification-banner-title" data-module="govuk-notification-banner"><div class="govuk-notification-banner__header"><h2 class="govuk-notification-banner__title" id="govuk-notification-banner-title">Success</h2></div><div class="govuk-notification-banner__content"><p class="govuk-notification-banner__heading">${text}</p>${undo !== undefined && html`<p class="govuk-body"><a class="govuk-notification-banner__link" href="${undo}">Undo</a></p>`}</div></div>`;

export interface Task {
  readonly text: string;
  /** Where it is done; without it the task can only be read. */
  readonly to?: string;
  readonly hint?: Printable;
  readonly status: Html;
}

export const taskList = (id: string, tasks: readonly Task[]): Html =>
  html`<ul class="govuk-task-list">${tasks.map(({ text, to, hint, status }, n) => {
    const [hintId, statusId] = [`${id}-${n + 1}-hint`, `${id}-${n + 1}-status`];
    return html`<li class="govuk-task-list__item${to !== undefined && ' govuk-task-list__item--with-link'}"><div class="govuk-task-list__name-and-hint">${
      to === undefined
        ? html`<div>${text}</div>`
        : html`<a class="govuk-link govuk-task-list__link" href="${to}" aria-describedby="${hint !== undefined && `${hintId} `}${statusId}">${text}</a>`
    }${hint !== undefined && html`<div id="${hintId}" class="govuk-task-list__hint">${hint}</div>`}</div><div class="govuk-task-list__status" id="${statusId}">${status}</div></li>
`;
  })}</ul>`;

export const bulletList = (items: readonly Printable[]): Html =>
  html`<ul class="govuk-list govuk-list--bullet">${items.map((item) => html`<li>${item}</li>`)}</ul>`;

/** Many links, beside each other where there is room. */
export const linkColumns = (items: readonly Printable[]): Html =>
  html`<ul class="govuk-list tracker-columns">${items.map((item) => html`<li>${item}</li>`)}</ul>`;

/** A form that asks, and leaves its answers in the address. */
export const filterForm = (action: string, ...content: readonly Printable[]): Html =>
  html`<form method="get" action="${action}" class="tracker-filter">${content}<button type="submit" class="govuk-button govuk-button--secondary">Apply</button></form>`;

/** Words of several lines as they were written. */
export const inLines = (text: string): Html =>
  html`${text.split('\n').map((line, n) => html`${n > 0 && trusted('<br>')}${line}`)}`;
