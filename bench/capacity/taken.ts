import type { Charged } from './capacity-meter.ts';

/** Reviews of the programmes in which every use is measured. */
export const sizes = [10, 65, 1_000] as const;
export type Size = (typeof sizes)[number];

export const uses = [
  'get one entry',
  'get one entry as at an instant',
  'list a register as at an instant',
  "list every review, as a page of 100 or a programme's all",
  'list 10 reviews of them',
  'find and sort the options of all reviews, and show the first 100',
  'a page of 20 of the history of a review',
  'ask for a revision of a month, and roll it up',
  "a board's pull of it as JSON",
  "a board's pull of it as HTML",
  "a board's pull of what it knows already",
  'open a review whose SRO the tracker knows',
  'open a review whose SRO it does not know yet',
  'move a bare review to its next stage',
  'record a risk',
  'move a full review to its next stage',
  'change a full review for the first time in a month',
] as const;
export type Use = (typeof uses)[number];

/** Items whose bytes, in the programme of a size, a use is compared with. */
export type Weighed = 'summary' | 'positions' | 'publications';

/** What each use took in each programme. */
export class Taken {
  /** Of the body that a board gets which knows the report already. */
  notModifiedBytes = Number.NaN;
  /** Of the history of the review that is asked for. */
  historyBytes = Number.NaN;
  /** Months that have been reported, revisions aside. */
  months = Number.NaN;
  readonly #charged = new Map<string, Charged>();
  readonly #bytes = new Map<string, number>();

  take(use: Use, size: Size, charged: Charged): void {
    this.#charged.set(`${use} ${size}`, charged);
  }

  weigh(what: Weighed, size: Size, bytes: number): void {
    this.#bytes.set(`${what} ${size}`, bytes);
  }

  /** @throws where the use was not measured in a programme of that size. */
  of(use: Use, size: Size): Charged {
    const charged = this.#charged.get(`${use} ${size}`);
    if (charged === undefined) throw new Error(`"${use}" was not measured in a programme of ${size}`);
    return charged;
  }

  bytes(what: Weighed, size: Size): number {
    return this.#bytes.get(`${what} ${size}`) ?? Number.NaN;
  }
}
