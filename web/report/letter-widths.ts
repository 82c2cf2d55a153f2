/*
 * How wide the letters of a report on paper are (Noto Sans, functions/files/pdf/fonts.ts), in hundredths of their size, so that what has room on a page
 * can be reckoned where no font is at hand. test/unit/functions/page-one-on-paper.test.ts compares them with the font.
 */
type Weight = 'regular' | 'bold';

const groups: Readonly<Record<Weight, readonly (readonly [width: number, letters: string])[]>> = {
  regular: [
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
  ],
  bold: [
    [22, '’'],
    [26, ' \u00A0'],
    [27, "'"],
    [28, '!.:'],
    [29, ',;'],
    [30, 'ijl'],
    [32, '-'],
    [33, 'J[]'],
    [34, '()'],
    [37, '`'],
    [38, '•'],
    [39, 'If{}'],
    [41, '_'],
    [42, '/\\'],
    [43, 't'],
    [45, 'r“”'],
    [48, '"?'],
    [49, 'z'],
    [50, 's–'],
    [52, 'c'],
    [54, '*'],
    [55, 'FS|'],
    [56, 'EL'],
    [57, '$+0123456789<=>^vy~£'],
    [58, 'TZx'],
    [60, 'ae'],
    [62, 'Pk'],
    [63, 'Ybdgopq'],
    [64, 'C'],
    [65, '#Vhnu'],
    [66, 'KR'],
    [67, 'BX'],
    [69, 'A'],
    [72, 'G'],
    [73, 'D'],
    [75, '&'],
    [76, 'U'],
    [77, 'H'],
    [79, 'OQ'],
    [81, 'N'],
    [86, 'w…'],
    [90, '%@'],
    [94, 'M'],
    [97, 'W'],
    [98, 'm'],
    [100, '—'],
  ],
};

const widths = (weight: Weight): ReadonlyMap<string, number> =>
  new Map(groups[weight].flatMap(([width, letters]) => [...letters].map((letter) => [letter, width] as const)));

/** By weight and letter. */
export const letterWidths: Readonly<Record<Weight, ReadonlyMap<string, number>>> = {
  regular: widths('regular'),
  bold: widths('bold'),
};

/** Of a letter that is in no group: as wide as the widest. */
const otherwise = 100;

/** How wide a text is at a size, in the unit of the size. */
export const textWidth = (text: string, size: number, weight: Weight): number =>
  ([...text].reduce((sum, letter) => sum + (letterWidths[weight].get(letter) ?? otherwise), 0) * size) / 100;
