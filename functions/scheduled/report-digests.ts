import type { LocalDate } from '#language/time.ts';
import { holdsMark } from '#language/withheld-text.ts';
import { type PublicView, recordsWithheldIn, visibleText } from '#schemas/exemption.ts';
import type { ReportContent, ReportLine } from '#schemas/report.ts';
import { ContentDigest } from '#store/digests/content-digest.ts';
import { canonicalJson } from '#store/digests/digest.ts';
import { linesPerChunk, mostChunkBytes } from '#store/reports/report-lines.ts';

/** The content digest of the full view, and where anything is withheld as at publication, the public view's. */
export interface DigestsOfReport {
  readonly contentDigest: string;
  readonly publicView?: PublicView;
}

/**
 * The digests of a report whose lines are added one by one, as each view shows them. The views go apart at the first
 * line that holds text to withhold.
 */
export class ReportDigests {
  readonly #full = new ContentDigest();
  #public: ContentDigest | undefined;
  readonly #withheld = new Set<string>();
  readonly #on: LocalDate;

  /** `on`: the day as at which the public view withholds. */
  constructor(on: LocalDate) {
    this.#on = on;
  }

  /** Takes the next line in, as canonical JSON. */
  addLine(text: string): void {
    const open = this.#openTo(text);
    this.#public?.addText(open);
    this.#full.addText(visibleText(text, { view: 'full', on: this.#on }));
  }

  /** A text as the public view shows it, once it is known whether the views are still the same. */
  #openTo(text: string): string {
    if (!holdsMark(text)) return text;
    for (const record of recordsWithheldIn(text, this.#on)) this.#withheld.add(record);
    if (this.#withheld.size > 0) this.#public ??= this.#full.copy();
    return visibleText(text, { view: 'public', on: this.#on });
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
}

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
