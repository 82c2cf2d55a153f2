import type { Row } from '#domain/feeds/column.ts';
import type { reportTables } from '#domain/feeds/report-tables.ts';
import { isInTotals } from '#domain/report/in-totals.ts';
import { dateStatementInWords, firstDayStated, lastDayStated } from '#schemas/date-statement.ts';
import type { ReportLine } from '#schemas/report.ts';
import { readLineChunks } from '#store/reports/report-lines.ts';
import { readReport, readReportList, withEveryRow } from '#store/reports/reports.ts';
import type { StoredReport } from '#store/reports/stored-report.ts';
import type { ProgrammeRef } from '#store/table/keys.ts';
import type { Fact } from '#web/report/fact.ts';
import type { ReadsFeeds } from '../http/call.ts';
import { chunkInView, shownInView, storedInView } from '../reports/report-view.ts';
import type { Place, RowSource, RowsWanted, Step } from './feed-step.ts';
import { readRedactedSince } from './redacted-since.ts';

/*
 * The rows of published reports, in the public view: month after month, revision after revision, of each first what it says of the
 * programme and then its lines.
 */

type TableName = (typeof reportTables)[number]['name'];

interface Asked {
  readonly deps: ReadsFeeds;
  readonly programmeRef: ProgrammeRef;
  readonly name: TableName;
}

interface Revision {
  readonly month: string;
  readonly revision: number;
  readonly publishedAt: string;
  readonly reason: string | null;
  readonly isLatest: boolean;
}

/** Sorts as months and revisions do. */
const unitOf = ({ month, revision }: Pick<Revision, 'month' | 'revision'>): string =>
  `${month}.${String(revision).padStart(4, '0')}`;
const keyOf = ({ month, revision }: Pick<Revision, 'month' | 'revision'>): string => `${month}.${revision}`;

const readRevisions = async ({ deps, programmeRef }: Asked): Promise<readonly Revision[]> => {
  const found: Omit<Revision, 'isLatest'>[] = [];
  let after: string | undefined;
  do {
    const page = await readReportList(deps.table, programmeRef, { limit: 200, after, by: undefined });
    found.push(...page.items);
    after = page.next;
  } while (after !== undefined);
  // The latest come first.
  const latest = new Map<string, number>();
  for (const { month, revision } of found) latest.set(month, Math.max(revision, latest.get(month) ?? 0));
  return found
    .map((one) => ({ ...one, isLatest: latest.get(one.month) === one.revision }))
    .toSorted((one, other) => (unitOf(one) < unitOf(other) ? -1 : 1));
};

const ofRevision = ({ programmeRef }: Asked, key: string, { month, revision }: Revision): Row => [
  key,
  programmeRef.programme,
  month,
  revision,
];

const reportRow = (asked: Asked, one: Revision, stored: StoredReport): Row => [
  ...ofRevision(asked, keyOf(one), one),
  one.isLatest,
  one.publishedAt,
  one.reason,
  stored.content.lines,
  shownInView(stored, 'public').digest,
];

const listed = (texts: readonly string[]): string | null => (texts.length === 0 ? null : texts.join('; '));

const lineRow = (asked: Asked, one: Revision, line: ReportLine): Row => [
  ...ofRevision(asked, `${keyOf(one)}.${line.review}`, one),
  keyOf(one),
  line.review,
  line.title,
  line.lifecycle,
  line.counted,
  line.parent ?? null,
  line.stage,
  line.stageName,
  line.stageWork,
  line.tier,
  line.portfolio,
  line.sros,
  listed(line.preferred.map(({ label, scope }) => (scope === null ? label : `${label} (${scope})`))),
  line.notRecommended,
  line.marketMaturity,
  listed(line.waitsFor),
  line.sroRating,
  line.assuranceRating,
  line.risksPart,
  line.highRisks,
  firstDayStated(line.endDate),
  lastDayStated(line.endDate),
  dateStatementInWords(line.endDate),
  line.return,
  line.savings.lines,
  line.savings.sentence,
  isInTotals(line),
];

const planRows = (asked: Asked, one: Revision, line: ReportLine): readonly Row[] =>
  line.savings.plan.map(({ year, total }): Row => {
    const parent = `${keyOf(one)}.${line.review}`;
    const none = total.count === 0;
    return [
      ...ofRevision(asked, `${parent}.${year}`, one),
      parent,
      line.review,
      year,
      none ? null : total.low,
      none ? null : total.high,
      total.count,
      total.excluded.reduce((sum, { count }) => sum + count, 0),
      isInTotals(line),
    ];
  });

