import type { ReportContent, ReportLine } from '#schemas/report.ts';
import { ContentDigest } from '#store/content-digest.ts';
import { linesPerChunk, mostChunkBytes } from '#store/reports.ts';

/** Writes the lines of a report in chunks as they come, and digests them in order. */
export class LineWriter {
  readonly #digest = new ContentDigest();
  readonly #write: (first: number, lines: readonly ReportLine[]) => Promise<void>;
  #waiting: ReportLine[] = [];
  #waitingBytes = 0;
  #written = 0;

  /** `write` is told each chunk with the number of its first line, counted from 0. */
  constructor(write: (first: number, lines: readonly ReportLine[]) => Promise<void>) {
    this.#write = write;
  }

  async add(line: ReportLine): Promise<void> {
    this.#digest.add(line);
    const bytes = Buffer.byteLength(JSON.stringify(line));
    if (this.#waiting.length === linesPerChunk || this.#waitingBytes + bytes > mostChunkBytes) await this.#flush();
    this.#waiting.push(line);
    this.#waitingBytes += bytes;
  }

  async #flush(): Promise<void> {
    if (this.#waiting.length === 0) return;
    await this.#write(this.#written, this.#waiting);
    this.#written += this.#waiting.length;
    this.#waiting = [];
    this.#waitingBytes = 0;
  }

  /** The content digest of the lines and the content. */
  async close(content: ReportContent): Promise<string> {
    await this.#flush();
    return this.#digest.close(content);
  }
}
