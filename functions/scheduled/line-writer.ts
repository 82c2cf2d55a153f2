import type { LocalDate } from '#language/time.ts';
import type { ReportContent, ReportLine } from '#schemas/report.ts';
import { newSecret } from '#store/digests/commitments.ts';
import { DigestsInMaking, type DigestsOfReport } from '#store/digests/content-digest.ts';
import { linesPerChunk, mostChunkBytes } from '#store/reports/report-lines.ts';
import { PendingWrites } from './pending-writes.ts';

/**
 * Writes the lines of a report in chunks as they come, each while the next lines are made, withheld text with its marks,
 * and digests them in order, as each view shows them.
 */
export class LineWriter {
  /** What the salts of the report's texts are made from. */
  readonly secret: string;
  readonly #digests: DigestsInMaking;
  readonly #write: (first: number, lines: readonly ReportLine[]) => Promise<void>;
  #waiting: ReportLine[] = [];
  #waitingBytes = 0;
  #handedOver = 0;
  readonly #writing = new PendingWrites();

  /**
   * `on` is the day as at which the public view withholds; `write` is told each chunk with the number of its first
   * line, counted from 0; `secret` is that of the published report where one is made again.
   */
  constructor(
    on: LocalDate,
    write: (first: number, lines: readonly ReportLine[]) => Promise<void>,
    secret = newSecret(),
  ) {
    this.secret = secret;
    this.#digests = new DigestsInMaking(secret, on);
    this.#write = write;
  }

  async add(line: ReportLine): Promise<void> {
    const json = JSON.stringify(line);
    this.#digests.add(line, json);
    const bytes = Buffer.byteLength(json);
    if (this.#waiting.length === linesPerChunk || this.#waitingBytes + bytes > mostChunkBytes) await this.#flush();
    this.#waiting.push(line);
    this.#waitingBytes += bytes;
  }

  async #flush(): Promise<void> {
    if (this.#waiting.length === 0) return;
    const [first, lines] = [this.#handedOver, this.#waiting];
    this.#handedOver += lines.length;
    this.#waiting = [];
    this.#waitingBytes = 0;
    await this.#writing.begin(() => this.#write(first, lines));
  }

  /** The digests of the lines and the content, after the last line. */
  close(content: ReportContent): DigestsOfReport {
    return this.#digests.close(content);
  }

  /** Writes what still waits; done when every line is written. */
  async written(): Promise<void> {
    await this.#flush();
    await this.#writing.done();
  }

  /** When no write goes on any more, done or failed. */
  ended(): Promise<void> {
    return this.#writing.ended();
  }
}
