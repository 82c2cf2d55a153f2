import type { Html } from '../html.ts';

/*
 * Page one is one page of A4 (docs/meaning.md REPORT-32): where all that is written has no room on it, less of it stands there. What
 * is cut ends with `…` and is whole behind page one.
 */

/** How much stands on page one: how many of each list, and how many letters of what somebody wrote. */
export interface Room {
  readonly decisions: number;
  /** Reviews in trouble or better with words; the others by name. */
  readonly worse: number;
  readonly better: number;
  readonly named: number;
  /** Sentences of what else is worse or better. */
  readonly besides: number;
  readonly risks: number;
  /** Controls, and open actions, of a risk. */
  readonly done: number;
  readonly words: number;
  readonly title: number;
}

/** From the most that page one ever has to the least. */
export const rooms: readonly Room[] = [
  { decisions: 10, worse: 3, better: 2, named: 7, besides: 7, risks: 3, done: 5, words: 500, title: 200 },
  { decisions: 6, worse: 3, better: 2, named: 7, besides: 5, risks: 3, done: 3, words: 240, title: 120 },
  { decisions: 5, worse: 3, better: 2, named: 7, besides: 4, risks: 3, done: 2, words: 170, title: 90 },
  { decisions: 4, worse: 3, better: 1, named: 5, besides: 3, risks: 3, done: 1, words: 120, title: 70 },
  { decisions: 3, worse: 2, better: 1, named: 4, besides: 2, risks: 3, done: 1, words: 90, title: 50 },
  { decisions: 2, worse: 1, better: 1, named: 3, besides: 1, risks: 3, done: 1, words: 60, title: 40 },
];

/** Words of at most so many letters, whole where they are no more: up to the end of a sentence, else of a word, with a sign that they go on. */
export const cut = (words: string, most: number): string => {
  if (words.length <= most) return words;
  const start = words.slice(0, most);
  const [sentence = ''] = /^[\s\S]*[.!?](?=\s)/.exec(start) ?? [];
  if (sentence.length > most / 3) return `${sentence} …`;
  const [whole = ''] = /^[\s\S]*\S(?=\s)/.exec(start) ?? [];
  const kept = whole.length > most / 3 ? whole : start.replace(/[\uD800-\uDBFF]$/, '');
  return `${kept.replace(/[\s,;:]+$/, '')}…`;
};

/** In points, of paper of A4 with its margins (functions/files/pdf/paper.ts). */
const page = { height: 728, width: 495 };
/** Height of a line, and what stands between it and the next block, in points; the width of a usual letter. */
const sizes: Readonly<Record<string, { readonly line: number; readonly around: number; readonly letter: number }>> = {
  h1: { line: 31, around: 7, letter: 13.5 },
  h2: { line: 17, around: 9, letter: 8 },
  h3: { line: 13.7, around: 7, letter: 6.4 },
  p: { line: 11.7, around: 2.5, letter: 5.1 },
  li: { line: 11.7, around: 0.6, letter: 5.1 },
  cover: { line: 13.4, around: 4.3, letter: 5.4 },
};
const pictureHeight = 62;

/** Letters that are wider than the usual ones count for more. */
const widthOf = (text: string): number => {
  const letters = text
    .replaceAll(/&[a-z#0-9]+;/g, 'n')
    .replaceAll(/\s+/g, ' ')
    .trim();
  return (
    letters.length +
    0.25 * (letters.match(/[A-Z%]/g)?.length ?? 0) +
    0.7 * (letters.match(/[MWmw@]|[^ -~£–—…“”’]/g)?.length ?? 0)
  );
};

/** How high a part of the page is on paper. */
const heightOf = (markup: string, kindOf: (tag: string) => string): number => {
  const pictures = markup.match(/<svg class="savings-chart"/g)?.length ?? 0;
  const texts = markup.replaceAll(/<(svg|style)[\s\S]*?<\/\1>/g, '');
  const blocks = [...texts.matchAll(/([\s\S]*?)<\/(h1|h2|h3|p|li)>/g)];
  return blocks.reduce((sum, [, inside = '', tag = '']) => {
    const size = sizes[kindOf(tag)];
    const width = widthOf(inside.replaceAll(/<[^>]*>/g, ''));
    if (size === undefined || width === 0) return sum;
    return sum + Math.ceil((width * size.letter) / page.width) * size.line + size.around;
  }, pictures * pictureHeight);
};

/** Whether page one has room on one page of A4, below what stands above it. */
export const fits = (cover: Html, first: Html): boolean =>
  heightOf(cover.toString(), (tag) => (tag === 'h1' ? tag : 'cover')) + heightOf(first.toString(), (tag) => tag) <=
  page.height;
