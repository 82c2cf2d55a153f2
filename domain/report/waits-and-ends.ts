import { listed } from '#language/in-words.ts';
import { isOpen } from '#registers/dependency/open-dependencies.ts';
import { stagesOf } from '#schemas/stages.ts';
import type { AcrossReviews, Found, FoundOf, ReportRule } from './report-rule.ts';
import type { ReviewInReport } from './review-in-report.ts';

interface Waiting {
  readonly title: string;
  readonly waitsFor: readonly string[];
}

/**
 * The circles in which reviews wait for each other: each once, from the review whose id comes first. Of each review the
 * reviews are sought that it can reach and that can reach it (the strongly connected components of the waits).
 */
const circlesIn = (waiting: ReadonlyMap<string, Waiting>): readonly (readonly string[])[] => {
  const reached = new Map<string, ReadonlySet<string>>();
  const reachedFrom = (start: string): ReadonlySet<string> => {
    const known = reached.get(start);
    if (known !== undefined) return known;
    const seen = new Set<string>();
    const ahead = [...(waiting.get(start)?.waitsFor ?? [])];
    for (let at = ahead.pop(); at !== undefined; at = ahead.pop()) {
      if (seen.has(at)) continue;
      seen.add(at);
      ahead.push(...(waiting.get(at)?.waitsFor ?? []));
    }
    reached.set(start, seen);
    return seen;
  };
  const done = new Set<string>();
  return [...waiting.keys()].sort().flatMap((review) => {
    if (done.has(review) || !reachedFrom(review).has(review)) return [];
    const circle = [...reachedFrom(review)].filter((other) => reachedFrom(other).has(review)).sort();
    for (const one of circle) done.add(one);
    return [circle];
  });
};

const foundCircle = (circle: readonly string[], waiting: ReadonlyMap<string, Waiting>): FoundOf[] => {
  const [first] = circle;
  const titleOf = (id: string): string => waiting.get(id)?.title ?? id;
  if (first === undefined) return [];
  return [
    {
      subject: { review: first, title: titleOf(first) },
      found: {
        register: 'review',
        id: first,
        because: `${listed(circle.map(titleOf))} wait for each other: none of them can be first.`,
        evidence: circle.map((id) => ({
          what: `${titleOf(id)} waits for`,
          value: listed((waiting.get(id)?.waitsFor ?? []).filter((other) => circle.includes(other)).map(titleOf)),
        })),
      },
    },
  ];
};

// CON-12: Reviews wait for each other in a circle.
const circles = (): AcrossReviews => {
  const titles = new Map<string, string>();
  const waits: (readonly [review: string, waitsFor: string])[] = [];
  return {
    add: ({ id, title, counted, dependencies }: ReviewInReport): void => {
      if (!counted) return;
      titles.set(id, title);
      for (const one of dependencies.filter(isOpen))
        if (one.review !== undefined) waits.push(one.direction === 'waits-for' ? [id, one.review] : [one.review, id]);
    },
    close: () => {
      const waiting = new Map<string, Waiting>();
      for (const [id, other] of waits) {
        const title = titles.get(id);
        const waitsFor = new Set([...(waiting.get(id)?.waitsFor ?? []), other]);
        if (title !== undefined) waiting.set(id, { title, waitsFor: [...waitsFor] });
      }
      return circlesIn(waiting).flatMap((circle) => foundCircle(circle, waiting));
    },
  };
};

// CON-13: A review is at the last stage and still under way.
const stillUnderWay: NonNullable<ReportRule['ofReview']> = (review, _month, programme): Found[] => {
  const last = stagesOf(programme.stageModel).at(-1);
  const { stage, lifecycle } = review.position.review;
  if (!review.counted || last === undefined || stage !== last.id) return [];
  return [
    {
      register: 'review',
      id: review.id,
      because: `${review.title} is at the last stage, ${last.name}, and is still ${lifecycle}: it is counted, and owes returns.`,
      evidence: [
        { what: 'Stage', value: last.name },
        { what: 'Lifecycle', value: lifecycle },
      ],
    },
  ];
};

export const waitsAndEnds: readonly ReportRule[] = [
  {
    id: 'CON-12',
    kind: 'contradiction',
    since: 'rules-2',
    sentence: 'Reviews wait for each other in a circle.',
    acrossReviews: circles,
  },
  {
    id: 'CON-13',
    kind: 'contradiction',
    since: 'rules-2',
    sentence: 'A review is at the last stage and is still counted as under way.',
    ofReview: stillUnderWay,
  },
];
