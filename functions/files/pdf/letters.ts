import { type FontBytes, fontNamesOf, type Weight } from './fonts.ts';
import { unpackedFont } from './unpacked-font.ts';

type Document = PDFKit.PDFDocument;

/** Letters of one font file. */
export interface Piece {
  readonly text: string;
  readonly font: string;
}

interface Font {
  readonly name: string;
  readonly has: (codePoint: number) => boolean;
}

/** What pdfkit knows of a font that it has parsed: fontkit's own. */
const hasIn = (font: unknown): ((codePoint: number) => boolean) => {
  if (typeof font === 'object' && font !== null && 'font' in font) {
    const parsed: unknown = font.font;
    if (typeof parsed === 'object' && parsed !== null && 'hasGlyphForCodePoint' in parsed) {
      const { hasGlyphForCodePoint: has } = parsed;
      if (typeof has === 'function') return (codePoint) => Boolean(has.call(parsed, codePoint));
    }
  }
  throw new Error('a font cannot be read');
};

const bytesOf = (files: FontBytes, name: string): Buffer => {
  const bytes = files.get(name);
  if (bytes === undefined) throw new Error(`there is no font ${name}`);
  return bytes;
};

/** What turns text round on a page, and what stands for itself there, is nothing on paper. */
const unseen = /[\u2066-\u2069\u200B\u200C\u2060\u00AD]|\u200D|\uFE0E|\uFE0F/g;

const byNumber = (letter: string): string =>
  `[U+${(letter.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0')}]`;

/** Which file draws which letter, and how wide it is. A letter that none of them has is given by its number: nothing is left out. */
export class Letters {
  readonly #document: Document;
  readonly #files: FontBytes;
  readonly #fonts = new Map<string, Font>();
  readonly #widths = new Map<string, number>();
  readonly #pieces = new Map<string, readonly Piece[]>();

  constructor(document: Document, files: FontBytes) {
    this.#document = document;
    this.#files = files;
  }

  /** A font is unpacked once a letter asks for it: most reports need one of them. */
  #fontNamed(name: string): Font {
    const known = this.#fonts.get(name);
    if (known !== undefined) return known;
    this.#document.registerFont(name, unpackedFont(bytesOf(this.#files, name))).font(name);
    const font = { name, has: hasIn(Object.getOwnPropertyDescriptor(this.#document, '_font')?.value) };
    this.#fonts.set(name, font);
    return font;
  }

  #fontOf(letter: string, weight: Weight): Font | undefined {
    const codePoint = letter.codePointAt(0) ?? 0;
    for (const name of fontNamesOf(weight)) {
      const font = this.#fontNamed(name);
      if (font.has(codePoint)) return font;
    }
    return undefined;
  }

  /** A text in the pieces that one file each draws. */
  pieces(text: string, weight: Weight): readonly Piece[] {
    const key = `${weight} ${text}`;
    const known = this.#pieces.get(key);
    if (known !== undefined) return known;
    const made: { text: string; font: string }[] = [];
    for (const letter of text.replaceAll(unseen, '')) {
      const found = this.#fontOf(letter, weight);
      const drawn = found === undefined ? byNumber(letter) : letter;
      const font = (found ?? this.#fontNamed(fontNamesOf(weight)[0] ?? '')).name;
      const last = made.at(-1);
      if (last?.font === font) last.text += drawn;
      else made.push({ text: drawn, font });
    }
    this.#pieces.set(key, made);
    return made;
  }

  /** How wide a text is, in points at a size. */
  width(text: string, weight: Weight, size: number): number {
    const key = `${weight} ${text}`;
    const known = this.#widths.get(key);
    if (known !== undefined) return (known * size) / 1_000;
    const wide = this.pieces(text, weight).reduce(
      (sum, piece) => sum + this.#document.font(piece.font).fontSize(1_000).widthOfString(piece.text),
      0,
    );
    this.#widths.set(key, wide);
    return (wide * size) / 1_000;
  }
}
