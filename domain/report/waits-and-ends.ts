import { isOpen } from '#registers/dependency/open-dependencies.ts';
import { dateStatementInWords, isPast } from '#schemas/date-statement.ts';
import { stagesOf } from '#schemas/stages.ts';
import { circlesIn, foundCircle, type Leading } from './circles.ts';
import type { AcrossReviews, Found, ReportRule } from './report-rule.ts';
import type { ReviewInReport } from './review-in-report.ts';

const inWords = {
  because: (titles: string) => `${titles} wait for each other: none of them can be first.`,
  what: (title: string) => `${title} waits for`,
};

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
      const waiting = new Map<string, Leading>();
      for (const [id, other] of waits) {
        const title = titles.get(id);
        const waitsFor = new Set([...(waiting.get(id)?.to ?? []), other]);
        if (title !== undefined) waiting.set(id, { title, to: [...waitsFor] });
      }
      return circlesIn(waiting).flatMap((circle) => foundCircle(circle, waiting, inWords));
    },
  };
};

const partsInWords = {
  because: (titles: string) =>
    `${titles} are part of each other: none of them is the whole, and each counts by itself.`,
  what: (title: string) => `${title} is part of`,
};

const partsOfEachOther = (): AcrossReviews => {
  const parts = new Map<string, Leading>();
  return {
    add: ({ id, title, counted, position: { review } }: ReviewInReport): void => {
      if (counted && review.parent !== undefined) parts.set(id, { title, to: [review.parent] });
    },
    close: () => circlesIn(parts).flatMap((circle) => foundCircle(circle, parts, partsInWords)),
  };
};

const stillUnderWay: NonNullable<ReportRule['ofReview']> = (review, { programme }): Found[] => {
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

const pastItsEnd: NonNullable<ReportRule['ofReview']> = (
  { id, title, counted, position },
  { month: { lastDay } },
): Found[] => {
  const { endDate, lifecycle } = position.review;
  if (!counted || !isPast(endDate, lastDay)) return [];
  const stated = dateStatementInWords(endDate);
  return [
    {
      register: 'review',
      id,
      because: `The end date of ${title}, ${stated}, is past, and it is still ${lifecycle}: it is counted, and owes returns.`,
      evidence: [
        { what: 'End date', value: stated },
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
    id: 'CON-41',
    kind: 'contradiction',
    since: 'rules-2',
    sentence: 'Reviews are part of each other in a circle.',
    acrossReviews: partsOfEachOther,
  },
  {
    id: 'CON-13',
    kind: 'contradiction',
    since: 'rules-2',
    sentence: 'A review is at the last stage and is still counted as under way.',
    ofReview: stillUnderWay,
  },
  {
    id: 'CON-37',
    kind: 'contradiction',
    since: 'rules-2',
    sentence: 'A review is past its end date and is still counted as under way.',
    ofReview: pastItsEnd,
  },
];
