import { type Html, html, type Printable } from '../../html.ts';

const escaped = (word: string): string => word.replaceAll(/[.*+?^${}()|[\]\\]/g, '\\$&');

/** A text with each of some words marked wherever it stands in it, in any case. */
export const markedWords = (text: string, asked: string): Html => {
  const words = [...new Set(asked.normalize('NFKC').trim().split(/\s+/u))].filter((word) => word !== '');
  if (words.length === 0) return html`${text}`;
  // The longest first: of two that begin alike the whole is marked.
  const any = words.toSorted((one, other) => other.length - one.length).map(escaped);
  const parts = text.split(new RegExp(`(${any.join('|')})`, 'giu'));
  return html`${parts.map((part, n): Printable => (n % 2 === 1 ? html`<mark>${part}</mark>` : part))}`;
};
