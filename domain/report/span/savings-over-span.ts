import type { ReportLine } from '#schemas/report.ts';
import type { SavingsAt, SpanSavings } from '#schemas/span-report.ts';
import { differencesOf, labelOf } from '../every-difference.ts';
import { isInTotals } from '../in-totals.ts';
import { type GivenMonth, type GivenSpan, lastOf, partOf } from './given-months.ts';

type Position = NonNullable<ReturnType<typeof partOf<'savings'>>>['years'][number];
type ByReview = NonNullable<SpanSavings['byReview']>['rows'][number];

const savingsAt = ({ required, plan, identified, forecast, outturn, ...row }: Position): SavingsAt => ({
  ...{ required, plan, identified, forecast, outturn },
  ...{ claimedPounds: row.claimedPounds, validatedPounds: row.validatedPounds, gap: row.gap },
});

const changesOf = (start: SavingsAt | null, end: SavingsAt | null): string[] =>
  start === null || end === null
    ? []
    : differencesOf('savings', end, start).map((one) => {
        const label = labelOf(one, 1) || 'plan';
        // A gap says itself what it is.
        const text = `${label === 'gap' ? '' : `${label} `}${one.now}${one.before === null ? '' : `, was ${one.before}`}.`;
        return `${text.charAt(0).toUpperCase()}${text.slice(1)}`;
      });

/** What each review planned of what the report adds up. */
const planned = (lines: readonly ReportLine[]) =>
  new Map(
    lines
      .filter(isInTotals)
      .flatMap(({ review, title, savings }) =>
        savings.plan.map(({ year, total }) => [`${year} ${review}`, { review, title, year, total }] as const),
      ),
  );

/** Whose plan is another, so that the rows of a year come to what its plan changed by; one that is in the totals of one report alone came or went. */
const plansByReview = (start: GivenMonth, end: GivenMonth): SpanSavings['byReview'] => {
  if (start.lines === undefined || end.lines === undefined) return null;
  const [then, now] = [planned(start.lines), planned(end.lines)];
  const keys = [...new Set([...then.keys(), ...now.keys()])].sort();
  const rows = keys.flatMap((key): ByReview[] => {
    const [before, after] = [then.get(key), now.get(key)];
    const about = after ?? before;
    if (about === undefined || JSON.stringify(before?.total) === JSON.stringify(after?.total)) return [];
    const { review, title, year } = about;
    return [{ review, title, year, start: before?.total ?? null, end: after?.total ?? null }];
  });
  return { total: rows.length, rows };
};

/** Savings of each year at the start of the span and at its end (REPORT-34); null where a report of the two says nothing of them. */
export const savingsOver = (span: GivenSpan): SpanSavings | null => {
  const [start, end] = [span.before ?? span.months[0], lastOf(span)];
  const [then, now] = [partOf(start, 'savings'), partOf(end, 'savings')];
  if (then === undefined || now === undefined) return null;
  const years = [...new Set([...then.years, ...now.years].map(({ year }) => year))].sort();
  return {
    years: years.map((year) => {
      const [before, after] = [then, now].map(({ years: rows }) => {
        const row = rows.find((one) => one.year === year);
        return row === undefined ? null : savingsAt(row);
      });
      return { year, start: before ?? null, end: after ?? null, changes: changesOf(before ?? null, after ?? null) };
    }),
    byReview: plansByReview(start, end),
  };
};
