import type { Html } from '../html.ts';
import { textWidth } from './letter-widths.ts';

/*
 * Whether page one has room on a page of A4, reckoned from its markup: as functions/files/pdf sets it, line by line (docs/meaning.md
 * REPORT-32). All is in points.
 */

/** What has room between the margins (functions/files/pdf/paper.ts), and half a line less. */
const page = { height: 732, width: 505 };

interface Size {
  readonly letter: number;
  readonly line: number;
  /** What stands between it and the blocks before and after it. */
  readonly around: number;
}
/** Those of page one in functions/files/pdf/document.ts. */
const sizes: Readonly<Record<string, Size>> = {
  h1: { letter: 19, line: 24.7, around: 2.85 },
  h2: { letter: 12, line: 15.6, around: 6.6 },
  h3: { letter: 10.5, line: 13.65, around: 5.8 },
  p: { letter: 9, line: 11.7, around: 2.25 },
  asked: { letter: 9, line: 11.7, around: 6.75 },
  li: { letter: 9, line: 11.7, around: 0 },
};
const afterList = 2.25;
const indent = 8;
/** The width of the picture of the money on paper, and what stands below it (functions/files/pdf/draw-picture.ts). */
const picture = { width: 347, after: 8 };

/** A drawing within a sentence takes as much as a wide letter. */
const mark = '—\u00A0';

/** How many lines the text of a block takes. */
const linesOf = (markup: string, room: number, { letter }: Size, isHeading: boolean): number => {
  let [lines, taken, word, bold] = [1, 0, 0, isHeading ? 1 : 0];
  const place = (): void => {
    if (taken > 0 && taken + word > room) {
      lines += 1;
      taken = 0;
    }
    taken += word;
    word = 0;
  };
  const blank = textWidth(' ', letter, false);
  for (const part of markup.match(/<[^>]*>|&[a-z#0-9]+;|[ \n]+|[^<& \n]+/g) ?? []) {
    if (/^<\/?strong/.test(part)) bold += part.startsWith('</') ? -1 : 1;
    else if (part.startsWith('<')) word += part.includes('class="quoted"') ? textWidth('“”', letter, false) : 0;
    else if (/^[ \n]+$/.test(part)) {
      place();
      taken += blank;
    } else word += textWidth(part.startsWith('&') ? 'n' : part, letter, bold > 0);
  }
  place();
  return lines;
};

const heightOf = (markup: string): number => {
  const [, units = '1', high = '0'] = /<svg class="savings-chart" viewBox="0 0 (\d+) (\d+)"/.exec(markup) ?? [];
  const pictureHeight = high === '0' ? 0 : (Number(high) * picture.width) / Number(units) + picture.after;
  const lists = markup.match(/<\/ul>/g)?.length ?? 0;
  const texts = markup
    .replaceAll(/<svg class="savings-chart"[\s\S]*?<\/svg>|<style[\s\S]*?<\/style>/g, '')
    .replaceAll(/<svg[\s\S]*?<\/svg>\s*/g, mark)
    // Behind what it leads to, paper names the page.
    .replaceAll(/(<a href="#[^>]*>[^<]*)<\/a>/g, '$1, page\u00A000');
  const blocks = [...texts.matchAll(/([\s\S]*?)<\/(h1|h2|h3|p|li)>/g)];
  return blocks.reduce(
    (sum, [, inside = '', tag = '']) => {
      const size = sizes[tag === 'p' && inside.includes('class="asked"') ? 'asked' : tag];
      if (size === undefined || inside.replaceAll(/<[^>]*>/g, '').trim() === '') return sum;
      // The paragraphs of a review are lines of its item.
      const isInList = tag === 'li' || /class="(?:lead|said)"/.test(inside);
      const bullet = isInList ? '• ' : '';
      const lines = linesOf(
        `${bullet}${inside.trim()}`,
        page.width - (isInList ? indent : 0),
        size,
        tag.startsWith('h'),
      );
      return sum + lines * size.line + (isInList ? 0 : size.around);
    },
    pictureHeight + lists * afterList,
  );
};

/** Whether page one has room on one page of A4, below what stands above it. */
export const fits = (cover: Html, first: Html): boolean =>
  heightOf(cover.toString()) + heightOf(first.toString()) <= page.height;
