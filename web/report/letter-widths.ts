/*
 * How wide the letters of a report on paper are (Noto Sans, functions/files/pdf/fonts.ts), in hundredths of their size, so that what has room on a page
 * can be reckoned where no font is at hand. test/unit/functions/page-one-on-paper.test.ts compares them with the font.
 */
const groups: readonly (readonly [width: number, letters: string])[] = [
  [18, '’'],
  [23, "'"],
  [26, ' \u00A0ijl'],
  [27, '!,.:;J'],
  [28, '`'],
  [30, '()'],
  [32, '-'],
  [33, '[]'],
  [34, 'If'],
  [36, 't“”'],
  [37, '/\\'],
  [38, '{}•'],
  [41, '"r'],
  [43, '?'],
  [44, '_'],
  [47, 'z'],
  [48, 'cs'],
  [50, '–'],
  [51, 'vy'],
  [52, 'FL'],
  [53, 'kx'],
  [55, '*S|'],
  [56, 'ETae'],
  [57, '$+0123456789<=>YZ^~£'],
  [59, 'X'],
  [60, 'V'],
  [61, 'Po'],
  [62, 'KRbdghnpqu'],
  [63, 'C'],
  [64, 'A'],
  [65, '#B'],
  [73, '&DGU'],
  [74, 'H'],
  [76, 'N'],
  [78, 'OQ'],
  [79, 'w…'],
  [83, '%'],
  [90, '@'],
  [91, 'M'],
  [93, 'W'],
  [94, 'm'],
  [100, '—'],
];

export const letterWidths: ReadonlyMap<string, number> = new Map(
  groups.flatMap(([width, letters]) => [...letters].map((letter) => [letter, width] as const)),
);

/** Of a letter that is in no group: as wide as the widest. */
const otherwise = 100;
/** What bold letters of usual words have more. */
export const boldToRegular = 1.07;

/** How wide a text is at a size, in the unit of the size. */
export const textWidth = (text: string, size: number, isBold: boolean): number =>
  ([...text].reduce((sum, letter) => sum + (letterWidths.get(letter) ?? otherwise), 0) *
    size *
    (isBold ? boldToRegular : 1)) /
  100;
