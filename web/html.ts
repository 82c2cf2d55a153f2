import { isolatedText } from '#language/unclear-characters.ts';

const escapes: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};

const escapedMarkup = (text: string): string =>
  /[&<>"']/.test(text) ? text.replace(/[&<>"']/g, (character) => escapes[character] ?? character) : text;

/** Text of a page turns nothing round that stands beside it; in an attribute, a drawing and a title it cannot be an element. */
const escaped = (text: string): string => escapedMarkup(isolatedText(text));

/** Markup that is safe to print as it is: made by `html`, or vouched for by `trusted`. */
export class Html {
  readonly #markup: string;

  constructor(markup: string) {
    this.#markup = markup;
  }

  toString(): string {
    return this.#markup;
  }
}

/** What a template takes. Null, undefined and false print nothing; a list prints its items one after another. */
export type Printable = Html | string | number | null | undefined | false | readonly Printable[];

const printed = (value: Printable): string => {
  if (typeof value === 'string') return escaped(value);
  if (typeof value === 'number') return String(value);
  if (value === null || value === undefined || value === false) return '';
  if (value instanceof Html) return value.toString();
  let markup = '';
  for (const one of value) markup += printed(one);
  return markup;
};

/** Markup with every value escaped and isolated, but for nested `html`. Attributes are written in double quotes. */
export const html = (parts: TemplateStringsArray, ...values: readonly Printable[]): Html => {
  let markup = parts[0] ?? '';
  for (let n = 0; n < values.length; n += 1) markup += printed(values[n]) + parts[n + 1];
  return new Html(markup);
};

/** What a form sends back: escaped, and every letter as it was written, since what is isolated would be sent and recorded so. */
export const asWritten = (text: string): Html => new Html(escapedMarkup(text));

/** Text of our own source, printed as it is: a style sheet. Never for anything that a person or a store gave. */
export const trusted = (markup: string): Html => new Html(markup);
