import { monthsOf } from '#language/financial-spans.ts';
import { everyRow } from '#schemas/row-lists.ts';
import type { SpanReport } from '#schemas/span-report.ts';
import { whatIsComing } from './coming.ts';
import { type GivenSpan, lastOf, madeFrom, partsNotIn } from './given-months.ts';
import { happenedOver } from './happened.ts';
import { savingsOver } from './savings-over-span.ts';
import { sideBySide } from './side-by-side.ts';
import { volumesOver } from './volumes.ts';

/**
 * The report of a span of months, made from the published reports of its months and nothing else: the same reports give the same one
 * (docs/meaning.md REPORT-34). Whoever reads it sees of each month what they may see of its report.
 */
export const spanReport = (span: GivenSpan): Omit<SpanReport, 'digest' | 'view' | 'answers'> => {
  const { id, name, phase, council, fictional } = lastOf(span).report.content.programme;
  const all = span.before === null ? span.months : [span.before, ...span.months];
  const published = new Set(span.months.map(({ report }) => report.content.month));
  return {
    programme: { id, name, phase, council, fictional },
    from: span.from,
    to: span.to,
    asAt: all.map(({ report }) => report.publication.publishedAt).reduce((one, other) => (one > other ? one : other)),
    superseded: span.months.some(({ supersededBy }) => supersededBy !== undefined),
    madeFrom: span.months.map(madeFrom),
    before: span.before === null ? null : madeFrom(span.before),
    notPublished: monthsOf(span).filter((month) => !published.has(month)),
    notIn: partsNotIn(span),
    months: span.months.map(sideBySide),
    volumes: volumesOver(span),
    savings: savingsOver(span),
    ...happenedOver(span),
    ...whatIsComing(span),
    rowsAtMost: everyRow,
  };
};
