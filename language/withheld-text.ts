/*
 * Text that is withheld carries marks: which paragraph exempts it, until when, and of which record it is. Everything
 * that is made from it (a position, a sentence, a report) carries it with its marks, and only where something is
 * shown is it decided what is seen: the text, or that it is withheld. The marks are Unicode's noncharacters, which are
 * for use inside a program (The Unicode Standard 23.7): a request that holds one is refused, so nobody can write them.
 */

const begins = '\uFDD0';
const divides = '\uFDD1';
const ends = '\uFDD2';
const marked = /\uFDD0([^\uFDD0-\uFDD2]*)\uFDD1([^\uFDD0-\uFDD2]*)\uFDD2/g;
const parts = /^([0-7]) (\d{4}-\d{2}-\d{2})? (.*)$/;

/** In the place of a paragraph: the digest of a file, which no public view shows. */
export const ofFiles = 0;

/** Why a text is withheld: the paragraph of Schedule 12A, the first day on which it is shown, the record it is of. */
export interface Withholding {
  readonly ground: number;
  readonly until: string | undefined;
  /** Review, kind and id: `property/option/joint-venture`. */
  readonly record: string;
}

/** Whether a text holds a mark, or half of one. */
export const holdsMark = (text: string): boolean =>
  // Ten times as quick as an expression of the three, and all that is answered is looked through.
  text.includes(begins) || text.includes(divides) || text.includes(ends);

export const withMarks = (text: string, { ground, until, record }: Withholding): string =>
  `${begins}${ground} ${until ?? ''} ${record}${divides}${text}${ends}`;

const withholdingOf = (header: string): Withholding => {
  const [, ground, until, record] = parts.exec(header) ?? [];
  if (ground === undefined || record === undefined) throw new Error('a withheld text does not say why it is');
  return { ground: Number(ground), until, record };
};

/** The text with the marked parts of it replaced. */
const replaced = (text: string, by: (withheld: string, why: Withholding) => string): string => {
  if (!holdsMark(text)) return text;
  const whole = text.replaceAll(marked, (_, header: string, withheld: string) => by(withheld, withholdingOf(header)));
  // What was cut in the middle of a withheld text is shown to nobody.
  if (holdsMark(whole)) throw new Error('a withheld text was cut');
  return whole;
};

/** The text as it was written. */
export const plainText = (text: string): string => replaced(text, (withheld) => withheld);

/** By which names are compared: those that differ only in case or blanks are one, whatever of them a view withholds. */
export const foldedName = (name: string): string => plainText(name).trim().replaceAll(/\s+/g, ' ').toLowerCase();

/** The text with what is withheld replaced by a sentence; `isWithheld` judges by the reason. */
export const textWithout = (
  text: string,
  isWithheld: (why: Withholding) => boolean,
  sentence: (why: Withholding) => string,
): string => replaced(text, (withheld, why) => (isWithheld(why) ? sentence(why) : withheld));

/** Why each marked part of a text is withheld. */
export const withholdingsIn = (text: string): readonly Withholding[] =>
  holdsMark(text) ? [...text.matchAll(marked)].map(([, header]) => withholdingOf(header ?? '')) : [];
