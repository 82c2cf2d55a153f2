import { asked, listIndent, margin, pageOneLook } from '#web/report/paper-sizes.ts';
import { type Block, blocksOfPage, type Runs } from './blocks.ts';
import { drawPicture, heightOnPaper } from './draw-picture.ts';
import type { FontBytes } from './fonts.ts';
import { beforePage, type Line, linesOf, roomForPage } from './lines.ts';
import { type AboutDocument, Paper } from './paper.ts';
import { drawTable } from './table.ts';

/** In points; what stands above a heading, and below it and a paragraph, is a part of its size. */
interface Look {
  readonly headings: Readonly<Record<1 | 2 | 3 | 4, number>>;
  readonly text: number;
  readonly leading: number;
  readonly above: number;
  readonly below: number;
  readonly between: number;
  /** What a heading has below it on its page. */
  readonly after: number;
  /** How wide a picture may be. */
  readonly picture: number;
}
const usual: Look = {
  headings: { 1: 22, 2: 15, 3: 11.5, 4: 10 },
  text: 9.5,
  leading: 1.4,
  above: 0.8,
  below: 0.3,
  between: 0.45,
  after: 70,
  picture: 420,
};
/** Closer, so that it is one page (docs/meaning.md REPORT-32). */
const ofPageOne: Look = { ...pageOneLook, after: 24 };
const smallSize = 7;
/** The size of the letters of what is said at the head of every page. */
const markSize = 9;

const textOf = (runs: Runs): string => runs.map(({ text }) => text.replaceAll('\n', ', ')).join('');

/** A page's number, written beside an entry of the contents once it is known. */
interface Entry {
  readonly place: string;
  readonly page: number;
  readonly y: number;
}

/** The same within a line, behind what is there. */
interface PageNamed extends Entry {
  readonly x: number;
  readonly size: number;
  readonly soft: boolean;
}

class Pages {
  readonly #paper: Paper;
  readonly #places = new Map<string, number>();
  readonly #entries: Entry[] = [];
  readonly #pagesNamed: PageNamed[] = [];
  #section: ReturnType<Paper['bookmark']> | undefined;
  #look = usual;

  constructor(paper: Paper) {
    this.#paper = paper;
  }

