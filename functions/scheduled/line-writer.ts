import type { LocalDate } from '#language/time.ts';
import { holdsMark } from '#language/withheld-text.ts';
import { type PublicView, recordsWithheldIn, visibleText } from '#schemas/exemption.ts';
import type { ReportContent, ReportLine } from '#schemas/report.ts';
import { ContentDigest } from '#store/digests/content-digest.ts';
import { canonicalJson } from '#store/digests/digest.ts';
import { linesPerChunk, mostChunkBytes } from '#store/reports/report-lines.ts';
import { PendingWrites } from './pending-writes.ts';

/** The content digest of the full view, and where anything is withheld as at publication, the public view's. */
export interface DigestsOfReport {
  readonly contentDigest: string;
  readonly publicView?: PublicView;
}

/**
 * Writes the lines of a report in chunks as they come, each while the next lines are made, withheld text with its marks,
 * and digests them in order, as each view shows them. The views go apart at the first line that holds text to withhold.
 */
export class LineWriter {
  readonly #full = new ContentDigest();
  #public: ContentDigest | undefined;
  readonly #withheld = new Set<string>();
  readonly #on: LocalDate;
  readonly #write: (first: number, lines: readonly ReportLine[]) => Promise<void>;
  #waiting: ReportLine[] = [];
  #waitingBytes = 0;
  #handedOver = 0;
  readonly #writing = new PendingWrites();

  /**
   * `on` is the day as at which the public view withholds; `write` is told each chunk with the number of its first
   * line, counted from 0.
   */
  constructor(on: LocalDate, write: (first: number, lines: readonly ReportLine[]) => Promise<void>) {
    this.#on = on;
    this.#write = write;
  }

  async add(line: ReportLine): Promise<void> {
    const text = canonicalJson(line);
    const open = this.#openTo(text);
    this.#public?.addText(open);
    this.#full.addText(visibleText(text, { view: 'full', on: this.#on }));
    // As many as the line has in any other order of its fields.
    const bytes = Buffer.byteLength(text);
    if (this.#waiting.length === linesPerChunk || this.#waitingBytes + bytes > mostChunkBytes) await this.#flush();
    this.#waiting.push(line);
    this.#waitingBytes += bytes;
  }

  /** A text as the public view shows it, once it is known whether the views are still the same. */
  #openTo(text: string): string {
    if (!holdsMark(text)) return text;
    for (const record of recordsWithheldIn(text, this.#on)) this.#withheld.add(record);
    if (this.#withheld.size > 0) this.#public ??= this.#full.copy();
    return visibleText(text, { view: 'public', on: this.#on });
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
    const text = canonicalJson(content);
    const open = this.#openTo(text);
    const publicDigest = this.#public?.closeText(open);
    return {
      contentDigest: this.#full.closeText(visibleText(text, { view: 'full', on: this.#on })),
      ...(publicDigest === undefined
        ? {}
        : { publicView: { on: this.#on, contentDigest: publicDigest, withheldRecords: this.#withheld.size } }),
    };
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
