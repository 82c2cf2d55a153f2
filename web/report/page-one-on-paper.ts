import type { Html } from '../html.ts';
import { textWidth } from './letter-widths.ts';
import { asked, belowPicture, betweenMargins, listIndent, pageOneLook } from './paper-sizes.ts';

/*
 * Whether page one has room on a page of A4, reckoned from its markup: as functions/files/pdf sets it, line by line (docs/meaning.md
 * REPORT-32). All is in points.
 */

const { headings, text, leading, above, below, between } = pageOneLook;

/** What has room, and half a line less. */
const page = { height: betweenMargins.height - (text * leading) / 2, width: betweenMargins.width };

interface Size {
  readonly letter: number;
  readonly line: number;
  /** What stands between it and the blocks before and after it. */
  readonly around: number;
}
const sizeOf = (letter: number, around: number): Size => ({
  ...{ letter, line: letter * leading },
  around: letter * around,
});
const sizes: Readonly<Record<string, Size>> = {
  h1: sizeOf(headings[1], below),
  h2: sizeOf(headings[2], above + below),
  h3: sizeOf(headings[3], above + below),
  p: sizeOf(text, between),
  asked: sizeOf(text, asked + between),
  li: sizeOf(text, 0),
};
const afterList = text * between;

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
  const pictureHeight = high === '0' ? 0 : (Number(high) * pageOneLook.picture) / Number(units) + belowPicture;
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
        page.width - (isInList ? listIndent : 0),
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
