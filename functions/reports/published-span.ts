import type { GivenMonth, GivenSpan } from '#domain/report/span/given-months.ts';
import { monthsOf } from '#language/financial-spans.ts';
import type { Instant, ReportMonth } from '#language/time.ts';
import type { View } from '#schemas/exemption.ts';
import type { Report, ReportLine } from '#schemas/report.ts';
import type { MadeFrom } from '#schemas/span-report.ts';
import { readLineChunks } from '#store/reports/report-lines.ts';
import { readReport, withEveryRow } from '#store/reports/reports.ts';
import type { StoredReport } from '#store/reports/stored-report.ts';
import type { ProgrammeRef } from '#store/table/keys.ts';
import type { ReadsTable } from '../http/call.ts';
import { chunkInView, shownInView, storedInView } from './report-view.ts';

/** Reviews of a programme of which each month's lines are compared with those of the next. */
export const mostLines = 500;

/** The published reports of a span as they are stored, with the later revision of a month where there is one. */
export interface StoredSpan {
  readonly months: readonly { readonly stored: StoredReport; readonly latest: number }[];
  readonly before: StoredReport | undefined;
}

interface SpanAsked {
  readonly from: ReportMonth;
  readonly to: ReportMonth;
  /** Of those published by then. */
  readonly by: Instant | undefined;
}

const latestOf = async (deps: ReadsTable, ref: ProgrammeRef, month: ReportMonth, stored: StoredReport) =>
  (await readReport(deps.table, ref, { month }))?.content.revision ?? stored.content.revision;

/** The report that one names as the one before it. It was let through by its schema when it was published: that takes seconds. */
export const previousOf = (stored: StoredReport): Pick<MadeFrom, 'month' | 'revision'> | null => {
  const { content }: Report = JSON.parse(stored.json());
  return content.previous;
};

/** What of a span is published; no month where nothing is. */
export const readStoredSpan = async (
  deps: ReadsTable,
  ref: ProgrammeRef,
  { from, to, by }: SpanAsked,
): Promise<StoredSpan> => {
  const found = await Promise.all(
    monthsOf({ from, to }).map(async (month) => {
      const stored = await readReport(deps.table, ref, { month, by });
      if (stored === undefined) return [];
      const latest = by === undefined ? stored.content.revision : await latestOf(deps, ref, month, stored);
      return [{ stored, latest }];
    }),
  );
  const months = found.flat();
  const [first] = months;
  const asked = first === undefined ? null : previousOf(first.stored);
  return { months, before: asked === null ? undefined : await readReport(deps.table, ref, asked) };
};

const linesOf = async (
  deps: ReadsTable,
  ref: ProgrammeRef,
  stored: StoredReport,
  view: View,
): Promise<readonly ReportLine[] | undefined> => {
  if (stored.content.lines > mostLines) return undefined;
  const lines: ReportLine[] = [];
  for await (const chunk of readLineChunks(deps.table, ref, stored))
    lines.push(...chunkInView(chunk, shownInView(stored, view).shown));
  return lines;
};

/** A stored report with every row and its lines, as a view shows them. */
export const monthInView = async (
  deps: ReadsTable,
  ref: ProgrammeRef,
  stored: StoredReport,
  view: View,
): Promise<GivenMonth> => {
  const { shown, digest } = shownInView(stored, view);
  const [whole, lines] = await Promise.all([withEveryRow(deps.table, ref, stored), linesOf(deps, ref, stored, view)]);
  return { report: storedInView(whole, shown), digest, lines };
};

/** The months of a span as a view shows them; undefined where none is published. */
export const spanInView = async (
  deps: ReadsTable,
  ref: ProgrammeRef,
  { months, before }: StoredSpan,
  asked: Pick<SpanAsked, 'from' | 'to'> & { readonly view: View },
): Promise<GivenSpan | undefined> => {
  const given = await Promise.all(
    months.map(async ({ stored, latest }) => ({
      ...(await monthInView(deps, ref, stored, asked.view)),
      ...(latest === stored.content.revision ? {} : { supersededBy: latest }),
    })),
  );
  const [first, ...others] = given;
  if (first === undefined) return undefined;
  return {
    from: asked.from,
    to: asked.to,
    months: [first, ...others],
    before: before === undefined ? null : await monthInView(deps, ref, before, asked.view),
  };
};