  #words(
    runs: Runs,
    type: string,
    size: number,
    given: { bold?: boolean; indent?: number; within?: ReturnType<Paper['element']> } = {},
  ): void {
    const paper = this.#paper;
    const { leading } = this.#look;
    const { bold = false, indent = 0, within } = given;
    const element = paper.element(type, within);
    for (const line of linesOf(runs, paper.width - indent, { letters: paper.letters, size, bold })) {
      if (paper.room < size * leading) paper.nextPage();
      paper.marked(element, type, () => paper.line(line, margin + indent, paper.y, size));
      this.#keepPages(line, margin + indent, size);
      paper.y += size * leading;
    }
  }

  /** Where the number of a page has to be written in a line. */
  #keepPages({ spans }: Line, x: number, size: number): void {
    let at = x;
    for (const { pageOf, soft, width } of spans) {
      if (pageOf !== undefined)
        this.#pagesNamed.push({ place: pageOf, page: this.#paper.page, x: at, y: this.#paper.y, size, soft });
      at += width;
    }
  }

  #heading({ level, runs, place }: Extract<Block, { kind: 'heading' }>, following?: Block): void {
    const paper = this.#paper;
    const { headings, leading, above, below, after: least, picture } = this.#look;
    const size = headings[level];
    paper.y += level === 1 ? 0 : size * above;
    // A heading does not stand at the foot of a page alone.
    const after =
      following?.kind === 'picture' ? heightOnPaper(paper, following.picture, picture) + size * below : least;
    if (paper.room < size * leading + after) paper.nextPage();
    if (place !== undefined) {
      this.#places.set(place, paper.page);
      paper.place(place);
    }
    if (level === 2) this.#section = paper.bookmark(textOf(runs));
    if (level === 3) paper.bookmark(textOf(runs), this.#section);
    this.#words(runs, `H${level}`, size, { bold: true });
    paper.y += size * below;
  }

  #contents({ entries }: Extract<Block, { kind: 'contents' }>): void {
    const paper = this.#paper;
    const { text: textSize, leading, headings } = this.#look;
    // Behind page one they stand together, there or on the next page.
    if (paper.page === 1 && paper.room < headings[2] * 3 + entries.length * textSize * leading) paper.nextPage();
    this.#heading({
      kind: 'heading',
      level: 2,
      place: undefined,
      runs: [{ text: 'Contents', bold: true, soft: false }],
    });
    const list = paper.element('TOC');
    for (const { runs, place } of entries) {
      if (paper.room < textSize * leading) paper.nextPage();
      const item = paper.element('TOCI', list);
      const [line] = linesOf(runs, paper.width - 40, { letters: paper.letters, size: textSize });
      if (line !== undefined) paper.marked(item, 'TOCI', () => paper.line(line, margin, paper.y, textSize, place));
      this.#entries.push({ place, page: paper.page, y: paper.y });
      paper.y += textSize * leading;
    }
  }

  draw(block: Block, following: Block | undefined): void {
    const paper = this.#paper;
    const { text: textSize, between } = this.#look;
    switch (block.kind) {
      case 'turn':
        this.#look = block.to === 'page-one' ? ofPageOne : usual;
        if (block.to === 'short-pack' && paper.page === 1) paper.nextPage();
        return;
      case 'heading':
        this.#heading(block, following);
        return;
      case 'contents':
        this.#contents(block);
        return;
      case 'table':
        drawTable(paper, block);
        return;
      case 'picture':
        drawPicture(paper, block.picture, this.#look.picture);
        return;
      case 'paragraph':
        // A question of page one stands apart from the answer before it.
        if (block.look === 'asked') paper.y += textSize * asked;
        this.#words(block.runs, 'P', textSize, { indent: block.look === 'note' ? 10 : 0 });
        paper.y += textSize * between;
        return;
      case 'list': {
        const list = paper.element('L');
        for (const item of block.items) {
          const element = paper.element('LI', list);
          this.#words([{ text: '• ', bold: false, soft: true }, ...item], 'LBody', textSize, {
            indent: listIndent,
            within: element,
          });
        }
        paper.y += textSize * between;
      }
    }
  }

  /** Writes at the head of every page, above what stands on it, as part of nothing that is read: the page says it too. */
  mark(text: string): void {
    const paper = this.#paper;
    const [line] = linesOf([{ text, bold: true, soft: false }], paper.width, {
      letters: paper.letters,
      size: markSize,
      bold: true,
    });
    if (line === undefined) return;
    for (let page = 1; page <= paper.page; page += 1)
      paper.onPage(page, () =>
        paper.line(line, margin + paper.width - line.width, margin / 2 - markSize / 2, markSize),
      );
  }

  /** What can be written only once everything stands in its place: page numbers, and the foot of each page. */
  finish(foot: string): void {
    const paper = this.#paper;
    const { text: textSize, leading } = usual;
    const count = paper.page;
    const write = (text: string, y: number, size: number, right: boolean): void => {
      const runs = [{ text, bold: false, soft: true }];
      // Beside the number of the page there is room for so much.
      const lines = linesOf(runs, paper.width - (right ? 0 : 60), { letters: paper.letters, size });
      for (const [n, line] of lines.entries())
        paper.line(line, right ? margin + paper.width - line.width : margin, y + n * size * leading, size);
    };
    for (const { place, page, y } of this.#entries) {
      const found = this.#places.get(place);
      if (found !== undefined) paper.onPage(page, () => write(`${found}`, y, textSize, true));
    }
    for (const { place, page, x, y, size, soft } of this.#pagesNamed) {
      const found = this.#places.get(place);
      if (found === undefined) continue;
      const lineOf = (text: string) =>
        linesOf([{ text, bold: false, soft }], paper.width, { letters: paper.letters, size })[0];
      const [words, number] = [lineOf(beforePage), lineOf(`${found}`)];
      const end = x + paper.letters.width(`${beforePage}${roomForPage}`, 'regular', size);
      paper.onPage(page, () => {
        if (words !== undefined) paper.line(words, x, y, size);
        if (number !== undefined) paper.line(number, end - number.width, y, size);
      });
    }
    for (let page = 1; page <= count; page += 1)
      paper.onPage(page, () => {
        write(foot, paper.bottom + 12, smallSize, false);
        write(`Page ${page} of ${count}`, paper.bottom + 12, smallSize, true);
      });
  }
}

/**
 * The page of a report on paper of A4 (PDF 1.7): tagged, with bookmarks, and with page numbers in its contents. The same page
 * gives the same bytes.
 */
export const paged = async (page: string, about: AboutDocument, fonts: FontBytes): Promise<Uint8Array> => {
  const paper = new Paper(fonts, about);
  const pages = new Pages(paper);
  const blocks = blocksOfPage(page);
  for (const [n, block] of blocks.entries()) pages.draw(block, blocks[n + 1]);
  pages.finish(about.foot);
  if (about.mark !== undefined) pages.mark(about.mark);
  return paper.close();
};
