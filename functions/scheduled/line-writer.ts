import type { ReportContent, ReportLine } from '#schemas/report.ts';
import { ContentDigest } from '#store/content-digest.ts';
import { linesPerChunk } from '#store/reports.ts';

/** Writes the lines of a report in chunks as they come, and digests them in order. */
export class LineWriter {
  readonly #digest = new ContentDigest();
  readonly #write: (chunk: number, lines: readonly ReportLine[]) => Promise<void>;
  #waiting: ReportLine[] = [];
  #chunk = 0;

  constructor(write: (chunk: number, lines: readonly ReportLine[]) => Promise<void>) {
    this.#write = write;
  }

  async add(line: ReportLine): Promise<void> {
    this.#digest.add(line);
    this.#waiting.push(line);
    if (this.#waiting.length === linesPerChunk) await this.#flush();
  }

  async #flush(): Promise<void> {
    await this.#write(this.#chunk, this.#waiting);
    this.#chunk += 1;
    this.#waiting = [];
  }

  /** The content digest of the lines and the content. */
  async close(content: ReportContent): Promise<string> {
    if (this.#waiting.length > 0) await this.#flush();
    return this.#digest.close(content);
  }
}
