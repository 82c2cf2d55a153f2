import { dateInWords, monthInWords } from '#language/in-words.ts';
import { dayOf } from '#language/time.ts';
import { bulletList, inLines } from '../design/blocks.ts';
import { isObject } from '../forms/record-values.ts';
import { html, type Printable } from '../html.ts';

/** `stageSince` as `Stage since`: the name of a value that no form asks for. */
export const wordsOfName = (name: string): string => {
  const words = name.replaceAll(/[-_]/g, ' ').replaceAll(/[A-Z]/g, (letter) => ` ${letter.toLowerCase()}`);
  return words.charAt(0).toUpperCase() + words.slice(1);
};

const textInWords = (text: string): Printable => {
  if (/^\d{4}-\d{2}-\d{2}T/.test(text)) return dateInWords(dayOf(text));
  if (/^\d{4}-\d{2}-\d{2}$/.test(text)) return dateInWords(text);
  if (/^\d{4}-(0[1-9]|1[0-2])$/.test(text)) return monthInWords(text);
  return inLines(text);
};

/** A value that no declaration describes, such as what an act left, as people read it; null where nothing is recorded. */
export const plainValue = (value: unknown): Printable => {
  if (value === null || value === undefined || (Array.isArray(value) && value.length === 0)) return null;
  if (typeof value === 'string') return textInWords(value);
  if (typeof value === 'boolean') return value ? 'Yes' : 'No';
  if (Array.isArray(value)) return bulletList(value.map(plainValue));
  if (!isObject(value)) return String(value);
  return html`<dl class="tracker-group">${Object.entries(value).flatMap(([name, held]) => {
    const shown = plainValue(held);
    return shown === null ? [] : [html`<div><dt>${wordsOfName(name)}</dt><dd>${shown}</dd></div>`];
  })}</dl>`;
};
