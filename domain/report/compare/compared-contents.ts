import { counted } from '#language/in-words.ts';
import type { ReportContent, ReportLine } from '#schemas/report.ts';
import type { ComparedPart, ComparedReview, ReportComparison } from '#schemas/report-comparison.ts';
import { everyRow } from '#schemas/row-lists.ts';
import { differencesBetween, headOf, partName, partsOf } from '../all-changes.ts';
import { differencesOf } from '../every-difference.ts';
import { isLeftOut } from '../left-out.ts';
import { isMade } from '../not-made.ts';
import type { GivenContent } from '../span/given-months.ts';
import { differing, type IsOfPeriod, rowsDiffering } from './row-differences.ts';

type NotCompared = ReportComparison['notCompared'][number];

/** What differs between what two reports say. */
export type Compared = Pick<ReportComparison, 'rowsAtMost' | 'parts' | 'reviews' | 'notCompared'>;

/** Why a part of both is not compared; undefined: it is. */
const whyNot = (part: string, both: readonly ReportContent[]): NotCompared['why'] | undefined => {
  if (both.some((content) => !(part in content))) return 'only-in-one';
  if (both.some((content) => isLeftOut(content, part))) return 'left-out';
  return both.some((content) => !isMade(content, part)) ? 'not-made' : undefined;
};

/** The figures and rows that differ, by what the page calls the part. */
const comparedParts = (
  now: ReportContent,
  before: ReportContent,
  parts: readonly string[],
  isOfPeriod: IsOfPeriod,
): ComparedPart[] => {
  const [figures, fields] = [new Map(Object.entries(now)), new Map(Object.entries(before))];
  const byTitle = new Map<string, ComparedPart>();
  const at = (title: string): ComparedPart => {
    const part = byTitle.get(title) ?? { title, figures: [], rows: { total: 0, rows: [] } };
    byTitle.set(title, part);
    return part;
  };
  for (const one of differencesBetween(now, before, parts)) {
    if (isOfPeriod(one.path)) continue;
    const { head, from } = headOf(one);
    at(head).figures.push(differing(one, from));
  }
  for (const part of parts) {
    const rows = rowsDiffering(part, figures.get(part), fields.get(part), isOfPeriod);
    if (rows.length > 0) at(partName(part)).rows = { total: rows.length, rows };
  }
  return [...byTitle.values()];
};

/** What a line says twice, or keeps for the reports that follow. */
const saidElsewhere = new Set(['review', 'title', 'stage', 'portfolioId', 'facts', 'inFigures', 'counted']);
const bareRatings = new Set(['sroRating', 'assuranceRating']);

const fieldsOf = (now: ReportLine, before: ReportLine): ComparedReview['fields'] => {
  const withWords = now.ratings !== undefined && before.ratings !== undefined;
  const [figures, fields] = [new Map(Object.entries(now)), new Map(Object.entries(before))];
  const title = now.title === before.title ? [] : [{ what: 'Title', before: before.title, after: now.title }];
  return [...figures.keys()]
    .filter((name) => !saidElsewhere.has(name) && !(withWords && bareRatings.has(name)))
    .flatMap((name) => differencesOf(name, figures.get(name), fields.get(name)))
    .map((one) => differing(one, 0))
    .concat(title);
};

const comparedReviews = (now: GivenContent, before: GivenContent): ReportComparison['reviews'] => {
  if (now.lines === undefined || before.lines === undefined) return null;
  const then = new Map(before.lines.map((line) => [line.review, line]));
  const still = new Set(now.lines.map(({ review }) => review));
  const rows = [
    ...now.lines.flatMap((line): ComparedReview[] => {
      const { review, title } = line;
      const earlier = then.get(review);
      if (earlier === undefined) return [{ review, title, change: 'new', fields: [] }];
      const fields = fieldsOf(line, earlier);
      return fields.length === 0 ? [] : [{ review, title, change: 'changed', fields }];
    }),
    ...before.lines
      .filter(({ review }) => !still.has(review))
      .map(({ review, title }): ComparedReview => ({ review, title, change: 'gone', fields: [] })),
  ];
  return { total: rows.length, rows };
};

/** All that differs: figures and rows by part, and review by review. What is of a period alone is no difference. */
export const comparedContents = (after: GivenContent, before: GivenContent, isOfPeriod: IsOfPeriod): Compared => {
  const [now, then] = [after.report.content, before.report.content];
  const all = [...new Set([...partsOf(now), ...partsOf(then)])];
  const why = new Map(all.map((part) => [part, whyNot(part, [now, then])]));
  const both = all.filter((part) => why.get(part) === undefined);
  return {
    rowsAtMost: everyRow,
    parts: comparedParts(now, then, both, isOfPeriod),
    reviews: comparedReviews(after, before),
    notCompared: [...why].flatMap(([part, reason]) =>
      reason === undefined ? [] : [{ part: partName(part), why: reason }],
    ),
  };
};

/** How much differs, in a sentence; undefined: nothing does. */
export const howMuchDiffers = ({ parts, reviews }: Compared, between: string): string | undefined => {
  const figures = parts.reduce((sum, part) => sum + part.figures.length, 0);
  const rows = parts.reduce((sum, part) => sum + part.rows.total, 0);
  if (figures + rows + (reviews?.total ?? 0) === 0) return undefined;
  return `Between ${between}, ${counted(figures, 'figure differs', 'figures differ')} and ${counted(rows, 'row of a list', 'rows of lists')}, in ${counted(parts.length, 'part')}${
    reviews === null ? '' : `; ${counted(reviews.total, 'review is', 'reviews are')} otherwise, new or gone`
  }.`;
};
