import { createHash, type Hash } from 'node:crypto';
import type { LocalDate } from '#language/time.ts';
import { holdsMark } from '#language/withheld-text.ts';
import { type PublicView, recordsWithheldIn, visibleText } from '#schemas/exemption.ts';
import type { Salts } from '#schemas/salts.ts';
import { committedBy, ShownTexts } from './commitments.ts';

/*
 * A report's content digest is SHA-256 over each line's canonical JSON and a line feed, then the content's, with every
 * text in its commitment.
 */

/** The content digest of the full view, and where anything is withheld as at publication, the public view's. */
export interface DigestsOfReport {
  readonly contentDigest: string;
  readonly publicView?: PublicView;
}

/**
 * The digests of a report in the making, whose withheld text has its marks. The views go apart at the first line that
 * holds text to withhold.
 */
export class DigestsInMaking {
  readonly #secret: string;
  readonly #on: LocalDate;
  readonly #full = createHash('sha256');
  #public: Hash | undefined;
  readonly #withheld = new Set<string>();
  #part = 0;

  /** `secret` is what the salts are made from; `on`, the day as at which the public view withholds. */
  constructor(secret: string, on: LocalDate) {
    this.#secret = secret;
    this.#on = on;
  }

  /** `json` is the line's, in any order of its members. */
  add(line: unknown, json: string): void {
    this.#take(line, json, '\n');
  }

  /** After the last line. */
  close(content: unknown): DigestsOfReport {
    this.#take(content, JSON.stringify(content), '');
    const contentDigest = this.#full.digest('hex');
    if (this.#public === undefined) return { contentDigest };
    const publicDigest = this.#public.digest('hex');
    return {
      contentDigest,
      publicView: { on: this.#on, contentDigest: publicDigest, withheldRecords: this.#withheld.size },
    };
  }

  #take(value: unknown, json: string, end: string): void {
    const isMarked = holdsMark(json);
    if (isMarked) for (const record of recordsWithheldIn(json, this.#on)) this.#withheld.add(record);
    if (this.#withheld.size > 0) this.#public ??= this.#full.copy();
    const full = isMarked ? this.#committed(value, 'full') : committedBy(this.#salted, value);
    this.#full.update(full).update(end);
    this.#public?.update(isMarked ? this.#committed(value, 'public') : full).update(end);
    this.#part += 1;
  }

  #committed(value: unknown, view: 'full' | 'public'): string {
    return committedBy(this.#salted, value, (text) => visibleText(text, { view, on: this.#on }));
  }

  get #salted() {
    return { secret: this.#secret, part: this.#part };
  }
}

/** The digests of a report that is shown in some view, by the salts that came with each part of it. */
export class DigestsOfShown {
  readonly #sealed = createHash('sha256');
  readonly #shown = createHash('sha256');
  #part = 0;
  #isComplete = true;
  #inPublicView = false;
  readonly #standIns: string[] = [];

  /** Takes lines, and where they are the last, the content after them, with the salts of both. */
  take(salts: Salts, lines: readonly unknown[], content?: unknown): void {
    const texts = new ShownTexts(salts, this.#part);
    for (const line of lines) this.#update(texts, line, '\n');
    if (content !== undefined) this.#update(texts, content, '');
    this.#part += lines.length;
    this.#isComplete &&= texts.complete;
    this.#inPublicView ||= texts.inPublicView;
    this.#standIns.push(...texts.standIns);
  }

  #update(texts: ShownTexts, value: unknown, end: string): void {
    const { sealed, shown } = texts.committed(value);
    this.#sealed.update(sealed).update(end);
    this.#shown.update(shown).update(end);
  }

  /** `shownDigest` is there where sentences of the public view stand in for texts. */
  close() {
    return {
      contentDigest: this.#sealed.digest('hex'),
      shownDigest: this.#inPublicView ? this.#shown.digest('hex') : undefined,
      isComplete: this.#isComplete,
      standIns: this.#standIns,
    };
  }
}
