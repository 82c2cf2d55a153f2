import { plainText } from '#language/withheld-text.ts';
import { isRedacted } from '#schemas/redaction.ts';

const escaped = (text: string): string => text.replaceAll(/[\\^$.*+?()[\]{}|/]/g, '\\$&');
const wordEnd = /[\p{L}\p{N}]/u;

/** Finds a text as whole words, in capitals or small letters, whatever blanks are between its words. */
const pattern = (text: string): string => {
  const trimmed = text.trim();
  const [first = '', last = ''] = [[...trimmed].at(0), [...trimmed].at(-1)];
  const before = wordEnd.test(first) ? '(?<![\\p{L}\\p{N}])' : '';
  const after = wordEnd.test(last) ? '(?![\\p{L}\\p{N}])' : '';
  return `${before}${trimmed.split(/\s+/).map(escaped).join('\\s+')}${after}`;
};

/**
 * Takes texts out of others: whatever is one of them, or holds one, becomes a sentence that says so, as a whole. No digest
 * covers what is left of a text, so that a part of one cannot stay.
 */
export const wordsTakenOut = (
  texts: Iterable<string>,
  sentence: (whole: string) => string,
): ((text: string) => string) => {
  const patterns = [...texts].map(pattern);
  if (patterns.length === 0) return (text) => text;
  const anyOf = new RegExp(patterns.join('|'), 'iu');
  return (text) => {
    if (isRedacted(text)) return text;
    const plain = plainText(text);
    return anyOf.test(plain) ? sentence(plain) : text;
  };
};

/** Takes every text out, as where all of a programme is disposed of. */
export const everyTextTakenOut =
  (sentence: (whole: string) => string): ((text: string) => string) =>
  (text) =>
    isRedacted(text) ? text : sentence(plainText(text));
