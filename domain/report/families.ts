import type { Instant } from '#language/time.ts';
import type { CountsBy } from '../review/counted.ts';
import { isStruckOut } from '../review/strike-out-review.ts';
import { type Change, isIn, type ReviewInFlow } from './flow-changes.ts';

/*
 * A review and those that are part of it count once, where the review is of which the others are part (docs/meaning.md REPORT-31): a part
 * is out of the counts and the flow while a review that it is part of is counted, and counts by itself before and after.
 */

type ParentOf = (review: string) => string | undefined;

/** The reviews that one is part of, the nearest first; none where it is in the end part of itself. */
const wholesOf = (review: string, parentOf: ParentOf): readonly string[] => {
  const wholes: string[] = [];
  for (let at = parentOf(review); at !== undefined && !wholes.includes(at); at = parentOf(at)) {
    if (at === review) return [];
    wholes.push(at);
  }
  return wholes;
};

/** What of a line of a report says whether it counts by itself. */
export interface CountedLine {
  readonly review: string;
  readonly counted: boolean;
  readonly parent?: string | null | undefined;
}

/** The review with which each of a report's reviews counts, where it counts with another: by the lines of all of them. */
export const countedWithin = (lines: readonly CountedLine[]): ReadonlyMap<string, string> => {
  const known = new Map(lines.map((line) => [line.review, line]));
  return new Map(
    lines.flatMap(({ review, counted }) => {
      const whole = counted
        ? wholesOf(review, (id) => known.get(id)?.parent ?? undefined).find((id) => known.get(id)?.counted === true)
        : undefined;
      return whole === undefined ? [] : [[review, whole] as const];
    }),
  );
};

interface Known extends Pick<ReviewInFlow, 'title' | 'counted'> {
  readonly stage: string;
  readonly parent: string | undefined;
  readonly changes: readonly Change[];
  /** What it was part of, and from when. */
  readonly parents: readonly { readonly parent?: string | undefined; readonly at: Instant }[];
}

/** What reviews are part of, now and along their history: complete once every review was added. */
export class Families {
  readonly #known = new Map<string, Known>();

  /** @param changes its lifecycles by the end of the month, oldest first */
  add({ id, title, counted, position: { review } }: ReviewInFlow, changes: readonly Change[]): void {
    const { stage, places = [{ parent: review.parent, at: '' }] } = review;
    const parent = isStruckOut(review) ? undefined : review.parent;
    this.#known.set(id, { title, counted, stage, parent, changes, parents: places });
  }

  /** Whether it is, or ever was, part of another. */
  isPart(id: string): boolean {
    const review = this.#known.get(id);
    return review?.parent !== undefined || review?.parents.some(({ parent }) => parent !== undefined) === true;
  }

  /** The review with which it counts today; undefined: it counts by itself, if it counts. */
  countsWith(id: string): { readonly id: string; readonly title: string; readonly stage: string } | undefined {
    const whole = wholesOf(id, (one) => this.#known.get(one)?.parent).find((one) => this.#known.get(one)?.counted);
    const found = whole === undefined ? undefined : this.#known.get(whole);
    return whole === undefined || found === undefined
      ? undefined
      : { id: whole, title: found.title, stage: found.stage };
  }

  titleOf(id: string): string {
    return this.#known.get(id)?.title ?? id;
  }

  /** The lifecycles of a part, with when it counted within another, as these settings count. */
  changesOf(id: string, countsBy: CountsBy): readonly Change[] {
    const states = this.#instantsOf(id).flatMap((at) => {
      const own = this.#changeAt(id, at);
      if (own === undefined) return [];
      const whole = isIn(own, countsBy)
        ? wholesOf(id, (one) => this.#parentAt(one, at)).find((one) => isIn(this.#changeAt(one, at), countsBy))
        : undefined;
      return [{ own, whole, at }];
    });
    return states
      .filter(({ own, whole }, n) => {
        const before = states[n - 1];
        return before === undefined || before.own !== own || (before.whole === undefined) !== (whole === undefined);
      })
      .map(({ own, whole, at }) => (whole === undefined ? { ...own, at } : { lifecycle: 'within', at, into: [whole] }));
  }

  #changeAt(id: string, at: Instant): Change | undefined {
    return this.#known.get(id)?.changes.findLast((change) => change.at <= at);
  }

  /** Nothing holds through a review that is struck out: no line of a report would say so. */
  #parentAt(id: string, at: Instant): string | undefined {
    const lifecycle = this.#changeAt(id, at)?.lifecycle;
    if (lifecycle === undefined || lifecycle === 'struck-out') return undefined;
    const parents = this.#known.get(id)?.parents;
    return (parents?.findLast((one) => one.at <= at) ?? parents?.[0])?.parent;
  }

  /** When it, or a review that it ever was part of, changed. */
  #instantsOf(id: string): readonly Instant[] {
    const seen = new Set([id]);
    for (const one of seen)
      for (const { parent } of this.#known.get(one)?.parents ?? []) if (parent !== undefined) seen.add(parent);
    const instants = [...seen].flatMap((one) => {
      const { changes = [], parents = [] } = this.#known.get(one) ?? {};
      return [...changes, ...parents].map(({ at }) => at);
    });
    return [...new Set(instants)].sort();
  }
}
