import { margin } from '#web/report/paper-sizes.ts';
import type { Block, TableCell } from './blocks.ts';
import { type Line, linesOf, type Measure, widthsOf } from './lines.ts';
import type { Paper } from './paper.ts';

type Table = Extract<Block, { readonly kind: 'table' }>;
type Element = ReturnType<Paper['element']>;

const gap = 10;
const widestWord = 110;
const widestColumn = 260;
const manyColumns = 6;

/** A share of the width for each column: what its words need, and no less than its longest word. */
const columnsOf = ({ head, rows }: Table, measure: Measure, width: number): readonly number[] => {
  const needs = head.map((cell, n) => {
    const all = [
      widthsOf(cell.runs, { ...measure, bold: true }),
      ...rows.map((row) => widthsOf(row[n]?.runs ?? [], { ...measure, bold: n === 0 })),
    ];
    const least = Math.min(widestWord, Math.max(20, ...all.map(({ longest }) => longest)));
    return {
      least,
      whole: Math.max(least, Math.min(widestColumn, ...[Math.max(0, ...all.map(({ whole }) => whole))])),
    };
  });
  const room = width - gap * Math.max(0, head.length - 1);
  const [leasts, wholes] = [
    needs.reduce((sum, one) => sum + one.least, 0),
    needs.reduce((sum, one) => sum + one.whole, 0),
  ];
  if (wholes <= room) return needs.map(({ whole }) => whole);
  if (leasts >= room) return needs.map(({ least }) => (least * room) / leasts);
  const share = (room - leasts) / (wholes - leasts);
  return needs.map(({ least, whole }) => least + (whole - least) * share);
};

interface Row {
  readonly cells: readonly {
    readonly lines: readonly Line[];
    readonly toTheRight: boolean;
    readonly type: 'TH' | 'TD';
  }[];
}

/** A row of no more lines than this stands on one page. */
const mostLinesKept = 12;

class DrawnTable {
  readonly #paper: Paper;
  readonly #widths: readonly number[];
  readonly #size: number;
  readonly #head: Row;
  readonly #element: Element;

  constructor(paper: Paper, table: Table, element: Element) {
    this.#paper = paper;
    this.#size = table.head.length >= manyColumns ? 7 : 8;
    this.#element = element;
    const measure = { letters: paper.letters, size: this.#size };
    this.#widths = columnsOf(table, measure, paper.width);
    this.#head = this.#rowOf(table.head, true);
  }

  get #height(): number {
    return this.#size * 1.35;
  }

  #rowOf(cells: readonly TableCell[], isHead: boolean): Row {
    const measure = { letters: this.#paper.letters, size: this.#size };
    return {
      cells: cells.map(({ runs, toTheRight }, n) => ({
        lines: linesOf(runs, this.#widths[n] ?? 0, { ...measure, bold: isHead || n === 0 }),
        toTheRight,
        type: isHead || n === 0 ? 'TH' : 'TD',
      })),
    };
  }

  #x(column: number): number {
    return margin + this.#widths.slice(0, column).reduce((sum, width) => sum + width + gap, 0);
  }

  /** Some lines of a cell, from one of them on. */
  #drawLines(row: Row, column: number, from: number, count: number): void {
    const { lines = [], toTheRight } = row.cells[column] ?? {};
    for (const [n, line] of lines.slice(from, from + count).entries()) {
      const indent = toTheRight ? (this.#widths[column] ?? 0) - line.width : 0;
      this.#paper.line(line, this.#x(column) + Math.max(0, indent), this.#paper.y + n * this.#height, this.#size);
    }
  }

  #mostLines(row: Row): number {
    return Math.max(1, ...row.cells.map(({ lines }) => lines.length));
  }

  /** The head again, on a page that a table goes on to: it was read before. */
  #headAgain(): void {
    this.#paper.unread(() => {
      for (const n of this.#head.cells.keys()) this.#drawLines(this.#head, n, 0, this.#mostLines(this.#head));
    });
    this.#after(this.#mostLines(this.#head), true);
  }

  #after(lines: number, strong: boolean): void {
    this.#paper.y += lines * this.#height + 2;
    this.#paper.unread(() => this.#paper.rule(this.#paper.y, strong));
    this.#paper.y += 3;
  }

  #row(row: Row, isHead: boolean): void {
    const most = this.#mostLines(row);
    const element = this.#paper.element('TR', this.#element);
    const cells = row.cells.map(({ type }) => this.#paper.element(type, element));
    let drawn = 0;
    while (drawn < most) {
      const fit = Math.floor((this.#paper.room - 5) / this.#height);
      const isShort = most <= mostLinesKept && fit < most - drawn;
      if (fit < 1 || (isShort && drawn === 0 && this.#paper.y > margin + 120)) {
        this.#paper.nextPage();
        if (!isHead) this.#headAgain();
        continue;
      }
      const count = Math.min(fit, most - drawn);
      for (const [n, { lines, type }] of row.cells.entries())
        if (lines.length > drawn) {
          const cell = cells[n];
          if (cell !== undefined) this.#paper.marked(cell, type, () => this.#drawLines(row, n, drawn, count));
        }
      drawn += count;
      if (drawn < most) {
        this.#paper.nextPage();
        if (!isHead) this.#headAgain();
      } else this.#after(count, isHead);
    }
  }

  /** What its head and its first row take; of a row that goes on over pages, what it begins with. */
  heightToBegin(rows: Table['rows']): number {
    const [first] = rows;
    const lines = first === undefined ? 0 : this.#mostLines(this.#rowOf(first, false));
    const heightOf = (lines: number): number => (lines === 0 ? 0 : lines * this.#height + 5);
    return heightOf(this.#mostLines(this.#head)) + heightOf(lines > mostLinesKept ? 1 : lines);
  }

  draw(rows: Table['rows']): void {
    this.#row(this.#head, true);
    for (const cells of rows) this.#row(this.#rowOf(cells, false), false);
  }
}

/** A table with its caption; its head stands again on each page that it goes on to. */
export const drawTable = (paper: Paper, table: Table): void => {
  const element = paper.element('Table');
  const size = 9;
  const caption = linesOf(table.caption, paper.width, { letters: paper.letters, size, bold: true });
  const drawn = new DrawnTable(paper, table, element);
  // A head without a row says nothing at the foot of a page.
  const begins = Math.max(60, drawn.heightToBegin(table.rows) + 7);
  if (paper.room < caption.length * size * 1.35 + begins) paper.nextPage();
  const said = paper.element('Caption', element);
  paper.y += 4;
  for (const line of caption) {
    paper.marked(said, 'Caption', () => paper.line(line, margin, paper.y, size));
    paper.y += size * 1.35;
  }
  paper.y += 3;
  drawn.draw(table.rows);
  paper.y += 8;
};
