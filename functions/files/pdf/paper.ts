import PDFDocument from 'pdfkit';
import { footRoom, margin } from '#web/report/paper-sizes.ts';
import type { FontBytes } from './fonts.ts';
import { Letters } from './letters.ts';
import type { Line } from './lines.ts';
import { drawMark } from './shapes.ts';

/** What the properties of a document say of it. */
export interface AboutDocument {
  readonly title: string;
  readonly author: string;
  readonly subject: string;
  readonly writtenAt: string;
  /** Stands at the foot of every page. */
  readonly foot: string;
  /** Stands at the head of every page, of what is not to be taken for something else. */
  readonly mark?: string | undefined;
}

const ink = '#1b2427';
const soft = '#526067';
const rule = '#b9c3c6';

type Structure = PDFKit.PDFStructureElement;

/** A place to draw at: pages of A4 with what was drawn marked by what it is, so that it is read out in its order. */
export class Paper {
  readonly #document: PDFKit.PDFDocument;
  readonly #bytes: Buffer[] = [];
  readonly #finished: Promise<void>;
  readonly #root: Structure;
  readonly letters: Letters;
  readonly width: number;
  y = margin;

  constructor(files: FontBytes, about: AboutDocument) {
    const at = new Date(about.writtenAt);
    this.#document = new PDFDocument({
      size: 'A4',
      margin: 0,
      // Its own is not drawn with, and is not there.
      font: '',
      pdfVersion: '1.7',
      tagged: true,
      lang: 'en-GB',
      displayTitle: true,
      bufferPages: true,
      info: { Title: about.title, Author: about.author, Subject: about.subject, CreationDate: at, ModDate: at },
    });
    this.#finished = new Promise((done) => this.#document.on('end', done));
    this.#document.on('data', (bytes: Buffer) => this.#bytes.push(bytes));
    this.#root = this.#document.struct('Document');
    this.#document.addStructure(this.#root);
    this.letters = new Letters(this.#document, files);
    this.width = this.#document.page.width - 2 * margin;
  }

  get bottom(): number {
    return this.#document.page.height - margin - footRoom;
  }

  /** How high what stands on one page may be. */
  get height(): number {
    return this.bottom - margin;
  }

  /** How far down this page there is room. */
  get room(): number {
    return this.bottom - this.y;
  }

  get page(): number {
    return this.#document.bufferedPageRange().count;
  }

  nextPage(): void {
    this.#document.addPage();
    this.y = margin;
  }

  /** An element of the document's structure, within another or at its top. */
  element(type: string, within: Structure = this.#root): Structure {
    const made = this.#document.struct(type);
    within.add(made);
    return made;
  }

  /** A drawing, with what is read out in its place. */
  figure(alternative: string, draw: (document: PDFKit.PDFDocument) => void): void {
    const made = this.#document.struct('Figure', { alt: alternative });
    this.#root.add(made);
    this.marked(made, 'Figure', () => {
      this.#document.save();
      draw(this.#document);
      this.#document.restore();
    });
  }

  /** What is drawn, as the content of an element. */
  marked(element: Structure, type: string, draw: () => void): void {
    const content = this.#document.markStructureContent(type);
    draw();
    this.#document.endMarkedContent();
    element.add(content);
  }

  /** What is drawn and is part of nothing that is read. */
  unread(draw: () => void): void {
    this.#document.markContent('Artifact', { type: 'Layout' });
    draw();
    this.#document.endMarkedContent();
  }

  line({ spans }: Line, x: number, y: number, size: number, goTo?: string): void {
    let at = x;
    for (const span of spans) {
      if (span.mark !== undefined)
        drawMark(this.#document, span.mark, { x: at, y: y + size * 0.31, side: size * 0.82 });
      if (span.mark !== undefined || span.pageOf !== undefined) at += span.width;
      for (const piece of this.letters.pieces(span.text, span.weight)) {
        this.#document
          .font(piece.font)
          .fontSize(size)
          .fillColor(span.soft ? soft : ink)
          .text(piece.text, at, y, { lineBreak: false, ...(goTo === undefined ? {} : { goTo }) });
        at += this.#document.widthOfString(piece.text);
      }
    }
  }

  rule(y: number, strong = false): void {
    this.#document
      .moveTo(margin, y)
      .lineTo(margin + this.width, y)
      .lineWidth(strong ? 0.8 : 0.4)
      .strokeColor(strong ? ink : rule)
      .stroke();
  }

  /** A place that can be gone to, and its title among the bookmarks. */
  place(name: string): void {
    this.#document.addNamedDestination(name, 'XYZ', 0, this.y, 0);
  }
  bookmark(title: string, under?: PDFKit.PDFOutline): PDFKit.PDFOutline {
    return (under ?? this.#document.outline).addItem(title);
  }

  /** Draws on a page that was left, as part of nothing that is read. */
  onPage(page: number, draw: () => void): void {
    this.#document.switchToPage(page - 1);
    this.unread(draw);
  }

  /** The whole document. */
  async close(): Promise<Uint8Array> {
    this.#root.end();
    this.#document.end();
    await this.#finished;
    return Buffer.concat(this.#bytes);
  }
}