const factRow = (asked: Asked, one: Revision, fact: Fact, part: number, n: number): Row => [
  ...ofRevision(asked, `${keyOf(one)}.${part}.${n}`, one),
  keyOf(one),
  fact.section,
  fact.about,
  fact.item,
  fact.unit,
  fact.low ?? null,
  fact.high ?? null,
  fact.of ?? null,
  fact.coverage ?? null,
  fact.words ?? null,
];

/** The rows that some lines of a report make; `part` is where they are in it. */
const rowsOfLines = async (
  asked: Asked,
  one: Revision,
  lines: readonly ReportLine[],
  part: number,
): Promise<readonly Row[]> => {
  switch (asked.name) {
    case 'reports':
      return [];
    case 'reportReviews':
      return lines.map((line) => lineRow(asked, one, line));
    case 'reportPlans':
      return lines.flatMap((line) => planRows(asked, one, line));
    case 'reportFacts': {
      const { factsOfLine } = await asked.deps.loadFacts();
      return lines.flatMap((line) => factsOfLine(line, one)).map((fact, n) => factRow(asked, one, fact, part, n + 1));
    }
  }
};

/** What a report says that is of no single line; nothing of a table of lines. */
const rowsOfContent = async (asked: Asked, one: Revision, stored: StoredReport): Promise<readonly Row[]> => {
  if (asked.name === 'reports') return [reportRow(asked, one, stored)];
  if (asked.name !== 'reportFacts') return [];
  const { factsOf } = await asked.deps.loadFacts();
  const { shown } = shownInView(stored, 'public');
  const report = storedInView(await withEveryRow(asked.deps.table, asked.programmeRef, stored), shown);
  return factsOf(report, []).map((fact, n) => factRow(asked, one, fact, 0, n + 1));
};

function* stepsOf(unit: string, part: number, rows: readonly Row[], last: number): Generator<Step> {
  for (const [n, row] of rows.entries()) if (n + 1 > last) yield { kind: 'row', place: [unit, part, n + 1], row };
}

async function* rowsOfReport(asked: Asked, one: Revision, after: Place | undefined): AsyncGenerator<Step> {
  const { deps, programmeRef } = asked;
  const stored = await readReport(deps.table, programmeRef, one);
  if (stored === undefined) return;
  const unit = unitOf(one);
  const [from, last] = [Number(after?.[1] ?? 0), Number(after?.[2] ?? 0)];
  if (from === 0) yield* stepsOf(unit, 0, await rowsOfContent(asked, one, stored), last);
  if (asked.name === 'reports') return;
  const { shown } = shownInView(stored, 'public');
  // A part after the first is named by its first line, counted from 1.
  for await (const chunk of readLineChunks(deps.table, programmeRef, stored, { from: Math.max(from - 1, 0) })) {
    const part = chunk.first + 1;
    const rows = await rowsOfLines(asked, one, chunkInView(chunk, shown), part);
    yield* stepsOf(unit, part, rows, part === from ? last : 0);
  }
}

/** A roll-up that publishes has up to a quarter of an hour, and its report says when it began to. */
const longestRunMilliseconds = 15 * 60_000;

const isWanted = async (asked: Asked, revisions: readonly Revision[], since: string | undefined) => {
  if (since === undefined) return () => true;
  const redacted = await readRedactedSince(asked.deps, asked.programmeRef, since);
  const from = new Date(Date.parse(since) - longestRunMilliseconds).toISOString();
  const months = new Set(revisions.filter(({ publishedAt }) => publishedAt >= from).map(({ month }) => month));
  return ({ month, publishedAt }: Revision): boolean =>
    redacted.anything || publishedAt >= from || (asked.name === 'reports' && months.has(month));
};

async function* rowsOf(asked: Asked, { after, since }: RowsWanted): AsyncGenerator<Step> {
  const revisions = await readRevisions(asked);
  const wanted = await isWanted(asked, revisions, since);
  const last = after?.[0] ?? '';
  for (const one of revisions) {
    const unit = unitOf(one);
    if (unit < String(last) || !wanted(one)) continue;
    yield* rowsOfReport(asked, one, unit === last ? after : undefined);
    yield { kind: 'looked', place: [unit, Number.MAX_SAFE_INTEGER, 0] };
  }
}

export const reportRows = (asked: Asked): RowSource => ({
  rows: (wanted) => rowsOf(asked, wanted),
  before: (key) => {
    const [, month, revision] = /^(\d{4}-\d\d)\.([1-9]\d{0,3})(?:\.|$)/.exec(key) ?? [];
    return month === undefined ? undefined : [unitOf({ month, revision: Number(revision) }), 0, 0];
  },
});
