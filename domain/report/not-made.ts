import type * as z from 'zod';
import { monthInWords } from '#language/in-words.ts';
import type { ReportMonth } from '#language/time.ts';
import type { NotMade, ReportContent } from '#schemas/report.ts';
import { passesBound } from '../totals.ts';

/*
 * A fault of ours in one part of a report costs that part, said aloud in its place, and not the month (docs/meaning.md
 * REPORT-23). The part's own figures are those of nothing; every other part is what it would be without the fault.
 */

/** A part in the making. */
interface Fold<R, T> {
  readonly add: (review: R) => void;
  readonly close: () => T;
}

/** What is said of a part that was not made. */
type Says = Pick<NotMade, 'part' | 'title'>;

/** The parts of a report that could not be made, with the faults that are for a log alone. */
export class PartsNotMade {
  readonly #said = new Map<string, NotMade>();
  readonly faults: unknown[] = [];

  /** In the order in which they are found. */
  get all(): readonly NotMade[] {
    return [...this.#said.values()];
  }

  /** That a part came to nothing by a fault. */
  byFault({ part, title }: Says, error: unknown): void {
    if (this.#said.has(part)) return;
    this.faults.push(error);
    this.#said.set(part, {
      part,
      title,
      sentence: `${title}: this part could not be made, by a fault of the tracker. No figure of it is in this report; the other parts are complete.`,
    });
  }

  /** That the sums of a part are larger than is added up. */
  byItsSize({ part, title }: Says): void {
    this.#said.set(part, {
      part,
      title,
      sentence: `${title}: the sums of this part are too large to add up, more than a thousand million million pounds. A figure was probably mistyped. No figure of it is in this report; the other parts are complete.`,
    });
  }

  /** What is made of a part that is not known as faulty; nothing of one that is, or that throws. */
  unlessFaulty<T extends object>(says: Says, make: () => T): Partial<T> {
    if (this.has(says.part)) return {};
    try {
      return make();
    } catch (error) {
      this.byFault(says, error);
      return {};
    }
  }

  has(part: string): boolean {
    return this.#said.has(part);
  }
}

/**
 * A part whose fault is its own: what it throws, or what it comes to that does not fit its schema, is noted, and the part is
 * what it is of no review. `boundsSums`: whether sums past what is added up are such a fault too.
 */
export const guarded = <R, T>(
  says: Says,
  open: () => Fold<R, T>,
  { schema, boundsSums, notMade }: { schema: z.ZodType<T> | undefined; boundsSums: boolean; notMade: PartsNotMade },
): Fold<R, T> => {
  const fold = open();
  const judged = (made: T): T => {
    if (boundsSums && passesBound(made)) {
      notMade.byItsSize(says);
      return open().close();
    }
    schema?.parse(made);
    return made;
  };
  return {
    add: (review) => {
      if (notMade.has(says.part)) return;
      try {
        fold.add(review);
      } catch (error) {
        notMade.byFault(says, error);
      }
    },
    close: () => {
      if (notMade.has(says.part)) return open().close();
      try {
        return judged(fold.close());
      } catch (error) {
        notMade.byFault(says, error);
        return open().close();
      }
    },
  };
};

/** Whether a part of a report was made. */
export const isMade = ({ notMade = [] }: Pick<ReportContent, 'notMade'>, part: string): boolean =>
  notMade.every((one) => one.part !== part);

/** What is asked of whom where a part was not made. */
export const stepsOfNotMade = (
  notMade: readonly NotMade[],
  month: ReportMonth,
  programme: string,
): ReportContent['nextSteps']['rows'] =>
  notMade.map(({ title }) => ({
    who: 'Programme office',
    what: `Ask for a revision of the report of ${monthInWords(month)} once the cause is mended: ${title.toLowerCase()} could not be made`,
    subject: { review: null, title: programme },
  }));
