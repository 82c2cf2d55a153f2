import { readFileSync } from 'node:fs';

/*
 * The letters of a report on paper: Noto Sans, of which a file holds the letters of some scripts (SIL Open Font License 1.1,
 * by which a document may hold it). A letter is drawn by the first file that has it.
 */

const scripts = ['latin', 'latin-ext', 'greek', 'cyrillic', 'vietnamese'] as const;
const weights = { regular: '400', bold: '700' } as const;
export type Weight = keyof typeof weights;

/** The files by the names under which they stand beside the function, and in the package that they come from. */
export const fontFiles: readonly string[] = scripts.flatMap((script) =>
  Object.values(weights).map((weight) => `noto-sans-${script}-${weight}-normal.woff`),
);

export const fontNamesOf = (weight: Weight): readonly string[] =>
  scripts.map((script) => `noto-sans-${script}-${weights[weight]}-normal.woff`);

export type FontBytes = ReadonlyMap<string, Buffer>;

/** @param folder where the files are @throws where one is not there */
export const readFonts = (folder: URL): FontBytes =>
  new Map(fontFiles.map((name) => [name, readFileSync(new URL(name, folder))]));
