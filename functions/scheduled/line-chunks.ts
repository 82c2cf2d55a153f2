import type { ReportLine } from '#schemas/report.ts';
import { linesPerChunk, mostChunkBytes } from '#store/reports/report-lines.ts';

/** Stores some lines; `first` is the number of their first, counted from 0. */
export type StoreLines = (first: number, lines: readonly ReportLine[]) => Promise<void>;

/** Collects lines, withheld text with its marks, and stores them in chunks that an item has room for. */
export class LineChunks {
  readonly #store: StoreLines;
  #waiting: ReportLine[] = [];
  #waitingBytes = 0;
  #stored = 0;

  constructor(store: StoreLines) {
    this.#store = store;
  }

  /** `bytes`: of the line's JSON. */
  async add(line: ReportLine, bytes: number): Promise<void> {
    if (this.#waiting.length === linesPerChunk || this.#waitingBytes + bytes > mostChunkBytes) await this.flush();
    this.#waiting.push(line);
    this.#waitingBytes += bytes;
  }

  /** Stores what still waits. */
  async flush(): Promise<void> {
    if (this.#waiting.length === 0) return;
    const lines = this.#waiting;
    this.#waiting = [];
    this.#waitingBytes = 0;
    await this.#store(this.#stored, lines);
    this.#stored += lines.length;
  }
}
