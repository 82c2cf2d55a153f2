/*
 * Characters that change how the text around them looks, or that cannot be seen (The Unicode Standard, and its annexes 9
 * and 31; Unicode Technical Report 36, 2.5). Marks and joiners that languages and emoji need are none of them.
 */

const turning = '\u202A-\u202E\u2066-\u2069';
const separating = '\u2028\u2029';
const controlling = '\u0080-\u009F';

const unclear = new RegExp(`[${turning}${separating}${controlling}]`);

/** A letter of Hebrew or Arabic script with its points and vowels has four; six leave room for others. */
export const mostMarks = 6;
const joiners = '\\u200B-\\u200D\\u2060\\u00AD';
const marks = new RegExp(`(?:\\p{M}[${joiners}]*){${mostMarks + 1},}`, 'u');

/** What shows as nothing: blanks, controls, joiners, fillers, the empty Braille pattern, and marks that are on no letter. */
const seen = /[^\s\p{Default_Ignorable_Code_Point}\p{Cc}\p{Cf}\p{Mn}\p{Me}\u2800]/u;

const codePoint = (character: string): string =>
  `U+${(character.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0')}`;

const whatItDoes = (character: string): string => {
  if (new RegExp(`[${turning}]`).test(character)) return 'which changes the direction of the text around it';
  return new RegExp(`[${separating}]`).test(character) ? 'a separator of lines' : 'a control character';
};

/** What most texts are made of: Latin letters, digits, and the punctuation of English. */
const nothingUnclear = /^[\t\n\r\u0020-\u007E\u00A1-\u00AC\u00AE-\u02FF\u2010-\u2027\u20A0-\u20BF]*$/;
/** The same, and at least one of it can be seen. */
const isPlain = (text: string): boolean => text === '' || (nothingUnclear.test(text) && /\S/.test(text));

/** Why people could not read a text as it is written: words for `must …`; undefined where they can. */
export const unclearIn = (text: string, lines: 'one' | 'many'): string | undefined => {
  if (lines === 'many' && isPlain(text)) return undefined;
  const [found] = unclear.exec(text) ?? [];
  if (found !== undefined) return `must not hold ${codePoint(found)}, ${whatItDoes(found)}`;
  if (marks.test(text)) return `must not hold more than ${mostMarks} combining marks in a row`;
  if (!seen.test(text)) {
    const [first = ''] = text;
    return `must hold a character that can be seen, not only such as ${codePoint(first)}`;
  }
  return lines === 'one' && /[\r\n]/.test(text) ? 'must be one line: it holds a line break' : undefined;
};

/** Every character as its number, for whoever has to see it. */
const spelledOut = (text: string): string => [...text].map((one) => `[${codePoint(one)}]`).join('');

const allUnclear = new RegExp(unclear, 'g');
const allMarks = new RegExp(marks, 'gu');
const firstMarks = new RegExp(`^(?:\\p{M}[${joiners}]*){${mostMarks}}`, 'u');

/** A text as it is shown: what would turn others round, or be seen by nobody, is given by its number, as `[U+202E]`. */
export const shownText = (text: string): string => {
  if (isPlain(text) || /^[ \t\r\n]*$/.test(text)) return text;
  if (!seen.test(text)) return spelledOut(text.slice(0, 10));
  return text.replace(allUnclear, spelledOut).replace(allMarks, (run) => `${firstMarks.exec(run)?.[0] ?? ''}[marks]`);
};

// Everything of bidirectional class R, AL or AN stands in these blocks (UAX 9, table 4), and two marks of direction.
const rightToLeft =
  '\\u0590-\\u08FF\\u200F\\uFB1D-\\uFDCF\\uFDF0-\\uFDFF\\uFE70-\\uFEFE\\u{10800}-\\u{10FFF}\\u{1E800}-\\u{1EFFF}';
const between = "[ '\\u2019\\u201C\\u201D\\u2010-\\u2013\\u200C\\u200D\\-]";
const runs = new RegExp(`[${rightToLeft}](?:${between}*[${rightToLeft}])*`, 'gu');

/**
 * A shown text whose words from right to left are isolated (UAX 9, 2.4.2), each run by itself and without the figures
 * beside it: whatever is set before, between or after them keeps its place.
 */
export const isolatedText = (text: string): string => {
  if (isPlain(text)) return text;
  return shownText(text).replace(runs, '\u2067$&\u2069');
};
